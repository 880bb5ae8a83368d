/// Prior years and opening budgets that do not fit the year's books.
extension CheckCase {
  private static let prior = "prior-year.csv"
  private static let opening = "budget.csv"

  static let budget = scales + stated + totals + openings + classes

  private static let scales: [CheckCase] = [
    .one("scale-against-budget", opening, "20502,13906420.00", "20502,13906420000.00", "100 倍"),
    .one(
      "scale-against-prior-year", prior, "\n收入总计,,,51521302.20", "\n收入总计,,,515213022000", "100 倍"),
    .one("scale-of-prior-year", prior, "\n收入总计,,,51521302.20", "\n收入总计,,,5152.13", "100 倍"),
    .one("scale-of-prior-operation", prior, "916342.75", "91.63", "100 倍的 上年机关运行经费 9,163.00 元"),
    .one("operation-vanished", "department.yaml", "类型: 行政单位", "类型: 其他事业单位", "公开10表"),
    .one("operation-appeared", prior, "916342.75", "0", "上年机关运行经费"),
  ]

  private static let stated: [CheckCase] = [
    .one(
      "prior-year-stated", prior, "\n收入总计,,,51521302.20\n支出总计,,,51521302.20", "", "“收入总计”"),
    .one("prior-year-named", prior, "支出,其他,205,", "支出,,205,", "资金性质"),
    .one("prior-year-negative", prior, ",702614.49", ",-702614.49", "-702,614.49 元"),
    .one("budget-negative", opening, ",38400.00", ",-38400.00", "-3.84 万元"),
  ]

  private static let totals: [CheckCase] = [
    .one("prior-total", prior, "\n支出总计,,,51521302.20", "\n支出总计,,,61521302.20", "1,000.00 万元"),
    .one(
      "prior-fiscal-total", prior, "支出总计,,,50677066.58", "支出总计,,,50677066.59", "差 0.01 元"),
    .one(
      "prior-fund-total", prior, "支出总计,政府性基金预算财政拨款,,4443344.06",
      "支出总计,政府性基金预算财政拨款,,4443344.00", "差 0.06 元"),
    .one("prior-classes", prior, "205,34176352.81", "205,37176352.81", "上年各类支出 52,658,000.61 元"),
    .one("prior-fiscal-classes", prior, "205,34176352.81", "205,37176352.81", "51,955,386.12"),
    .one("prior-fund-classes", prior, "229,2630500.00", "229,4630500.00", "差 50.00 万元"),
    .one(
      "prior-fiscal-within", prior, "\n收入总计,,,51521302.20", "\n收入总计,,,41521302.20",
      "上年财政拨款收入总计"),
    .one(
      "prior-fund-within", prior, "收入总计,政府性基金预算财政拨款,,4443344.06",
      "收入总计,政府性基金预算财政拨款,,54443344.06", "上年政府性基金收入总计"),
    .one("prior-operation-within", prior, "916342.75", "916342750", "上年机关运行经费"),
  ]

  private static let openings: [CheckCase] = [
    .one("opening-fiscal", prior, "229,2630500.00", "229,2630400.00", "差 0.01 万元"),
    .one("opening-total", prior, ",702614.49", ",802614.49", "差 84,793.60 元"),
    .one(
      "opening-distributed", prior, "4393610.05", "4193610.05", "差 108,819.96 元",
      isOfExample: true),
  ]

  private static let classes: [CheckCase] = [
    .one("budget-of-spent", opening, "\n302001,一般公共预算财政拨款,206,30000.00", "", "206 科学技术支出"),
    .one("budget-of-spent", opening, "302001,政府性基金预算财政拨款,21208", "302001,一般公共预算财政拨款,21208", "212"),
    .one("budget-classes-spent", opening, ",206,30000.00", ",213,30000.00", "213 农林水支出"),
    .one("budget-sections-spent", opening, ",20599,", ",20103,", "20103"),
  ]
}
