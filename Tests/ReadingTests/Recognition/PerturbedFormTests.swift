import Diagnostics
import Documents
import Figures
import Layouts
import Readings
import Recognition
import Testing

/// Forms that somebody changed: recognised all the same, or clearly refused.
@Suite("Forms that somebody changed")
struct PerturbedFormTests {
  /// The figures of a table by address, and the codes of the findings.
  private func reading(
    _ tables: [ReadTable], by set: LayoutSet
  ) -> (figures: [String: String], codes: [String]) {
    let recognition = recognise(tables, in: "样本", by: set)
    let figures = Dictionary(
      recognition.figures.map { ("\($0.address)", $0.printed) },
      uniquingKeysWith: { first, _ in first })
    // That a spelling was looked through is a note, and no fault.
    return (figures, recognition.findings.filter { $0.severity != .note }.map(\.code))
  }

  /// Changes each sheet of the example, and demands every figure and no finding.
  private func expectNothingLost(_ change: (ReadTable) -> ReadTable) throws {
    let composed = try ComposedForms.example.get()
    for form in composed.forms {
      let (figures, codes) = reading([change(form.asSheet)], by: composed.set)
      #expect(codes == [], "\(form.number)")
      #expect(try figures == composed.printed(form.number), "\(form.number)")
    }
  }

  @Test("blank rows and columns between shift nothing")
  func blankRowsAndColumns() throws {
    try expectNothingLost { table in
      table.mapCells { cell in
        cell.with(
          row: cell.row * 2 + (cell.row > 5 ? 1 : 0), column: cell.column + cell.column / 2)
      }
    }
  }

  @Test("spaces, full-width signs and line breaks in texts mean nothing")
  func spelling() throws {
    let signs: [Character: Character] = ["（": "(", "）": ")", "“": "\"", "”": "\"", "1": "１"]
    try expectNothingLost { table in
      table.mapCells { cell in
        guard cell.text.contains(where: { "\u{4E00}"..."\u{9FFF}" ~= $0 }) else { return cell }
        let text = cell.text.map { String(signs[$0] ?? $0) }
        return cell.with(text: text.prefix(1).joined() + " 　\n" + text.dropFirst().joined())
      }
    }
  }

  @Test("the sheet's name alone is not needed, nor the code")
  func namesAndCodes() throws {
    try expectNothingLost { $0.renamed("Sheet1") }
    try expectNothingLost { table in
      table.renamed("Sheet1").mapCells { $0.text.hasPrefix("公开") ? nil : $0 }
    }
    // A wrong name or code does not mislead, but is told.
    let composed = try ComposedForms.example.get()
    let sheet = try composed.sheet("05").renamed("公开08表")
      .mapCells { $0.text == "公开05表" ? $0.with(text: "公开08表") : $0 }
    let (figures, codes) = reading([sheet], by: composed.set)
    #expect(try figures == composed.printed("05"))
    #expect(codes == ["C062"])
  }

  @Test("without title, code and name a form is known by its header and lines")
  func contentAlone() throws {
    try expectNothingLost { table in
      table.renamed("").mapCells { $0.row < 3 ? nil : $0 }
    }
  }

  @Test("columns that changed places keep their figures")
  func movedColumns() throws {
    let composed = try ComposedForms.example.get()
    // 基本支出 and 项目支出 of 05, with their 栏次.
    let moved = try composed.sheet("05").mapCells { cell in
      guard cell.row >= 4, cell.columnSpan == 1, [3, 4].contains(cell.column) else { return cell }
      return cell.with(column: 7 - cell.column)
    }
    let (figures, codes) = reading([moved], by: composed.set)
    #expect(try figures == composed.printed("05"))
    #expect(codes == [])
    // Renumbered by position: the headings decide, and it is told.
    let renumbered = moved.mapCells { cell in
      guard cell.row == 5, [3, 4].contains(cell.column) else { return cell }
      return cell.with(text: cell.column == 3 ? "2" : "3")
    }
    let other = reading([renumbered], by: composed.set)
    #expect(try other.figures == composed.printed("05"))
    #expect(other.codes == ["C069"])
  }

  @Test("a line that is missing, added or renumbered is told, the others keep their figures")
  func lines() throws {
    let composed = try ComposedForms.example.get()
    let sheet = try composed.sheet("01")
    let all = try composed.printed("01")
    let row = try #require(sheet.cell("八、其他收入")).row
    let without = sheet.mapCells { $0.row == row ? nil : $0 }
    let (figures, codes) = reading([without], by: composed.set)
    #expect(figures == all.filter { !["01!行8.1", "01!行39.2"].contains($0.key) })
    #expect(codes == ["C066"])

    let added = ReadTable(
      name: sheet.name, head: [],
      cells: sheet.cells.map { $0.row > row ? $0.with(row: $0.row + 1) : $0 } + [
        ReadCell(row: row + 1, column: 0, text: "九、另外的收入", place: .page(1)),
        ReadCell(row: row + 1, column: 2, text: "1.00", place: .page(1)),
      ], notes: [])
    let second = reading([added], by: composed.set)
    #expect(second.figures == all)
    #expect(second.codes == ["C067"])

    let renumbered = sheet.mapCells { cell in
      guard cell.column == 4, let number = Int(cell.text) else { return cell }
      return cell.with(text: "\(number + 3)")
    }
    let third = reading([renumbered], by: composed.set)
    // Blank lines have nothing but their number.
    #expect(third.codes.contains("C069"))
    for (address, printed) in all where !printed.isEmpty {
      #expect(third.figures[address] == printed, "\(address)")
    }
  }

  @Test("an account twice, a code that is none and an unknown column are told")
  func accountsAndColumns() throws {
    let composed = try ComposedForms.example.get()
    let sheet = try composed.sheet("05")
    let code = try #require(sheet.cell("2080501"))
    let twice = sheet.mapCells { $0.text == "2080502" ? $0.with(text: "2080501") : $0 }
    let first = reading([twice], by: composed.set)
    #expect(first.codes == ["C068"])
    #expect(try first.figures["05!2080501.1"] == composed.printed("05")["05!2080501.1"])

    let wrong = sheet.mapCells { $0 == code ? $0.with(text: "208050") : $0 }
    let second = reading([wrong], by: composed.set)
    #expect(second.codes == ["C067"])
    #expect(second.figures["05!2080501.1"] == nil)

    let wider = ReadTable(
      name: sheet.name, head: [],
      cells: sheet.cells + [
        ReadCell(row: 4, column: 5, text: "备注", place: .page(1)),
        ReadCell(row: 8, column: 5, text: "见说明", place: .page(1)),
      ], notes: [])
    let third = reading([wider], by: composed.set)
    #expect(third.codes == ["C065"])
    #expect(try third.figures == composed.printed("05"))
  }

  @Test("on pages, a table that resembles no form is passed over")
  func tablesOfTheNarrative() throws {
    let composed = try ComposedForms.example.get()
    let texts = ["年份", "人数", "2022", "31", "2023", "30"]
    let cells = texts.enumerated().map { index, text in
      ReadCell(row: index / 2, column: index % 2, text: text, place: .page(9))
    }
    let title = try #require(composed.set.forms.first { $0.number == "05" }?.title)
    let above = ReadText("\(title)见附件，本单位人数如下。", at: .page(9))
    let table = ReadTable(name: "", head: [above], cells: cells, notes: [])
    #expect(recognise([table], in: "样本", by: composed.set).findings == [])
    // Below the title itself it is a form that nobody can read.
    let titled = ReadTable(
      name: "", head: [ReadText(title, at: .page(9))], cells: cells, notes: [])
    #expect(recognise([titled], in: "样本", by: composed.set).findings.map(\.code) == ["C061"])
  }

  @Test("a table that is no form is reported with the nearest, one that is there twice as well")
  func strangers() throws {
    let composed = try ComposedForms.example.get()
    let sheet = try composed.sheet("03")
    let headless = sheet.mapCells { 3...5 ~= $0.row ? nil : $0 }
    let recognition = recognise([headless], in: "样本", by: composed.set)
    #expect(recognition.forms == [])
    #expect(recognition.findings.map(\.code) == ["C061"])
    #expect(recognition.findings[0].what.contains("支出决算表"))

    let copy = sheet.renamed("副本").mapCells { $0.row > 20 ? nil : $0 }
    let twice = recognise([copy, sheet], in: "样本", by: composed.set)
    #expect(twice.findings.map(\.code) == ["C063"])
    #expect(twice.forms.map(\.name) == ["公开03表"])
    #expect(try twice.figures.count == composed.printed("03").count)
  }

  @Test("sections without their headers are told apart by 行次")
  func sections() throws {
    let composed = try ComposedForms.example.get()
    let sheet = try composed.sheet("10").mapCells { $0.text == "三、国有资产占用情况" ? nil : $0 }
    let (figures, codes) = reading([sheet], by: composed.set)
    #expect(try figures == composed.printed("10"))
    #expect(codes == ["C071"])
  }

  @Test("a form that goes on on the next page below the same title is one, two of a kind are not")
  func parts() throws {
    let composed = try ComposedForms.example.get()
    let form = try #require(composed.forms.first { $0.number == "05" })
    let whole = form.asPaper(page: 4)
    let header = 3
    let first = whole.mapCells { $0.row < 20 ? $0 : nil }
    // The header is printed again.
    let rest = ReadTable(
      name: whole.name, head: whole.head,
      cells: whole.cells.compactMap { cell in
        guard cell.row < header || cell.row >= 20 else { return nil }
        return ReadCell(
          row: cell.row < header ? cell.row : cell.row - 20 + header, column: cell.column,
          rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, text: cell.text, place: .page(5))
      }, notes: whole.notes)
    let recognition = recognise([first, rest], in: "样本", by: composed.set)
    #expect(recognition.findings == [])
    #expect(recognition.forms.count == 1)
    #expect(Set(recognition.figures.map(\.place)) == [.page(4), .page(5)])
    let (figures, _) = reading([first, rest], by: composed.set)
    #expect(try figures == composed.printed("05"))

    let copy = whole.mapCells { cell in
      ReadCell(
        row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan,
        text: cell.text, place: .page(5))
    }
    #expect(reading([whole, copy], by: composed.set).codes == ["C063"])
  }
}
