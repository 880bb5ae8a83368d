internal import Readings

extension SheetItem.Kind: WireValue {}

extension SheetItem: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(kind)
    writer.value(ranges)
    writer.value(position)
    writer.value(text)
    writer.value(formulas)
    writer.value(details)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(try reader.value())
    ranges = try reader.value()
    position = try reader.value()
    text = try reader.value()
    formulas = try reader.value()
    details = try reader.value()
  }
}

extension SheetViewReading: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(mode)
    writer.value(zoom)
    for flag in [
      showsFormulas, showsZeros, showsHeadings, runsRightToLeft, showsOutlineSymbols,
    ] {
      writer.value(flag)
    }
    writer.value(split)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init()
    mode = try reader.value()
    zoom = try reader.value()
    showsFormulas = try reader.value()
    showsZeros = try reader.value()
    showsHeadings = try reader.value()
    runsRightToLeft = try reader.value()
    showsOutlineSymbols = try reader.value()
    split = try reader.value()
  }
}
