internal import Readings

/// The style table of a workbook.
struct StylesPart {
  /// An entry of the table as it points to the lists of fonts, fills and so on.
  private struct Entry {
    var numberFormat = 0
    var font = 0
    var fill = 0
    var border = 0
    var alignment = AlignmentReading()
    var isLocked = true
    var hidesFormula = false
  }

  /// Items of a list; Excel itself knows no more styles (its published limits).
  private static let most = 65_536

  private var formats: [Int: String] = [:]
  private var fonts: [FontReading] = []
  private var fills: [FillReading] = []
  private var borders: [BordersReading] = []
  private var entries: [Entry] = []
  /// What rules for the looks of cells set, by number.
  private(set) var differences: [String] = []

  /// Reads the part.
  ///
  /// - Parameter palette: the workbook's colours by number.
  init(_ stream: inout XMLStream, palette: ColourPalette) throws(FileFault) {
    guard stream.isNamed("styleSheet") else { throw stream.fault("根元素不是 styleSheet") }
    var part = Self()
    try stream.children { (stream) throws(FileFault) in
      try part.readList(&stream, palette: palette)
    }
    self = part
  }

  private init() {}

  private mutating func readList(
    _ stream: inout XMLStream, palette: ColourPalette
  ) throws(FileFault) {
    switch stream.name {
    case "numFmts":
      try stream.children { (stream) throws(FileFault) in
        let values = try XMLAttributes(stream)
        guard let id = values.int("numFmtId"), let code = values["formatCode"] else { return }
        try stream.limit(formats.count, to: Self.most, "数字格式")
        formats[id] = XMLEscapes.decoded(code)
      }
    case "fonts":
      try stream.children { (stream) throws(FileFault) in
        try stream.limit(fonts.count, to: Self.most, "字体")
        fonts.append(try FontReading(&stream, palette: palette))
      }
    case "fills":
      try stream.children { (stream) throws(FileFault) in
        try stream.limit(fills.count, to: Self.most, "填充")
        fills.append(try FillReading(&stream, palette: palette))
      }
    case "borders":
      try stream.children { (stream) throws(FileFault) in
        try stream.limit(borders.count, to: Self.most, "边框")
        borders.append(try BordersReading(&stream, palette: palette))
      }
    case "cellXfs":
      try stream.children { (stream) throws(FileFault) in
        try stream.limit(entries.count, to: Self.most, "样式")
        entries.append(try Self.entry(&stream))
      }
    case "dxfs":
      try stream.children { (stream) throws(FileFault) in
        try stream.limit(differences.count, to: Self.most, "条件格式的样式")
        differences.append(try XMLSpelling(&stream, palette: palette).inside)
      }
    default: break
    }
  }

  private static func entry(_ stream: inout XMLStream) throws(FileFault) -> Entry {
    let values = try XMLAttributes(stream)
    var entry = Entry()
    entry.numberFormat = values.int("numFmtId") ?? 0
    entry.font = values.int("fontId") ?? 0
    entry.fill = values.int("fillId") ?? 0
    entry.border = values.int("borderId") ?? 0
    try stream.children { (stream) throws(FileFault) in
      let values = try XMLAttributes(stream)
      if stream.isNamed("alignment") {
        entry.alignment = AlignmentReading(values)
      } else if stream.isNamed("protection") {
        entry.isLocked = values.bool("locked", default: true)
        entry.hidesFormula = values.bool("hidden")
      }
    }
    return entry
  }

  /// The styles that cells point to; what points nowhere is as in a plain cell.
  var styles: [StyleReading] {
    entries.map { entry in
      var style = StyleReading()
      style.numberFormat =
        formats[entry.numberFormat] ?? BuiltInNumberFormats.code(entry.numberFormat)
      if fonts.indices.contains(entry.font) { style.font = fonts[entry.font] }
      if fills.indices.contains(entry.fill) { style.fill = fills[entry.fill] }
      if borders.indices.contains(entry.border) { style.borders = borders[entry.border] }
      style.alignment = entry.alignment
      style.isLocked = entry.isLocked
      style.hidesFormula = entry.hidesFormula
      return style
    }
  }
}
