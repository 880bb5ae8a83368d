internal import Readings

extension ReadPage: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(number)
    writer.value(label)
    writer.value(width)
    writer.value(height)
    writer.value(lines)
    writer.value(links)
    writer.value(grids)
    writer.value(turnedLines)
    writer.value(isPicture)
    writer.value(areRulesKnown)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(
      number: try reader.value(), label: try reader.value(), width: try reader.value(),
      height: try reader.value(), lines: try reader.value(), links: try reader.value(),
      grids: try reader.value(), turnedLines: try reader.value(),
      isPicture: try reader.value(), areRulesKnown: try reader.value())
  }
}

extension ReadLine: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(text)
    writer.value(box)
    writer.value(words)
    writer.value(runs)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(
      text: try reader.value(), box: try reader.value(), words: try reader.value(),
      runs: try reader.value())
  }
}

extension ReadWord: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(text)
    writer.value(box)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(text: try reader.value(), box: try reader.value())
  }
}

extension ReadRun: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(text)
    writer.value(box)
    writer.value(font)
    writer.value(size)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(
      text: try reader.value(), box: try reader.value(), font: try reader.value(),
      size: try reader.value())
  }
}

extension ReadBox: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.double(left)
    writer.double(top)
    writer.double(right)
    writer.double(bottom)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(
      left: try reader.double(), top: try reader.double(), right: try reader.double(),
      bottom: try reader.double())
  }
}

extension ReadLink: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(area)
    writer.value(target)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(area: try reader.value(), target: try reader.value())
  }
}

extension ReadGrid: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(columns)
    writer.value(rows)
    writer.value(cells)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(columns: try reader.value(), rows: try reader.value(), cells: try reader.value())
    guard columns.count > 1, rows.count > 1 else { throw .malformed }
    for cell in cells {
      guard cell.row + cell.rowSpan < rows.count, cell.column + cell.columnSpan < columns.count
      else { throw .malformed }
    }
  }
}

extension ReadGrid.Cell: WireValue {
  func write(to writer: inout ByteWriter) {
    for number in [row, column, rowSpan, columnSpan] { writer.value(number) }
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(
      row: try reader.value(), column: try reader.value(), rowSpan: try reader.value(),
      columnSpan: try reader.value())
    guard row >= 0, column >= 0, rowSpan >= 1, columnSpan >= 1 else { throw .malformed }
  }
}
