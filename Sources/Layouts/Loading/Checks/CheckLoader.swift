internal import Diagnostics
internal import Figures
internal import SourceFiles

/// Reads the checks of a set: files of them, each with what to do by default.
struct CheckLoader {
  let log: FindingLog
  let quantities: NarrativeQuantities
  var rules: DossierCheckLoader
  let cells: CheckedCells

  /// What a check's rule is written behind.
  private static let kinds = ["formula"] + DossierCheckLoader.keys

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
      let shared = SharedNames(named(map))
      for item in map.requiredList("checks") {
        guard let inner = YAMLMap(item, log: log) else { continue }
        if let check = check(inner, mend: mend, isIdentity: isIdentity, shared) {
          if let first = seen.updateValue(check.place, forKey: check.id) {
            log.report(CheckFault.repeated(check.id), at: check.place, related: [first])
          }
          checks.append(check)
        }
        inner.finish()
      }
      for (name, place) in shared.idle { log.report(CheckFault.idleName(name), at: place) }
      map.finish()
    }
    return checks
  }

  private func check(
    _ map: YAMLMap, mend: String, isIdentity: Bool, _ shared: SharedNames
  ) -> CheckLayout? {
    let id = id(map)
    let (severity, words) = judgement(map)
    let mend = map.optionalString("mend") ?? mend
    let rule = rule(map, shared)
    guard let id, let severity, let words, let rule else { return nil }
    return CheckLayout(
      id: id, severity: severity, words: words, mend: mend, isIdentity: isIdentity, rule: rule,
      place: map.place)
  }

  private func id(_ map: YAMLMap) -> String? {
    guard let value = map.required("id"), let id = map.string("id") else { return nil }
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
    let written = Severity.allCases.filter { map.has($0.rawValue) }
    guard written.count == 1, let severity = written.first else {
      for severity in Severity.allCases { _ = map.optional(severity.rawValue) }
      log.report(CheckFault.severity(written.map(\.rawValue)), at: map.place)
      return (nil, nil)
    }
    return (severity, map.string(severity.rawValue))
  }

  private func rule(_ map: YAMLMap, _ shared: SharedNames) -> CheckLayout.Rule? {
    let written = Self.kinds.filter(map.has)
    guard written.count == 1, let key = written.first else {
      for key in written { _ = map.optional(key) }
      log.report(CheckFault.rules(written, of: Self.kinds), at: map.place)
      return nil
    }
    guard key == "formula" else { return rules.rule(key, of: map).map { .dossier($0) } }
    return formulaCheck(map, shared).map { .formula($0) }
  }

  private func formulaCheck(_ map: YAMLMap, _ shared: SharedNames) -> FormulaCheck? {
    let own = named(map)
    let formula = self.formula("formula", of: map)
    let condition = map.has("when") ? self.formula("when", of: map) : nil
    guard let formula else { return nil }
    let parts = [formula, condition].compactMap { $0 }
    let names = Set(parts.flatMap(\.value.names))
    for (name, place) in own.places where !names.contains(name) {
      log.report(CheckFault.idleName(name), at: place)
    }
    var meanings = own.quantities
    for part in parts {
      for name in part.value.names where own.places[name] == nil {
        if let meaning = shared.quantity(name) ?? fact(name) {
          meanings[name] = meaning
        } else if !shared.has(name) {
          let known = own.places.keys.sorted() + shared.names
          log.report(CheckFault.unknownName(name, known: known), at: part.place)
        }
      }
    }
    cells.check(formula.value, at: formula.place, isCondition: false, log: log)
    if let condition {
      cells.check(condition.value, at: condition.place, isCondition: true, log: log)
    }
    return FormulaCheck(
      formula: formula.value, text: formula.text, condition: condition?.value,
      conditionText: condition?.text, quantities: meanings)
  }

  /// The declared number of a path, which needs no name beside.
  private func fact(_ path: String) -> NarrativeQuantity? {
    let rules = quantities.rules
    guard
      let fact = rules.facts.first(where: {
        // Texts that are not ASCII are dear to tell apart, their lengths are not.
        $0.path.utf8.count == path.utf8.count && ($0.kind == .money || $0.kind == .count)
          && $0.path == path
      })
    else { return nil }
    rules.usage.cite(.fact, path)
    return .named(.fact(FactReference(path: fact.path, isOfRow: false)))
  }

  private func formula(
    _ key: String, of map: YAMLMap
  ) -> (value: Formula, text: String, place: SourcePlace)? {
    guard let value = map.required(key), let text = map.string(key) else { return nil }
    do {
      return (try Formula(parsing: text), text, value.place)
    } catch {
      // The column counts from the value's own; a quoted one begins a sign later.
      let place = SourcePlace(
        file: value.place.file, line: value.place.line, column: value.place.column + error.offset)
      log.report(CheckFault.formula(error.kind, text: text), at: place)
      return nil
    }
  }

  /// The quantities of `let` by name, with the places of their names.
  private func named(
    _ map: YAMLMap
  ) -> (quantities: [String: NarrativeQuantity], places: [String: SourcePlace]) {
    guard let inner = map.optional("let").flatMap({ YAMLMap($0, log: log) }) else {
      return ([:], [:])
    }
    var quantities: [String: NarrativeQuantity] = [:]
    var places: [String: SourcePlace] = [:]
    for key in inner.keys {
      guard let name = key.text, let value = inner.optional(name) else { continue }
      places[name] = key.place
      quantities[name] = self.quantities.quantity(value)?.quantity
    }
    return (quantities, places)
  }
}

/// The quantities that a file names for all of its checks.
private final class SharedNames {
  private let quantities: [String: NarrativeQuantity]
  private let places: [String: SourcePlace]
  private var used: Set<String> = []

  init(_ named: (quantities: [String: NarrativeQuantity], places: [String: SourcePlace])) {
    (quantities, places) = named
  }

  var names: [String] { places.keys.sorted() }
  /// Names that no formula of the file has.
  var idle: [(String, SourcePlace)] {
    places.filter { !used.contains($0.key) }.sorted { $0.value < $1.value }.map {
      ($0.key, $0.value)
    }
  }

  func has(_ name: String) -> Bool { places[name] != nil }

  func quantity(_ name: String) -> NarrativeQuantity? {
    used.insert(name)
    return quantities[name]
  }
}
