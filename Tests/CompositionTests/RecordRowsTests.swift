import Diagnostics
import Documents
import Figures
import TestSupport
import Testing

/// Forms with a row for each budget unit, and for each text of a list.
@Suite("按单位列出的行")
struct RecordRowsTests {
  private static let units = [
    ("431001", "襄垣县工业和信息化局"), ("431002", "襄垣县中小企业服务中心"), ("431003", "襄垣县商务中心"),
    ("431004", "襄垣县城镇集体工业联合社"),
  ]

  /// The example without the reason that quotes a form which this issuer does not have.
  private func bareBooks() throws -> Books {
    var books = try Books.example(inheriting: "zhejiang-2022")
    let lines = (books.files["department.yaml"] ?? "").split(
      separator: "\n", omittingEmptySubsequences: false)
    books.files["department.yaml"] =
      lines.filter { !$0.contains("{{10!") }.joined(separator: "\n")
    return books
  }

  private func books() throws -> Books {
    var books = try bareBooks()
    books.append(
      """
      在职人数: {"431001": 30, "431002": 12, "431003": 7, "431004": 0}
      单位备注: {"431002": 2023年更名}
      附注: [金额由账汇总。, 人数为年末数。]
      """, to: "department.yaml")
    return books
  }

  @Test("每个单位一行，按单位加总；合计与 01 相等；单位自己申报的数和文字")
  func byUnit() throws {
    let composed = try books().compose()
    #expect(composed.findings == [])
    let form = try #require(composed.form("11"))
    let body = form.table.sections[0].body
    #expect(body.count == Self.units.count + 1)
    #expect(body.map { $0.cells[0].content.printed } == ["1", "2", "3", "4", ""])
    #expect(
      body.last?.cells.contains { $0.role == .totalLabel && $0.content.printed == "合计" } == true)
    #expect(body.prefix(4).map { $0.cells[1].content.printed } == Self.units.map(\.0))
    #expect(body.prefix(4).map { $0.cells[2].content.printed } == Self.units.map(\.1))
    #expect(composed.fen(at: "11!合计.合计") == composed.fen(at: "01!行27.1"))
    let parts = Self.units.compactMap { composed.fen(at: "11!\($0.1).合计") }
    #expect(parts.count == 4 && parts.reduce(0, +) == composed.fen(at: "11!合计.合计"))
    #expect(composed.printed(at: "11!襄垣县工业和信息化局.在职人数") == "30")
    #expect(composed.printed(at: "11!襄垣县城镇集体工业联合社.在职人数") == "")
    #expect(body[1].cells.last?.content.printed == "2023年更名")
    #expect(composed.repeatedAddresses == [])
  }

  @Test("列表的每条一行，没有就没有行；只列一种类型的单位")
  func lists() throws {
    let composed = try books().compose()
    let notes = try #require(composed.form("11")).table.sections[1].body
    #expect(
      notes.map { $0.cells.first { !$0.content.printed.isEmpty && $0.role == .label } }
        .map { $0?.content.printed } == ["金额由账汇总。", "人数为年末数。"])
    let twelve = try #require(composed.form("12"))
    #expect(
      twelve.table.sections[0].body.map { $0.cells[0].content.printed } == ["合计", Self.units[0].1])
    let bare = try bareBooks().compose()
    #expect(bare.form("11")?.table.sections[1].body.isEmpty == true)
  }

  @Test("文字里也可以逐个单位引用")
  func sentences() throws {
    let composed = try books().compose()
    let parts = Self.units.enumerated().map { index, unit in
      "\(unit.1)\(composed.printed(at: "11!\(unit.1).合计") ?? "")万元（在职\([30, 12, 7, 0][index])人）"
    }
    let lines = NarrativeText(composed.document).lines
    #expect(lines.contains("2023年度各单位收入：\(parts.joined(separator: "，"))。"), "\(lines)")
  }

  @Test("只列一种类型的单位，而 scope 不限类型：其余单位的数没有地方去，读版式时就说")
  func types() throws {
    var books = try bareBooks()
    try books.replaceInSet(", unitType: 行政单位}", in: "forms/12.yaml", with: "}")
    let refusal = #expect(throws: Composed.Refusal.self) { try books.compose() }
    let findings = refusal?.findings ?? []
    let finding = try #require(findings.first)
    #expect(finding.code == "L270" && finding.what.contains("事业单位"), "\(findings)")
  }
}
