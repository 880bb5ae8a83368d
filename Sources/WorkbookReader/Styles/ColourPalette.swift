/// Colours that files name by number, six hexadecimal capitals each.
struct ColourPalette {
  /// The workbook's own colours where its style table gives some, otherwise the format's.
  var indexed = Self.standard
  /// The theme's colours in the order in which cells count them: light and dark ground and text
  /// first, then six accents and two for links.
  var theme = Self.office

  /// The palette of the style table.
  ///
  /// It stands at the table's end, after the fonts that use it, so the part is read twice.
  mutating func readIndexed(_ stream: inout XMLStream) throws(FileFault) {
    var own: [String] = []
    try stream.children { (stream) throws(FileFault) in
      guard stream.isNamed("colors") else { return }
      try stream.children { (stream) throws(FileFault) in
        guard stream.isNamed("indexedColors") else { return }
        try stream.children { (stream) throws(FileFault) in
          try stream.limit(own.count, to: 256, "调色板的颜色")
          own.append(String((try stream.attribute("rgb") ?? "000000").uppercased().suffix(6)))
        }
      }
    }
    if !own.isEmpty { indexed = own }
  }

  /// The colours of a theme; those that it does not name stay as they are.
  mutating func readTheme(_ stream: inout XMLStream) throws(FileFault) {
    var colours = theme
    try stream.children { (stream) throws(FileFault) in
      guard stream.isNamed("themeElements") else { return }
      try stream.children { (stream) throws(FileFault) in
        guard stream.isNamed("clrScheme") else { return }
        try stream.children { (stream) throws(FileFault) in
          guard let place = Self.names.firstIndex(of: stream.name) else { return }
          try stream.children { (stream) throws(FileFault) in
            let values = try XMLAttributes(stream)
            // A colour of the system is noted with what it last was.
            let colour = stream.isNamed("sysClr") ? values["lastClr"] : values["val"]
            if let colour, colour.utf8.count == 6 { colours[place] = colour.uppercased() }
          }
        }
      }
    }
    theme = colours
  }

  /// The colour of a theme that drawings call by name: `accent1`, `tx1`; nil for other names.
  func schemeColour(_ name: String) -> String? {
    let known = ["bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"][name] ?? name
    return Self.names.firstIndex(of: known).map { theme[$0] }
  }

  /// The theme's colours by their names, in the order of their numbers in cells: Excel counts light
  /// before dark, the file has them the other way round.
  private static let names = [
    "lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
    "hlink", "folHlink",
  ]

  /// The theme of a workbook that brings none: Office's own.
  private static let office = [
    "FFFFFF", "000000", "EEECE1", "1F497D", "4F81BD", "C0504D", "9BBB59", "8064A2", "4BACC6",
    "F79646", "0000FF", "800080",
  ]

  /// The colours of ISO/IEC 29500-1, 18.8.27: 0–7 and again 8–15 the eight pure ones, then 48 more.
  private static let standard: [String] = {
    let pure = [
      "000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF",
    ]
    let others = [
      "800000", "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080",
      "9999FF", "993366", "FFFFCC", "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF",
      "000080", "FF00FF", "FFFF00", "00FFFF", "800080", "800000", "008080", "0000FF",
      "00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF", "FFCC99",
      "3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696",
      "003366", "339966", "003300", "333300", "993300", "993366", "333399", "333333",
    ]
    return pure + pure + others
  }()
}
