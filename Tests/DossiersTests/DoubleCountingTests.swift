import Diagnostics
import Domain
import Dossiers
import TestSupport
import Testing

/// Budget and prior year: a whole and its parts never stand side by side, nor the same thing twice.
@Suite("预算和上年不重复计算")
struct DoubleCountingTests {
  private static let header = "指标,资金性质,功能科目,上年金额（元）,单位代码\n"

  private func reading(_ rows: [String]) throws -> DossierReading<FinalAccounts> {
    var dossier = SampleDossier()
    dossier.files["prior-year.csv"] = Self.header + rows.map { $0 + "\n" }.joined()
    return try dossier.read()
  }

  private func line(_ number: Int, _ column: Int) -> SourcePlace {
    SourcePlace(file: "prior-year.csv", line: number, column: column)
  }

  @Test("没有科目的一行是全部科目的合计")
  func blankCode() throws {
    let reading = try reading([
      "支出,一般公共预算财政拨款,201,900,", "支出,一般公共预算财政拨款,,1000,", "支出,一般公共预算财政拨款,2159999,100,",
      "支出,其他,215,100,",
    ])
    #expect(reading.codes == ["D261"])
    #expect(reading.findings[0].place == .source(line(3, 16)))
    #expect(reading.findings[0].related == [line(2, 19), line(4, 23)])
    #expect(reading.findings[0].what.contains("没有填“功能科目”"))
  }

  @Test("没有单位的一行是全部单位的合计，科目也按上下级看")
  func blankUnit() throws {
    let reading = try reading([
      "支出,一般公共预算财政拨款,2010301,900,431001", "支出,一般公共预算财政拨款,201,900,",
    ])
    #expect(reading.codes == ["D261"])
    #expect(reading.findings[0].what.contains("没有填“单位代码”"))
    // One unit's whole beside another unit's part is no repetition.
    let apart = try self.reading([
      "支出,一般公共预算财政拨款,201,900,431001", "支出,一般公共预算财政拨款,2010301,900,431002",
    ])
    #expect(apart.codes == [])
  }

  @Test("一个单位的合计与一个科目的合计有一块相同")
  func crosswise() throws {
    let reading = try reading([
      "支出,一般公共预算财政拨款,201,900,", "支出,一般公共预算财政拨款,,900,431001",
    ])
    #expect(reading.codes == ["D261"])
    #expect(reading.findings[0].place == .source(line(3, 16)))
  }

  @Test("版式把各种资金相加的指标，没有资金性质的一行是合计；分开取数的不是")
  func blankFund() throws {
    let added = try reading(["收入总计,,,9,", "收入总计,其他,,9,"])
    #expect(added.codes == ["D261"])
    #expect(added.findings[0].what.contains("没有填“资金性质”"))
    let apart = try reading(["支出总计,,,9,", "支出总计,其他,,9,"])
    #expect(apart.codes == [])
  }

  @Test("同一项写两次是错误，金额相同也不是警告")
  func repeated() throws {
    let reading = try reading(["收入总计,,,9,", "收入总计,,,9,", "收入总计,,,-9,"])
    // All three are one item: told once, at the second, with the first and the third.
    #expect(reading.codes == ["D260"])
    #expect(reading.findings.map(\.related) == [[line(2, 8), line(4, 8)]])
    var budget = SampleDossier()
    budget.append("一般公共预算财政拨款,201,1200.00", to: "budget.csv")
    #expect(try budget.read().codes == ["D260"])
  }

  /// A row by what it says; nil is a blank.
  private struct Row: Hashable {
    let fund: String
    let code: String
    let unit: String

    /// Whether both count something: of each part one says what the other does, or less.
    func overlaps(_ other: Row) -> Bool {
      (code.hasPrefix(other.code) || other.code.hasPrefix(code))
        && (unit == other.unit || unit.isEmpty || other.unit.isEmpty)
        && (fund == other.fund || fund.isEmpty || other.fund.isEmpty)
    }
  }

  @Test("随机的几行：有一块相同才报错，报错就有")
  func randomRows() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    for round in 0..<300 {
      let rows = (0..<Int.random(in: 2...5, using: &random)).map { _ in
        Row(
          fund: ["", "其他", "一般公共预算财政拨款"].randomElement(using: &random) ?? "",
          code: ["", "201", "20103", "2010301", "2010350", "215", "2159999"]
            .randomElement(using: &random) ?? "",
          unit: ["", "431001", "431002"].randomElement(using: &random) ?? "")
      }
      let isDouble = rows.indices.contains { first in
        rows.indices.contains { first < $0 && rows[first].overlaps(rows[$0]) }
      }
      let reading = try reading(rows.map { "收入总计,\($0.fund),\($0.code),9,\($0.unit)" })
      #expect(reading.codes.isEmpty != isDouble, "seed \(seed), round \(round): \(rows)")
      #expect(reading.codes.allSatisfy { ["D074", "D260", "D261"].contains($0) })
    }
  }
}

/// What is not the treasury's by its definition is refused where it is booked, and nothing else is.
@Suite("财政拨款不能有的类别和结余")
struct FundBookingTests {
  @Test("每种资金、每种支出类别和结余", arguments: Fund.allCases)
  func everyFund(fund: Fund) throws {
    for kind in ExpenditureKind.allCases {
      var dossier = SampleDossier()
      let account = kind == .basic ? "30101" : ""
      dossier.append(
        "431002,\(fund.rawValue),\(kind.rawValue),2010350,\(account),5.00", to: "expenditure.csv")
      dossier.append("431002,\(fund.rawValue),2010350,5.00,,,", to: "balances.csv")
      let isOther = fund == .other || kind == .basic || kind == .project
      #expect(try dossier.read().codes == (isOther ? [] : ["D262"]), "\(fund) \(kind)")
    }
    for row in ["5,,5,", ",5,,5", ",5,5,"] {
      var dossier = SampleDossier()
      dossier.append("431002,\(fund.rawValue),2010350,\(row)", to: "balances.csv")
      let count = row == ",5,5," ? 2 : 1
      let expected = fund == .other ? [] : Array(repeating: "D263", count: count)
      #expect(try dossier.read().codes == expected, "\(fund) \(row)")
    }
  }

  @Test("写 0 等于没有")
  func zero() throws {
    var dossier = SampleDossier()
    dossier.append("431002,一般公共预算财政拨款,2010350,5,0,0.00,5", to: "balances.csv")
    #expect(try dossier.read().codes == [])
  }
}
