import Foundation
import Testing
import TestSupport

/// The cells of a workbook as openpyxl reads them, found by what is printed beside and above them.
struct WorkbookCells {
  /// The values by sheet, row and column (both from 1); numbers as their shortest decimal text.
  private var sheets: [String: [Int: [Int: String]]] = [:]
  private var numbers: Set<String> = []

  init(_ url: URL) throws {
    let venv = Project.url(".venv/bin/python").path
    let python = FileManager.default.isExecutableFile(atPath: venv) ? venv : "python3"
    let script = Project.url("Tests/Tools/dump_xlsx.py").path
    let result = try run(python, [script, "--values", url.path])
    try #require(result.status == 0, "\(result.errors)")
    for line in result.output.split(separator: "\n") {
      let fields = line.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false)
      guard fields.count == 4 else { continue }
      let (row, column) = Self.position(String(fields[1]))
      sheets[String(fields[0]), default: [:]][row, default: [:]][column] = String(fields[3])
      if fields[2] == "number" { numbers.insert("\(fields[0])!\(row),\(column)") }
    }
  }

  /// A1 notation as row and column.
  private static func position(_ address: String) -> (Int, Int) {
    let letters = address.prefix { $0.isLetter }
    let column = letters.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 }
    return (Int(address.dropFirst(letters.count)) ?? 0, column)
  }

  /// The text of a figure cell; numbers with `decimals` decimals and thousands separated.
  ///
  /// - Returns: nil where the sheet has no such row or column.
  func printed(form: String, row: String, column: String) -> String? {
    guard let sheet = sheets["公开\(form)表"],
      let (line, column) = locate(row, column, in: sheet)
    else { return nil }
    guard let value = sheet[line]?[column], !value.isEmpty else { return "" }
    guard numbers.contains("公开\(form)表!\(line),\(column)") else { return value }
    let isCount = form == "10" && (Int(row.dropFirst()) ?? 0) >= 7
    return Self.formatted(value, decimals: isCount ? 0 : 2)
  }

  private static func formatted(_ number: String, decimals: Int) -> String {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    let isNegative = parts[0].hasPrefix("-")
    var whole = String(isNegative ? parts[0].dropFirst() : parts[0])
    var fraction = parts.count > 1 ? String(parts[1]) : ""
    if decimals > 0 {
      fraction += String(repeating: "0", count: max(0, decimals - fraction.count))
    } else if fraction == "0" {
      fraction = ""
    }
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
  private func locate(
    _ row: String, _ column: String, in sheet: [Int: [Int: String]]
  ) -> (Int, Int)? {
    let lines = sheet.keys.sorted()
    // The numbers of the columns stand in the row that begins with 栏次, or in form 09 alone.
    let numbering = lines.first { line in
      let texts = sheet[line].map { Set($0.values) } ?? []
      return texts.contains("栏次") || texts.isSuperset(of: (1...12).map(String.init))
    }
    let heading = lines.last { line in sheet[line]?.values.contains(column) ?? false }
    let header = Int(column) == nil ? heading : numbering
    guard let header, let titles = sheet[header] else { return nil }
    if row == "数据" {
      return titles.first { $0.value == column }.map { (header + 1, $0.key) }
    }
    let name = row.hasPrefix("行") ? String(row.dropFirst()) : row
    let firstBody = Int(column) == nil ? (lines.first { sheet[$0]?.values.contains(column) ?? false } ?? 0) : header
    for line in lines where line > firstBody {
      for (position, text) in (sheet[line] ?? [:]).sorted(by: { $0.key < $1.key }) where text == name {
        // Several blocks stand side by side: the next column of that title belongs to this row.
        let candidates = allTitles(column, in: sheet, above: line).filter { $0 > position }
        if let target = candidates.min() { return (line, target) }
      }
    }
    return nil
  }

  /// The columns over which a title stands above a line.
  private func allTitles(
    _ title: String, in sheet: [Int: [Int: String]], above line: Int
  ) -> Set<Int> {
    Set(
      sheet.filter { $0.key < line }.flatMap { $0.value.filter { $0.value == title }.map(\.key) })
  }
}
