internal import Diagnostics
internal import Domain
internal import Layouts
internal import SourceFiles

/// Reads the facts that a layout set declares from department.yaml.
struct FactsReader {
  /// The codes of the department's units; nil where they are not known for certain.
  let units: [String]?
  private(set) var total: AmountTotal
  let log: FindingLog
  private(set) var facts = DeclaredFacts()

  init(units: [String]?, total: AmountTotal, log: FindingLog) {
    self.units = units
    self.total = total
    self.log = log
  }

  /// Reads the facts of a mapping, and of those below it.
  ///
  /// The path is the keys that lead to the mapping, each with a point behind it.
  mutating func read(_ map: YAMLMap, by tree: FactTree, below path: String = "") {
    for branch in tree.branches {
      let value = map.optional(branch.key)
      if let fact = branch.fact {
        let written = map.place(of: branch.key)
        read(fact, from: value, missingAt: written ?? map.place, isWritten: written != nil)
      } else if let value {
        guard let inner = YAMLMap(value, log: log) else { continue }
        read(inner, by: branch.below, below: path + branch.key + ".")
        inner.finish()
      } else {
        let required = branch.below.facts.filter(\.isRequired)
        guard !required.isEmpty else { continue }
        log.report(
          FactFault.missingGroup(path: path + branch.key, required: required),
          at: map.place(of: branch.key) ?? map.place)
      }
    }
  }

  /// Reads one fact, which is reported at the given place where it must be there and is not.
  private mutating func read(
    _ fact: FactDeclaration, from value: YAMLValue?, missingAt place: SourcePlace, isWritten: Bool
  ) {
    guard let value, !isBlank(value) else {
      if fact.isRequired {
        log.report(FactFault.missing(fact, unit: nil, isWritten: isWritten), at: place)
      }
      return
    }
    if fact.kind == .textByAccount { return readByAccount(fact, from: value) }
    guard fact.isByUnit else {
      keep(fact, value, unit: nil)
      return
    }
    guard value.entries != nil else {
      log.report(FactFault.wrongType(found: value.kindName, fact), at: value.place)
      return
    }
    guard let units, let byUnit = YAMLMap(value, log: log) else { return }
    for unit in units {
      if let value = byUnit.optional(unit), !isBlank(value) {
        keep(fact, value, unit: unit)
      } else if fact.isRequired {
        let written = byUnit.place(of: unit)
        log.report(
          FactFault.missing(fact, unit: unit, isWritten: written != nil),
          at: written ?? byUnit.place)
      }
    }
    byUnit.finish()
  }

  /// Reads the texts of accounts, each behind the account's code.
  private mutating func readByAccount(_ fact: FactDeclaration, from value: YAMLValue) {
    guard let entries = value.entries else {
      log.report(FactFault.wrongType(found: value.kindName, fact), at: value.place)
      return
    }
    for (key, value) in entries where !value.isNull && !isBlank(value) {
      let code = key.text ?? ""
      guard FunctionAccount(code) != nil || EconomicAccount(code) != nil else {
        log.report(FactFault.noAccount(code, fact), at: key.place)
        continue
      }
      guard let text = value.text else {
        log.report(FactFault.noText(found: value.kindName, fact), at: value.place)
        continue
      }
      facts.set(
        DeclaredFact(
          value: .text(text), place: value.place, isLiteralBlock: value.isLiteralBlock),
        for: fact.path, account: code)
    }
  }

  /// Whether a text is written that says nothing (`""`).
  private func isBlank(_ value: YAMLValue) -> Bool {
    value.text?.allSatisfy(\.isWhitespace) ?? false
  }

  private mutating func keep(_ fact: FactDeclaration, _ value: YAMLValue, unit: String?) {
    guard let content = content(of: value, as: fact) else { return }
    facts.set(
      DeclaredFact(value: content, place: value.place, isLiteralBlock: value.isLiteralBlock),
      for: fact.path, unit: unit)
  }
}

// MARK: - Values

extension FactsReader {
  private mutating func content(of value: YAMLValue, as fact: FactDeclaration) -> DeclaredValue? {
    switch (fact.kind, value.text) {
    case (.money, .some(let text)): return money(text, at: value.place).map(DeclaredValue.money)
    case (.count, .some(let text)):
      if let count = count(text) { return .count(count) }
      log.report(FactFault.noCount(text, fact), at: value.place)
      return nil
    case (.text, .some(let text)): return .text(text)
    case (.list, .some(let text)): return .list([text])
    case (.list, nil):
      if let items = value.items { return list(items, as: fact) }
    case (_, nil), (.textByAccount, _): break
    }
    log.report(FactFault.wrongType(found: value.kindName, fact), at: value.place)
    return nil
  }

  private mutating func money(_ text: String, at place: SourcePlace) -> Money? {
    do {
      let amount = try Money(yuan: text)
      total.add(amount, at: place)
      return amount
    } catch {
      log.report(ValueFault.amount(error, text: text), at: place)
      return nil
    }
  }

  /// A number of things: digits only, few enough that sums of them stay exact.
  private func count(_ text: String) -> Int64? {
    guard (1...12).contains(text.utf8.count),
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return Int64(text)
  }

  private func list(_ items: [YAMLValue], as fact: FactDeclaration) -> DeclaredValue? {
    var texts: [String] = []
    for item in items {
      if let text = item.text {
        texts.append(text)
      } else {
        log.report(FactFault.noText(found: item.kindName, fact), at: item.place)
      }
    }
    return texts.count == items.count ? .list(texts) : nil
  }
}
