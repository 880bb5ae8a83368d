public import Diagnostics
internal import Domain
internal import Dossiers
internal import Layouts
public import SourceFiles

extension ExportMapping {
  /// Reads the file of a mapping; every fault is told at its line.
  ///
  /// - Returns: the mapping; nil where the file is faulty.
  public static func read(
    _ source: SourceText, for context: ExportContext
  ) -> Loaded<ExportMapping> {
    let log = FindingLog(family: "K")
    let parsed = YAMLValue.parse(source, family: log.family)
    log.report(parsed.findings)
    guard let value = parsed.value, let map = YAMLMap(value, log: log) else {
      return Loaded(nil, log.findings)
    }
    var reader = MappingReader(context: context, log: log)
    reader.read(map)
    return Loaded(log.findings.hasErrors ? nil : reader.mapping, log.findings)
  }
}

/// Reads a mapping, part by part.
private struct MappingReader {
  let context: ExportContext
  let log: FindingLog
  var mapping: ExportMapping

  init(context: ExportContext, log: FindingLog) {
    self.context = context
    self.log = log
    mapping = ExportMapping(table: context.table)
  }

  private var table: ExportTable { context.table }

  mutating func read(_ map: YAMLMap) {
    if let value = map.required(MappingKey.table),
      let table = map.choice(
        value, of: MappingKey.table, among: ExportTable.allCases.map { ($0.name, $0) }),
      table != context.table
    {
      // Nothing else of it is judged: its words are another table's.
      return log.report(
        MappingFault.otherTable(table.name, asked: context.table.name), at: value.place)
    }
    if let value = map.required(MappingKey.unit), !isUndecided(value) {
      mapping.unit = map.choice(
        value, of: MappingKey.unit, among: MoneyUnit.allCases.map { ($0.rawValue, $0) })
      mapping.unitPlace = value.place
    }
    if let value = map.optional(MappingKey.fixed), let fixed = YAMLMap(value, log: log) {
      readFixed(fixed)
    }
    if let value = map.required(MappingKey.columns), let columns = YAMLMap(value, log: log) {
      for key in columns.keys {
        guard let name = key.text else { continue }
        guard let value = columns.optional(name) else {
          log.report(YAMLFault.emptyKey(name, isRequired: false), at: key.place)
          continue
        }
        if let use = use(value, in: columns) {
          mapping.columns.append(.init(name: name, use: use, place: key.place))
        }
      }
    }
    mapping.filled = map.strings(MappingKey.filled).map { .init(text: $0.text, place: $0.place) }
    mapping.totals = map.strings(MappingKey.totals).map { folded($0.text) }
    if let value = map.optional(MappingKey.words), let words = YAMLMap(value, log: log) {
      readWords(words)
    }
    map.finish()
    checkTogether()
  }

  /// Notes a place that is left to be decided.
  private mutating func isUndecided(_ value: YAMLValue) -> Bool {
    guard value.text == ExportMapping.undecidedWord else { return false }
    mapping.undecided.append(value.place)
    return true
  }

  // MARK: Columns

  private mutating func use(_ value: YAMLValue, in map: YAMLMap) -> ExportMapping.Use? {
    if let entry = value.entries {
      guard !entry.isEmpty, let inner = YAMLMap(value, log: log) else { return nil }
      return amount(inner)
    }
    guard let text = map.text(of: value) else { return nil }
    if isUndecided(value) { return .undecided }
    if text.hasPrefix(MappingKey.passedOver) {
      let reason = text.dropFirst(MappingKey.passedOver.count).drop { "（(：: ".contains($0) }
      let end = reason.last.map { "）)".contains($0) } ?? false
      return .passedOver(reason: String(end ? reason.dropLast() : reason))
    }
    var choices = ExportMapping.Use.choices(of: table)
    choices.append((MappingKey.passedOver, .passedOver(reason: "")))
    // Whoever writes the heading with its unit means the same.
    choices += table.amounts.map { ($0.rawValue, .amount($0, fixed: [:], isSubtracted: false)) }
    return map.choice(value, of: "去处", among: choices)
  }

  /// `{取作: 金额, 支出类别: 基本支出, 减去: 是}`.
  private mutating func amount(_ map: YAMLMap) -> ExportMapping.Use? {
    defer { map.finish() }
    guard let value = map.required(MappingKey.taken),
      let heading = map.choice(
        value, of: "金额栏", among: table.amounts.map { ($0.word, $0) })
    else { return nil }
    var isSubtracted = false
    if let value = map.optional(MappingKey.subtracted) {
      isSubtracted =
        map.choice(value, of: MappingKey.subtracted, among: [(MappingKey.yes, true), ("否", false)])
        ?? false
    }
    var fixed: [TableHeading: String] = [:]
    for column in table.keys {
      guard let value = map.optional(column.heading.word), !isUndecided(value) else { continue }
      fixed[column.heading] = self.value(value, of: column, in: map)
    }
    return .amount(heading, fixed: fixed, isSubtracted: isSubtracted)
  }

  // MARK: Values

  private mutating func readFixed(_ map: YAMLMap) {
    for column in table.keys {
      guard let value = map.optional(column.heading.word), !isUndecided(value),
        let text = self.value(value, of: column, in: map)
      else { continue }
      mapping.fixed[column.heading] = .init(text: text, place: value.place)
    }
    map.finish()
  }

  private mutating func readWords(_ map: YAMLMap) {
    for column in table.keys where column.content != .text {
      guard let value = map.optional(column.heading.word), let words = YAMLMap(value, log: log)
      else {
        continue
      }
      for key in words.keys {
        guard let word = key.text else { continue }
        guard let value = words.optional(word) else {
          log.report(YAMLFault.emptyKey(word, isRequired: false), at: key.place)
          continue
        }
        guard !isUndecided(value), let meaning = self.value(value, of: column, in: words) else {
          continue
        }
        let entry = ExportMapping.Entry(text: meaning, place: value.place)
        if mapping.words[column.heading, default: [:]].updateValue(entry, forKey: folded(word))
          != nil
        {
          log.report(MappingFault.repeatedWord(word), at: key.place)
        }
      }
    }
    map.finish()
  }

  /// A field of the dossier's table that people have written themselves.
  private func value(
    _ value: YAMLValue, of column: DossierTable.Column, in map: YAMLMap
  ) -> String? {
    let heading = column.heading.word
    switch column.content {
    case .word(let list):
      guard let text = map.text(of: value) else { return nil }
      if let meaning = context.vocabulary.meaning(of: text, in: list) { return meaning }
      return map.choice(value, of: heading, among: list.ownWords.map { ($0, $0) })
    case .unit:
      guard let units = context.units else { return map.text(of: value) }
      return map.choice(value, of: heading, among: units.keys.sorted().map { ($0, $0) })
    case .function(let atLowestLevel):
      guard let text = map.text(of: value) else { return nil }
      let account = FunctionAccount(text)
      if let account, !atLowestLevel || account.isLowestLevel { return text }
      log.report(MappingFault.noCode(text, heading: heading), at: value.place)
      return nil
    case .economic:
      guard let text = map.text(of: value) else { return nil }
      if EconomicAccount(text)?.isLowestLevel == true { return text }
      log.report(MappingFault.noCode(text, heading: heading), at: value.place)
      return nil
    case .amount, .text: return map.text(of: value)
    }
  }

  // MARK: Together

  /// What no part can see alone: fields that two places give.
  private func checkTogether() {
    var seen: [ExportMapping.Use: SourcePlace] = [:]
    for column in mapping.columns {
      guard let place = column.place else { continue }
      switch column.use {
      case .field(let heading), .level(let heading, 0):
        if let fixed = mapping.fixed[heading] {
          log.report(
            MappingFault.givenTwice(heading.word, column: column.name), at: fixed.place ?? place,
            related: [place])
        }
        fallthrough
      case .level:
        if let first = seen[column.use] {
          log.report(MappingFault.twoColumns(column.use.text), at: place, related: [first])
        }
        seen[column.use] = place
      case .amount, .total, .undecided, .passedOver: break
      }
    }
    let names = mapping.columns.map(\.name)
    for entry in mapping.filled where !names.contains(entry.text) {
      guard let place = entry.place else { continue }
      log.report(MappingFault.unknownFilled(entry.text, known: names), at: place)
    }
    let hasAmount = mapping.columns.contains { column in
      if case .amount = column.use { true } else { false }
    }
    if !hasAmount, mapping.undecided.isEmpty, let place = mapping.columns.first?.place {
      log.report(MappingFault.noAmount(table.amounts.map(\.word)), at: place)
    }
  }
}
