import Diagnostics
import Domain
import Figures
import Foundation
import TestSupport
import Testing

@testable import Layouts
@testable import Submission

@Suite("The money at a glance") struct GlanceTests {
  private static let format = NumberFormat(
    kind: .money(.tenThousand), decimals: 2, grouping: true)

  private static let amounts: [(row: String, fen: Int64?)] = [
    ("total", 123_456_789), ("part", -1_005_000), ("blank", nil),
  ]

  private static let book = FigureBook([
    FigureForm(
      number: "01",
      figures: amounts.map { row, fen in
        Figure(
          key: FigureKey(form: "01", cell: CellKey(row: row, column: "1")),
          address: FigureAddress(form: "01", row: row, column: "1"),
          value: fen.map { .money(Money(fen: $0)) }, format: format, none: .blank, zero: .blank,
          sources: [])
      })
  ])

  private func printed(_ quantity: NarrativeQuantity) -> String? {
    GlanceEntry(name: "数", quantity: quantity, format: Self.format).figure(of: Self.book)
      .map { "\($0.name) \($0.printed) \($0.unit)" }
  }

  private func cell(_ row: String, form: String = "01") -> NarrativeQuantity {
    .figure(FigureKey(form: form, cell: CellKey(row: row, column: "1")))
  }

  @Test("is reckoned exactly and rounded once; a blank figure is nothing")
  func amounts() {
    #expect(printed(cell("total")) == "数 123.46 万元")
    #expect(printed(.sum([cell("total"), cell("part")])) == "数 122.45 万元")
    #expect(printed(.difference(cell("part"), cell("blank"))) == "数 -1.01 万元")
    #expect(printed(cell("blank")) == "数 0.00 万元")
  }

  @Test("is left out where the book has none of its figures")
  func missing() {
    #expect(printed(cell("other")) == nil)
    #expect(printed(cell("total", form: "02")) == nil)
    #expect(printed(.sum([cell("other"), cell("total")])) == "数 123.46 万元")
  }

  @Test("is that of the published example, whatever part of it is built")
  func example() throws {
    let published = [
      "收入总计 6,548.68", "支出总计 6,548.68", "财政拨款 5,998.11", "“三公”经费 0.00", "机关运行经费 77.80",
    ]
    try withTemporaryFolder { folder in
      for forms in [nil, ["05"]] {
        var order = BuildOrder(dossier: SampleSubmission.example, workingFolder: Project.root)
        order.out = folder.appendingPathComponent("out")
        order.formats = [.xlsx]
        order.forms = forms
        let result = build(BuildRequest(order, data: DataFolder(root: Project.root)))
        let glance = try #require(result.summary).glance
        #expect(glance.map { "\($0.name) \($0.printed)" } == published)
        #expect(Set(glance.map(\.unit)) == ["万元"])
        let data = try Data(contentsOf: folder.appendingPathComponent("out/manifest.json"))
        let manifest = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let listed = manifest?["glance"] as? [[String: String]]
        #expect(listed?.map { "\($0["name"] ?? "") \($0["printed"] ?? "")" } == published)
        #expect(listed?.allSatisfy { $0.count == 3 && $0["unit"] == "万元" } == true)
      }
    }
  }
}
