internal import Readings

/// A text of the shared table, or one that stands in its cell.
struct RichText {
  var text = ""
  /// Its parts where they have fonts of their own; empty for a plain text.
  var runs: [TextRun] = []

  /// Reads an element that holds a text (`si`, `is`); how Chinese is pronounced is left out.
  init(_ stream: inout XMLStream, palette: ColourPalette) throws(FileFault) {
    var result = Self()
    try stream.children { (stream) throws(FileFault) in
      if stream.isNamed("t") {
        result.text += try Self.piece(&stream)
      } else if stream.isNamed("r") {
        // Excel's limit for a text's characters is one for its parts.
        try stream.limit(result.runs.count, to: 32_767, "一段文字的格式")
        let run = try Self.run(&stream, palette: palette)
        result.text += run.text
        result.runs.append(run)
      }
    }
    self = result
  }

  private init() {}

  private static func run(
    _ stream: inout XMLStream, palette: ColourPalette
  ) throws(FileFault) -> TextRun {
    var run = TextRun(text: "")
    try stream.children { (stream) throws(FileFault) in
      if stream.isNamed("rPr") {
        run.font = try FontReading(&stream, palette: palette)
      } else if stream.isNamed("t") {
        run.text += try piece(&stream)
      }
    }
    return run
  }

  /// The text of an element `t`: blanks at its ends count only where the file says so, as in Excel.
  private static func piece(_ stream: inout XMLStream) throws(FileFault) -> String {
    let keepsBlanks = try stream.attribute("space") == "preserve"
    var bytes: [UInt8] = []
    try stream.readText(into: &bytes)
    let text = keepsBlanks ? bytes[...] : bytes.trimmingBlanks
    return XMLEscapes.decoded(String(decoding: text, as: UTF8.self))
  }
}

/// The table of texts that cells share.
enum SharedStringsPart {
  /// Reads the part.
  static func texts(
    _ stream: inout XMLStream, palette: ColourPalette
  ) throws(FileFault) -> [RichText] {
    guard stream.isNamed("sst") else { throw stream.fault("根元素不是 sst") }
    var texts: [RichText] = []
    var runs = 0
    try stream.children { (stream) throws(FileFault) in
      try stream.limit(texts.count, to: SheetContext.mostTexts, "共享文字")
      // A part with a font takes as much memory as two texts.
      try stream.limit(runs, to: SheetContext.mostTexts / 2, "共享文字的格式")
      texts.append(try RichText(&stream, palette: palette))
      runs += texts.last?.runs.count ?? 0
    }
    return texts
  }
}

extension [UInt8] {
  /// The bytes without blanks of XML at their ends.
  var trimmingBlanks: ArraySlice<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
    guard let first = firstIndex(where: { !isBlank($0) }),
      let last = lastIndex(where: { !isBlank($0) })
    else { return [] }
    return self[first...last]
  }
}
