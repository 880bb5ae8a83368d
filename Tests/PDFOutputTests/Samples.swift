import Diagnostics
import Documents
import Domain
import Figures
import Foundation
import Geometry
import PDFOutput
import TestSupport
import Testing
import Typesetting

/// A document of two forms, the second held sideways, with a rare character and several pages.
func sampleDocument() throws -> Document {
  try sampleDocument(of: [
    sampleForm("05", .portrait, rows: 70), sampleForm("03", .landscape, rows: 12),
  ])
}

/// A document of these forms.
func sampleDocument(of forms: [FormSheet]) throws -> Document {
  let table = TableStyle(
    headerRole: "表格标题", bodyRole: "表格", figureRole: "数字", sizes: TypeSizes(.pt(10), .pt(9)),
    lineHeight: 1.25, padding: Insets(top: .pt(2), right: .pt(3), bottom: .pt(2), left: .pt(3)),
    ruleWidth: .pt(0.5))
  let page = PageStyle(
    size: Size(width: .mm(210), height: .mm(297)),
    margins: Insets(top: .mm(18), right: .mm(15), bottom: .mm(18), left: .mm(15)),
    footer: PageNumberLine(before: "— ", after: " —"), footerDistance: .mm(10))
  let style = DocumentStyle(
    formPage: page, formTitle: TextStyle(role: "公文标题", size: .pt(18), lineHeight: 1.4),
    headLine: TextStyle(role: "表格", size: .pt(10), lineHeight: 1.5),
    note: TextStyle(role: "表格", size: .pt(9), lineHeight: 1.5),
    pageNumber: TextStyle(role: "数字", size: .pt(9), lineHeight: 1.2), table: table)
  return Document(
    title: "某某局2023年度部门决算公开", author: "某某局", language: "zh-CN",
    date: try #require(CalendarDate(written: "2024-09-20")), style: style,
    forms: forms)
}

private func sampleForm(
  _ number: String, _ orientation: PageOrientation, rows: Int
) -> FormSheet {
  let columns = [
    TableColumn(id: "code", width: .mm(30), holdsFigures: false),
    TableColumn(id: "name", width: .mm(80), holdsFigures: false),
    TableColumn(id: "1", width: .mm(50), holdsFigures: true),
  ]
  let header = ["科目代码", "科目名称", "决算数"].enumerated().map { index, text in
    TableCell(column: index, role: .header, content: .text(text))
  }
  let format = NumberFormat(kind: .money(.tenThousand), decimals: 2, grouping: true)
  let body = (0..<rows).map { index in
    let code = "\(2_010_100 + index)"
    let figure = Figure(
      address: FigureAddress(form: number, row: code, column: "1"),
      value: .money(Money(fen: Int64(index) * 987_654_321)), format: format, none: .blank,
      zero: .blank, sources: [])
    return TableRow(cells: [
      TableCell(column: 0, role: .code, content: .text(code)),
      TableCell(column: 1, role: .name, content: .text("名称𠮷第\(index)项")),
      TableCell(column: 2, role: .figure, content: .figure(figure)),
    ])
  }
  return FormSheet(
    number: number, code: "公开\(number)表", title: "第\(number)号决算表",
    entry: "第\(number)号表的条目", sheetName: number,
    orientation: orientation, fitsOnePage: false,
    head: [HeadLine(left: "部门名称：某某局", middle: "2023年度", right: "金额单位：万元")],
    table: Table(
      columns: columns,
      sections: [TableSection(header: [TableRow(cells: header)], body: body)]),
    notes: ["注：本表可能存在尾差。"])
}

/// The sample on pages.
func sampleTypeset() throws -> TypesetDocument { try setWithFonts(try sampleDocument()) }

/// A document on pages, set with the fonts of the checkout.
func setWithFonts(_ document: Document) throws -> TypesetDocument {
  let fonts = FontSet.load(from: Project.url("Fonts"), needing: FontDemand(document))
  let result = typeset(document, with: try #require(fonts.value))
  return try #require(result.value)
}

/// What the sample says about itself.
func sampleMetadata() throws -> PDFMetadata {
  PDFMetadata(
    title: "某某局2023年度部门决算公开", author: "某某局", subject: "部门决算公开", creator: "gongkai",
    date: try #require(CalendarDate(written: "2024-09-20")))
}
