import Diagnostics
import Documents
import Domain
import Geometry
import TestSupport
import Testing
import Typesetting

/// Running text as official documents have it: GB/T 9704—2012.
let officialProse = ProseStyle(
  page: PageStyle(
    size: Size(width: .mm(210), height: .mm(297)),
    margins: Insets(top: .mm(37), right: .mm(26), bottom: .mm(35), left: .mm(28)),
    footer: PageNumberLine(before: "— ", after: " —"), footerDistance: .mm(28)),
  linesPerPage: 22, body: TextStyle(role: "正文", size: .pt(16), lineHeight: 1.8), indent: 2,
  headings: [
    HeadingStyle(
      text: TextStyle(role: "公文标题", size: .pt(22), lineHeight: 1.4), isCentred: true,
      startsPage: true, linesAbove: 0, linesBelow: 1),
    HeadingStyle(
      text: TextStyle(role: "标题", size: .pt(16), lineHeight: 1.8), isCentred: false,
      startsPage: false, linesAbove: 0, linesBelow: 0),
    HeadingStyle(
      text: TextStyle(role: "楷体", size: .pt(16), lineHeight: 1.8), isCentred: false,
      startsPage: false, linesAbove: 0, linesBelow: 0),
  ],
  caption: TextStyle(role: "标题", size: .pt(12), lineHeight: 1),
  cover: CoverStyle(
    issuer: TextStyle(role: "公文标题", size: .pt(36), lineHeight: 1.4),
    title: TextStyle(role: "公文标题", size: .pt(28), lineHeight: 1.4),
    foot: TextStyle(role: "楷体", size: .pt(16), lineHeight: 1.6)),
  contentsTitle: TextStyle(role: "公文标题", size: .pt(22), lineHeight: 1.4),
  contentsEntries: [
    TextStyle(role: "标题", size: .pt(14), lineHeight: 1.8),
    TextStyle(role: "正文", size: .pt(14), lineHeight: 1.8),
    TextStyle(role: "楷体", size: .pt(14), lineHeight: 1.8),
  ])

/// Sentences of a made-up department, told apart by their numbers.
func sentence(_ number: Int) -> String {
  let sentences = [
    "本年度收入合计 6,548.69万元，比上年减少 1,204.37 万元，下降15.53%，主要是上级专项转移支付减少。",
    "推动河湖长制“一河一策”落到实处，巡查河道312公里，整治问题47处；其中，跨界河段的联合执法由三县共同开展，每季度不少于1次。",
    "基本支出1,357.84万元，占支出合计的20.74%；项目支出5,190.85万元，占79.26%。",
    "负责城乡供水设施的规划、建设和管理，监督水质检测（含农村集中式供水），保障供水安全。",
    "单位编制参照GB/T 9704—2012执行，公开网址为https://example.gov.cn/juesuan/2023/index.html，长期有效。",
  ]
  return sentences[number % sentences.count]
}

/// Running text of so many sentences.
func prose(_ count: Int, from first: Int = 0) -> Paragraph {
  Paragraph(text: (first..<(first + count)).map(sentence).joined())
}

/// A document of all kinds of blocks.
///
/// - Parameters:
///   - issuer: the department's name.
///   - duty: a paragraph of the first part.
func proseDocument(
  issuer: String = "某某县水务局", duty: Paragraph = prose(4)
) throws -> Document {
  let forms = try sampleDocument()
  let cover = Cover(issuer: issuer, title: "2023年度部门决算公开", foot: "2024年9月20日")
  var blocks: [Block] = [.cover(cover), .contents(Contents(title: "目　录"))]
  func heading(_ level: Int, _ text: String) {
    blocks.append(.heading(Heading(level: level, text: text)))
  }
  heading(1, "第一部分　概况")
  heading(2, "一、本部门职责")
  blocks.append(.paragraph(duty))
  for number in 1...9 { blocks.append(.paragraph(prose(number % 4 + 1, from: number))) }
  heading(2, "二、机构设置情况")
  blocks.append(.paragraph(prose(2)))
  heading(1, "第二部分　2023年部门决算表")
  blocks += forms.blocks
  heading(1, "第三部分　情况说明")
  for number in 1...12 {
    heading(2, "\(number)、" + (number == 7 ? longHeading : "第\(number)项收入支出决算情况说明"))
    for part in 1...3 {
      heading(3, "（\(part)）财政拨款支出决算结构情况")
      blocks.append(.paragraph(prose(number % 5 + part % 2 + 1, from: number + part)))
    }
  }
  heading(1, "第四部分　名词解释")
  blocks.append(.paragraph(prose(1)))
  blocks.append(.table(sampleTable(rows: 60)))
  blocks.append(.paragraph(prose(2)))
  blocks += [.pageBreak, .paragraph(prose(1)), .orientation(.landscape)]
  heading(2, "各单位收支情况")
  blocks.append(.table(sampleTable(rows: 3, caption: "")))
  blocks += [.paragraph(prose(1)), .orientation(.portrait), .paragraph(prose(1))]
  heading(1, "第五部分　附件")
  let style = forms.style
  return Document(
    title: "\(issuer)2023年度部门决算公开", author: issuer, language: forms.language, date: forms.date,
    style: DocumentStyle(
      formPage: style.formPage, formTitle: style.formTitle, headLine: style.headLine,
      note: style.note, pageNumber: style.pageNumber, table: style.table, prose: officialProse),
    blocks: blocks)
}

/// A table of running text: units with an amount, one of which needs more than a page.
func sampleTable(rows: Int, caption: String = "各单位收支情况表") -> TextTable {
  func cell(_ column: Int, _ text: String, _ role: CellRole) -> TableCell {
    TableCell(column: column, role: role, content: .text(text))
  }
  let header = ["单位", "职责", "金额（万元）"].enumerated().map { cell($0.offset, $0.element, .header) }
  let body = (0..<rows).map { row in
    TableRow(cells: [
      cell(0, "第\(row)所", .text), cell(1, prose(row == 5 ? 80 : 1, from: row).text, .text),
      cell(2, "1,\(row + 100).50", .number),
    ])
  }
  let columns = [2.0, 6, 2].enumerated().map { index, share in
    TableColumn(id: "\(index)", width: .mm(share), holdsFigures: index == 2)
  }
  return TextTable(
    caption: caption,
    table: Table(
      columns: columns, sections: [TableSection(header: [TableRow(cells: header)], body: body)]))
}

let longHeading = "一般公共预算财政拨款基本支出、政府性基金预算财政拨款支出以及国有资本经营预算财政拨款支出决算情况的补充说明"

/// A document on pages.
func typesetSample(_ document: Document) throws -> TypesetDocument {
  let fonts = FontSet.load(from: Project.url("Fonts"), needing: FontDemand(document))
  let set = try #require(fonts.value, "\(fonts.findings)")
  let result = typeset(document, with: set)
  return try #require(result.value, "\(result.findings)")
}
