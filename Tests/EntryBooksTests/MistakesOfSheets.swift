import Readings

/// Mistakes of facts, texts, evaluations, and of sheets as a whole.
extension Mistake {
  static let facts = [
    Mistake("数量有小数", "事项", "D17", .number("1.5"), "D093"),
    Mistake("必填的空着", "事项", "D12", .blank, "D090"),
    Mistake("金额是字", "事项", "D12", .text("无"), "D061"),
    Mistake("有内容没有项目", "事项!D40 D345") { $0["事项", "D40"] = .number("5") },
    Mistake("有单位没有项目", "事项!C40 D345") { $0.put("302001", at: "C40", of: "事项") },
    Mistake("同一项目填两次", "事项!D40 D346") {
      $0.put("政府采购.货物", at: "B40", of: "事项")
      $0["事项", "D40"] = .number("5")
    },
    Mistake("项目名写错", "事项!D12 D005", most: 2) { $0.put("政府采购.货 品", at: "B12", of: "事项") },
    Mistake("不按单位填的写了单位", "事项!D13 D092") { $0.put("302001", at: "C13", of: "事项") },
    Mistake("按科目填的没有科目", "文字!E9 D347") { $0["文字", "D9"] = .blank },
    Mistake("科目不是代码", "文字!E9 D095") { $0.put("教育", at: "D9", of: "文字") },
    Mistake("表外的字", "文字!J6 D043") { $0.put("请核对", at: "J6", of: "文字") },
    Mistake("多出的列", "文字!I3 D343") { $0.put("备注", at: "I3", of: "文字") },
    Mistake("内容写在表头上面", "文字 第 2 行 D243") {
      $0.put("说明.其他用车", at: "B2", of: "文字")
      $0.put("接送学生", at: "E2", of: "文字")
    },
    Mistake("上年的文字没有核对", "文字!E5 D370", isWarning: true) { book in
      // The hint beside a row that is empty says nothing of a text.
      for cell in ["H5", "H7", "H8"] { book.put("上年的文字，核对后删去这句提示", at: cell, of: "文字") }
      book["文字", "E7"] = .blank
    },
    Mistake("理由没有用法", "审核说明!A4 D349") {
      $0.put("opening-total", at: "B4", of: "审核说明")
      $0.put("已核实", at: "E4", of: "审核说明")
    },
    Mistake("用法不认识", "审核说明!A4 D349") {
      $0.put("忽略", at: "A4", of: "审核说明")
      $0.put("opening-total", at: "B4", of: "审核说明")
    },
  ]

  private static let first = "绩效-01-义务教育质量监测与督导经费"

  static let evaluations = [
    Mistake("资金的单位不认识", first, "B7", .text("302008"), "D052"),
    Mistake("得分超过分值", first, "J19", .number("99"), "D116"),
    Mistake("金额不是数", first, "D13", .text("三十二"), "D120"),
    Mistake("没有项目名称", first, "B4", .blank, "D007"),
    Mistake("列表的名称改了", "\(first)!A12 D348", most: 3) { $0.put("经费", at: "A12", of: first) },
    Mistake("删去“序号”", "\(first)!C12 D043", most: 40) { $0["\(first)", "B12"] = .blank },
    Mistake("列表的表头重复", "\(first)!E12 D344", most: 3) { $0.put("来源", at: "E12", of: first) },
    Mistake("列表旁边的字", "\(first)!L20 D043") { $0.put("已核", at: "L20", of: first) },
    Mistake("列表写了两次", "\(first)!A40 D346") { book in
      for (cell, text) in [("A40", "资金"), ("B40", "序号"), ("C40", "来源"), ("C41", "省级财政资金")] {
        book.put(text, at: cell, of: first)
      }
    },
    Mistake("列表外的一行", "\(first)!C41 D345") { $0.put("省级财政资金", at: "C41", of: first) },
    Mistake("内容旁边的字", "\(first)!D10 D043") { $0.put("另有", at: "D10", of: first) },
    Mistake("资金性质不认识", first, "B8", .text("拨款"), "D051"),
  ]

  static let sheets = [
    Mistake("缺少工作表", "填报.xlsx D340", most: 3) { $0.remove("预算") },
    Mistake("工作表改名", "填报.xlsx D340", most: 3) { $0.rename("预算", to: "预算表") },
    Mistake("同一张表有两张", "支出  D350") { $0.copy("支出", as: "支出 ") },
    Mistake("留了一份复本", "支出 (2) D341", isWarning: true) { $0.copy("支出", as: "支出 (2)") },
    Mistake("自己加的表", "底稿 D341", isWarning: true) { book in
      book.copy("支出", as: "底稿")
    },
    Mistake("空白的绩效表里填了内容", "绩效-空白!B4 D351") { $0.put("道路改造", at: "B4", of: "绩效-空白") },
    Mistake("空白的绩效表里填了列表", "绩效-空白!D14 D351") { $0["绩效-空白", "D14"] = .number("30") },
    Mistake("绩效表的名称没有开头", "道路改造 D352") { $0.copy(first, as: "道路改造") },
    Mistake("复制了没有填的绩效表", "绩效-空白 (2)!B4 D007", most: 30) {
      $0.copy("绩效-空白", as: "绩效-空白 (2)")
    },
    Mistake("在核对表里填数", "核对!D6 D369", isWarning: true) { $0["核对", "D6"] = .number("100") },
    Mistake("在词表里填数", "词表!L2 D369", isWarning: true) { $0["词表", "L2"] = .number("100") },
    Mistake("隐藏的工作表", "支出 D366", isWarning: true) { book in
      book.book.sheets[book.index(of: "支出")].visibility = .hidden
    },
  ]

  static let cells = [
    Mistake("看不见的字", "部门!B8 D018", isWarning: true) {
      $0.put("岚川县\u{200B}教育局", at: "B8", of: "部门")
    },
    Mistake("日期的序号不是日子", "部门!B6 D363", most: 2) { $0["部门", "B6"] = .date(serial: "60") },
    Mistake("不是数的数", "支出!F17 D362", most: 2) { $0["支出", "F17"] = .number("1e99") },
    Mistake("对错", "支出", "F17", .boolean(true), "D061"),
  ]
}
