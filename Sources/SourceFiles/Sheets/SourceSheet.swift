public import Diagnostics

/// A sheet of a workbook that a person filled in: what its cells say, row by row.
///
/// Numbers are plain decimals, days are written as in a text (`2024-09-20`); how a file stores them is
/// known no more.
public struct SourceSheet: Sendable {
  /// The name on its tab.
  public let name: String
  /// The rows that say something, each from the first column to the last that says something; what a
  /// cell says has no blanks around it that people cannot see.
  public let rows: [[CSVField]]

  /// A sheet with its rows; every field's place is its cell.
  public init(name: String, rows: [[CSVField]]) {
    self.name = name
    self.rows = rows.filter { row in row.contains { !$0.text.isEmpty } }
  }

  /// The sheet as a whole.
  public var place: SourcePlace { SourcePlace(sheet: name) }
}

extension SourceSheet {
  /// A sheet of texts as they were typed, each treated like the characters of a text file: what shows
  /// nothing is left out, and told, with its cell.
  public static func reading(
    _ name: String, rows: [[CSVField]], family: String
  ) -> Loaded<SourceSheet> {
    var findings: [Finding] = []
    let rows = rows.map { row in
      row.map { field in
        let check = CharacterCheck(field.text.usualLineEnds, file: name, family: family)
        findings += check.findings.map { $0.moved(to: field.place) }
        return CSVField(text: check.text, place: field.place)
      }
    }
    return Loaded(SourceSheet(name: name, rows: rows), findings)
  }
}

extension String {
  /// With one kind of line end, and a blank for each tab.
  fileprivate var usualLineEnds: String {
    guard utf8.contains(where: { $0 == 0x0D || $0 == 0x09 }) else { return self }
    return replacing("\r\n", with: "\n").replacing("\r", with: "\n").replacing("\t", with: " ")
  }
}
