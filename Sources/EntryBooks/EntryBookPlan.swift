internal import Domain
public import Dossiers
public import Layouts
public import SpreadsheetOutput

/// The workbook that clerks fill in for a draft of a dossier, by the layout set that the dossier is
/// written for.
///
/// What the draft says stands in it, to the last field, whether the set knows of it or not.
public func entryBook(of draft: DossierDraft, by set: LayoutSet) -> EntryBook {
  let words = WordLists(set, draft)
  let tables = TableSheets(draft: draft, words: words, vocabulary: set.vocabulary)
  let units = UnitSheets(draft: draft, words: words)
  let facts = FactSheets(draft: draft, set: set)
  func table(_ title: SheetTitle) -> [EntrySheet] {
    DossierTable.all.filter { SheetTitle.ofFile($0.file) == title }
      .map { tables.sheet(of: $0, named: title) }
  }
  var sheets = [guideSheet(set), facts.department, units.list]
  sheets += [SheetTitle.income, .expenditure, .balances, .budget].flatMap(table)
  sheets += [units.reconciliation] + table(.priorYear) + [facts.numbers, facts.texts]
  if let type = set.evaluation?.type {
    let evaluations = EvaluationSheets(type: type, words: words)
    sheets += evaluations.sheets(of: draft.evaluations) + [evaluations.blank]
  }
  sheets += table(.accounts) + [reasonSheet(draft.reasons, words: words), words.sheet]
  let name = draft.department[[IdentityKey.department, IdentityKey.name]]?.text ?? ""
  guard let created = CalendarDate(year: set.year + 1, month: 1, day: 1) else {
    preconditionFailure("a layout set of a year that has no next one was loaded")
  }
  return EntryBook(
    title: name.isEmpty ? set.title : "\(name) \(set.title)", created: created, sheets: sheets)
}
