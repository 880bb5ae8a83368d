import Composition
import Diagnostics
import Documents
import Foundation
import Layouts
import TestSupport
import Testing

/// What somebody who writes a set sees of it.
@Suite("空表：列和行的 id，每一格取什么数")
struct EmptyFormTests {
  private static let shipped = LayoutLibrary(root: Project.url("Layouts"))
  private static let libraries = [
    shipped, LayoutLibrary(root: Project.url("Tests/Fixtures/layouts")),
  ]

  private static func sheet(_ set: String, _ number: String) throws -> FormSheet {
    let set = try #require(shipped.load(set).value)
    return try #require(emptyForm(number, of: set)?.sheets.first)
  }

  @Test("科目树、分栏的代码、几段、一单子科目：逐格")
  func golden() throws {
    let forms = [
      ("shanxi-2023", "05"), ("shanxi-2023", "06"), ("shanxi-2023", "10"), ("shanghai-2024", "02"),
    ]
    for (set, number) in forms {
      let text = FormText(form: try Self.sheet(set, number)).text
      Golden.check(text, against: "empty-forms/\(set)-\(number).tsv")
    }
    Golden.checkFiles(of: "empty-forms", are: forms.map { "\($0)-\($1).tsv" })
  }

  @Test("每张表的每个列 id、行 id 都在，格子铺满")
  func everyForm() throws {
    for library in Self.libraries {
      for name in library.names {
        guard let set = library.load(name).value else { continue }
        for form in set.forms {
          let sheet = try #require(emptyForm(form.number, of: set)?.sheets.first)
          let texts = Set(sheet.table.sections.flatMap(\.cells).map(\.content.printed))
          let rows = form.sections.flatMap(\.blocks).flatMap(\.rows).compactMap { row in
            if case .fixed(let row) = row { row.id } else { nil }
          }
          let missing = (form.columns.map(\.id) + rows).filter { !texts.contains($0) }
          #expect(missing == [], "\(name) \(form.number)")
          for section in sheet.table.sections {
            for rows in [section.header, section.body] {
              #expect(Self.isTiled(rows, sheet.table.columns.count), "\(name) \(form.number)")
            }
          }
        }
      }
    }
  }

  @Test("自评表：占位符照写，数写明名称，每项一行的写明是什么")
  func evaluation() throws {
    let sheet = try Self.sheet("shanxi-2023", "自评")
    #expect(sheet.title == "{项目名称}项目支出绩效自评表")
    let texts = sheet.table.sections.flatMap(\.cells).map(\.content.printed)
    for text in ["reason", "{来源}", "全年执行数", "执行得分", "{分析内容}", "每项指标一行"] {
      #expect(texts.contains(text), "\(text)")
    }
  }

  @Test("没有的表没有空表")
  func unknown() throws {
    let set = try #require(Self.shipped.load("shanghai-2024").value)
    #expect(emptyForm("10", of: set) == nil && emptyForm("自评", of: set) == nil)
  }

  /// Whether the cells of some rows cover every place once.
  private static func isTiled(_ rows: [TableRow], _ columns: Int) -> Bool {
    var places: [Int] = []
    for (index, row) in rows.enumerated() {
      for cell in row.cells {
        for line in index..<index + cell.rowSpan {
          places += cell.columns.map { line * columns + $0 }
        }
      }
    }
    return places.sorted() == Array(0..<rows.count * columns)
  }
}
