internal import Readings

extension PrintSetupReading {
  /// Takes an element of a sheet if it is about printing.
  mutating func read(_ stream: inout XMLStream) throws(FileFault) {
    switch stream.name {
    case "printOptions":
      let values = try XMLAttributes(stream)
      centresHorizontally = values.bool("horizontalCentered")
      centresVertically = values.bool("verticalCentered")
      printsGridLines = values.bool("gridLines")
      printsHeadings = values.bool("headings")
    case "pageMargins":
      let values = try XMLAttributes(stream)
      margins = Margins(
        left: values.double("left") ?? 0, right: values.double("right") ?? 0,
        top: values.double("top") ?? 0, bottom: values.double("bottom") ?? 0,
        header: values.double("header") ?? 0, footer: values.double("footer") ?? 0)
    case "pageSetup": readPage(try XMLAttributes(stream))
    case "headerFooter": try readHeaderFooter(&stream)
    case "rowBreaks": rowBreaks = try Self.breaks(&stream)
    case "colBreaks": columnBreaks = try Self.breaks(&stream)
    default: break
    }
  }

  private mutating func readPage(_ values: XMLAttributes) {
    paper = values.int("paperSize")
    orientation = values["orientation"].flatMap(Orientation.init) ?? .unset
    scale = values.int("scale") ?? 100
    fitWidth = values.int("fitToWidth") ?? 1
    fitHeight = values.int("fitToHeight") ?? 1
    runsOverThenDown = values["pageOrder"] == "overThenDown"
    isBlackAndWhite = values.bool("blackAndWhite")
    if values.bool("useFirstPageNumber") { firstPageNumber = values.int("firstPageNumber") ?? 1 }
  }

  private mutating func readHeaderFooter(_ stream: inout XMLStream) throws(FileFault) {
    var result = HeaderFooter()
    let values = try XMLAttributes(stream)
    result.differsOnEvenPages = values.bool("differentOddEven")
    result.differsOnFirstPage = values.bool("differentFirst")
    try stream.children { (stream) throws(FileFault) in
      let name = stream.name
      let text = XMLEscapes.decoded(try stream.text())
      switch name {
      case "oddHeader": result.oddHeader = text
      case "oddFooter": result.oddFooter = text
      case "evenHeader": result.evenHeader = text
      case "evenFooter": result.evenFooter = text
      case "firstHeader": result.firstHeader = text
      case "firstFooter": result.firstFooter = text
      default: break
      }
    }
    headerFooter = result
  }

  /// Breaks set by hand; the number counts what stands before the break.
  private static func breaks(_ stream: inout XMLStream) throws(FileFault) -> [Int] {
    var places: [Int] = []
    try stream.children { (stream) throws(FileFault) in
      let values = try XMLAttributes(stream)
      if values.bool("man"), let place = values.int("id") { places.append(place) }
    }
    return places.sorted()
  }
}
