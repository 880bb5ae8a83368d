internal import Dossiers
internal import Layouts
internal import SpreadsheetOutput

/// Lays out the reasons that settle the audit's warnings.
func reasonSheet(_ reasons: DraftGroup?, words: WordLists) -> EntrySheet {
  let headings = [SheetHeading.use.rawValue] + ReasonKey.ofReason
  var sheet = EntrySheet(
    name: SheetTitle.reasons.rawValue,
    columns: zip(headings, [12, 24, 24, 34, 70, 14]).map { EntryColumn(width: $1, look: .text) })
  sheet.addTitle(
    "审核说明：审核里的警告，逐条写明理由", hint: "审核（gongkai check）报出警告时，把检查和位置抄到这里，写明理由，就不再提示。错误不能用说明消除。",
    hintHeight: 20)
  let rules = [
    "说明一处警告的选“说明”；整条检查对本部门不适用的选“不适用”。", "检查的代号，如 opening-total。", "审核报出的位置，如 01!行29.1；“不适用”的不填。",
    "选填。审核报出的数，给人看的。", "必填。为什么这样是对的；印在每份审核报告里。", "选填。到哪一天为止，写作 年-月-日。",
  ]
  for (column, heading) in headings.enumerated() {
    let isRequired = [SheetHeading.use.rawValue, ReasonKey.check, ReasonKey.reason].contains(
      heading)
    sheet.add(
      2, column, .text(heading), isRequired ? .heading : .optionalHeading, comment: rules[column])
  }
  var row = 3
  for use in ReasonKey.uses {
    for item in reasons?[use]?.items ?? [] {
      guard let group = item.group else { continue }
      sheet.add(row, 0, .text(use), .text)
      for (column, key) in ReasonKey.ofReason.enumerated() {
        if let text = group[key]?.text { sheet.add(row, column + 1, .text(text), .text) }
      }
      row += 1
    }
  }
  if let source = words.source(SheetHeading.use.rawValue) {
    sheet.rules.append(
      EntryRule(
        EntryRange(below: 2, column: 0), .list(source), title: SheetHeading.use.rawValue,
        prompt: rules[0]))
  }
  sheet.frozenRows = 3
  sheet.tab = .optionalHeading
  return sheet
}
