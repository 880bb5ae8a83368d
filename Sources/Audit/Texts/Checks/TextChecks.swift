internal import Composition
internal import Diagnostics
internal import Domain
internal import Figures
internal import Layouts

/// Asks what the texts of a dossier say; nothing is decoded before a check asks for it.
final class TextChecks {
  let accounts: FinalAccounts
  let set: LayoutSet
  let book: FigureBook
  let dossier: DossierQuantities?
  /// Made at once: what is made late is copied wherever it is looked at.
  let rules: TextRules

  private(set) lazy var texts = DossierTexts(accounts, by: set).all
  /// The slips of each text, of every kind.
  private lazy var slips = texts.map { $0.scanned.slips(by: rules, as: $0.shape) }
  private(set) lazy var reasons = StatedReasons(self).all
  private(set) lazy var knownAmounts = KnownAmounts(self)

  init(
    _ accounts: FinalAccounts, by set: LayoutSet, book: FigureBook, dossier: DossierQuantities?
  ) {
    self.accounts = accounts
    self.set = set
    self.book = book
    self.dossier = dossier
    rules = set.textWords.map { TextRules($0) } ?? TextRules()
  }

  /// Asks a check; each text that it looks at is an instance.
  func run(_ check: CheckLayout, _ text: TextCheck) -> TextTelling {
    switch text.rule {
    case .slips(let kinds): slips(kinds, text.parts, check)
    case .years(let span, let isBare): years(span, isBare: isBare, text.parts, check)
    case .lastYear: lastYear(text.parts, check)
    case .typedAmounts: typedAmounts(text.parts, check)
    case .reasonDirections: reasonDirections(check)
    case .idleReasons: idleReasons(check)
    case .unitCounts(let nouns): unitCounts(nouns, text.parts, check)
    case .misspeltNames: misspeltNames(text.parts, check)
    case .departmentName: departmentName(check)
    case .statedScores: statedScores(check)
    case .sharedTexts(let permille, let length):
      sharedTexts(from: permille, length: length, check)
    case .persons: persons(text.parts, check)
    }
  }

  /// So many things of a text are told one by one.
  private static let mostTold = 5

  /// Looks for something in texts: one finding a text, with all that was found in it.
  ///
  /// - Parameter find: what was found in a text, each as it is told, and where it begins.
  func look(
    in parts: Set<TextCheck.Part>, _ check: CheckLayout,
    for find: (AuditedText) -> [(words: String, offset: Int)]
  ) -> TextTelling {
    var told = TextTelling()
    for text in texts where parts.contains(text.part) {
      told.asked += 1
      let found = find(text)
      guard !found.isEmpty else { continue }
      told.findings.append(finding(found, in: text, check))
    }
    return told
  }

  /// A finding of one text.
  func finding(
    _ found: [(words: String, offset: Int)], in text: AuditedText, _ check: CheckLayout
  ) -> CheckFinding {
    let shown = found.prefix(Self.mostTold).map(\.words).joined(separator: "；")
    let more = found.count > Self.mostTold ? "；共 \(found.count) 处" : ""
    var places: [SourcePlace] = []
    for place in found.map({ text.place(at: $0.offset) }) where !places.contains(place) {
      places.append(place)
    }
    return check.finding(
      "\(text.address)：\(shown)\(more)", address: text.address, places: places, form: text.form)
  }

  // MARK: - Slips

  private static let privateKinds: Set<TextSlipKind> = [.identityCard, .bankCard, .telephone]

  private func slips(
    _ kinds: Set<TextSlipKind>, _ parts: Set<TextCheck.Part>, _ check: CheckLayout
  ) -> TextTelling {
    var told = TextTelling()
    for (text, slips) in zip(texts, slips) where parts.contains(text.part) {
      told.asked += 1
      let found = slips.filter { kinds.contains($0.kind) }
      guard !found.isEmpty else { continue }
      told.findings.append(
        finding(found.map { (words(of: $0, in: text), $0.offset) }, in: text, check))
    }
    return told
  }

  private func words(of slip: TextSlip, in text: AuditedText) -> String {
    if Self.privateKinds.contains(slip.kind) { return "写着 \(slip.text.hidingNumbers)" }
    if slip.kind == .cutOff { return "末尾是“…\(slip.text.hidingNumbers)”" }
    let around = text.quotation(at: slip.offset, count: slip.text.unicodeScalars.count)
    return "\(around)中的“\(slip.text)”"
  }

  // MARK: - Years

  private func years(
    _ span: ClosedRange<Int>, isBare: Bool, _ parts: Set<TextCheck.Part>, _ check: CheckLayout
  ) -> TextTelling {
    let year = accounts.fiscalYear
    let allowed = year + span.lowerBound...year + span.upperBound
    let words = allowed.map { "\($0)" }.joined(separator: " 或 ")
    return look(in: parts, check) { text in
      guard text.scanned.hasDigitsOrYears else { return [] }
      let mentions = text.scanned.years(by: rules, bare: isBare)
      return mentions.indices.filter { index in
        !mentions[index].isOfPlan && !allowed.contains(mentions[index].year)
          && !Self.isEndOfSpan(index, in: mentions, around: year)
      }.map { index in
        let mention = mentions[index]
        let around = text.quotation(
          at: mention.offset, count: mention.text.unicodeScalars.count)
        return ("\(around)写的是 \(mention.year) 年，应为 \(words) 年", mention.offset)
      }
    }
  }

  /// The year before in clauses that compare nothing with it and tell of nothing that began in it.
  private func lastYear(_ parts: Set<TextCheck.Part>, _ check: CheckLayout) -> TextTelling {
    let year = accounts.fiscalYear
    return look(in: parts, check) { text in
      guard text.scanned.hasDigitsOrYears else { return [] }
      let mentions = text.scanned.years(by: rules)
      return mentions.indices.filter { index in
        let mention = mentions[index]
        let end = mention.offset + mention.text.unicodeScalars.count
        let clause = text.scanned.clause(around: mention.offset..<end)
        return mention.year == year - 1 && !mention.isOfPlan
          && !Self.isEndOfSpan(index, in: mentions, around: year)
          && !rules.pastWords.occurs(in: text.scanned.scalars, within: clause)
      }.map { index in
        let mention = mentions[index]
        let around = text.quotation(
          at: mention.offset, count: mention.text.unicodeScalars.count)
        return ("\(around)写的是上年，也没有与上年比较", mention.offset)
      }
    }
  }

  /// Whether a year begins or ends a span that has the fiscal year in it: 2021—2023年.
  private static func isEndOfSpan(
    _ index: Int, in mentions: [YearMention], around year: Int
  ) -> Bool {
    func isSpan(_ first: Int, _ second: Int) -> Bool {
      guard mentions.indices.contains(first), mentions.indices.contains(second) else {
        return false
      }
      let (start, end) = (mentions[first], mentions[second])
      let gap = end.offset - start.offset - start.text.unicodeScalars.count
      return (1...2).contains(gap) && start.year <= year && year <= end.year
    }
    return isSpan(index, index + 1) || isSpan(index - 1, index)
  }

  // MARK: - Units

  private func unitCounts(
    _ nouns: [TextCheck.UnitNouns], _ parts: Set<TextCheck.Part>, _ check: CheckLayout
  ) -> TextTelling {
    look(in: parts, check) { text in
      text.scanned.unitCounts(by: rules).compactMap { mention in
        let entry = nouns.first { $0.nouns.contains(mention.noun) }
        let units = accounts.department.units.filter { unit in
          entry?.types.map { $0.contains(unit.type) } ?? true
        }
        let isRight =
          mention.count == units.count
          || entry?.mayLackOffice == true && mention.count == units.count - 1
        guard !isRight else { return nil }
        let around = text.quotation(
          at: mention.offset, count: mention.text.unicodeScalars.count)
        return ("\(around)，单位名单中是 \(units.count) 个", mention.offset)
      }
    }
  }
}

extension ScannedText {
  /// Whether any year can stand in it: most texts have neither digits nor 二〇.
  var hasDigitsOrYears: Bool {
    !digitRuns.isEmpty || scalars.contains { $0.is("〇") || $0.is("○") || $0.is("零") || $0.is("九") }
  }
}
