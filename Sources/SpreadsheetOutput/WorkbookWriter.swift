public import Documents
internal import Domain

/// What was written into a workbook.
public struct WorkbookSummary: Hashable, Sendable {
  /// The sheets, one for each form that was written.
  public let sheets: Int
  /// The cells with a text, a number or a border; a merged one counts once.
  public let cells: Int
  /// The cells among them that hold a number.
  public let numbers: Int
}

/// Writes the forms of a document, or its self-evaluations, into an XLSX file, one sheet a form.
///
/// The same document gives the same bytes on every run.
///
/// - Parameters:
///   - document: what is published.
///   - kind: which of its forms are written.
///   - breaks: the places between rows at which the printed pages of a form end, by its number; of a
///     form that has none here, programs choose them.
///   - measure: how much room text takes, for the heights of rows and the widths of columns.
///   - officialFont: the font that Excel users have for a role (`表格` → `宋体`).
///   - path: the file; an existing one is replaced.
/// - Returns: how much was written.
/// - Throws: ``SpreadsheetError``, or what `measure` throws. No file is left then.
@discardableResult
public func writeWorkbook(
  _ document: Document, of kind: FormKind = .form, breaks: [String: [RowBreak]] = [:],
  measure: RowMeasure, officialFont: @escaping (String) -> String, to path: String
) throws -> WorkbookSummary {
  let planner = FormSheetPlanner(
    style: document.style, mark: document.mark, measure: measure, officialFont: officialFont)
  let properties = WorkbookProperties(
    title: document.title, author: document.author, company: document.author,
    created: document.date)
  let forms = document.sheets.filter { $0.kind == kind }
  let plans = try forms.map { try planner.plan($0, breaks: breaks[$0.number]) }
  return try writeSheets(
    plans, normalFont: officialFont(document.style.table.figureRole), properties: properties,
    to: path)
}

/// Carries out the plans of the sheets of one workbook.
func writeSheets(
  _ plans: [SheetPlan], normalFont: String, properties: WorkbookProperties, to path: String
) throws -> WorkbookSummary {
  guard !plans.isEmpty else { throw SpreadsheetError(.noSheets, doing: "写入 \(path)") }
  var workbook = try Workbook(path: path)
  workbook.setNormalFont(normalFont, size: SheetUnits.normalSize)
  try workbook.setProperties(properties)
  for plan in plans {
    try workbook.withNewSheet(named: plan.name) { sheet in try sheet.execute(plan) }
  }
  try workbook.close(room: WorkbookRoom(plans))
  return WorkbookSummary(
    sheets: plans.count, cells: plans.reduce(0) { $0 + $1.cells.count },
    numbers: plans.reduce(0) { $0 + $1.cells.count(where: \.content.isNumber) })
}

extension Sheet {
  /// Carries out a plan; every decision has been made there.
  mutating func execute(_ plan: SheetPlan) throws {
    for (column, pixels) in plan.columns.enumerated() {
      try setWidth(ofColumn: column, pixels: pixels)
    }
    for (row, height) in plan.rows.enumerated() {
      try setHeight(ofRow: row, to: height)
    }
    for cell in plan.cells {
      try write(cell.content, in: cell.range, format: cell.format)
    }
    if plan.pinned.upperBound > 0 { freeze(rows: plan.pinned.upperBound) }
    try ignoreNumbersAsText(in: plan.area)
    try setUp(plan.print)
  }
}
