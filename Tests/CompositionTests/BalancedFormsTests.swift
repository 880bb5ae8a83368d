import Diagnostics
import Figures
import Foundation
import Reckoning
import TestSupport
import Testing

/// Whatever the ledger: the two sides of a form are equal, or the ledger is refused for what it says.
@Suite("报表两边相等")
struct BalancedFormsTests {
  private static let units = [
    "431001": "行政单位", "431002": "参照公务员法管理事业单位", "431003": "公益一类事业单位",
  ]

  /// A ledger with every measure, kind and fund, among them some that the treasury's money cannot
  /// have.
  private func ledger(seed: UInt64) -> LedgerModel {
    let funds = ["一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款", "其他"]
    let empty = LedgerModel(
      incomes: [],
      expenditures: funds.map { fund in
        LedgerModel.Expenditure(
          unit: "431001", fund: fund, kind: "项目支出", function: "2010301", economic: "", fen: 100)
      },
      balances: [], purchases: [], holdings: [], publicBudget: [], publicFinal: [],
      unitTypes: Self.units)
    var perturbation = LedgerPerturbation(of: empty, seed: seed)
    return perturbation.ledger(withRefused: seed.isMultiple(of: 3))
  }

  private func books(_ ledger: LedgerModel) throws -> Books {
    var books = try Books.example()
    for (name, text) in ledger.tables { books.files[name] = text }
    var department = books.files["department.yaml"] ?? ""
    let parts = department.components(separatedBy: "\n单位:\n")
    let rest = parts[1].split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0.hasPrefix(" ") }
    let units = ledger.unitTypes.sorted { $0.key < $1.key }.map {
      "  - {代码: \"\($0.key)\", 名称: 单位\($0.key), 类型: \($0.value)}"
    }
    department = parts[0] + "\n单位:\n" + (units + rest.map(String.init)).joined(separator: "\n")
    books.files["department.yaml"] = department
    return books
  }

  @Test("01、04、07 两边相等，08 等于 04 的国有资本一列；不能有的账只因此被拒绝")
  func randomLedgers() throws {
    var refused = 0
    for seed in UInt64(1)...45 {
      let ledger = ledger(seed: seed)
      let (kinds, surpluses) = (ledger.kindsRefused, ledger.surplusesRefused)
      do {
        let composed = try books(ledger).compose(withText: false)
        #expect(kinds + surpluses == 0, "seed \(seed)")
        #expect(composed.findings == [], "seed \(seed)")
        check(composed, "seed \(seed)")
        checkCells(composed, ledger, "seed \(seed)")
      } catch let refusal as Composed.Refusal {
        refused += 1
        let expected =
          Array(repeating: "D262", count: kinds) + Array(repeating: "D263", count: surpluses)
        #expect(!expected.isEmpty, "seed \(seed): \(refusal.findings)")
        // Rows that are refused for one cause are told once, with their places.
        let errors = refusal.findings.filter { $0.severity == .error }.flatMap {
          Array(repeating: $0.code, count: 1 + $0.related.count)
        }
        #expect(errors.sorted() == expected, "seed \(seed)")
      }
    }
    #expect((5...20).contains(refused))
  }

  private func check(_ composed: Composed, _ context: String) {
    func sum(_ addresses: String...) -> Int64 {
      addresses.reduce(0) { $0 + (composed.fen(at: $1) ?? 0) }
    }
    #expect(sum("01!行31.1") == sum("01!行62.2"), "\(context)")
    #expect(sum("04!行32.1") == sum("04!行64.2"), "\(context)")
    for (offset, column) in ["3", "4", "5"].enumerated() {
      #expect(
        sum("04!行\(1 + offset).1", "04!行\(29 + offset).1") == sum("04!行64.\(column)"),
        "\(context), column \(column)")
    }
    #expect(sum("07!合计.1", "07!合计.2") == sum("07!合计.3", "07!合计.6"), "\(context)")
    #expect(sum("08!合计.1") == sum("04!行59.5"), "\(context)")
    #expect(sum("07!合计.3") == sum("04!行59.4"), "\(context)")
    #expect(sum("05!合计.1") == sum("04!行59.3"), "\(context)")
  }

  /// The forms of the ledger alone, against the reckoning that shares nothing with the project.
  private func checkCells(_ composed: Composed, _ ledger: LedgerModel, _ context: String) {
    let expected = Reckoning(ledger).cells.filter { !["09", "10"].contains($0.key.prefix(2)) }
    for (address, printed) in expected.sorted(by: { $0.key < $1.key }) {
      #expect(composed.printed(at: address) == printed, "\(context), \(address)")
    }
  }
}
