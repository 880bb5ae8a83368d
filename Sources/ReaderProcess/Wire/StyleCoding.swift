internal import Readings

extension StyleReading: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(numberFormat)
    writer.value(font)
    writer.value(fill)
    writer.value(borders)
    writer.value(alignment)
    writer.value(isLocked)
    writer.value(hidesFormula)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init()
    numberFormat = try reader.value()
    font = try reader.value()
    fill = try reader.value()
    borders = try reader.value()
    alignment = try reader.value()
    isLocked = try reader.value()
    hidesFormula = try reader.value()
  }
}

extension FontReading: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(name)
    writer.value(size)
    for flag in [isBold, isItalic, isStruck, isOutlined, hasShadow] { writer.value(flag) }
    writer.value(underline)
    writer.value(position)
    writer.value(colour)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init()
    name = try reader.value()
    size = try reader.value()
    isBold = try reader.value()
    isItalic = try reader.value()
    isStruck = try reader.value()
    isOutlined = try reader.value()
    hasShadow = try reader.value()
    underline = try reader.value()
    position = try reader.value()
    colour = try reader.value()
  }
}

extension ColourReading: WireValue {
  func write(to writer: inout ByteWriter) {
    switch self {
    case .automatic: writer.byte(0)
    case .rgb(let text):
      writer.byte(1)
      writer.value(text)
    }
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    switch try reader.byte() {
    case 0: self = .automatic
    case 1: self = .rgb(try reader.value())
    default: throw .malformed
    }
  }
}

extension FillReading: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(pattern)
    writer.value(foreground)
    writer.value(background)
    writer.value(gradient)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init()
    pattern = try reader.value()
    foreground = try reader.value()
    background = try reader.value()
    gradient = try reader.value()
  }
}

extension BordersReading: WireValue {
  func write(to writer: inout ByteWriter) {
    for side in [left, right, top, bottom, diagonal] { writer.value(side) }
    writer.value(diagonalRunsUp)
    writer.value(diagonalRunsDown)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init()
    left = try reader.value()
    right = try reader.value()
    top = try reader.value()
    bottom = try reader.value()
    diagonal = try reader.value()
    diagonalRunsUp = try reader.value()
    diagonalRunsDown = try reader.value()
  }
}

extension BordersReading.Side: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(style)
    writer.value(colour)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init()
    style = try reader.value()
    colour = try reader.value()
  }
}

extension AlignmentReading: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(horizontal)
    writer.value(vertical)
    writer.value(wraps)
    writer.value(shrinks)
    writer.value(indent)
    writer.value(rotation)
    writer.value(readingOrder)
    writer.value(stretchesLastLine)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init()
    horizontal = try reader.value()
    vertical = try reader.value()
    wraps = try reader.value()
    shrinks = try reader.value()
    indent = try reader.value()
    rotation = try reader.value()
    readingOrder = try reader.value()
    stretchesLastLine = try reader.value()
  }
}
