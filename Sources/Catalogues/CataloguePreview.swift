internal import Diagnostics
internal import Domain
internal import Readings

/// What was understood of a list, for people who decide whether it is taken over.
public struct CataloguePreview {
  private let name: String
  private let reading: CatalogueReading
  private let changes: [CatalogueChanges]

  /// A preview of a list by its name, with what it changes chart by chart.
  public init(of reading: CatalogueReading, named name: String, changes: [CatalogueChanges]) {
    self.reading = reading
    self.name = name
    self.changes = changes
  }

  /// The lines, each with a line end.
  public var text: String {
    var lines = ["从 \(name) 读出："]
    for change in changes {
      let accounts = reading.accounts(of: change.chart)
      lines.append(
        "  \(change.year) 年\(change.chart.rawValue)分类 \(Self.counts(accounts, in: change.chart))")
      lines.append(
        "    新增 \(change.added.count) 个，原有同名 \(change.same.count) 个"
          + (change.renamed.isEmpty ? "" : "，原有不同名 \(change.renamed.count) 个"))
      lines.append(
        "    如："
          + Self.samples(accounts, in: change.chart).map { "\($0.code) \($0.name)" }.joined(
            separator: "、"))
    }
    if !reading.joined.isEmpty {
      let shown = reading.joined.prefix(5).map { "\($0.code) \($0.name)" }.joined(separator: "、")
      lines.append(
        "  名称跨行、拼合采用的 \(reading.joined.count) 个：\(shown)" + Self.more(reading.joined.count, 5))
    }
    if reading.passed.count > 0 {
      lines.append("  不是科目、略过的 \(reading.passed.count) 行，如：")
      for example in reading.passed.examples {
        lines.append("    \(DiagnosticPrinter.text(of: example.place)): \(quoted(example.text))")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// `共 1500 个：类 27、款 250、项 1223`.
  private static func counts(_ accounts: [ListedAccount], in chart: AccountChart) -> String {
    let levels = zip(accountLevelNames, chart.levelDigits).compactMap { name, digits -> String? in
      let count = accounts.count { $0.code.count == digits }
      return count > 0 ? "\(name) \(count)" : nil
    }
    return "共 \(accounts.count) 个：\(levels.joined(separator: "、"))"
  }

  /// The first account and the last of each level.
  private static func samples(
    _ accounts: [ListedAccount], in chart: AccountChart
  ) -> [ListedAccount] {
    let last = chart.levelDigits.compactMap { digits in accounts.last { $0.code.count == digits } }
    return accounts.prefix(1) + last.filter { $0 != accounts.first }
  }

  private static func more(_ count: Int, _ most: Int) -> String { count > most ? "……" : "" }
}
