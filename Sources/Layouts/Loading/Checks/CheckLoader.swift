internal import Diagnostics
internal import Figures
internal import SourceFiles

/// Reads the checks of a set: files of them, each with what to do by default.
struct CheckLoader {
  let log: FindingLog
  let quantities: NarrativeQuantities
  var rules: DossierCheckLoader
  let cells: CheckedCells
  /// The set's name: of what it inherits, checks of forms that it does not have are left out.
  let set: String
  /// The lists of records that formulas may speak of.
  let records: [String]

  /// What a check's rule is written behind.
  private static let kinds = ["formula"] + DossierCheckLoader.keys
  private static let kindKeys = Set(kinds)
  private static let severities = Severity.allCases

  /// The checks of some files.
  ///
  /// - Parameters:
  ///   - seen: the ids so far; those of these files are added.
  ///   - isIdentity: whether they hold by construction in what this program makes.
  func checks(
    _ files: [YAMLValue], isIdentity: Bool, seen: inout [String: SourcePlace]
  ) -> [CheckLayout] {
    var checks: [CheckLayout] = []
    for file in files {
      guard let map = YAMLMap(file, log: log) else { continue }
      let mend = map.string("mend") ?? ""
      var shared = named(map)
      for item in map.requiredList("checks") {
        guard let inner = YAMLMap(item, log: log) else { continue }
        if let check = check(inner, mend: mend, isIdentity: isIdentity, &shared) {
          if let first = seen.updateValue(check.place, forKey: check.id) {
            log.report(CheckFault.repeated(check.id), at: check.place, related: [first])
          }
          checks.append(check)
        }
        inner.finish()
      }
      for (name, place) in shared.idle where place.isOwn(ofSet: set) {
        log.report(CheckFault.idleName(name), at: place)
      }
      map.finish()
    }
    return checks
  }

  private func check(
    _ map: YAMLMap, mend: String, isIdentity: Bool, _ shared: inout NamesInUse
  ) -> CheckLayout? {
    let id = id(map)
    let (severity, words) = judgement(map)
    let mend = map.optionalString("mend") ?? mend
    let rule = rule(map, &shared)
    guard let id, let severity, let words, let rule else { return nil }
    return CheckLayout(
      id: id, severity: severity, words: words, mend: mend, isIdentity: isIdentity, rule: rule,
      place: map.place)
  }

  private func id(_ map: YAMLMap) -> String? {
    guard let value = map.required("id"), let id = map.text(of: value) else { return nil }
    let isSteady =
      id.utf8.first.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } == true
      && id.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
    if !isSteady { log.report(CheckFault.id(id), at: value.place) }
    return isSteady ? id : nil
  }

  /// How grave it is and what must hold: `error: …`, `warning: …` or `note: …`.
  private func judgement(_ map: YAMLMap) -> (Severity?, words: String?) {
    let written = Self.severities.filter { map.has($0.rawValue) }
    guard written.count == 1, let severity = written.first else {
      for severity in Self.severities { _ = map.optional(severity.rawValue) }
      log.report(CheckFault.severity(written.map(\.rawValue)), at: map.place)
      return (nil, nil)
    }
    return (severity, map.string(severity.rawValue))
  }

  private func rule(_ map: YAMLMap, _ shared: inout NamesInUse) -> CheckLayout.Rule? {
    let written = map.written(of: Self.kindKeys)
    guard written.count == 1, let key = written.first else {
      for key in written { _ = map.optional(key) }
      log.report(CheckFault.rules(written, of: Self.kinds), at: map.place)
      return nil
    }
    guard key == "formula" else { return rules.rule(key, of: map).map { .dossier($0) } }
    return formulaCheck(map, &shared).map { .formula($0) }
  }

  private func formulaCheck(_ map: YAMLMap, _ shared: inout NamesInUse) -> FormulaCheck? {
    var own = named(map)
    let formula = self.formula("formula", of: map)
    let condition = map.has("when") ? self.formula("when", of: map) : nil
    guard let formula,
      map.place.isOwn(ofSet: set) || cells.areKnown(formula.value, condition?.value)
    else { return nil }
    var meanings = NamedQuantities()
    addMeanings(of: formula, &own, &shared, to: &meanings)
    if let condition { addMeanings(of: condition, &own, &shared, to: &meanings) }
    for (name, place) in own.idle { log.report(CheckFault.idleName(name), at: place) }
    cells.check(formula.value, at: formula.place, isCondition: false, log: log)
    if let condition {
      cells.check(condition.value, at: condition.place, isCondition: true, log: log)
    }
    return FormulaCheck(
      formula: formula.value, text: formula.text, condition: condition?.value,
      conditionText: condition?.text, quantities: meanings)
  }

  /// Adds what the names of a formula mean.
  private func addMeanings(
    of formula: WrittenFormula, _ own: inout NamesInUse, _ shared: inout NamesInUse,
    to meanings: inout NamedQuantities
  ) {
    for name in formula.value.names where meanings[name] == nil {
      if let named = own.use(name) ?? shared.use(name) {
        // A faulty one has been reported where it stands.
        if let meaning = named { meanings.add(name, meaning) }
      } else if let meaning = fact(name) {
        meanings.add(name, meaning)
      } else {
        let known = own.names + shared.names
        log.report(CheckFault.unknownName(name, known: known), at: formula.place)
      }
    }
  }

  /// The declared number of a path, which needs no name beside.
  private func fact(_ path: String) -> NarrativeQuantity? {
    let rules = quantities.rules
    let isDeclared = rules.facts.contains { fact in
      fact.path.hasSameBytes(as: path) && (fact.kind == .money || fact.kind == .count)
    }
    guard isDeclared else { return nil }
    rules.usage.cite(.fact, path)
    return .named(.fact(FactReference(path: path, isOfRow: false)))
  }

  private func formula(_ key: String, of map: YAMLMap) -> WrittenFormula? {
    guard let value = map.required(key), let text = map.text(of: value) else { return nil }
    do {
      return WrittenFormula(
        value: try Formula(parsing: text, records: records), text: text, place: value.place)
    } catch {
      // The column counts from the value's own; a quoted one begins a sign later.
      let place = SourcePlace(
        file: value.place.file, line: value.place.line, column: value.place.column + error.offset)
      log.report(CheckFault.formula(error.kind, text: text), at: place)
      return nil
    }
  }

  /// The quantities of `let`, with the places of their names.
  private func named(_ map: YAMLMap) -> NamesInUse {
    var names = NamesInUse()
    guard let inner = map.optional("let").flatMap({ YAMLMap($0, log: log) }) else { return names }
    for key in inner.keys {
      guard let name = key.text, let value = inner.optional(name) else { continue }
      names.add(name, at: key.place, quantities.quantity(value)?.quantity)
    }
    return names
  }
}

/// A formula with its text and its place.
private struct WrittenFormula {
  let value: Formula
  let text: String
  let place: SourcePlace
}

/// The quantities that `let` names, for one check or for all of a file, and which of them are used.
private struct NamesInUse {
  private struct Named {
    let name: String
    let place: SourcePlace
    /// Nil where it is faulty, which has been reported.
    let quantity: NarrativeQuantity?
    var isUsed = false
  }

  private var all: [Named] = []

  var names: [String] { all.map(\.name).sorted() }
  /// Names that no formula has, in the order of the file.
  var idle: [(name: String, place: SourcePlace)] {
    all.filter { !$0.isUsed }.map { ($0.name, $0.place) }
  }

  mutating func add(_ name: String, at place: SourcePlace, _ quantity: NarrativeQuantity?) {
    all.append(Named(name: name, place: place, quantity: quantity))
  }

  /// What a name means, which is then in use; nil where it is not named here.
  mutating func use(_ name: String) -> NarrativeQuantity?? {
    guard let index = all.firstIndex(where: { $0.name.hasSameBytes(as: name) }) else { return nil }
    all[index].isUsed = true
    return all[index].quantity
  }
}
