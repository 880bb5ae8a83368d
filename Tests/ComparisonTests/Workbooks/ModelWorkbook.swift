internal import Comparison
internal import Diagnostics
internal import Figures
internal import Readings

/// A workbook of made-up forms that tests may edit: rows know where they stood at first, whatever is
/// put in before them.
struct ModelWorkbook {
  struct Row {
    /// The row's number in the unedited sheet, from 1; nil for one that was put in.
    let origin: Int?
    var values: [CellValue]
    var styles: [Int]
    var height: Double? = 18.75
  }

  struct Sheet {
    var name: String
    let form: String
    var rows: [Row]
    var merges: [CellRange] = []
    var widths: [Double] = [12, 30, 14, 14, 14]
    var setup = PrintSetupReading()
  }

  var sheets: [Sheet]
  var styles: [StyleReading]
  var properties = [PropertyReading(name: "creator", value: "财务科")]

  /// Rows above the figures: title, unit, headings.
  static let headRows = 3
  /// Columns: code, name, three figures.
  static let columns = 5

  init() {
    styles = Self.plainStyles
    sheets = (1...3).map { Self.sheet(number: $0) }
  }

  private static var plainStyles: [StyleReading] {
    var head = StyleReading()
    head.font.name = "宋体"
    head.font.isBold = true
    head.alignment.horizontal = "center"
    var text = StyleReading()
    text.borders.bottom.style = "thin"
    var figure = text
    figure.numberFormat = "#,##0.00"
    return [StyleReading(), head, text, figure]
  }

  private static func sheet(number: Int) -> Sheet {
    var sheet = Sheet(name: "表\(number)", form: "9\(number)", rows: [])
    let heads = [
      ["第 \(number) 张样表"], ["", "", "", "", "金额单位：万元"],
      ["科目代码\(number)", "名称\(number)", "合计\(number)", "甲\(number)", "乙\(number)"],
    ]
    for texts in heads {
      sheet.rows.append(
        Row(
          origin: sheet.rows.count + 1, values: texts.map { $0.isEmpty ? .blank : .text($0) },
          styles: Array(repeating: 1, count: texts.count)))
    }
    for line in 0..<12 {
      sheet.rows.append(row(number * 1_000 + line, origin: sheet.rows.count + 1))
    }
    sheet.merges = [CellRange(firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 4)]
    sheet.setup.paper = 9
    sheet.setup.printArea = [
      CellRange(firstRow: 0, firstColumn: 0, lastRow: sheet.rows.count - 1, lastColumn: 4)
    ]
    sheet.setup.titleRows = 0...2
    return sheet
  }

  /// A row of figures that no other number gives.
  static func row(_ number: Int, origin: Int?) -> Row {
    let figures = (1...3).map { CellValue.number("\(number * $0).\(10 + $0)") }
    return Row(
      origin: origin,
      values: [.text("8\(number)"), .text("第 \(number) 号支出")] + figures,
      styles: [2, 2, 3, 3, 3])
  }

  /// The workbook as a reader would give it.
  var reading: WorkbookReading {
    WorkbookReading(
      file: "样表.xlsx", sheets: sheets.map(\.reading), properties: properties, styles: styles)
  }

  /// The figures by address: code of the row and number of the column.
  var figures: FigureBook {
    let workbook = reading
    let display = CellDisplay(workbook)
    return FigureBook(
      zip(sheets, workbook.sheets).map { model, sheet in
        let cells = sheet.cells.filter { 2...4 ~= $0.column && $0.row >= Self.headRows }
        return FigureForm(
          number: model.form,
          figures: cells.compactMap { cell in
            guard case .text(let code) = model.rows[cell.row].values[0] else { return nil }
            return sampleFigure(
              model.form, "\(code).\(cell.column - 1)", display.text(of: cell), unit: "万元",
              at: .cell(sheet: sheet.name, reference: cell.reference))
          })
      })
  }

  /// The workbook as one side of a comparison.
  var input: ComparisonInput {
    ComparisonInput(
      name: "样表.xlsx",
      content: .file(
        ComparedFile(name: "样表.xlsx", content: .workbook(reading), figures: figures)))
  }
}

extension ModelWorkbook.Sheet {
  fileprivate var reading: SheetReading {
    var cells: [CellReading] = []
    for (number, row) in rows.enumerated() {
      for (column, value) in row.values.enumerated() {
        cells.append(
          CellReading(row: number, column: column, value: value, style: row.styles[column]))
      }
    }
    return SheetReading(
      name: name, cells: cells, merges: merges,
      columns: widths.enumerated().map { ColumnReading(first: $0, last: $0, width: $1) },
      rows: rows.enumerated().map { RowReading(row: $0, height: $1.height) }, printSetup: setup)
  }
}
