/// The headings of a dossier's tables; a set may declare others that mean the same.
public enum TableHeading: String, CaseIterable, Sendable {
  case unit = "单位代码"
  case fund = "资金性质"
  case source = "收入来源"
  case kind = "支出类别"
  case indicator = "指标"
  case function = "功能科目"
  case economic = "经济科目"
  case amount = "金额（元）"
  case openingBalance = "年初结转和结余（元）"
  case surplusUsed = "使用非财政拨款结余和专用结余（元）"
  case surplusDistribution = "结余分配（元）"
  case closingBalance = "年末结转和结余（元）"
  case openingBudget = "年初预算（元）"
  case priorYear = "上年金额（元）"
  case project = "项目代码"
  case remark = "摘要"
  case chart = "科目类型"
  case accountCode = "科目代码"
  case accountName = "科目名称"

  /// The unit that headings of amounts end with.
  public static let unitOfAmounts = "（元）"

  /// The heading without its unit; nil where it heads no amounts.
  public var amountName: String? {
    guard rawValue.hasSuffix(Self.unitOfAmounts) else { return nil }
    return String(rawValue.dropLast(Self.unitOfAmounts.count))
  }
}
