internal import Diagnostics
internal import Domain
internal import Layouts
internal import SourceFiles

/// Whose accounts they are and of which year; a part is nil where it is missing or wrong.
struct Identity {
  var code: String?
  var name: String?
  /// The units; nil unless each could be read, because a ledger's unit may be one that could not.
  var units: [BudgetUnit]?
  var fiscalYear: Int?
  var publicationDate: CalendarDate?
  /// Where the year before is; nil where nothing is written.
  var lastYear: LastYearPlace?

  var department: Department? {
    guard let code, let name, let units else { return nil }
    return Department(code: code, name: name, units: units)
  }
}

/// Reads the identity of a dossier.
struct IdentityReader {
  let rules: DossierRules
  let log: FindingLog

  /// Reads the identity keys of the file's root.
  func read(_ root: YAMLMap) -> Identity {
    var identity = Identity()
    identity.fiscalYear = year(root)
    // The layout set has been chosen by now; the key is only ticked off.
    _ = root.optional(IdentityKey.layout)
    identity.publicationDate = date(root)
    identity.lastYear = lastYear(root)
    if let value = root.required(IdentityKey.department),
      let map = YAMLMap(value, log: log)
    {
      identity.code = map.code(IdentityKey.code, log: log)
      identity.name = map.nameText(IdentityKey.name)
      map.finish()
    }
    identity.units = units(root)
    return identity
  }

  private func year(_ root: YAMLMap) -> Int? {
    guard let value = root.required(IdentityKey.fiscalYear) else { return nil }
    guard let text = value.text, text.utf8.count == 4, let year = Int(text), year >= 1000 else {
      log.report(IdentityFault.noYear(shown(value)), at: value.place)
      return nil
    }
    if year != rules.year {
      log.report(
        IdentityFault.otherYear(year, set: rules.setName, setYear: rules.year), at: value.place)
    }
    return year
  }

  private func lastYear(_ root: YAMLMap) -> LastYearPlace? {
    guard let value = root.optional(IdentityKey.lastYear),
      let text = root.optionalString(IdentityKey.lastYear), !text.allSatisfy(\.isWhitespace)
    else { return nil }
    return LastYearPlace(path: text, place: value.place)
  }

  private func date(_ root: YAMLMap) -> CalendarDate? {
    guard let value = root.required(IdentityKey.date) else { return nil }
    if let date = value.text.flatMap(CalendarDate.init(written:)) { return date }
    log.report(IdentityFault.noDay(shown(value)), at: value.place)
    return nil
  }

  /// What stands in place of a date or year.
  private func shown(_ value: YAMLValue) -> String { value.text ?? value.kindName }
}

// MARK: - Units

extension IdentityReader {
  private func units(_ root: YAMLMap) -> [BudgetUnit]? {
    let items = root.list(IdentityKey.units)
    guard !items.isEmpty else {
      let value = root.optional(IdentityKey.units)
      if value == nil || value?.items?.isEmpty == true {
        log.report(IdentityFault.noUnit, at: value?.place ?? root.place)
      }
      return nil
    }
    var units: [BudgetUnit] = []
    var places: [String: SourcePlace] = [:]
    var isWhole = true
    for item in items {
      guard let unit = unit(item) else {
        isWhole = false
        continue
      }
      if let first = places[unit.code] {
        log.report(
          IdentityFault.repeatedUnit(unit.code), at: item.place, related: [first])
      } else {
        places[unit.code] = item.place
        units.append(unit)
      }
    }
    return isWhole ? units : nil
  }

  private func unit(_ value: YAMLValue) -> BudgetUnit? {
    guard let map = YAMLMap(value, log: log) else { return nil }
    defer { map.finish() }
    let code = map.code(IdentityKey.code, log: log)
    let name = map.nameText(IdentityKey.name)
    let type = map.required(IdentityKey.type).flatMap { value in
      map.choice(value, of: "单位类型", among: rules.unitTypes.map { ($0, $0) })
    }
    guard let code, let name, let type else { return nil }
    return BudgetUnit(code: code, name: name, type: type)
  }
}

extension YAMLMap {
  /// A text that must be there and say something.
  func filledText(_ key: String) -> String? {
    guard let text = string(key) else { return nil }
    if !text.allSatisfy(\.isWhitespace) { return text }
    log.report(IdentityFault.emptyText(key: key), at: placeOfValue(key))
    return nil
  }

  /// A name or code that must be there: one line, and not longer than anything is called.
  func nameText(_ key: String) -> String? {
    guard let text = filledText(key) else { return nil }
    guard let fault = NameTextFault(text, of: key) else { return text }
    log.report(fault, at: placeOfValue(key))
    return nil
  }

  /// Where the value of a key stands; the mapping's own place where nothing is written.
  func placeOfValue(_ key: String) -> SourcePlace { optional(key)?.place ?? place }
}
