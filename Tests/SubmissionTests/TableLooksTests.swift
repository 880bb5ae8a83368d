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
  ]

  @Test("rows of equally many lines are equally high", arguments: dossiers)
  func rowHeights(dossier: String) throws {
    for form in try forms(dossier) where !form.name.hasPrefix("自评") {
      var heights: [Int: Set<Int>] = [:]
      let bodies = form.cells.filter { !$0.isHeader && $0.span.count == 1 }
      for (_, row) in Dictionary(grouping: bodies, by: { "\($0.section) \($0.rows)" }) {
        let lines = max(1, row.map(\.lines.count).max() ?? 1)
        heights[lines, default: []].insert(hundredths(row[0].box.size.height))
      }
      #expect(heights.values.allSatisfy { $0.count == 1 }, "\(form.name): \(heights)")
    }
  }

  @Test("no heading has a single character in a line", arguments: dossiers)
  func orphans(dossier: String) throws {
    for form in try forms(dossier) {
      for cell in form.cells where cell.isHeader || cell.role == .side || cell.role == .group {
        let lines = cell.lines.map(\.text)
        let isBroken = lines.count > 1 && lines.contains { $0.count == 1 }
        #expect(!isBroken, "\(form.name): \(lines)")
      }
    }
  }

  @Test("nothing is cut off, and no type is smaller than 7 pt", arguments: dossiers)
  func wholeText(dossier: String) throws {
    for form in try forms(dossier) {
      for cell in form.cells {
        for line in cell.lines {
          #expect(line.box.size.height >= .pt(7))
          #expect(
            line.box.minX >= cell.box.minX && line.box.maxX <= cell.box.maxX,
            "\(form.name): \(line.text)")
          #expect(
            line.box.minY >= cell.box.minY - .pt(0.01)
              && line.box.maxY <= cell.box.maxY + .pt(0.01), "\(form.name): \(line.text)")
        }
      }
    }
  }

  @Test("figures end 1.5 mm before the rule at their right, dashes stand in the middle")
  func figures() throws {
    for dossier in Self.dossiers {
      for form in try forms(dossier) {
        for cell in form.cells where cell.role == .figure && !cell.lines.isEmpty {
          let gap = (cell.box.maxX - cell.lines[0].box.maxX).points
          let expected =
            cell.text == "——"
            ? (cell.lines[0].box.minX - cell.box.minX).points : Length.mm(1.5).points
          #expect(abs(gap - expected) < 0.01, "\(form.name): \(cell.text)")
        }
      }
    }
  }

  @Test("in 01, 04 and 06 names are broken only where no column had room to give")
  func names() throws {
    for dossier in Self.dossiers {
      for form in try forms(dossier) where ["01", "04", "06"].contains(form.name) {
        let spare = spareWidth(of: form.cells, leasts: form.leasts)
        for cell in form.cells
        where (cell.role == .name || cell.role == .label) && cell.lines.count > 1 {
          let em = cell.lines[0].box.size.height
          let whole = cell.lines.map(\.box.size.width).sum() + Length.mm(2)
          let lacking = whole - cell.box.size.width
          let others = spare.filter { $0.key != cell.columns.lowerBound }.map(\.value).sum()
          #expect(lacking + em > others, "\(form.name): \(cell.text) lacks \(lacking)")
        }
      }
    }
  }

  @Test("departments changed at random look as well", arguments: [3, 7, 19] as [UInt64])
  func changed(seed: UInt64) throws {
    let set = try SampleSubmission.layoutSet()
    var perturbation = DepartmentPerturbation(
      of: try SampleSubmission.model(of: SampleSubmission.example, by: set), seed: seed)
    let files = DepartmentFiles(perturbation.department())
      .all(invented: LedgerPerturbation.functions)
    try withTemporaryFolder { folder in
      for (name, content) in files {
        try content.write(
          to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
      }
      try rowHeights(dossier: folder.path)
      try orphans(dossier: folder.path)
      try wholeText(dossier: folder.path)
    }
  }

  /// How much of each column neither the set's least width needs nor a text of its own.
  private func spareWidth(of cells: [PlacedCell], leasts: [Length]) -> [Int: Length] {
    Dictionary(grouping: cells.filter { $0.columns.count == 1 }, by: \.columns.lowerBound)
      .mapValues { own in
        let needed = own.map { cell in
          (cell.lines.map(\.box.size.width).max() ?? .zero) + .mm(cell.role == .figure ? 2.5 : 2)
        }
        let least = max(leasts[own[0].columns.lowerBound], needed.max() ?? .zero)
        return max(.zero, own[0].box.size.width - least)
      }
  }

  private func hundredths(_ length: Length) -> Int { Int((length.points * 100).rounded()) }

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
