import Diagnostics
import Documents
import Figures
import Foundation
import TestSupport
import Testing

/// The example against what the department published.
@Suite("襄垣县工信局 2023：与公开的表逐格相同")
struct PublishedCellsTests {
  private static let example = Result { try Books.example().compose() }

  @Test("1230 格，一格不多，一格不少，印出来都一样")
  func cells() throws {
    let composed = try Self.example.get()
    #expect(composed.findings == [])
    let lines = try Project.text("Tests/Fixtures/xiangyuan-2023/cells.csv")
      .split(separator: "\n").dropFirst()
    var published: [String: String] = [:]
    for line in lines {
      // Only the published text may hold commas; it is then quoted.
      let fields = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
      try #require(fields.count == 4, "\(line)")
      published["\(fields[0])!\(fields[1]).\(fields[2])"] =
        String(fields[3].replacing("\"", with: ""))
    }
    #expect(lines.count == 1230)
    #expect(published.count == 1230)
    let composedCells = composed.byAddress.mapValues(\.printed)
    let missing = Set(published.keys).subtracting(composedCells.keys).sorted()
    let surplus = Set(composedCells.keys).subtracting(published.keys).sorted()
    #expect(missing == [])
    #expect(surplus == [])
    let different = published.keys.sorted().filter { composedCells[$0] != published[$0] }
      .map { "\($0): \(composedCells[$0] ?? "-") for \(published[$0] ?? "-")" }
    #expect(different == [])
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
