import Diagnostics
import Documents
import Figures
import TestSupport
import Testing

/// The example of docs/layout-guide.md, composed.
@Suite("版式说明的例子")
struct GuideTests {
  @Test("例子的数，地址正是说明里列的")
  func addresses() throws {
    let guide = try Project.text("docs/layout-guide.md")
    let example = try #require(guide.firstMatch(of: /```yaml\n(form: [\s\S]*?)```/)).1
    let list = try #require(guide.firstMatch(of: /```text\n(01![\s\S]*?)\n```/)).1
    var books = Books.sample
    try books.rewriteInSet("forms/01.yaml") { $0 = String(example) }
    books.spend("20000", "2010301")
    let composed = try books.compose()
    #expect(composed.findings == [])
    let addresses = composed.form("01")?.figures.map(\.address.description) ?? []
    #expect(addresses.sorted() == list.split(separator: "\n").map(String.init).sorted())
    #expect(composed.printed(at: "01!总计.项目支出") == "2.00")
    #expect(composed.printed(at: "01!总计.决算数") == "2.00")
  }
}
