internal import Diagnostics
internal import FoundationEssentials
internal import SourceFiles

/// The radicals of Unicode with the ordinary characters that look like them (`Fonts/radicals.csv`).
///
/// A radical gets into a text by copying from a PDF whose fonts draw both with one glyph. Nobody sees
/// it, and nobody finds the name by searching.
struct RadicalTable {
  /// The table's name as messages print it.
  static let name = "Fonts/radicals.csv"

  private let ordinary: [Unicode.Scalar: Unicode.Scalar]

  /// The character that a radical stands for; nil where it stands for none.
  func ordinary(_ radical: Unicode.Scalar) -> Unicode.Scalar? { ordinary[radical] }

  /// Whether the character is in one of the two blocks of radicals; only then the table is needed.
  static func mayHold(_ scalar: Unicode.Scalar) -> Bool { (0x2E80...0x2FDF).contains(scalar.value) }

  /// Reads the table in the folder: two columns of characters that count, the others for people.
  static func load(from folder: URL) -> Loaded<RadicalTable> {
    let source = SourceText.read(
      folder.appendingPathComponent("radicals.csv"), as: name, family: "F")
    guard let text = source.value else { return Loaded(nil, source.findings) }
    var ordinary: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (index, line) in text.lines.enumerated().dropFirst() where !line.isEmpty {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count == 4, let radical = scalar(fields[0]), let character = scalar(fields[2]),
        mayHold(radical), codePoint(radical) == fields[1], codePoint(character) == fields[3]
      else {
        let place = SourcePlace(file: name, line: index + 1)
        return Loaded(nil, [FontFileFault.radicalTable.finding(at: place)])
      }
      ordinary[radical] = character
    }
    return Loaded(RadicalTable(ordinary: ordinary), [])
  }

  private static func scalar(_ field: Substring) -> Unicode.Scalar? {
    field.unicodeScalars.count == 1 ? field.unicodeScalars.first : nil
  }
}

/// `U+4E00`.
func codePoint(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
