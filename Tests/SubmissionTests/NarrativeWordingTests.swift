import Foundation
import TestSupport
import Testing

@Suite("Wording of the narrative") struct NarrativeWordingTests {
  @Test("no fund money: the sections say so; what there was last year is told")
  func noFundMoney() throws {
    var sketch = DossierSketch()
    sketch.spend(100_000, "2010301", economic: "30201", kind: "基本支出")
    #expect(try sketch.narrative()["七"] == "本年度无此项支出。")
    #expect(try sketch.narrative()["八"] == "本年度无此项支出。")
    let fund = "政府性基金预算财政拨款"
    sketch.lastYear("财政拨款收入总计", 200_000, fund: fund)
    sketch.lastYear("财政拨款支出总计", 200_000, fund: fund)
    let text = try sketch.narrative()["七"]
    #expect(
      text == "本年度无此项支出。与上年相比，\(fund)收入总计减少20.00万元，下降100.00%；"
        + "\(fund)支出总计减少20.00万元，下降100.00%。")
  }

  @Test("fund and capital money, new this year")
  func newFunds() throws {
    var sketch = DossierSketch()
    sketch.name("22398", "测试款")
    sketch.name("2239898", "测试项")
    sketch.spend(734_380, "2120801", fund: "政府性基金预算财政拨款")
    sketch.spend(30_000, "2239898", fund: "国有资本经营预算财政拨款")
    #expect(try sketch.narrative()["七"] == "2023年度政府性基金预算财政拨款收入总计73.44万元、支出总计73.44万元。")
    sketch.lastYearTotals(100_000)
    sketch.lastYear("支出", 100_000, fund: DossierSketch.general, "201")
    let text = try sketch.narrative()
    // Nobody says what these funds were last year: nothing is compared.
    #expect(text["七"].hasSuffix("支出总计73.44万元。"))
    #expect(
      text["八"] == "2023年度国有资本经营预算财政拨款支出3.00万元，其中：基本支出0万元，项目支出3.00万元。")
    for indicator in ["财政拨款收入总计", "财政拨款支出总计"] {
      sketch.lastYear(indicator, 0, fund: "政府性基金预算财政拨款")
    }
    sketch.lastYear("支出", 0, fund: "国有资本经营预算财政拨款")
    let zero = try sketch.narrative()
    #expect(
      zero["七"].hasSuffix(
        "支出总计73.44万元。与上年相比，政府性基金预算财政拨款收入总计增加73.44万元（上年为零，不计算增幅）；"
          + "政府性基金预算财政拨款支出总计增加73.44万元（上年为零，不计算增幅）。"))
    #expect(zero["八"].hasSuffix("支出增加3.00万元（上年为零，不计算增幅）。"))
    #expect(text["四"].contains("财政拨款收入总计增加66.44万元，增长664.38%"))
    #expect(text["五（一）"].hasPrefix("本年度无此项支出。与上年相比，一般公共预算财政拨款支出减少10.00万元，下降100.00%。"))
  }

  @Test("no prior year: nothing is compared")
  func noPriorYear() throws {
    var sketch = DossierSketch()
    sketch.spend(100_000, "2010301", economic: "30201", kind: "基本支出")
    sketch.plan(100_000, "201")
    let text = try sketch.narrative()
    #expect(text["一"] == "2023年度收入总计10.00万元，支出总计10.00万元。")
    #expect(
      text.paragraphs("五（三）").last == "一般公共服务支出（类）年初预算10.00万元，支出决算10.00万元，完成年初预算的100.00%。")
    #expect(text["十（一）"] == "2023年度机关运行经费支出10.00万元。")
    let part3 = ["一", "四", "五（一）", "五（三）", "七", "八", "九（一）", "十（一）"].map { text[$0] }
    for words in ["上年", "2022", "增长", "下降"] {
      #expect(!part3.joined().contains(words), "\(words)")
    }
    #expect(text.warnings.filter { $0.contains("原因") }.isEmpty)
  }

  @Test(
    "a final without an opening budget has no rate, and a class without a prior year none either")
  func zeroBases() throws {
    var sketch = DossierSketch()
    sketch.spend(100_000, "2010301")
    sketch.spend(4_500_000, "2069999")
    sketch.plan(80_000, "201")
    sketch.plan(0, "206")
    sketch.lastYearTotals(0)
    sketch.lastYear("支出", 200_000, fund: DossierSketch.general, "201")
    let text = try sketch.narrative()
    #expect(
      text.paragraphs("五（三）").dropFirst() == [
        "一般公共服务支出（类）年初预算8.00万元，支出决算10.00万元，完成年初预算的125.00%，较2022年度减少10.00万元，下降50.00%。",
        "科学技术支出（类）年初预算0万元，支出决算450.00万元（年初未安排预算），较2022年度增加450.00万元（上年无此项支出）。",
      ])
    #expect(text["一"].contains("收入总计增加460.00万元（上年为零，不计算增幅）"))
    #expect(!text.all.contains("∞"))
  }

  @Test("all equal to last year: “与上年相同”, and nothing grows or falls")
  func allEqual() throws {
    var sketch = DossierSketch()
    sketch.spend(100_000, "2010301", economic: "30201", kind: "基本支出")
    sketch.plan(100_000, "201")
    sketch.lastYearTotals(100_000)
    sketch.lastYear("支出", 100_000, fund: DossierSketch.general, "201")
    sketch.lastYear("机关运行经费", 100_000)
    let equal = "{预算: 20000, 决算: 20000, 上年决算: 20000}"
    sketch.threePublic = sketch.threePublic.map { ($0.0, equal) }
    let text = try sketch.narrative()
    #expect(text["一"].hasSuffix("收入、支出总计均与上年相同。"))
    #expect(text["四"].hasSuffix("财政拨款收入、支出总计均与上年相同。"))
    #expect(text["五（一）"].hasSuffix("一般公共预算财政拨款支出与上年相同。"))
    #expect(text["五（三）"].hasSuffix("完成年初预算的100.00%，与上年相同。"))
    #expect(text["九（一）"].contains("与上年“三公”经费财政拨款支出决算相同。"))
    #expect(text["九（一）"].contains("公务接待费支出2.00万元，完成全年预算的100.00%，与上年相同。"))
    #expect(text["十（一）"] == "2023年度机关运行经费支出10.00万元，与上年相同。")
    for words in ["增长", "下降", "增加", "减少"] {
      #expect(!text["一"].contains(words) && !text["九（一）"].contains(words))
    }
    #expect(text.warnings.filter { $0.contains("原因") }.isEmpty)
  }

  @Test("a change that prints as nothing is “基本持平”, and needs no reason")
  func slightChanges() throws {
    var sketch = DossierSketch()
    sketch.spend(100_000, "2010301", economic: "30201", kind: "基本支出")
    sketch.lastYearTotals(100_030)
    sketch.lastYear("支出", 99_960, fund: DossierSketch.general, "201")
    sketch.lastYear("机关运行经费", 100_049)
    sketch.threePublic = sketch.threePublic.map { ($0.0, "{预算: 0, 决算: 30, 上年决算: 20}") }
    let text = try sketch.narrative()
    #expect(text["一"].hasSuffix("与上年相比，收入总计基本持平，支出总计基本持平。"))
    #expect(text["四"].hasSuffix("与上年相比，财政拨款收入总计基本持平；财政拨款支出总计基本持平。"))
    #expect(text["五（一）"].hasSuffix("与上年相比，一般公共预算财政拨款支出基本持平。"))
    #expect(text["五（三）"].hasSuffix("支出决算10.00万元（年初未安排预算），与上年基本持平。"))
    #expect(text["九（一）"].contains("（全年未安排预算），与上年“三公”经费财政拨款支出决算基本持平。"))
    #expect(text["九（一）"].contains("公务接待费支出0.00万元（全年未安排预算），与上年基本持平。"))
    #expect(text["十（一）"] == "2023年度机关运行经费支出10.00万元，与上年基本持平。")
    #expect(text.warnings.filter { $0.contains("原因") }.isEmpty)
  }

  @Test("bookings that come to nothing are not none, and nothing has no shares")
  func netZero() throws {
    var sketch = DossierSketch()
    sketch.spend(100_000, "2010301")
    sketch.spend(-100_000, "2080505")
    sketch.spend(50_000, "2120801", fund: "政府性基金预算财政拨款")
    sketch.spend(-50_000, "2120801", fund: "政府性基金预算财政拨款")
    let text = try sketch.narrative()
    #expect(text.paragraphs("三")[2] == "项目支出0万元；")
    #expect(text["五（一）"] == "2023年度一般公共预算财政拨款决算支出0万元。")
    #expect(
      text.paragraphs("五（二）") == [
        "2023年度一般公共预算财政拨款支出0万元，主要用于以下方面：", "一般公共服务支出（类）10.00万元；",
        "社会保障和就业支出（类）-10.00万元。",
      ])
    #expect(text["七"] == "2023年度政府性基金预算财政拨款收入总计0万元、支出总计0万元。")
    #expect(text["八"] == "本年度无此项支出。")
    #expect(text["十（四）"].hasPrefix("根据预算绩效管理要求"))
  }

  @Test("the glossary names the accounts of all forms, of income too")
  func usedAccounts() throws {
    var sketch = DossierSketch()
    sketch.spend(50_000, "2120801", fund: "政府性基金预算财政拨款")
    sketch.spend(70_000, "2010301", fund: "其他")
    #expect(
      try sketch.narrative().paragraphs("第四部分").last
        == "本部门使用的支出功能分类科目（类）：一般公共服务支出、城乡社区支出。")
    #expect(try !DossierSketch().narrative()["第四部分"].contains("本部门使用的"))
  }

  @Test("one class is a list of one")
  func oneClass() throws {
    var sketch = DossierSketch()
    sketch.spend(100_000, "2010301", economic: "30101", kind: "基本支出")
    let text = try sketch.narrative()
    #expect(
      text.paragraphs("五（二）") == [
        "2023年度一般公共预算财政拨款支出10.00万元，主要用于以下方面：", "一般公共服务支出（类）10.00万元，占比100.00%。",
      ])
    #expect(
      text.paragraphs("六").suffix(2) == [
        "人员经费10.00万元，其中：工资福利支出10.00万元，主要包括基本工资10.00万元；", "公用经费0万元。",
      ])
    #expect(text.paragraphs("第四部分").last == "本部门使用的支出功能分类科目（类）：一般公共服务支出。")
  }

  @Test("all classes: a paragraph each in code order, the list closed by one full stop")
  func allClasses() throws {
    let codes =
      [201, 202, 203, 204, 205, 206, 207, 208, 210, 211, 212, 213, 214, 215, 216, 217, 219]
      + [220, 221, 222, 223, 224, 229, 231, 232, 234]
    var sketch = DossierSketch()
    for code in codes {
      // Catalogues need not have every 项; a dossier may name its own.
      sketch.name("\(code)98", "测试款\(code)")
      sketch.name("\(code)9898", "测试项\(code)")
      sketch.spend(100_000, "\(code)9898")
      sketch.plan(50_000, "\(code)")
    }
    let text = try sketch.narrative()
    let list = text.paragraphs("五（二）").dropFirst()
    #expect(list.count == 26)
    #expect(list.dropLast().allSatisfy { $0.hasSuffix("万元，占比3.85%；") })
    #expect(list.last?.hasSuffix("（类）10.00万元，占比3.85%。") == true)
    #expect(list.first?.hasPrefix("一般公共服务支出（类）") == true)
    let details = text.paragraphs("五（三）").dropFirst()
    #expect(details.count == 26)
    #expect(details.allSatisfy { $0.hasSuffix("支出决算10.00万元，完成年初预算的200.00%。") })
    let glossary = try #require(text.paragraphs("第四部分").last)
    #expect(glossary.split(separator: "、").count == 26)
    #expect(glossary.hasSuffix("。"))
  }

  @Test("a class with a budget or a prior year only is told of, so that the parts add up")
  func classesWithoutFinal() throws {
    var sketch = DossierSketch()
    sketch.spend(100_000, "2010301")
    sketch.plan(50_000, "205")
    sketch.lastYear("支出", 70_000, fund: DossierSketch.general, "207")
    let text = try sketch.narrative()
    #expect(text.paragraphs("五（二）").count == 2)
    #expect(
      text.paragraphs("五（三）").suffix(2) == [
        "教育支出（类）年初预算5.00万元，支出决算0万元，完成年初预算的0%，与上年相同。",
        "文化旅游体育与传媒支出（类）年初预算0万元，支出决算0万元（年初未安排预算），较2022年度减少7.00万元，下降100.00%。",
      ])
  }

  @Test("an empty dossier: every section is a sentence")
  func nothing() throws {
    let text = try DossierSketch().narrative()
    for section in ["五（一）", "五（二）", "五（三）", "六", "七", "八"] {
      #expect(text[section] == "本年度无此项支出。", "\(section)")
    }
    #expect(text["十（一）"] == "本部门本年度无机关运行经费支出。")
    #expect(text["十（五）"] == "无。")
    #expect(text["第一部分二"] == "某局2023年度部门决算由以下1个预算单位的决算组成：")
    #expect(!text["第一部分一"].isEmpty)
  }

  @Test("“三公” items: rate, change, reason, counts and purpose of those that there are")
  func threePublicItems() throws {
    var sketch = DossierSketch()
    sketch.threePublic = [
      ("因公出国（境）费", "{预算: 100000, 决算: 80000, 上年决算: 0, 团组: 1, 人次: 3}"),
      ("公务用车购置费", "{预算: 0, 决算: 0, 上年决算: 180000, 购置辆数: 0}"),
      ("公务用车运行维护费", "{预算: 50000, 决算: 0, 上年决算: 0, 保有量: 2}"),
      (
        "公务接待费",
        "{预算: 0, 决算: 5000, 上年决算: 4000, 国内批次: 4, 国内人次: 30, 外事批次: 1, 外事人次: 5,"
          + " 国外批次: 0, 国外人次: 0}"
      ),
    ]
    sketch.texts = """
      说明:
        因公出国（境）用途: 招商推介。
        国内接待对象: 上级检查组
        三公经费: {公务接待费: 来访增多。}

      """
    let text = try sketch.narrative()
    #expect(
      text.paragraphs("九（一）") == [
        "2023年度“三公”经费财政拨款支出全年预算15.00万元，支出决算8.50万元，完成全年预算的56.67%，"
          + "比上年减少9.90万元，下降53.80%。其中：",
        "因公出国（境）费支出8.00万元，完成全年预算的80.00%，比上年增加8.00万元（上年为零，不计算增幅）；",
        "公务用车购置费支出0万元（全年未安排预算），比上年减少18.00万元，下降100.00%，"
          + "主要原因是：本部门本年度无公务用车购置支出；",
        "公务用车运行维护费支出0万元，完成全年预算的0%，与上年相同，主要原因是：本部门本年度无公务用车运行维护支出；",
        "公务接待费支出0.50万元（全年未安排预算），比上年增加0.10万元，增长25.00%，主要原因是：来访增多。",
      ])
    #expect(
      text.paragraphs("九（二）") == [
        "1.因公出国（境）费支出8.00万元，出国团组共1个，3人次，主要用于招商推介。",
        "2.公务用车购置支出0万元，使用财政拨款共购置公务用车0辆。",
        "3.公务用车运行维护费支出0万元，使用财政拨款负担的公务用车保有量共2辆。",
        "4.公务接待费支出0.50万元，共接待4批次，30人次。其中：国内接待4批次，30人次"
          + "（含外事接待1批次，5人次），主要是接待上级检查组；国（境）外接待0批次，0人次。",
      ])
  }

  @Test("counts that are not declared though money was spent are left out, with a warning for each")
  func missingCounts() throws {
    var sketch = DossierSketch()
    sketch.threePublic = [
      ("因公出国（境）费", "{预算: 100000, 决算: 80000, 团组: 1}"),
      ("公务用车购置费", "{预算: 0, 决算: 0}"),
      ("公务用车运行维护费", "{预算: 50000, 决算: 40000}"),
      ("公务接待费", "{预算: 0, 决算: 5000, 国内批次: 4, 国内人次: 30, 外事批次: 0, 外事人次: 0, 国外批次: 0}"),
    ]
    let text = try sketch.narrative()
    let paragraphs = text.paragraphs("九（二）")
    #expect(paragraphs.first == "1.因公出国（境）费支出8.00万元。")
    #expect(paragraphs[1] == "2.公务用车购置支出0万元。")
    let warnings = text.warnings.filter { $0.contains("没有数量") }
    let paths = [
      "三公经费.因公出国（境）费.人次", "三公经费.公务用车运行维护费.保有量", "三公经费.公务接待费.国外人次",
    ]
    #expect(warnings.count == paths.count)
    for (warning, path) in zip(warnings, paths) {
      #expect(warning.contains("“\(path)”"), "\(warning)")
      #expect(warning.contains("没有的填 0"), "\(warning)")
    }
    #expect(warnings.first?.contains("“1.因公出国（境）费支出8.00万元”") == true)
  }

  @Test("a reason that is missing for a change over 10 % is a warning, one that is there a clause")
  func reasons() throws {
    var sketch = DossierSketch()
    sketch.spend(111_000, "2010301")
    sketch.lastYearTotals(100_000)
    sketch.lastYear("支出", 100_000, fund: DossierSketch.general, "201")
    #expect(try sketch.narrative().warnings.contains { $0.contains("说明.收支总体原因") })
    sketch.texts = """
      说明:
        收支总体原因: 新增项目
        财政拨款收支原因: 新增项目。
        一般公共预算支出原因: 新增项目
        各类支出原因: {"201": 新增项目}

      """
    let text = try sketch.narrative()
    #expect(text["一"].hasSuffix("支出总计增加1.10万元，增长11.00%。主要原因是新增项目。"))
    #expect(text["四"].hasSuffix("增长11.00%。主要原因是新增项目。"))
    #expect(text["五（三）"].hasSuffix("较2022年度增加1.10万元，增长11.00%，主要原因是新增项目。"))
    #expect(text.warnings.filter { $0.contains("原因") }.isEmpty)
  }

  @Test("a clerk replaces and adds paragraphs, and quotes figures by address and by name")
  func ownTexts() throws {
    var sketch = DossierSketch()
    sketch.spend(100_000, "2010301")
    sketch.texts = """
      改写:
        收支总体: 本年收支总计均为{{01!行31.1}}万元。
      补充:
        收入: 收入合计{{year_income}}万元，全部来自财政拨款。
      其他需要说明的事项: |
        第一项。
        第二项。

      """
    let text = try sketch.narrative()
    #expect(text["一"] == "本年收支总计均为10.00万元。")
    #expect(text.paragraphs("二").last == "收入合计10.00万元，全部来自财政拨款。")
    #expect(text.paragraphs("二").count == 8)
    #expect(text.paragraphs("十（五）") == ["第一项。", "第二项。"])
  }
}
