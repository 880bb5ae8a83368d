/// Part three of Shanxi 2023, sentence by sentence, from a department's ledger and declarations.
///
/// The sentences are written down here once more, by hand, from the published text and from what its
/// words mean; nothing of the project is imported.
public struct NarrativeReckoning: Sendable {
  /// The paragraphs of each section: `五（三）`.
  public private(set) var sections: [String: [String]] = [:]
  /// The reasons that ought to be given and are not, by path.
  public private(set) var missingReasons: [String] = []

  let model: DepartmentModel
  private let cells: [String: String]

  static let general = "一般公共预算财政拨款"
  static let governmentFund = "政府性基金预算财政拨款"
  static let stateCapital = "国有资本经营预算财政拨款"
  static let fiscal = [general, governmentFund, stateCapital]

  public init(_ model: DepartmentModel) {
    self.model = model
    cells = Reckoning(model.ledger).cells
    totals()
    incomes()
    expenditures()
    fiscalTotals()
    generalSpending()
    generalStructure()
    generalClasses()
    basicSpending()
    fundTotals()
    capitalSpending()
    publicTotals()
    publicDetails()
    operatingCost()
    procurement()
    holdings()
    performance()
    put("十（五）", text("其他需要说明的事项").map(lines) ?? ["无。"])
    put("第四部分", [usedClasses()].filter { !$0.isEmpty })
  }

  /// A section, with what the clerk adds to it.
  mutating func put(_ section: String, _ paragraphs: [String], adding path: String = "") {
    sections[section] = paragraphs + (text("补充.\(path)").map(lines) ?? [])
  }

  private func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { $0.trimming { $0.isWhitespace } }
  }

  // MARK: - What there is

  func income(_ matches: (LedgerModel.Income) -> Bool = { _ in true }) -> Int64 {
    model.ledger.incomes.filter(matches).reduce(0) { $0 + $1.fen }
  }

  func spent(_ matches: (LedgerModel.Expenditure) -> Bool = { _ in true }) -> Int64 {
    model.ledger.expenditures.filter(matches).reduce(0) { $0 + $1.fen }
  }

  func balance(
    _ kind: LedgerModel.Balance.Kind, _ matches: (LedgerModel.Balance) -> Bool = { _ in true }
  ) -> Int64 {
    model.ledger.balances.filter { $0.kind == kind && matches($0) }.reduce(0) { $0 + $1.fen }
  }

  /// A stated figure of the year before, whatever its account; nil takes those of all funds.
  func before(_ indicator: String, fund: String? = nil) -> Before {
    let rows = model.priors.filter {
      $0.indicator == indicator && (fund == nil || $0.fund == fund)
    }
    return rows.isEmpty ? .unsaid : .stated(rows.reduce(0) { $0 + $1.fen })
  }

  // MARK: - What the clerk wrote

  /// A text with the figures that it quotes, from the reckoning of the forms.
  func text(_ path: String) -> String? { model.texts[path].map(quoted) }

  private func quoted(_ text: String) -> String {
    var parts = text.split(separator: "{{", omittingEmptySubsequences: false).map(String.init)
    for index in parts.indices.dropFirst() {
      let halves = parts[index].split(separator: "}}", omittingEmptySubsequences: false)
      let cell = cells[String(halves[0])] ?? "?"
      parts[index] = (cell.isEmpty ? "0" : cell) + halves.dropFirst().joined()
    }
    return parts.joined()
  }

  /// A reason between words, without the full stop that the clerk may have written.
  func clause(_ text: String?, _ lead: String, _ end: String = "") -> String {
    guard let text else { return "" }
    let whole = lines(text).joined().trimming { "。；，、：".contains($0) }
    return lead + whole + end
  }

  /// A reason; notes one that is missing for a change of more than a tenth.
  mutating func reason(
    _ path: String, _ lead: String, _ end: String, of now: Int64, from before: Before,
    own: String? = nil
  ) -> String {
    if let text = own.map(quoted) ?? text(path) { return clause(text, lead, end) }
    let movement = Movement(now, from: before)
    let difference = Int128(now) - Int128(before.fen)
    if before.isSaid, movement != .about,
      difference.magnitude * 10 > Int128(before.fen).magnitude
    {
      missingReasons.append(path)
    }
    return ""
  }

  private func usedClasses() -> String {
    let functions =
      model.ledger.incomes.map(\.function) + model.ledger.expenditures.map(\.function)
      + model.ledger.balances.filter {
        $0.fund == Self.governmentFund && ($0.kind == .opening || $0.kind == .closing)
      }.map(\.function)
    let names = Set(functions.map { String($0.prefix(3)) }).sorted()
      .map { model.functionNames[$0] ?? "?" }
    return names.isEmpty ? "" : "本部门使用的支出功能分类科目（类）：" + names.joined(separator: "、") + "。"
  }
}

extension StringProtocol {
  /// The text without such characters at its ends.
  func trimming(_ matches: (Character) -> Bool) -> String {
    var text = self[...]
    while let last = text.last, matches(last) { text = text.dropLast() }
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    return String(text)
  }
}
