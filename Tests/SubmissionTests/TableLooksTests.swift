import Documents
import Foundation
import Geometry
import Reckoning
import Submission
import TestSupport
import Testing
import Typesetting

/// The positioned boxes of forms and self-evaluations, held against what a reader expects of a table.
@Suite("The looks of the tables") struct TableLooksTests {
  private static let dossiers = [
    "Examples/xiangyuan-2023", "Tests/Fixtures/lanchuan-education-2023",
    "Examples/putuo-finance-2024",
  ]

  @Test("in 01, 04 and 06 names are broken only where no column had room to give")
  func names() throws {
    for dossier in Self.dossiers {
      for form in try forms(dossier) where ["01", "04", "06"].contains(form.name) {
        let spare = spareWidth(of: form.cells, leasts: form.leasts)
        for cell in form.cells
        where (cell.role == .name || cell.role == .label) && cell.lines.count > 1 {
          let em = cell.lines[0].box.size.height
          let whole = cell.lines.map(\.box.size.width).sum() + indent(cell) + .mm(1)
          let lacking = whole - cell.box.size.width
          let others = spare.filter { $0.key != cell.columns.lowerBound }.map(\.value).sum()
          #expect(lacking + em > others, "\(form.name): \(cell.text) lacks \(lacking)")
        }
      }
    }
  }

  /// How much of each column neither the set's least width needs nor a text of its own.
  private func spareWidth(of cells: [PlacedCell], leasts: [Length]) -> [Int: Length] {
    Dictionary(grouping: cells.filter { $0.columns.count == 1 }, by: \.columns.lowerBound)
      .mapValues { own in
        let needed = own.map { cell in
          (cell.lines.map(\.box.size.width).max() ?? .zero) + indent(cell)
            + .mm(cell.role == .figure ? 1.5 : 1)
        }
        let least = max(leasts[own[0].columns.lowerBound], needed.max() ?? .zero)
        return max(.zero, own[0].box.size.width - least)
      }
  }

  /// How far from the left edge the text of a cell begins: names of accounts by their level.
  private func indent(_ cell: PlacedCell) -> Length {
    guard cell.role == .name, let first = cell.lines.first else { return .mm(1) }
    return first.box.minX - cell.box.minX
  }

  /// A form or a self-evaluation with its cells on all pages.
  private struct PlacedForm {
    let name: String
    let cells: [PlacedCell]
    /// The least widths that the set gives its columns.
    let leasts: [Length]
  }

  private func forms(_ dossier: String) throws -> [PlacedForm] {
    let url =
      dossier.hasPrefix("/") ? URL(fileURLWithPath: dossier) : Project.url(dossier)
    let sample = try SampleSubmission(url)
    let leasts = Dictionary(
      uniqueKeysWithValues: sample.document.sheets.map { form in
        (form.number, form.table.columns.map(\.widths.lowerBound))
      })
    let pages = sample.typeset.pages.filter { page in
      page.cells.contains { $0.block == nil }
    }
    return Dictionary(grouping: pages, by: \.form).sorted { $0.key < $1.key }
      .map { name, pages in
        PlacedForm(
          name: name, cells: pages.flatMap(\.cells).filter { $0.block == nil },
          leasts: leasts[name] ?? [])
      }
  }
}
