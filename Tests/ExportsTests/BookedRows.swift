import Domain
import Exports
import Layouts

/// The expenditure that every shape of export tells of.
struct BookedRow: Hashable {
  let unit: String
  let fund: String
  let kind: String
  let function: String
  let economic: String
  let fen: Int64

  static let all: [BookedRow] = [
    BookedRow("431001", general, basic, "2080501", "30108", 1_234_567),
    BookedRow("431001", general, basic, "2130101", "30101", 90_000_000),
    BookedRow("431001", general, basic, "2130101", "30102", 12_345_678),
    BookedRow("431001", general, project, "2130106", "30201", 4_050_000),
    BookedRow("431001", general, project, "2130199", "30227", -20_050),
    BookedRow("431001", government, project, "2120803", "31005", 77_700_000),
    BookedRow("431002", general, basic, "2080501", "30108", 345_678),
    BookedRow("431002", general, basic, "2130104", "30101", 20_000_001),
    BookedRow("431002", general, project, "2130106", "30218", 5_500_000),
    BookedRow("431002", other, project, "2130106", "30201", 808_080),
  ]

  static let general = "一般公共预算财政拨款"
  static let government = "政府性基金预算财政拨款"
  static let other = "其他"
  static let basic = "基本支出"
  static let project = "项目支出"

  init(
    _ unit: String, _ fund: String, _ kind: String, _ function: String, _ economic: String,
    _ fen: Int64
  ) {
    (self.unit, self.fund, self.kind) = (unit, fund, kind)
    (self.function, self.economic, self.fen) = (function, economic, fen)
  }

  init(_ row: ImportedRow) {
    self.init(
      row.fields[.unit] ?? "", row.fields[.fund] ?? "", row.fields[.kind] ?? "",
      row.fields[.function] ?? "", row.fields[.economic] ?? "", row.amounts[.amount]?.fen ?? 0)
  }

  /// The amount in 元: `12345.67`.
  var yuan: String { Money(fen: fen).description }

  /// The amount in 万元, with all of its digits.
  var wan: String {
    let digits = String(fen.magnitude)
    let padded = String(repeating: "0", count: max(0, 7 - digits.count)) + digits
    return (fen < 0 ? "-" : "") + padded.dropLast(6) + "." + padded.suffix(6)
  }

  /// The amount as accounting formats show it: `1,234.50`, `(200.50)`.
  var accounting: String {
    let text = Money(fen: abs(fen)).description
    let whole = text.dropLast(3)
    var groups = ""
    for (offset, digit) in whole.reversed().enumerated() {
      if offset > 0, offset.isMultiple(of: 3) { groups = "," + groups }
      groups = String(digit) + groups
    }
    let number = groups + text.suffix(3)
    return fen < 0 ? "(\(number))" : number
  }

  /// The sum of some rows in 元.
  static func sum(_ rows: [BookedRow]) -> String {
    Money(fen: rows.map(\.fen).reduce(0, +)).description
  }
}
