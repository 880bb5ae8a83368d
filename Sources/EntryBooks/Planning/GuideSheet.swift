internal import Dossiers
internal import Layouts
internal import SpreadsheetOutput

/// Lays out the sheet that says how the workbook is filled in.
func guideSheet(_ set: LayoutSet) -> EntrySheet {
  var sheet = EntrySheet(
    name: SheetTitle.guide.rawValue, columns: [EntryColumn(width: 16), EntryColumn(width: 104)])
  sheet.addTitle(
    "\(set.title)：填报工作簿", hint: "填完以后运行 gongkai build 这个文件，生成全部公开文件。这张表不用填，生成时不读。", hintHeight: 20)
  let sheets: [(SheetTitle, String)] = [
    (.department, "年度、版式、公开日期、部门的代码和名称。先填。"),
    (.units, "部门的各预算单位。代码在其他表里通用，先填。"),
    (.income, "本年收入，一笔一行。"),
    (.expenditure, "本年支出，一笔一行。"),
    (.balances, "各单位各项资金的年初、年末结转和结余。"),
    (.budget, "年初部门预算。"),
    (.reconciliation, "不用填：随填随算，每个单位每种资金的收支是否平衡。"),
    (.priorYear, "上一年度公开的数。从上年卷宗或上年公开件新建时已经填好。"),
    (.facts, "三公经费、政府采购、国有资产等金额和数量。"),
    (.texts, "概况、增减原因等文字。"),
    (.accounts, "版式里没有名称的科目；没有就空着。"),
    (.reasons, "审核警告的理由；没有就空着。"),
    (.blankEvaluation, "项目支出绩效自评：每个项目复制一张，改名为“绩效-项目名称”。"),
    (.words, "不用填：下拉表里的词。"),
  ]
  let steps = [
    "填“部门”“单位”两张表。",
    "从预算系统、决算报表里取数，填“收入”“支出”“结转”“预算”。可以整块粘贴：用“选择性粘贴—数值”。",
    "看“核对”表：差额都是“—”才算平。",
    "填“事项”“文字”。黄色的必填，没有发生的填 0。",
    "有项目支出的，每个项目一张绩效自评。",
    "运行 gongkai check 这个文件：哪一张表哪一格不对、怎样改，逐条列出。",
    "运行 gongkai build 这个文件：生成工作簿和 PDF。",
  ]
  var row = 3
  func add(_ name: String, _ text: String, _ look: EntryLook) {
    sheet.add(row, 0, .text(name), look)
    sheet.add(row, 1, .text(text), look == .band ? .band : .fixed)
    sheet.heights[row] = 20
    row += 1
  }
  add("步骤", "", .band)
  for (index, step) in steps.enumerated() { add("\(index + 1)", step, .fixed) }
  add("工作表", "填什么", .band)
  for (title, text) in sheets { add(title.rawValue, text, .fixed) }
  add("颜色", "", .band)
  for (look, text) in [
    (EntryLook.heading, "必填的列"), (.optionalHeading, "选填的列"), (.idleHeading, "已经填好、给人看的列"),
    (.required, "必填的格子"), (.review, "上年的文字，要核对"), (.sum, "自动计算，不用填"),
  ] {
    sheet.add(row, 0, .text("表头"), look)
    if look.isOpen || look == .sum {
      sheet.cells[sheet.cells.count - 1] = EntryCell(row: row, column: 0, .text("内容"), look)
    }
    sheet.add(row, 1, .text(text), .fixed)
    sheet.heights[row] = 20
    row += 1
  }
  add("注意", "", .band)
  for text in [
    "金额以元为单位，最多两位小数。", "不要改工作表的名称和表头；列的次序、行高、列宽可以改，可以筛选、排序、插入行。",
    "可以用公式，生成时取公式算出的值；空行略过；末尾的合计行核对以后不计入。", "单元格不要上下合并；隐藏的行照样读取。",
    "自己加的工作表不读取，也不影响。",
  ] { add("", text, .fixed) }
  sheet.tab = .idleHeading
  return sheet
}
