/// Checks that cannot be read, or that cite what the set does not have.
extension FaultCase {
  static let checks = [
    check("检查的编号", "id: 收入合计"), check("检查写了两个级别", "id: a, error: 乙"),
    FaultCase("检查没有写明级别") { set in
      try set.replace(
        "economicRequired:", in: "set", with: "checks: {dossier: [c.yaml]}\neconomicRequired:")
      set.rewrite(
        "sample/checks/c.yaml",
        "mend: 改正\nchecks:\n  - {id: a, formula: \"01!income-total = 0\"}\n")
    },
    check("检查没有写明查什么", "id: a", rule: ""),
    check("检查写了两种查法", "id: a", rule: #"formula: "01!income-total = 0", idleUnit: true"#),
    check("公式没有比较", "id: a", rule: #"formula: "01!income-total""#),
    check("公式里的名称没有写明", "id: a", rule: #"formula: "01!income-total = 账上""#),
    check(
      "let 里的数没有用到", "id: a",
      rule: #"let: {账上: {fact: 公务接待费.决算}}, formula: "01!income-total = 0""#),
    check("公式引用了没有的行", "id: a", rule: #"formula: "01!incomes-total = 0""#),
    check("公式引用了没有的表", "id: a", rule: #"formula: "11!total.a = 0""#),
    check("公式引用了没有的列", "id: a", rule: #"formula: "02!total.nothing = 0""#),
    check("公式没有写明哪一列", "id: a", rule: #"formula: "02!total = 0""#),
    check("多行没有相加", "id: a", rule: #"formula: "01!各行.income-amount = 0""#),
    check("检查写了不认识的键", "id: a, colour: red"),
    FaultCase("检查的编号写了两次") { set in
      try set.replace(
        "economicRequired:", in: "set", with: "checks: {dossier: [c.yaml]}\neconomicRequired:")
      let line = #"  - {id: a, note: 甲, formula: "01!income-total = 0"}"#
      set.rewrite("sample/checks/c.yaml", "mend: 改正\nchecks:\n\(line)\n\(line)\n")
    },
  ]

  private static func check(
    _ title: String, _ head: String, rule: String = #"formula: "01!income-total = 0""#
  ) -> FaultCase {
    FaultCase(title) { set in
      try set.replace(
        "economicRequired:", in: "set", with: "checks: {dossier: [c.yaml]}\neconomicRequired:")
      let parts = [head, "note: 甲", rule].filter { !$0.isEmpty }
      set.rewrite(
        "sample/checks/c.yaml", "mend: 改正\nchecks:\n  - {\(parts.joined(separator: ", "))}\n")
    }
  }
}
