import Diagnostics
import Documents
import Figures
import Foundation
import TestSupport
import Testing

/// The cells of a published document's forms, by their public addresses.
struct PublishedCells {
  let printed: [String: String]

  /// Reads a fixture: form, row, column, what is printed.
  init(_ fixture: String) throws {
    let lines = try Project.text(fixture)
      .split(separator: "\n").dropFirst()
    var printed: [String: String] = [:]
    for line in lines {
      // Only the published text may hold commas; it is then quoted.
      let fields = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
      try #require(fields.count == 4, "\(line)")
      printed["\(fields[0])!\(fields[1]).\(fields[2])"] =
        String(fields[3].replacing("\"", with: ""))
    }
    try #require(printed.count == lines.count)
    self.printed = printed
  }

  /// Expects the composed forms to have the same cells, none more and none less, printed alike.
  func expectEqual(to composed: Composed) {
    let cells = composed.byAddress.mapValues(\.printed)
    #expect(Set(printed.keys).subtracting(cells.keys).sorted() == [])
    #expect(Set(cells.keys).subtracting(printed.keys).sorted() == [])
    let different = printed.keys.sorted().filter { cells[$0] != printed[$0] }
      .map { "\($0): \(cells[$0] ?? "-") for \(printed[$0] ?? "-")" }
    #expect(different == [])
  }
}

/// The example against what the department published.
@Suite("襄垣县工信局 2023：与公开的表逐格相同")
struct PublishedCellsTests {
  private static let example = Result { try Books.example().compose() }

  @Test("1230 格，一格不多，一格不少，印出来都一样")
  func cells() throws {
    let composed = try Self.example.get()
    #expect(composed.findings == [])
    let published = try PublishedCells("Tests/Fixtures/xiangyuan-2023/cells.csv")
    #expect(published.printed.count == 1230)
    published.expectEqual(to: composed)
  }

  @Test("地址在整份公开里各不相同")
  func uniqueAddresses() throws {
    let composed = try Self.example.get()
    #expect(composed.figures.count == 1230)
    #expect(composed.repeatedAddresses == [])
  }

  private static let numbers = (1...10).map { $0 < 10 ? "0\($0)" : "\($0)" }

  @Test("基准文本一张表一份，没有多余的")
  func references() {
    Golden.checkFiles(of: "xiangyuan-2023/forms", are: Self.numbers.map { "\($0).tsv" })
  }

  @Test("每张表排出来的样子", arguments: numbers)
  func forms(number: String) throws {
    let form = try #require(try Self.example.get().form(number))
    Golden.check(FormText(form: form).text, against: "xiangyuan-2023/forms/\(number).tsv")
  }

  @Test("排两次，结果相同")
  func twice() throws {
    let first = try Self.example.get()
    let second = try Books.example().compose()
    #expect(first.figures == second.figures)
    let texts = [first, second].map { composed in
      composed.document?.forms.map { FormText(form: $0).text }
    }
    #expect(texts[0] == texts[1])
    #expect(first.document?.title == "襄垣县工业和信息化局2023年度部门决算公开")
    #expect(second.document?.title == first.document?.title)
  }
}
