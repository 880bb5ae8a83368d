internal import Readings

extension PrintSetupReading: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(paper)
    writer.value(orientation)
    writer.value(margins)
    writer.value(fitsToPages)
    for number in [fitWidth, fitHeight, scale] { writer.value(number) }
    writer.value(firstPageNumber)
    for flag in [
      runsOverThenDown, centresHorizontally, centresVertically, printsGridLines, printsHeadings,
      isBlackAndWhite,
    ] { writer.value(flag) }
    writer.value(headerFooter)
    writer.value(printArea)
    writer.value(titleRows)
    writer.value(titleColumns)
    writer.value(rowBreaks)
    writer.value(columnBreaks)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init()
    paper = try reader.value()
    orientation = try reader.value()
    margins = try reader.value()
    fitsToPages = try reader.value()
    fitWidth = try reader.value()
    fitHeight = try reader.value()
    scale = try reader.value()
    firstPageNumber = try reader.value()
    runsOverThenDown = try reader.value()
    centresHorizontally = try reader.value()
    centresVertically = try reader.value()
    printsGridLines = try reader.value()
    printsHeadings = try reader.value()
    isBlackAndWhite = try reader.value()
    headerFooter = try reader.value()
    printArea = try reader.value()
    titleRows = try reader.value()
    titleColumns = try reader.value()
    rowBreaks = try reader.value()
    columnBreaks = try reader.value()
  }
}

extension PrintSetupReading.Margins: WireValue {
  func write(to writer: inout ByteWriter) {
    for length in [left, right, top, bottom, header, footer] { writer.value(length) }
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(
      left: try reader.value(), right: try reader.value(), top: try reader.value(),
      bottom: try reader.value(), header: try reader.value(), footer: try reader.value())
  }
}

extension PrintSetupReading.HeaderFooter: WireValue {
  func write(to writer: inout ByteWriter) {
    for text in [oddHeader, oddFooter, evenHeader, evenFooter, firstHeader, firstFooter] {
      writer.value(text)
    }
    writer.value(differsOnEvenPages)
    writer.value(differsOnFirstPage)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init()
    oddHeader = try reader.value()
    oddFooter = try reader.value()
    evenHeader = try reader.value()
    evenFooter = try reader.value()
    firstHeader = try reader.value()
    firstFooter = try reader.value()
    differsOnEvenPages = try reader.value()
    differsOnFirstPage = try reader.value()
  }
}

extension ClosedRange: WireValue where Bound == Int {
  func write(to writer: inout ByteWriter) {
    writer.value(lowerBound)
    writer.value(upperBound)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    let (lower, upper) = (try reader.integer(), try reader.integer())
    guard lower <= upper else { throw .malformed }
    self = lower...upper
  }
}
