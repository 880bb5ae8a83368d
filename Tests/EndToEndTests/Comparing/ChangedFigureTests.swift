import Foundation
import TestSupport
import Testing

@Suite("What a change of the dossier or the set changes") struct ChangedFigureTests {
  @Test("one corrected amount: exactly the figures that depend on it, in every file")
  func correction() throws {
    let builds = try ComparedBuilds.shared.get()
    let (old, new) = (try figures(in: builds.base), try figures(in: builds.changed))
    let expected = Set(old.keys.filter { old[$0] != new[$0] })
    try #require(expected.count > 20 && old.count == new.count)
    let report = try compared(builds.base, builds.changed, ["--level", "figures"])
    #expect(report.differences.count == expected.count)
    #expect(Set(report.differences.compactMap(\.address?.text)) == expected)
    for difference in report.differences {
      let address = difference.address?.text ?? ""
      // The document tells it; the workbook and the list have it too.
      #expect(difference.file == ComparedBuilds.document, "\(address)")
      #expect(
        difference.also?.map(\.file) == [ComparedBuilds.forms, "figures.csv"], "\(address)")
      #expect(difference.kind == "value")
      #expect(difference.left?.value == old[address], "\(address)")
      #expect(difference.right?.value == new[address], "\(address)")
      #expect(difference.words?.form == "公开\(address.prefix(2))表", "\(address)")
      let sources = (difference.right?.sources ?? []).map(\.text)
      #expect(
        sources.contains { ComparedBuilds.changedLines.contains($0) },
        "\(address) comes from \(sources)")
    }
  }

  @Test("the text report groups by form and gives old, new, change and ledger lines")
  func correctionAsText() throws {
    let builds = try ComparedBuilds.shared.get()
    let file = ComparedBuilds.forms
    let result = try gongkai([
      "diff", builds.base.appendingPathComponent(file).path,
      builds.changed.appendingPathComponent(file).path, "--level", "figures",
    ])
    #expect(result.status == 1)
    #expect(result.errors.isEmpty, "\(result.errors)")
    #expect(
      result.output.contains(
        """
          数值 05!2010301.1（公开05表 “行政运行”行，“小计”栏）  134.84 → 134.96（+0.12 万元）
              在 公开05表!C12
              来源：expenditure.csv:3–19

        """), "\(result.output)")
    let headings = result.output.split(separator: "\n").filter { $0.hasSuffix("处") }
    #expect(headings.map { $0.prefix(2) } == ["01", "02", "03", "04", "05", "06"])
  }

  @Test("a change of style: nothing but itself, and nothing below its level")
  func style() throws {
    let builds = try ComparedBuilds.shared.get()
    for level in ["figures", "content"] {
      let report = try compared(builds.base, builds.styled, ["--level", level])
      #expect(report.equal, "\(level): \(report.differences)")
      #expect(report.summary.compared > 5_000)
    }
    let report = try compared(builds.base, builds.styled, ["--level", "format"])
    let books = report.differences.filter { $0.file.hasSuffix(".xlsx") }
    // A footer for each of the ten forms and nineteen evaluations.
    #expect(books.count == 29 && Set(books.compactMap(\.sheet)).count == 29)
    for difference in books {
      #expect(difference.property == "print.oddFooter", "\(difference)")
      #expect(
        difference.left?.value.replacing("&14", with: "&15") == difference.right?.value)
    }
    let pages = report.differences.filter { $0.file == ComparedBuilds.document }
    #expect(!pages.isEmpty && books.count + pages.count == report.differences.count)
    for difference in pages {
      #expect(difference.kind == "format", "\(difference)")
      #expect(difference.left?.value.hasPrefix("FandolSong-Regular 14") == true)
      #expect(difference.right?.value == "FandolSong-Regular 15")
    }
  }
}
