import Documents
import Foundation
import SpreadsheetOutput
import TestSupport
import Testing

/// A workbook as `Tests/Tools/dump_xlsx.py` reads it, which shares no code with the writer.
struct WorkbookDump {
  /// The lines about the workbook: name and value.
  let properties: [String: String]
  let sheets: [SheetDump]

  /// Reads a file.
  init(_ file: URL) throws {
    let text = try dump([file.path])
    var parts = text.components(separatedBy: "\n\n")
    let head = parts.removeFirst().split(separator: "\n").map { fields(String($0)) }
    properties = Dictionary(uniqueKeysWithValues: head.map { ($0[0], $0[1]) })
    sheets = parts.map { part in
      SheetDump(lines: part.split(separator: "\n").map { fields(String($0)) })
    }
  }

  /// A sheet by its name.
  func sheet(_ name: String) throws -> SheetDump {
    try #require(sheets.first { $0.fact("sheet") == name }, "no sheet \(name)")
  }
}

/// One sheet: lines of fields.
struct SheetDump {
  let lines: [[String]]

  /// The value of the first line of that name.
  func fact(_ name: String) -> String? { lines.first { $0[0] == name }?.dropFirst().first }

  /// The values of all lines of that name, fields joined by a space.
  func facts(_ name: String) -> [String] {
    lines.filter { $0[0] == name }.map { $0.dropFirst().joined(separator: " ") }
  }

  /// A cell by its address.
  func cell(_ address: String) throws -> CellDump {
    let line = try #require(lines.first { $0.starts(with: ["cell", address]) }, "no \(address)")
    return CellDump(
      type: line[2], value: line[3], format: line[4], alignment: line[5], borders: line[6],
      font: line[7])
  }

  /// The addresses of all cells.
  var addresses: [String] { lines.filter { $0[0] == "cell" }.map { $0[1] } }
}

struct CellDump: Equatable {
  let type: String
  let value: String
  let format: String
  let alignment: String
  let borders: String
  let font: String
}

/// Writes a document into a temporary folder and reads it back.
func written(_ forms: [FormSheet]) throws -> WorkbookDump {
  try withTemporaryFolder { folder in
    let file = folder.appendingPathComponent("out.xlsx")
    try writeSample(forms, to: file.path)
    return try WorkbookDump(file)
  }
}

/// Writes forms with the sample's style, fonts and a measure without fonts.
@discardableResult
func writeSample(_ forms: [FormSheet], to path: String) throws -> WorkbookSummary {
  try writeWorkbook(
    Sample.document(forms), measure: .fake, officialFont: Sample.officialFont, to: path)
}

/// What the dump script prints.
func dump(_ arguments: [String]) throws -> String {
  let result = try python([Project.url("Tests/Tools/dump_xlsx.py").path] + arguments)
  try #require(result.status == 0, "dump_xlsx.py: \(result.errors)")
  return result.output
}

private func fields(_ line: String) -> [String] { line.components(separatedBy: "\t") }
