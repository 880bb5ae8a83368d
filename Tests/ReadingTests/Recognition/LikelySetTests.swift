import Diagnostics
import Figures
import Layouts
import Readings
import TestSupport
import Testing

@testable import Recognition
@testable import Verification

/// To try the likeliest set alone must give what trying all of them gives.
@Suite("The likeliest layout set of files")
struct LikelySetTests {
  private static let library = LayoutLibrary(root: Project.url("Layouts"))

  private func group(_ files: [ReadTable]...) -> FileTables {
    FileTables(files.enumerated().map { ($1, "\($0).xlsx") })
  }

  /// Holds the short way against the long one, both ways of telling.
  private func expectAlike(_ group: FileTables, _ what: Comment) {
    for extent in [RecognitionExtent.figures, .everything] {
      let sets = LazySets(Self.library)
      let expected = sets.guessedOfAll(group, telling: extent)
      #expect(LazySets(Self.library).guessed(group, telling: extent) == expected, what)
    }
  }

  @Test("files of one issuer are told by its set, and no other is read")
  func alone() throws {
    let (shanxi, shanghai) = (try ComposedForms.example.get(), try ComposedForms.shanghai.get())
    let groups = [
      (group(shanxi.sheets, shanxi.sheets), "shanxi-2023"),
      (group(shanxi.evaluations.map(\.asSheet)), "shanxi-2023"),
      (group(shanghai.sheets), "shanghai-2024"),
    ]
    for (group, name) in groups {
      let sets = LazySets(Self.library)
      let files = sets.guessed(group, telling: .figures)
      #expect(sets.read == [name])
      #expect(files == sets.guessedOfAll(group, telling: .figures))
      #expect(files.allSatisfy { !$0.figures.isEmpty })
    }
  }

  @Test("both sides of other issuers, both in one file, and files of neither, are tried by all")
  func mixed() throws {
    let (shanxi, shanghai) = (try ComposedForms.example.get(), try ComposedForms.shanghai.get())
    let sample = try ComposedForms.sample.get()
    let foreign = shanxi.sheets[0].mapCells { $0.with(text: "某某") }
    let groups = [
      group(shanxi.sheets, shanghai.sheets), group(shanghai.sheets, shanxi.sheets),
      group(shanxi.sheets + shanghai.sheets), group(shanghai.sheets + shanxi.sheets),
      group(shanxi.evaluations.map(\.asSheet), shanghai.sheets), group(sample.sheets),
      group(shanxi.sheets, sample.sheets), group([foreign]), group([foreign] + shanxi.sheets),
      group([]), group(),
    ]
    for (number, group) in groups.enumerated() { expectAlike(group, "group \(number)") }
  }

  @Test("a form by itself, and forms that lost some of their cells")
  func parts() throws {
    var random = SeededRandom(seed: 20)
    for composed in [try ComposedForms.example.get(), try ComposedForms.shanghai.get()] {
      for (number, sheet) in composed.sheets.enumerated() {
        expectAlike(group([sheet]), "\(composed.set.name), sheet \(number)")
        let worn = sheet.mapCells { cell in
          switch Int.random(in: 0..<12, using: &random) {
          case 0: nil
          case 1: cell.with(text: cell.text + "等")
          default: cell
          }
        }
        expectAlike(group([worn], [sheet]), "\(composed.set.name), worn sheet \(number)")
      }
    }
  }
}
