import Diagnostics
import Documents
import Domain
import Figures
import TestSupport
import Testing

/// The books of the example by the sets of other issuers and years: another form, the same money.
@Suite("同一本账，按别的发布单位的版式")
struct OtherIssuersTests {
  private static let sets = ["central-2023", "hunan-2021", "hubei-2019", "sichuan-2022"]

  @Test("每张表都排得出来，总数与示例自己的相等，没有两格同址", arguments: sets)
  func compose(set: String) throws {
    let own = try Books.example().compose()
    let composed = try Self.books(set).compose()
    #expect(composed.findings == [])
    #expect(composed.repeatedAddresses == [])
    let forms = try #require(composed.document?.forms)
    #expect(forms.count >= 8)
    // By ids, since 行次 differ.
    for (form, row) in [("01", "income-grand-total"), ("04", "expenditure-grand-total")] {
      let amounts = [own, composed].map { $0.amounts(in: form, row: row) }
      #expect(!amounts[0].isEmpty && amounts[0] == amounts[1], "\(form) \(row): \(amounts)")
    }
  }

  /// The example; where there is no form 10, without the reason that quotes it.
  private static func books(_ set: String) throws -> Books {
    var books = try Books.example(inheriting: set)
    guard set != "sichuan-2022" else { return books }
    let lines = (books.files["department.yaml"] ?? "").split(
      separator: "\n", omittingEmptySubsequences: false)
    books.files["department.yaml"] =
      lines.filter { !$0.contains("{{10!") }.joined(separator: "\n")
    return books
  }
}

extension Composed {
  /// The amounts of a row by its id, from left to right.
  fileprivate func amounts(in form: String, row: String) -> [Int64] {
    figures.filter { $0.address.form == form && $0.key?.cell.row == row }.compactMap { figure in
      if case .money(let money) = figure.value { money.fen } else { nil }
    }
  }
}
