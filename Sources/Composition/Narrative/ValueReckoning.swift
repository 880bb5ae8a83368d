internal import Domain
internal import Figures
internal import Layouts

/// A value as a template prints it.
enum TemplateValue {
  case quote(Quote)
  case condition(Bool)
  case items([[(key: String, value: TemplateValue)]])
}

/// A text that stands in a template's place.
enum Quote {
  case text(String)
  /// The clerk's own texts, each on lines of its own, and what stands around them.
  case clerk([ClerkTextKey], around: ReasonText?)
  /// What there ought to be and is not.
  case missing([MissingText])

  /// Whether there is nothing to print.
  var isEmpty: Bool {
    switch self {
    case .text(let text): text.isEmpty
    case .clerk(let keys, _): keys.isEmpty
    case .missing: true
    }
  }
}

/// What the clerk ought to declare: the fact, and the account or unit where it is kept by those.
struct MissingText {
  /// What is missing.
  enum Sort {
    /// The reason for a change.
    case reason
    case text
    case number
  }

  let path: String
  let key: String?
  let sort: Sort
}

/// Reckons the values of a set for a dossier.
struct ValueReckoning {
  var printer: NumberPrinter
  let rows: NarrativeRows
  /// Fills in the places of a text of the set.
  let fill: (TextTemplate) -> String

  private var accounts: FinalAccounts { rows.accounts }

  /// The values, each by its key.
  mutating func values(
    _ values: [NarrativeValue], row: NarrativeRow? = nil
  ) -> [(key: String, value: TemplateValue)] {
    values.map { ($0.key, value($0.content, row: row)) }
  }

  private mutating func value(
    _ content: NarrativeValue.Content, row: NarrativeRow?
  ) -> TemplateValue {
    switch content {
    case .amount(let quantity, let printing, let nothing):
      return .quote(.text(printer.amount(quantity, printing, nothing: nothing, row: row)))
    case .count(let quantity, let nothing):
      return .quote(.text(printer.amount(quantity, nil, nothing: nothing, row: row)))
    case .share(let layout): return .quote(.text(printer.share(layout, row: row)))
    case .change(let layout): return .quote(.text(printer.change(layout, row: row)))
    case .completion(let layout): return .quote(.text(printer.completion(layout, row: row)))
    case .condition(let condition): return .condition(printer.holds(condition, row: row))
    case .reason(let layout): return .quote(reason(layout, row: row))
    case .text(let source): return .quote(text(source, row: row))
    case .expected(let facts):
      return .quote(
        .missing(
          facts.filter { printer.isUnknown($0, row: row) }
            .map { missing($0, row: row, sort: .number) }))
    case .list(let list):
      var items: [[(key: String, value: TemplateValue)]] = []
      for row in rows.rows(of: list.source) {
        items.append(values(list.values, row: row))
      }
      return .items(items)
    }
  }

  private func reason(_ layout: ReasonLayout, row: NarrativeRow?) -> Quote {
    let keys = clerkTexts(layout.fact, row: row)
    if !keys.isEmpty { return .clerk(keys, around: layout.text) }
    guard let explained = layout.explained, printer.needsReason(explained, row: row) else {
      return .text("")
    }
    return .missing([missing(layout.fact, row: row, sort: .reason)])
  }

  private func text(_ source: TextSource, row: NarrativeRow?) -> Quote {
    switch source {
    case .template(let template): .text(fill(template))
    case .fact(let reference, let isExpected):
      text(clerkTexts(reference, row: row), of: reference, row: row, isExpected: isExpected)
    case .row(let word): text(word, row: row)
    }
  }

  private func text(
    _ keys: [ClerkTextKey], of reference: FactReference, row: NarrativeRow?, isExpected: Bool
  ) -> Quote {
    keys.isEmpty && isExpected
      ? .missing([missing(reference, row: row, sort: .text)]) : .clerk(keys, around: nil)
  }

  private func missing(
    _ reference: FactReference, row: NarrativeRow?, sort: MissingText.Sort
  ) -> MissingText {
    MissingText(path: reference.path, key: reference.isOfRow ? row?.code : nil, sort: sort)
  }

  private func text(_ word: RowText, row: NarrativeRow?) -> Quote {
    guard let row else { return .text("") }
    switch word {
    case .name:
      return row.clerkText.map { .clerk([$0], around: nil) } ?? .text(row.name)
    case .code: return .text(row.code ?? "")
    case .type: return .text(row.type)
    case .ordinal: return .text(chineseNumeral(row.number))
    case .number: return .text(String(row.number))
    case .account(let level):
      guard let code = row.code, let chart = row.chart else { return .text("") }
      let lengths = FunctionAccount.levelDigits
      guard code.count >= lengths[level] else { return .text("") }
      let prefix = String(code.prefix(lengths[level]))
      return .text(accounts.accountNames.name(of: prefix, in: chart) ?? "")
    }
  }

  /// The clerk's texts that a reference means and that the dossier has.
  private func clerkTexts(_ reference: FactReference, row: NarrativeRow?) -> [ClerkTextKey] {
    let facts = accounts.declaredFacts
    let path = reference.path
    let keys: [ClerkTextKey]
    if reference.isOfRow {
      let unit = row?.unit
      keys = [ClerkTextKey(path: path, unit: unit, account: unit == nil ? row?.code : nil)]
    } else {
      let units: [String?] = [nil] + accounts.department.units.map(\.code)
      keys = units.map { ClerkTextKey(path: path, unit: $0) }
    }
    return keys.flatMap { key -> [ClerkTextKey] in
      switch facts.fact(key.path, unit: key.unit, account: key.account)?.value {
      case .text: return [key]
      case .list(let texts):
        return texts.indices.map { number in
          var item = key
          item.item = number
          return item
        }
      case .money, .count, nil: return []
      }
    }
  }
}
