/// Declared facts that the ledger, the forms or each other contradict.
extension CheckCase {
  private static let declared = "department.yaml"
  private static let spent = "expenditure.csv"
  private static let journey = Edit(
    declared, "因公出国（境）费: {预算: 0, 决算: 0, 上年决算: 0, 团组: 0, 人次: 0}",
    "因公出国（境）费: {预算: 20000, 决算: 10000, 上年决算: 0, 团组: 1, 人次: 2}")
  private static let car = Edit(
    declared, "公务用车购置费: {预算: 0, 决算: 0, 上年决算: 0, 购置辆数: 0}",
    "公务用车购置费: {预算: 200000, 决算: 180000, 上年决算: 0, 购置辆数: 1}")

  static let facts = threeExpenses + budgets + counts + procurement

  private static let threeExpenses: [CheckCase] = [
    .one("abroad-declared", spent, ",30216,,机关干部培训", ",30212,,机关干部培训", "12,850.00 元"),
    .one("purchase-declared", spent, ",31002,,台式计算机", ",31013,,台式计算机", "46,780.00 元"),
    .one("running-declared", declared, "决算: 48260.37", "决算: 0", "48,260.37 元"),
    .one("reception-declared", declared, "决算: 6843.00", "决算: 0.68", "6,843.00 元"),
    .one("abroad-booked", declared, journey.text, journey.replacement, "1.00 万元"),
    .one("purchase-booked", declared, car.text, car.replacement, "18.00 万元"),
    .one("running-booked", spent, ",30231,,公务用车油料", ",30299,,公务用车油料", "48,260.37 元"),
    .one("reception-booked", spent, ",30217,,公务接待", ",30299,,公务接待", "6,843.00 元"),
  ]

  private static let budgets: [CheckCase] = [
    .one(
      "abroad-budget", declared, "预算: 20000, 决算: 10000", "预算: 2000, 决算: 10000", "差",
      before: [journey]),
    .one(
      "purchase-budget", declared, "预算: 200000, 决算: 180000", "预算: 20000, 决算: 180000", "差",
      before: [car]),
    .one("running-budget", declared, "预算: 50000.00", "预算: 40000.00", "8,260.37 元"),
    .one("reception-budget", declared, "预算: 8000.00", "预算: 6000.00", "843.00 元"),
    .one("amounts-in-yuan", declared, "预算: 8000.00", "预算: 0.80", "公务接待费.预算"),
    .one("amounts-in-yuan", declared, "上年决算: 9280.00", "上年决算: 0.93", "公务接待费.上年决算"),
  ]

  private static let counts: [CheckCase] = [
    .one("abroad-groups", declared, "团组: 1", "团组: 0", "团组 0", before: [journey]),
    .one(
      "abroad-groups-paid", declared, "决算: 10000", "决算: 0", "决算 0", before: [journey]),
    .one("abroad-persons", declared, "团组: 0, 人次: 0", "团组: 2, 人次: 1", "人次 1"),
    .one("purchased-vehicles", declared, "购置辆数: 1", "购置辆数: 0", "购置辆数 0", before: [car]),
    .one("purchased-vehicles-paid", declared, "决算: 180000", "决算: 0", "决算 0", before: [car]),
    .one("vehicles-kept", declared, "保有量: 2", "保有量: 0", "保有量 0"),
    .one("vehicles-kept-most", declared, "保有量: 2", "保有量: 3", "保有量 3"),
    .one("vehicles-kept-least", declared, "保有量: 2", "保有量: 1", "保有量 1"),
    .one("reception-groups-paid", declared, "国内批次: 9", "国内批次: 0", "批次"),
    .one("reception-paid", declared, "决算: 6843.00", "决算: 0", "决算 0"),
    .one("reception-groups", declared, "国内批次: 9", "国内批次: 0", "国内批次 0"),
    .one("reception-persons", declared, "国内人次: 86", "国内人次: 3", "国内人次 3"),
    .one("reception-abroad-persons", declared, "国外批次: 0", "国外批次: 1", "国外人次 0"),
    .one("reception-foreign-persons", declared, "外事批次: 0", "外事批次: 1", "外事人次 0"),
    .one("reception-foreign-groups-within", declared, "外事批次: 0", "外事批次: 10", "外事批次 10"),
    .one("reception-foreign-persons-within", declared, "外事人次: 0", "外事人次: 90", "外事人次 90"),
  ]

  private static let procurement: [CheckCase] = [
    .one("procurement-spent", declared, "工程: 4944204.05", "工程: 494420405", "公开10表"),
    .one("procurement-small", declared, "中小企业: 4126874.30", "中小企业: 8126874.30", "8,126,874.30"),
    .one("procurement-micro", declared, "小微企业: 1043918.25", "小微企业: 5043918.25", "5,043,918.25"),
  ]
}
