import Diagnostics
import Domain
import Exports
import Layouts
import Readings
import SourceFiles
import TestSupport
import Testing

/// A table as another system exports it, written down as texts.
struct ExportGrid {
  var rows: [[String]]
  /// Merged cells: row and column where they begin, rows and columns that they cover.
  var merges: [(row: Int, column: Int, rows: Int, columns: Int)] = []
  var hidden: Set<Int> = []

  /// As a sheet of a workbook has it.
  var sheet: ExportSheet {
    var cells: [[Int: ExportCell]] = rows.enumerated().map { row, texts in
      Dictionary(
        uniqueKeysWithValues: texts.enumerated().compactMap { column, text in
          guard !text.isEmpty else { return nil }
          let merge = merges.first { $0.row == row && $0.column == column }
          return (
            column,
            ExportCell(
              text, at: Self.place(row, column), span: merge.map { ($0.rows, $0.columns) } ?? (1, 1)
            )
          )
        })
    }
    for merge in merges {
      guard let first = cells[merge.row][merge.column] else { continue }
      for row in merge.row..<(merge.row + merge.rows) {
        for column in merge.column..<(merge.column + merge.columns)
        where row != merge.row || column != merge.column {
          cells[row][column] = ExportCell(first.text, at: first.place, isCovered: true)
        }
      }
    }
    return ExportSheet(
      name: "表",
      rows: cells.enumerated().map { ExportRow(cells: $1, isHidden: hidden.contains($0)) })
  }

  static func place(_ row: Int, _ column: Int) -> Place {
    .cell(sheet: "表", reference: CellRange.reference(row: row, column: column), file: "导出.xlsx")
  }
}

/// What exports are read with in these tests: the words of a real set.
enum ExportKnowledge {
  static let units = ["431001": "某某县农业局（本级）", "431002": "某某县农技站"]

  static func context(
    _ table: ExportTable, units: [String: String]? = units
  ) throws -> ExportContext {
    let library = LayoutLibrary(root: Project.url("Layouts"))
    let set = try #require(library.load("shanxi-2023", extent: []).value)
    let words = try #require(ExportWords.load(from: library.root).value)
    return ExportContext(table: table, vocabulary: set.vocabulary, words: words, units: units)
  }
}
