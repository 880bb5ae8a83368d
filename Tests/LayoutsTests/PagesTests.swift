import Diagnostics
import Layouts
import TestSupport
import Testing

@Suite("Pages generated from the sets")
struct PagesTests {
  private let library = LayoutLibrary(root: Project.url("Layouts"))
  private var sets: [LayoutSet] { library.names.compactMap { library.load($0).value } }

  @Test("docs/facts.md tells what every fact of every set means")
  func facts() {
    #expect(sets.count == library.names.count)
    Golden.check(factsPage(of: sets), against: "../../docs/facts.md")
  }

  @Test("docs/words.md has the words of tables, which are those of every set")
  func words() throws {
    let pages = Set(sets.map(wordsPage))
    #expect(pages.count == 1, "the page tells of one vocabulary only")
    Golden.check(try #require(pages.first), against: "../../docs/words.md")
  }
}
