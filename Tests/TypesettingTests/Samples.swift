import Diagnostics
import Documents
import Domain
import Figures
import Foundation
import Geometry
import Graphics
import TestSupport

@testable import Typesetting

/// A measure without fonts: ASCII is half an em wide, everything else an em; lines are broken
/// between any two characters.
var fakeMeasure: TextMeasure {
  TextMeasure { text, _, size, width in
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      fakeLines(paragraph, size: size, width: width)
    }
  }
}

private func fakeLines(_ paragraph: Substring, size: Length, width: Length?) -> [ShapedLine] {
  var lines = [""]
  for character in paragraph {
    let line = lines[lines.count - 1] + String(character)
    if let width, line.count > 1, fakeWidth(line, size) > width + .pt(0.001) {
      lines.append(String(character))
    } else {
      lines[lines.count - 1] = line
    }
  }
  return lines.map { line in
    // A run without glyphs: what is painted can be read, but not drawn.
    let run = GlyphRun(
      face: FaceID(index: 0), size: size, text: line, glyphs: [], clusters: [])
    return ShapedLine(text: line, width: fakeWidth(line, size), runs: [run])
  }
}

private func fakeWidth(_ text: String, _ size: Length) -> Length {
  size * text.reduce(0) { $0 + ($1.isASCII ? 0.5 : 1) }
}

/// Documents that are made by hand.
enum Sample {
  static func style(
    sizes: [Double] = [10, 9, 8], pageHeight: Length = .mm(297), padding: Length = .pt(2),
    figurePadding: Length? = nil
  ) -> DocumentStyle {
    let table = TableStyle(
      headerRole: "表格标题", bodyRole: "表格", figureRole: "数字",
      sizes: TypeSizes(sizes.map { .pt($0) }) ?? TypeSizes(.pt(10)),
      lineHeight: 1.25,
      padding: Insets(top: padding, right: padding, bottom: padding, left: padding),
      figurePadding: figurePadding,
      ruleWidth: .pt(0.5))
    let page = PageStyle(
      size: Size(width: .mm(210), height: pageHeight),
      margins: Insets(top: .mm(18), right: .mm(15), bottom: .mm(18), left: .mm(15)),
      footer: PageNumberLine(before: "— ", after: " —"), footerDistance: .mm(10))
    return DocumentStyle(
      formPage: page, formTitle: TextStyle(role: "公文标题", size: .pt(18), lineHeight: 1.4),
      headLine: TextStyle(role: "表格", size: .pt(10), lineHeight: 1.5),
      note: TextStyle(role: "表格", size: .pt(9), lineHeight: 1.5),
      pageNumber: TextStyle(role: "数字", size: .pt(9), lineHeight: 1.2), table: table)
  }

  static func cell(
    _ text: String, _ role: CellRole, at column: Int, columns: Int = 1, rows: Int = 1
  ) -> TableCell {
    TableCell(
      column: column, columnSpan: columns, rowSpan: rows, role: role,
      content: text.isEmpty ? .empty : .text(text))
  }

  /// A figure that prints an amount given in 分 as 万元, a count, a dash, or nothing.
  static func money(_ fen: Int64?, row: String, column: String = "1", at index: Int) -> TableCell {
    let format = NumberFormat(
      kind: .money(.tenThousand), decimals: 2, grouping: true)
    return figure(fen.map { .money(Money(fen: $0)) }, format, .blank, row, column, index)
  }

  static func count(_ count: Int64, row: String, column: String = "1", at index: Int) -> TableCell {
    let format = NumberFormat(kind: .count(unit: "辆"), decimals: 0, grouping: false)
    return figure(.count(count), format, .blank, row, column, index)
  }

  static func dash(row: String, column: String = "1", at index: Int) -> TableCell {
    let format = NumberFormat(kind: .count(unit: "辆"), decimals: 0, grouping: false)
    return figure(nil, format, .dash, row, column, index)
  }

  private static func figure(
    _ value: FigureValue?, _ format: NumberFormat, _ none: EmptyStyle, _ row: String,
    _ column: String, _ index: Int
  ) -> TableCell {
    let address = FigureAddress(form: "05", row: row, column: column)
    let figure = Figure(
      address: address, value: value, format: format, none: none, zero: .blank, sources: [])
    return TableCell(column: index, role: .figure, content: .figure(figure))
  }

  static func column(_ id: String, _ width: Double, figures: Bool = false) -> TableColumn {
    TableColumn(id: id, width: .pt(width), holdsFigures: figures)
  }

  /// Code, name and one figure, under a header of two rows.
  static func table(
    widths: [Double] = [60, 200, 90], rows: [TableRow]
  ) -> Table {
    let header = [
      TableRow(cells: [
        cell("项目", .header, at: 0, columns: 2), cell("决算数", .header, at: 2, rows: 2),
      ]),
      TableRow(cells: [cell("科目代码", .header, at: 0), cell("科目名称", .header, at: 1)]),
    ]
    return Table(
      columns: [
        column("code", widths[0]), column("name", widths[1]),
        column("1", widths[2], figures: true),
      ],
      sections: [TableSection(header: header, body: rows)])
  }

  static func row(_ code: String, _ name: String, _ figure: TableCell) -> TableRow {
    TableRow(cells: [cell(code, .code, at: 0), cell(name, .name, at: 1), figure])
  }

  /// So many rows with names of different lengths.
  static func rows(_ count: Int) -> [TableRow] {
    (0..<count).map { index in
      let code = "\(2_010_000 + index)"
      let name = "其他资源勘探工业信息等支出" + String(repeating: "（续）", count: index % 7)
      return row(code, name, money(Int64(index * index * 7_654_321), row: code, at: 2))
    }
  }

  static func form(
    _ table: Table, orientation: PageOrientation = .portrait, fitsOnePage: Bool = false,
    title: String = "一般公共预算财政拨款支出决算表", notes: [String] = []
  ) -> FormSheet {
    FormSheet(
      number: "05", code: "公开05表", title: title, sheetName: "公开05表",
      orientation: orientation, fitsOnePage: fitsOnePage,
      head: [HeadLine(left: "部门名称：某某局", middle: "2023年度", right: "金额单位：万元")],
      table: table, notes: notes)
  }

  static func document(_ forms: [FormSheet], style: DocumentStyle = style()) throws -> Document {
    guard let date = CalendarDate(written: "2024-09-20") else { throw SampleError.date }
    return Document(
      title: "某某局2023年度部门决算公开", author: "某某局", language: "zh-CN", date: date,
      style: style, forms: forms)
  }

  enum SampleError: Error { case date }
}

/// Sets a form with the fake measure.
func set(
  _ form: FormSheet, style: DocumentStyle = Sample.style()
) throws -> (pages: [Page], findings: [String]) {
  let result = try FormTypesetter(form: form, style: style, measure: fakeMeasure)
    .typeset(firstNumber: 1)
  return (result.value ?? [], result.findings.map(\.code))
}

/// The fonts of the checkout, ready for a document.
func fonts(for document: Document) throws -> FontSet {
  let loaded = FontSet.load(from: Project.url("Fonts"), needing: FontDemand(document))
  guard let set = loaded.value else { throw FontsMissing(findings: "\(loaded.findings)") }
  return set
}

struct FontsMissing: Error { let findings: String }
