internal import Comparison
internal import Readings
internal import TestSupport
internal import Testing

/// Sheets that are equal down to their styles are not looked at cell by cell; a table of styles with
/// one more in it, which no cell has, keeps that from being known.
@Suite("Equal sheets of two workbooks")
struct EqualSheetTests {
  /// The same with a style that no cell has.
  private static func looser(_ input: ComparisonInput) -> ComparisonInput {
    guard case .file(var file) = input.content, case .workbook(var book) = file.content else {
      return input
    }
    var style = StyleReading()
    style.font.name = "仿宋"
    book.styles.append(style)
    file.content = .workbook(book)
    return ComparisonInput(name: input.name, content: .file(file))
  }

  @Test("a report is the same whether or not it is known which sheets are", arguments: 0..<4)
  func edits(part: Int) throws {
    var random = SeededRandom(seed: 711 &+ UInt64(part))
    let original = ModelWorkbook()
    for trial in 0..<50 {
      var edited = original
      let kind = Int.random(in: 0..<RandomEdit.kinds.count, using: &random)
      let sheet = Int.random(in: 0..<3, using: &random)
      let edit = RandomEdit.kinds[kind](&edited, sheet, &random)
      for level in ComparisonLevel.allCases {
        let known = compare(original.input, edited.input, level: level)
        let unknown = compare(original.input, Self.looser(edited.input), level: level)
        let name = "part \(part), trial \(trial): \(edit.name) at \(level.rawValue)"
        #expect(known.text() == unknown.text(), "\(name)")
        #expect(try known.json() == unknown.json(), "\(name)")
        #expect(known.junit() == unknown.junit(), "\(name)")
      }
    }
  }

  @Test("a range that is merged twice is one, on either side")
  func merges() {
    var twice = ModelWorkbook()
    twice.sheets[0].merges += twice.sheets[0].merges
    for (left, right) in [(twice, twice), (twice, ModelWorkbook()), (ModelWorkbook(), twice)] {
      #expect(compare(left.input, right.input, level: .format).isEqual)
      #expect(compare(left.input, Self.looser(right.input), level: .format).isEqual)
    }
  }
}
