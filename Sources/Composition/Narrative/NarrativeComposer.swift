internal import Diagnostics
internal import Documents
internal import Domain
internal import Figures
internal import Layouts

/// Composes the whole document: cover, contents, and its parts in order.
struct NarrativeComposer {
  private let layout: NarrativeLayout
  private let accounts: FinalAccounts
  private let forms: [FormSheet]
  private let evaluations: [FormSheet]
  private let values: [(key: String, value: TemplateValue)]
  private let texts: ClerkTexts

  /// Reckons what the set's sentences quote, from the figures of the composed forms.
  init(
    _ layout: NarrativeLayout, of set: LayoutSet, accounts: FinalAccounts, facts: FactTable,
    forms: [FormSheet], evaluations: [FormSheet], book: FigureBook
  ) {
    self.layout = layout
    self.accounts = accounts
    self.forms = forms
    self.evaluations = evaluations
    let rows = NarrativeRows(accounts: accounts, facts: facts, book: book)
    let quantities = QuantityValues(
      accounts: accounts, facts: facts, rows: rows, lists: layout.lists
    ).quantities(of: layout.values)
    var reckoning = ValueReckoning(
      printer: NumberPrinter(
        Reckoner(book: book, quantities: quantities), defaults: layout.defaults,
        fiscalYear: accounts.fiscalYear),
      rows: rows, fill: { Self.filled($0, accounts) })
    values = reckoning.values(layout.values)
    var known = reckoning.printer.known
    let sheets = forms + evaluations
    for sheet in sheets { known.add(sheet) }
    texts = ClerkTexts(
      accounts.declaredFacts, of: accounts, declared: set.facts,
      quotable: Self.quotable(values, of: layout, sheets: sheets), known: known)
  }

  /// The blocks of the document and what is amiss with the clerk's texts.
  func blocks() -> (blocks: [Block], findings: [Finding]) {
    let rendering = TemplateRendering(values)
    var blocks: [Block] = []
    var findings = texts.findings
    if let cover = layout.cover {
      blocks.append(
        .cover(
          Cover(
            issuer: filled(cover.issuer), title: filled(cover.title), foot: filled(cover.foot))))
    }
    if let title = layout.contents { blocks.append(.contents(Contents(title: title))) }
    for part in layout.parts {
      switch part {
      case .text(let template, let isPart):
        var writer = ProseWriter(texts: texts, isPart: isPart)
        for line in rendering.lines(of: template) { writer.write(line) }
        writer.finish()
        blocks += writer.blocks
        findings += writer.findings
      case .forms(let heading, let entry):
        blocks += title(heading) + formBlocks(entry: entry)
      case .evaluations(let part):
        blocks += title(part.heading) + evaluationBlocks(none: part.none)
      }
    }
    return (blocks, findings)
  }

  /// The heading of a part of sheets.
  private func title(_ heading: TextTemplate) -> [Block] {
    let text = filled(heading)
    return text.isEmpty ? [] : [.heading(Heading(level: 1, text: text))]
  }

  private func formBlocks(entry: TextTemplate) -> [Block] {
    forms.enumerated().map { number, form in
      let text = entry.filled { mark in
        switch mark {
        case .ordinal: chineseNumeral(number + 1)
        case .formTitle: form.title
        case .formCode: form.code
        case .departmentName, .fiscalYear, .priorYear, .publicationDate:
          Self.text(of: mark, accounts)
        }
      }
      return .form(form.listed(as: text))
    }
  }

  /// The evaluations, or what stands in their place.
  private func evaluationBlocks(none: TextTemplate) -> [Block] {
    let text = filled(none)
    guard evaluations.isEmpty, !text.isEmpty else { return evaluations.map(Block.form) }
    return [.paragraph(Paragraph(text: text))]
  }

  private func filled(_ template: TextTemplate) -> String { Self.filled(template, accounts) }

  private static func filled(_ template: TextTemplate, _ accounts: FinalAccounts) -> String {
    template.filled { text(of: $0, accounts) }
  }

  /// What a placeholder says of the document; nothing for those of forms, which the loader refuses.
  private static func text(of mark: TextPlaceholder, _ accounts: FinalAccounts) -> String {
    switch mark {
    case .departmentName: accounts.department.name
    case .fiscalYear: String(accounts.fiscalYear)
    case .priorYear: String(accounts.fiscalYear - 1)
    case .publicationDate: accounts.publicationDate.writtenOut
    case .formCode, .formTitle, .ordinal: ""
    }
  }

  /// What a clerk may quote: every figure by its address, every number by its key.
  private static func quotable(
    _ values: [(key: String, value: TemplateValue)], of layout: NarrativeLayout,
    sheets: [FormSheet]
  ) -> [String: String] {
    var result: [String: String] = [:]
    for figure in sheets.flatMap(\.figures) {
      let printed = figure.printed.isEmpty ? layout.defaults.zero : figure.printed
      result[figure.address.description] = printed
    }
    for case (let key, .quote(.text(let text))) in values { result[key] = text }
    return result
  }
}

extension NarrativeLayout {
  /// The part of the self-evaluations, in sets that have them.
  var evaluationsPart: EvaluationsPart? {
    for case .evaluations(let part) in parts { return part }
    return nil
  }

  /// The lists by their keys.
  fileprivate var lists: [String: ListSource] {
    var result: [String: ListSource] = [:]
    for value in values {
      if case .list(let list) = value.content { result[value.key] = list.source }
    }
    return result
  }
}

extension FormSheet {
  /// The form with its entry in the contents.
  fileprivate func listed(as entry: String) -> FormSheet {
    FormSheet(
      kind: kind, number: number, code: code, title: title, entry: entry, sheetName: sheetName,
      orientation: orientation, fitsOnePage: fitsOnePage, sizes: sizes, head: head, table: table,
      notes: notes)
  }
}
