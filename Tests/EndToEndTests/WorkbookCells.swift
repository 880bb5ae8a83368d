import Foundation
import TestSupport
import Testing

/// The cells of a workbook as openpyxl reads them, found by what is printed beside and above them.
struct WorkbookCells {
  /// The cells of a sheet by row and column, both from 1.
  private typealias Cells = [Int: [Int: String]]

  private var texts: [String: Cells] = [:]
  /// Numbers as their shortest decimal text.
  private var numbers: [String: Cells] = [:]

  init(_ url: URL) throws {
    let script = Project.url("Tests/Tools/dump_xlsx.py").path
    let result = try python([script, "--values", url.path])
    try #require(result.status == 0, "\(result.errors)")
    for line in result.output.split(separator: "\n") {
      let fields = line.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false)
        .map(String.init)
      guard fields.count == 4 else { continue }
      let (row, column) = Self.position(fields[1])
      if fields[2] == "n" {
        numbers[fields[0], default: [:]][row, default: [:]][column] = fields[3]
      } else {
        texts[fields[0], default: [:]][row, default: [:]][column] = fields[3]
      }
    }
  }

  /// A1 notation as row and column.
  private static func position(_ address: String) -> (Int, Int) {
    let letters = address.prefix { $0.isLetter }
    let column = letters.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 }
    return (Int(address.dropFirst(letters.count)) ?? 0, column)
  }

  /// What a figure cell shows, by its address `form!row.column`.
  func printed(at address: String) -> String? {
    let (form, rest) = Self.split(address, at: "!")
    let (row, column) = Self.split(rest, at: ".")
    return printed(form: form, row: row, column: column)
  }

  private static func split(_ text: String, at separator: Character) -> (String, String) {
    let index = text.firstIndex(of: separator) ?? text.endIndex
    return (String(text[..<index]), String(text[index...].dropFirst()))
  }

  /// What a figure cell shows: a number with its decimals and thousands separated, a text, or an
  /// empty text for a blank.
  ///
  /// - Returns: nil where the sheet has no such row or column.
  func printed(form: String, row: String, column: String) -> String? {
    let name = "公开\(form)表"
    guard let sheet = texts[name], let (line, position) = locate(row, column, in: sheet) else {
      return nil
    }
    guard let number = numbers[name]?[line]?[position] else { return sheet[line]?[position] ?? "" }
    let isCount = form == "10" && (Int(row.dropFirst()) ?? 0) >= 7
    return Self.formatted(number, decimals: isCount ? 0 : 2)
  }

  private static func formatted(_ number: String, decimals: Int) -> String {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    let isNegative = parts[0].hasPrefix("-")
    var whole = String(isNegative ? parts[0].dropFirst() : parts[0])
    var fraction = parts.count > 1 ? String(parts[1]) : ""
    fraction += String(repeating: "0", count: max(0, decimals - fraction.count))
    if decimals == 0, fraction == "0" { fraction = "" }
    var groups: [String] = []
    while decimals > 0, whole.count > 3 {
      groups.insert(String(whole.suffix(3)), at: 0)
      whole.removeLast(3)
    }
    groups.insert(whole, at: 0)
    return (isNegative ? "-" : "") + groups.joined(separator: ",")
      + (fraction.isEmpty ? "" : ".\(fraction)")
  }

  /// Where a figure stands: its row by account code, line number or label, its column by 栏次 or
  /// heading.
  private func locate(_ row: String, _ column: String, in sheet: Cells) -> (Int, Int)? {
    let lines = sheet.keys.sorted()
    if row == "数据" {
      // Form 09: below the one row that holds all twelve numbers.
      let numbers = Set((1...12).map(String.init))
      guard let header = lines.first(where: { numbers.isSubset(of: (sheet[$0] ?? [:]).values) }),
        let position = sheet[header]?.first(where: { $0.value == column })?.key
      else { return nil }
      return (header + 1, position)
    }
    let name = row.hasPrefix("行") ? String(row.dropFirst()) : row
    for line in lines {
      let titles = columns(titled: column, in: sheet, above: line)
      guard !titles.isEmpty else { continue }
      let cells = (sheet[line] ?? [:]).sorted { $0.key < $1.key }
      for (position, text) in cells where text == name {
        // Several blocks stand side by side: the next column of that title belongs to this row; but
        // a wording that nothing follows may run over several blocks.
        let behind = titles.filter { $0 > position }.sorted()
        let isLast = cells.last?.key == position
        if let target = isLast ? behind.last : behind.first { return (line, target) }
      }
    }
    return nil
  }

  /// The columns over which a title stands above a line.
  private func columns(titled title: String, in sheet: Cells, above line: Int) -> Set<Int> {
    Set(
      sheet.filter { $0.key < line }.flatMap { _, cells in
        cells.filter { $0.value == title }.map(\.key)
      })
  }
}
