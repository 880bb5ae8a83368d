import Diagnostics
import Domain
import Dossiers
import Exports
import Layouts
import SourceFiles
import Testing

/// Whatever an export looks like, the same rows come of it.
@Suite("Shapes of exports") struct ExportShapeTests {
  /// The mapping that is proposed, with what people decide.
  private static func mapping(_ shape: ExportShape, _ context: ExportContext) throws -> String {
    let proposal = proposeMapping(of: shape.grid.sheet, named: "导出.xlsx", for: context)
    var text = try #require(proposal.value).text
    let undecided = text.split(separator: "\n").count { line in
      line.prefix { $0 != "#" }.contains("待定")
    }
    #expect(undecided == proposal.value?.undecided)
    #expect(undecided == shape.decisions.count, "\(text)")
    for (written, decided) in shape.decisions {
      #expect(text.contains(written), "\(written) is not in\n\(text)")
      text = text.replacing(written, with: decided)
    }
    return text
  }

  @Test(
    "a proposed mapping, with what people decide, gives the booked rows", arguments: ExportShape.all
  )
  func rows(shape: ExportShape) throws {
    let context = try ExportKnowledge.context(.expenditure)
    let text = try Self.mapping(shape, context)
    let mapping = ExportMapping.read(SourceText(file: "对照.yaml", text: text), for: context)
    #expect(mapping.findings.isEmpty, "\(mapping.findings.map(\.what))\n\(text)")
    let reading = readExport(
      shape.grid.sheet, named: "导出.xlsx", by: try #require(mapping.value), for: context)
    let errors = reading.findings.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map(\.what))\n\(text)")
    let table = try #require(reading.table, "\(text)")
    let expected =
      shape.name == ExportShape.levelsBelowOneAnother.name
      ? BookedRow.all.filter { $0.unit == "431001" && $0.fund == BookedRow.general } : BookedRow.all
    let made = table.rows.map(BookedRow.init)
    #expect(Set(made) == Set(expected), "\(text)")
    #expect(made.count == expected.count)
    #expect(table.sum(of: .amount).fen == expected.map(\.fen).reduce(0, +))
    #expect(reading.tally.allTaken == table.sum(of: .amount))
    #expect(reading.tally.allRead == reading.tally.allTaken + reading.tally.allPassed)
    let passed = reading.tally.passed.map(\.count).reduce(0, +)
    #expect(reading.tally.read == reading.tally.taken + passed)
  }

  @Test("there are shapes enough, and the second year asks nothing")
  func secondYear() throws {
    #expect(ExportShape.all.count >= 18)
    let context = try ExportKnowledge.context(.expenditure)
    let text = try Self.mapping(.wideByKind, context)
    let mapping = try #require(
      ExportMapping.read(SourceText(file: "对照.yaml", text: text), for: context).value)
    var grid = ExportShape.wideByKind.grid
    grid.rows.removeLast(3)
    grid.rows.swapAt(4, 6)
    let reading = readExport(grid.sheet, named: "导出.xlsx", by: mapping, for: context)
    #expect(reading.findings.isEmpty)
    #expect(reading.table?.rows.count == BookedRow.all.count - 3)
  }

  @Test("the table is a dossier's file: its headings, CRLF, a byte order mark")
  func text() throws {
    let context = try ExportKnowledge.context(.expenditure)
    let text = try Self.mapping(.tenThousands, context)
    let mapping = try #require(
      ExportMapping.read(SourceText(file: "对照.yaml", text: text), for: context).value)
    let reading = readExport(
      ExportShape.tenThousands.grid.sheet, named: "导出.xlsx", by: mapping, for: context)
    let lines = try #require(reading.table).draft.text.split(separator: "\r\n")
    #expect(lines.first == "\u{FEFF}单位代码,资金性质,支出类别,功能科目,经济科目,金额（元）")
    #expect(lines[1] == "431001,一般公共预算财政拨款,基本支出,2080501,30108,12345.67")
    #expect(lines.count == BookedRow.all.count + 1)
  }

  @Test("a mapping that is proposed says the same whenever it is proposed")
  func steady() throws {
    let context = try ExportKnowledge.context(.expenditure)
    for shape in ExportShape.all {
      let texts = (0..<2).map { _ in
        proposeMapping(of: shape.grid.sheet, named: "导出.xlsx", for: context).value?.text
      }
      #expect(texts[0] == texts[1])
    }
  }

  @Test("a column that is blank this year is taken where it is not blank")
  func blankColumns() throws {
    let context = try ExportKnowledge.context(.expenditure)
    var grid = ExportGrid(rows: [
      ["单位：元"], ["单位编码", "资金性质", "功能科目", "经济科目", "基本支出", "项目支出", "核算项目"],
      ["431001", "其他", "2130101", "30101", "7"],
    ])
    let text = try #require(
      proposeMapping(of: grid.sheet, named: "导出.xlsx", for: context).value
    ).text
    let mapping = try #require(
      ExportMapping.read(SourceText(file: "对照.yaml", text: text), for: context).value)
    grid.rows[2].append("3.00")
    let reading = readExport(grid.sheet, named: "导出.xlsx", by: mapping, for: context)
    #expect(reading.table?.sum(of: .amount) == Money(fen: 1_000))
    grid.rows[2].append("甲")
    let other = readExport(grid.sheet, named: "导出.xlsx", by: mapping, for: context)
    #expect(other.findings.map(\.code) == ["K221"])
  }

  @Test("of money that is divided in two ways, nothing is guessed")
  func twoDivisions() throws {
    let context = try ExportKnowledge.context(.expenditure)
    let grid = ExportGrid(rows: [
      ["单位：元"], ["单位编码", "功能科目", "经济科目", "基本支出", "项目支出", "一般公共预算", "单位资金"],
      ["431001", "2130101", "30101", "7", "3", "6", "4"],
    ])
    let proposal = try #require(
      proposeMapping(of: grid.sheet, named: "导出.xlsx", for: context).value)
    // Four columns, and the kind and the fund that nothing gives then.
    #expect(proposal.undecided == 6)
    #expect(proposal.text.contains("同一笔钱按几种办法分栏"))
  }
}
