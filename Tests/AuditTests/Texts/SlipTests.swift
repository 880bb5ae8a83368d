import Layouts
import Testing

@testable import Audit

@Suite("Slips in a text") struct SlipTests {
  /// The slips of a text as `kind text`.
  private func slips(_ text: String, as shape: TextShape = .clause) -> [String] {
    ScannedText(text).slips(by: .sample, as: shape).map { "\($0.kind.rawValue) \($0.text)" }
  }

  @Test(
    "a place that was to be filled in is found",
    arguments: [
      ("收入总计XX万元", "XX"), ("因XXX项目减少", "XXX"), ("安排ＸＸ项目", "ＸＸ"), ("同比增长××%", "××"),
      ("主要原因是待补", "待补"), ("金额待定，年底核算", "待定"), ("数据待核实。", "待核实"), ("主要做了以下工作……", "……"),
      ("共支出____万元", "____"), ("TODO", "TODO"), ("原因：xxx", "xxx"), ("新建XX小学", "XX"),
      ("投入**万元", "**"),
      ("组织活动（待定）", "待定"), ("按 XX 标准执行", "XX"), ("此处填写", "此处填写"),
    ])
  func placeholder(text: String, expected: String) {
    #expect(slips(text) == ["placeholder \(expected)"])
  }

  @Test(
    "what only looks like one is none",
    arguments: [
      "采购SXX型水泵", "型号为XX-200的设备", "购置XXL号服装", "执行ISO-XX1标准", "MAXX系统", "待补偿资金已到位", "待定岗人员安置完成",
      "制度有待补充", "等待定价", "亟待完善", "公务接待定点", "3×4米", "X光机", "一级×二级", "……", "优待补充名单",
    ].filter { $0 != "……" })
  func noPlaceholder(text: String) { #expect(slips(text).isEmpty) }

  @Test(
    "a text that breaks off is found",
    arguments: [
      "废钢企业奖补资金减少，", "项目包括：", "新增人员；", "压缩了会议、", "减少支出（", "落实“", "工资调整和", "新增学校以及", "支出减少的主要原因是",
      "人员增加，  ", "人员增加、\n",
    ])
  func cutOff(text: String) {
    #expect(ScannedText(text).slips(by: .sample, as: .clause).contains { $0.kind == .cutOff })
  }

  @Test("a paragraph of some length ends with a full stop, a clause does not")
  func paragraphs() {
    let text = "全年兑付奖补资金，3户企业经营稳定，资源回收利用能力得到提"
    #expect(slips(text).isEmpty)
    #expect(slips(text, as: .paragraph) == ["cutOff ，资源回收利用能力得到提"])
    for end in ["。", "！", "？", "。”", "（见附件）", "。）"] {
      let opening = end == "。”" ? "“" : end == "。）" ? "（" : ""
      #expect(slips(opening + text + end, as: .paragraph).isEmpty)
    }
    #expect(slips("达成预期指标", as: .paragraph).isEmpty)
    #expect(slips("（一）贯彻方针政策。\n（二）拟订全县的规划、计划和措施并组织实施。\n", as: .paragraph).isEmpty)
    #expect(slips("收入增加，其中行政单位{{10!行5.统计数}}", as: .paragraph).isEmpty)
    #expect(slips("", as: .paragraph).isEmpty && slips("\n", as: .paragraph).isEmpty)
  }

  @Test(
    "brackets and quotation marks have their other half",
    arguments: [
      ("因公出国（境费用减少", ["unbalanced （"]), ("因公出国境）费用减少", ["unbalanced ）"]),
      ("落实“小升规政策", ["unbalanced “"]),
      ("落实《条例，依法行政", ["unbalanced 《"]), ("【专项资金", ["unbalanced 【"]),
      ("“党员“活动", ["unbalanced “", "unbalanced “"]),
      ("（《办法）执行", ["unbalanced 《"]), ("发文〔2023 5号", ["unbalanced 〔"]), ("[甲", ["unbalanced ["]),
    ])
  func unbalanced(text: String, expected: [String]) { #expect(slips(text) == expected) }

  @Test(
    "items' numbers, apostrophes and nested pairs are balanced",
    arguments: [
      "1）加强管理；2）压缩支出", "主要工作：a）培训；b）检查", "一）收入；十二）支出", "（一）“三公”经费（含‘接待’）", "Teachers’ Day活动",
      "《关于印发〈办法〉的通知》",
      "因公出国（境)费", "按A’s方案",
    ])
  func balanced(text: String) {
    #expect(!ScannedText(text).slips(by: .sample, as: .clause).contains { $0.kind == .unbalanced })
  }

  @Test(
    "words that stand twice are found",
    arguments: [
      ("主要原因是主要原因是废钢奖补减少", "主要原因是主要原因是"), ("本年度的的支出", "的的"), ("人员增加，，工资提高", "，，"),
      ("项目减少。。", "。。"), ("压缩支出支出规模", "支出支出"), ("城乡公共设施城乡公共设施项目", "城乡公共设施城乡公共设施"),
      ("增加10万元增加10万元", "增加10万元增加10万元"), ("减少减少", "减少减少"),
      ("资金已全部拨付到位，资金已全部拨付到位，效益明显", "资金已全部拨付到位，资金已全部拨付到位，"),
    ])
  func doubled(text: String, expected: String) { #expect(slips(text) == ["doubled \(expected)"]) }

  @Test(
    "what is said twice on purpose is no slip",
    arguments: [
      "分别为0万元，0万元，0万元，0万元", "得分10、10、10、10", "研究研究再定", "100100100元", "——————", "√√√√√√", "一项一项落实",
      "合格\n合格\n合格\n合格", "小学、初中、高中", "财政财务管理", "县级县管资金",
      "{{05!205.1}}万元、{{05!206.1}}万元、{{05!208.1}}万元",
    ])
  func notDoubled(text: String) {
    #expect(!ScannedText(text).slips(by: .sample, as: .clause).contains { $0.kind == .doubled })
  }

  @Test(
    "half-width signs between Chinese characters are found",
    arguments: [
      ("人员增加,工资提高", ","), ("人员增加;工资提高", ";"), ("主要原因:人员增加", ":"), ("增长50%,主要是工资", ","),
      ("共3人,其中1人退休", ","),
      ("联系人:3人", ":"), ("人员增加.", "."), ("人员增加.工资提高", "."),
    ])
  func halfWidth(text: String, expected: String) {
    #expect(slips(text) == ["halfWidth \(expected)"])
  }

  @Test("both half-width brackets are told")
  func halfWidthBrackets() {
    #expect(slips("教育局(本级)支出") == ["halfWidth (", "halfWidth )"])
    #expect(slips("“专精特新”(县)") == ["halfWidth (", "halfWidth )"])
    #expect(slips("教育局(本级)") == ["halfWidth (", "halfWidth )"])
  }

  @Test(
    "numbers, Latin text, times and numbered lists have half-width signs",
    arguments: [
      "支出1,234.56万元", "上午8:30开始", "1.加强管理 2.压缩支出", "比例为1:2", "使用Office 2016,WPS等软件",
      "按GB/T 9704-2012执行", "3.5万元",
      "A.B公司", "http://www.abc.gov.cn/a?b=1", "水电费(kWh)", "{{05!211.1}}万元", "“小升规”“专精特新”",
      "1)培训 2)检查",
    ])
  func halfWidthAllowed(text: String) { #expect(slips(text).isEmpty) }

  @Test("traditional characters are found, standard ones are not")
  func traditional() {
    #expect(slips("財政撥款減少") == ["traditional 財", "traditional 撥", "traditional 減"])
    #expect(slips("本年度財政支出減少") == ["traditional 財", "traditional 減"])
    #expect(slips("發展經濟") == ["traditional 發", "traditional 經濟"])
    #expect(slips("人員經費") == ["traditional 員經費"])
    #expect(slips("著名企业乾县皇后村里干部於某藉口瞭望").isEmpty)
  }

  @Test("the list of traditional characters has no standard one")
  func traditionalList() {
    let standard =
      "一乙二十丁厂七卜人入八九几儿了力乃刀又三于干亏士工土才寸下大丈与万上小口巾山千乞川亿个勺久凡及夕丸么广亡门义之尸弓己已子卫也女飞刃习叉马乡丰王井开夫天无元专云扎艺木五支厅不太犬区历尤友匹车巨牙屯比互切瓦止少日中冈贝内水见午牛手毛气升长仁什片仆化仇币仍仅斤爪反介父从今凶分乏公仓月氏勿欠风丹匀乌凤勾文六方火为斗忆订计户认心尺引丑巴孔队办以允予劝双书幻著乾后里征复系制采准面谷发干台余范"
    for scalar in standard.unicodeScalars {
      #expect(!TextRules.sample.traditional.contains(scalar), "\(scalar)")
    }
    for scalar in "國財經費爲為們這個學發無與來對會過說後".unicodeScalars {
      #expect(TextRules.sample.traditional.contains(scalar), "\(scalar)")
    }
  }

  @Test("places are counted in scalars, and words told as written")
  func places() {
    let slips = ScannedText("𠮷祥村{{05!211.1}}项目XX").slips(by: .sample, as: .clause)
    #expect(slips == [TextSlip(kind: .placeholder, text: "XX", offset: 17)])
  }
}
