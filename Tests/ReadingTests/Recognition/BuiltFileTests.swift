import Diagnostics
import Domain
import Figures
import Foundation
import Layouts
import Readings
import Recognition
import TestSupport
import Testing
import WorkbookReader

/// Figures recognised in the files that a build writes are those of its figures.csv.
///
/// One test after the other: two draw pages, which one thread at a time may do in a process.
@Suite("Figures of the files that the program writes", .serialized)
struct BuiltFileTests {
  private struct Sample {
    let set: LayoutSet
    let built: BuiltExample
    /// What figures.csv prints of the forms, by address.
    let printed: [String: String]

    init() throws {
      set = try #require(LayoutLibrary(root: Project.url("Layouts")).load("shanxi-2023").value)
      let built = try BuiltExample.shared.get()
      self.built = built
      let loaded = try withTemporaryFolder { folder in
        let url = folder.appendingPathComponent("figures.csv")
        try Data(built.figures.utf8).write(to: url)
        return readFiguresCSV(at: url, as: "figures.csv")
      }
      let rows = try #require(loaded.value).figures
      printed = Dictionary(
        rows.map { ("\($0.address)", $0.printed) }, uniquingKeysWith: { a, _ in a })
      #expect(printed.count == rows.count)
    }
  }

  private func expectAll(_ recognition: RecognisedFile, _ printed: [String: String]) {
    let forms = Set(recognition.forms.map(\.number))
    #expect(forms.count >= 10)
    let expected = printed.filter { forms.contains(String($0.key.prefix { $0 != "!" })) }
    #expect(expected.count >= 1230)
    #expect(recognition.figures.count == expected.count)
    for figure in recognition.figures {
      #expect(expected["\(figure.address)"] == figure.printed, "\(figure)")
      let shows: String? =
        switch figure.content {
        case .blank: ""
        case .dash: Figure.dash
        case .number(let number): number.text(grouping: figure.printed.contains(","))
        case .text: nil
        }
      #expect(shows == figure.printed)
    }
  }

  @Test("the workbook of the example: every figure, each in its cell")
  func workbook() throws {
    let sample = try Sample()
    let workbook = try #require(readWorkbook(sample.built.workbook, as: "a.xlsx").value)
    let recognition = recognise(workbook: workbook, by: sample.set)
    #expect(recognition.findings == [])
    expectAll(recognition, sample.printed)
    let total = recognition.figures.first { "\($0.address)" == "05!合计.1" }
    #expect(total?.place == .cell(sheet: "公开05表", reference: "C7"))
  }

  @Test("the workbook of the self-evaluations: every figure")
  func evaluations() throws {
    let sample = try Sample()
    let workbook = try #require(readWorkbook(sample.built.evaluations, as: "a.xlsx").value)
    let recognition = recognise(workbook: workbook, by: sample.set)
    #expect(recognition.findings == [])
    let found = recognition.figures.map { "\($0.address) \($0.printed)" }
    let expected = sample.printed.filter { $0.key.hasPrefix("自评") }.map { "\($0) \($1)" }
    #expect(expected.count == 571)
    #expect(found.sorted() == expected.sorted())
  }

  @Test("the PDF of the example: every figure, each on its page")
  func pdf() throws {
    let sample = try Sample()
    let pdf = try sample.built.reading(.grids)
    let recognition = recognise(pdf: pdf, by: sample.set)
    #expect(recognition.findings == [])
    expectAll(recognition, sample.printed)
    #expect(recognition.figures.count == sample.printed.count)
    // A figure that can be seen stands among the words of its page.
    for figure in recognition.figures where !figure.printed.isEmpty {
      guard let number = figure.place?.page else {
        Issue.record("\(figure) is on no page")
        continue
      }
      let words = sample.built.words[number - 1]
      #expect(words.contains { $0.text.contains(figure.printed) }, "\(figure)")
    }
  }

  @Test("workbook and PDF say the same")
  func both() throws {
    let sample = try Sample()
    let workbook = try #require(readWorkbook(sample.built.workbook, as: "a.xlsx").value)
    let pdf = try sample.built.reading(.grids)
    let left = recognise(workbook: workbook, by: sample.set)
    let right = recognise(pdf: pdf, by: sample.set)
    let forms = right.forms.filter { form in left.forms.contains { $0.number == form.number } }
    let figures = forms.flatMap(\.figures)
    #expect(left.figures.map(\.address) == figures.map(\.address))
    #expect(left.figures.map(\.content) == figures.map(\.content))
    #expect(left.forms.map(\.title) == forms.map(\.title))
  }
}
