import Diagnostics
import Documents
import Domain
import Figures
import Layouts
import Readings
import Recognition
import TestSupport
import Testing

/// Figures that recognition finds are those that were composed, address by address.
@Suite("Forms that are as the layout set has them")
struct RecognitionTests {
  @Test("every figure of every set's workbook and paper, blanks too")
  func figuresAreThoseComposed() throws {
    for composed in try ComposedForms.all {
      for tables in [composed.sheets, composed.papers] {
        let recognition = recognise(tables, in: "样本", by: composed.set)
        #expect(recognition.findings == [], "\(composed.set.name)")
        let expected = composed.figures.map { "\($0.address) \($0.printed)" }.sorted()
        let found = recognition.figures.map { "\($0.address) \($0.printed)" }.sorted()
        #expect(!expected.isEmpty, "\(composed.set.name)")
        #expect(found == expected, "\(composed.set.name)")
        #expect(recognition.forms.map(\.number) == composed.forms.map(\.number))
      }
    }
  }

  @Test("the example has 1230 figures, those of the reference among them under the same addresses")
  func publishedAddresses() throws {
    let composed = try ComposedForms.example.get()
    let recognition = recognise(composed.sheets, in: "样本", by: composed.set)
    #expect(recognition.figures.count == 1230)
    let found = Dictionary(
      recognition.figures.map { ("\($0.address)", $0.printed) }, uniquingKeysWith: { a, _ in a })
    let lines = try Project.text("Tests/Fixtures/xiangyuan-2023/cells.csv").split(separator: "\n")
    #expect(lines.count == 1231)
    for line in lines.dropFirst() {
      let parts = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
      let published = String(parts[3]).replacing("\"", with: "")
      let address = "\(parts[0])!\(parts[1]).\(parts[2])"
      #expect(found[address] == published, "\(line)")
    }
  }

  @Test("each figure knows its cell")
  func places() throws {
    let composed = try ComposedForms.example.get()
    let recognition = recognise(composed.sheets, in: "样本", by: composed.set)
    let cells = Dictionary(
      composed.sheets.flatMap(\.cells).map { ("\($0.place)", $0.text) },
      uniquingKeysWith: { a, _ in a })
    for figure in recognition.figures {
      let place = try #require(figure.place)
      #expect((cells["\(place)"] ?? "") == figure.printed, "\(figure)")
    }
    #expect(Set(recognition.figures.map(\.place)).count == recognition.figures.count)
  }

  @Test("blank, zero, —— and other texts are told apart")
  func contents() throws {
    let composed = try ComposedForms.shanghai.get()
    let contents = { (text: String) throws -> Figure.Content? in
      let sheet = try composed.sheet("05").mapCells { cell in
        cell.text == "603.14" && cell.row > 20 ? cell.with(text: text) : cell
      }
      let figures = recognise([sheet], in: "样本", by: composed.set).figures
      return figures.first { "\($0.address)" == "05!合计.项目支出" }?.content
    }
    #expect(try contents("　") == .blank)
    #expect(try contents("0.00") == .number(.init(units: 0, decimals: 2)))
    #expect(try contents("——") == .dash)
    #expect(try contents("－") == .dash)
    #expect(try contents("１，２３４．５０") == .number(.init(units: 123450, decimals: 2)))
    #expect(try contents("-1,234.50") == .number(.init(units: -123450, decimals: 2)))
    #expect(try contents("(12)") == .number(.init(units: -12, decimals: 0)))
    #expect(try contents("约4.5") == .text)
    #expect(try contents("1,23") == .text)
    #expect(try contents("9999999999999999999") == .text)
  }

  @Test("of several sets the one that the file follows is guessed")
  func guesses() throws {
    let all = try ComposedForms.all
    for composed in all {
      let guess = guessedSet(for: composed.sheets, among: all.map(\.set))
      #expect(guess?.name == composed.set.name)
    }
    #expect(guessedSet(for: [], among: all.map(\.set)) == nil)
  }
}
