internal import Readings

extension ColourReading {
  /// Reads an element that names a colour.
  ///
  /// - Parameter palette: the colours that files name by number.
  init(_ values: XMLAttributes, palette: ColourPalette) {
    var digits: String?
    if let rgb = values["rgb"] {
      digits = String(rgb.uppercased().suffix(6))
    } else if let theme = values.int("theme"), palette.theme.indices.contains(theme) {
      digits = palette.theme[theme]
    } else if let index = values.int("indexed"), palette.indexed.indices.contains(index) {
      digits = palette.indexed[index]
    }
    // 64 and 65 are the system's own colours of text and ground.
    guard let digits else {
      self = .automatic
      return
    }
    self = .rgb("FF" + Tint(values.double("tint") ?? 0).applied(to: digits))
  }
}

extension FontReading {
  /// Reads a font of the style table, or of a part of a text.
  init(_ stream: inout XMLStream, palette: ColourPalette) throws(FileFault) {
    var font = FontReading()
    try stream.children { (stream) throws(FileFault) in
      let values = try XMLAttributes(stream)
      switch stream.name {
      case "name", "rFont": font.name = values["val"] ?? ""
      case "sz": font.size = values.double("val") ?? 0
      case "b": font.isBold = values.bool("val", default: true)
      case "i": font.isItalic = values.bool("val", default: true)
      case "strike": font.isStruck = values.bool("val", default: true)
      case "outline": font.isOutlined = values.bool("val", default: true)
      case "shadow": font.hasShadow = values.bool("val", default: true)
      case "u": font.underline = Self.word(values["val"] ?? "single", none: "none")
      case "vertAlign": font.position = Self.word(values["val"] ?? "", none: "baseline")
      case "color": font.colour = ColourReading(values, palette: palette)
      default: break
      }
    }
    self = font
  }

  /// The word, but empty where it says that there is nothing.
  private static func word(_ word: String, none: String) -> String { word == none ? "" : word }
}

extension FillReading {
  /// Reads a fill of the style table.
  init(_ stream: inout XMLStream, palette: ColourPalette) throws(FileFault) {
    var fill = FillReading()
    try stream.children { (stream) throws(FileFault) in
      guard stream.isNamed("patternFill") else {
        if stream.isNamed("gradientFill") {
          fill.pattern = "gradient"
          fill.gradient = try XMLSpelling(&stream, palette: palette).text
        }
        return
      }
      fill.pattern = try stream.attribute("patternType") ?? "none"
      try stream.children { (stream) throws(FileFault) in
        let colour = ColourReading(try XMLAttributes(stream), palette: palette)
        if stream.isNamed("fgColor") { fill.foreground = colour }
        if stream.isNamed("bgColor") { fill.background = colour }
      }
    }
    self = fill
  }
}

extension BordersReading {
  /// Reads the lines of an entry of the style table.
  init(_ stream: inout XMLStream, palette: ColourPalette) throws(FileFault) {
    var borders = BordersReading()
    let values = try XMLAttributes(stream)
    borders.diagonalRunsUp = values.bool("diagonalUp")
    borders.diagonalRunsDown = values.bool("diagonalDown")
    try stream.children { (stream) throws(FileFault) in
      let name = stream.name
      var side = Side()
      side.style = try stream.attribute("style") ?? "none"
      try stream.children { (stream) throws(FileFault) in
        side.colour = ColourReading(try XMLAttributes(stream), palette: palette)
      }
      switch name {
      case "left", "start": borders.left = side
      case "right", "end": borders.right = side
      case "top": borders.top = side
      case "bottom": borders.bottom = side
      case "diagonal": borders.diagonal = side
      default: break
      }
    }
    self = borders
  }
}

extension AlignmentReading {
  /// Reads how a style aligns.
  init(_ values: XMLAttributes) {
    self.init()
    horizontal = values["horizontal"] ?? "general"
    vertical = values["vertical"] ?? "bottom"
    wraps = values.bool("wrapText")
    shrinks = values.bool("shrinkToFit")
    indent = values.int("indent") ?? 0
    rotation = values.int("textRotation") ?? 0
    readingOrder = values.int("readingOrder") ?? 0
    stretchesLastLine = values.bool("justifyLastLine")
  }
}
