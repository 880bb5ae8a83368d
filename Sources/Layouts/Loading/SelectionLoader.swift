internal import Diagnostics
internal import Domain
internal import SourceFiles

/// Reads selections: `{measure: 支出, fund: 财政拨款, economic: ["302"]}`.
struct SelectionLoader {
  let log: FindingLog
  let unitTypes: [String]
  /// What is cited of the set's declarations.
  let usage = SetUsage()

  func selection(_ value: YAMLValue) -> Selection? {
    guard let map = YAMLMap(value, log: log) else { return nil }
    let selection = selection(map)
    map.finish()
    return selection
  }

  /// The selection among the keys of a mapping that may have others.
  ///
  /// - Parameter words: words in place of an account or a fund that are for the caller to understand.
  func selection(_ map: YAMLMap, passing words: Set<String> = []) -> Selection {
    var selection = Selection()
    selection.measure = map.optional("measure").flatMap { value in
      map.choice(value, of: "计量", among: Self.measures)
    }
    selection.funds = terms(
      of: "资金性质", texts("fund", map).filter { !words.contains($0.text) }, among: Self.fundTerms)
    selection.sources = terms(of: "收入来源", texts("source", map), among: Self.sourceTerms)
    selection.kinds = terms(of: "支出类别", texts("kind", map), among: Self.kindTerms)
    selection.unitTypes = types("unitType", map)
    let functions = texts("function", map).filter { !words.contains($0.text) }
    let economics = texts("economic", map).filter { !words.contains($0.text) }
    selection.functions = accounts(functions, chart: "支出功能")
    selection.economics = accounts(economics, chart: "支出经济")
    checkMeasure(of: selection, at: map.place)
    return selection
  }

  /// The unit types among the keys of a mapping (`types`); nil where none is given.
  func types(_ map: YAMLMap) -> [String]? {
    types("types", map)?.sorted()
  }

  private func types(_ key: String, _ map: YAMLMap) -> Set<String>? {
    let written = texts(key, map)
    if written.isEmpty { return nil }
    return terms(of: "单位类型", written, among: unitTypes.map { ($0, [$0]) })
  }

  /// The terms of a key; an empty list, which would take nothing or everything, is reported.
  private func texts(_ key: String, _ map: YAMLMap) -> [(text: String, place: SourcePlace)] {
    guard let value = map.optional(key) else { return [] }
    let texts = map.strings(of: value)
    if texts.isEmpty, value.items?.isEmpty == true {
      log.report(RuleFault.emptySelection(key), at: value.place)
    }
    return texts
  }

  /// Only income has a source, only expenditure a kind and an economic account: a selection that asks
  /// others for them would never take anything.
  private func checkMeasure(of selection: Selection, at place: SourcePlace) {
    guard let measure = selection.measure else { return }
    var isSound = true
    func needs(_ owner: Measure, _ key: String, _ isWritten: Bool) {
      guard isWritten, measure != owner else { return }
      isSound = false
      log.report(
        RuleFault.measureWithout(key: key, measure: measure.rawValue, owner: owner.rawValue),
        at: place)
    }
    needs(.income, "source", selection.sources != nil)
    needs(.expenditure, "kind", selection.kinds != nil)
    needs(.expenditure, "economic", selection.economics != nil)
    guard isSound, !selection.isPossible else { return }
    log.report(ScopeFault.impossible, at: place)
  }

  private static let measures = Measure.allCases.map { ($0.rawValue, $0) }
  private static let fundTerms: [(String, [Fund])] =
    terms(Fund.self) + [(appropriation, Fund.fiscalAppropriation)]
  private static let sourceTerms: [(String, [IncomeSource])] =
    terms(IncomeSource.self) + [(appropriation, IncomeSource.fiscalAppropriation)]
  private static let kindTerms = terms(ExpenditureKind.self)

  /// The law's term for the three funds of the treasury together.
  static let appropriation = Fund.appropriation

  /// Every case of a vocabulary with its term.
  private static func terms<Term: RawRepresentable<String> & CaseIterable>(
    _ type: Term.Type
  ) -> [(String, [Term])] {
    Term.allCases.map { ($0.rawValue, [$0]) }
  }

  /// The set of the given terms; nil where none is given.
  private func terms<Term: Hashable>(
    of what: String, _ texts: [(text: String, place: SourcePlace)], among words: [(String, [Term])]
  ) -> Set<Term>? {
    let terms = texts.flatMap { choice($0, of: what, among: words) ?? [] }
    return terms.isEmpty ? nil : Set(terms)
  }

  private func choice<Term>(
    _ given: (text: String, place: SourcePlace), of what: String, among words: [(String, [Term])]
  ) -> [Term]? {
    if let match = words.first(where: { $0.0.hasSameBytes(as: given.text) }) { return match.1 }
    log.report(YAMLFault.unknownWord(of: what, given.text, among: words.map(\.0)), at: given.place)
    return nil
  }

  /// The accounts of the given codes; nil where none is given.
  private func accounts<Code: Account>(
    _ texts: [(text: String, place: SourcePlace)], chart: String
  ) -> [Code]? {
    let accounts: [Code] = texts.compactMap { account($0, chart: chart) }
    for (text, place) in texts {
      if let chart = AccountChart(rawValue: chart) { usage.ask(for: text, in: chart, at: place) }
    }
    return accounts.isEmpty ? nil : accounts
  }

  /// One account code; reports a text that is none.
  func account<Code: Account>(
    _ given: (text: String, place: SourcePlace), chart: String
  ) -> Code? {
    if let account = Code(given.text) { return account }
    log.report(
      RuleFault.account(given.text, chart: chart, digits: Code.levelDigits), at: given.place)
    return nil
  }
}
