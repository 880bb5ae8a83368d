/// Colours that files name by number.
enum ColourPalette {
  /// The workbook's own colours where its style table gives some, otherwise the format's.
  ///
  /// They stand at the table's end, after the fonts that use them, so the part is read twice.
  static func colours(_ stream: inout XMLStream) throws(FileFault) -> [String] {
    var own: [String] = []
    try stream.children { (stream) throws(FileFault) in
      guard stream.isNamed("colors") else { return }
      try stream.children { (stream) throws(FileFault) in
        guard stream.isNamed("indexedColors") else { return }
        try stream.children { (stream) throws(FileFault) in
          try stream.limit(own.count, to: 256, "调色板的颜色")
          own.append((try stream.attribute("rgb") ?? "FF000000").uppercased())
        }
      }
    }
    return own.isEmpty ? standard : own
  }

  /// The colours of ISO/IEC 29500-1, 18.8.27: 0–7 and again 8–15 the eight pure ones, then 48 more.
  static let standard: [String] = {
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
    return (pure + pure + others).map { "FF" + $0 }
  }()
}
