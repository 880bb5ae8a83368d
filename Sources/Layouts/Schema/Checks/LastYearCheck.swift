/// Checks of a dossier against the year before, wherever that is at hand.
///
/// Raw values are the words by which a set names them.
public enum LastYearCheck: String, CaseIterable, Sendable {
  /// Each unit begins with what it was closed with, fund by fund and account by account.
  case closings = "结转"
  /// What the year begins with in all is what the one before was closed with.
  case balances = "结转合计"
  /// The amounts of prior-year.csv are those of the year before.
  case amounts = "上年数"
  /// Declared numbers of the year before are those that were declared then.
  case numbers = "申报的上年数"
  /// The department and its units are called as before.
  case unitNames = "单位名称"
  /// Accounts are called as before.
  case accountNames = "科目名称"
}
