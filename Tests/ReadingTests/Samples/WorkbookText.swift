import Foundation
import Readings

/// A workbook in the words of `Tests/Tools/dump_xlsx.py`, which reads with openpyxl.
struct WorkbookText {
  private let book: WorkbookReading

  init(_ book: WorkbookReading) { self.book = book }

  var lines: [String] { properties + book.sheets.flatMap(lines) }

  private var properties: [String] {
    func value(_ name: String) -> String {
      book.properties.first { $0.name == name }?.value ?? ""
    }
    return [
      "title\t\(value("title"))", "author\t\(value("creator"))",
      "last changed by\t\(value("lastModifiedBy"))", "company\t\(value("Company"))",
      "created\t\(value("created"))", "modified\t\(value("modified"))",
      "sheets\t\(book.sheets.count)",
    ]
  }

  private func lines(_ sheet: SheetReading) -> [String] {
    var lines = ["", "sheet\t\(sheet.name)"]
    if sheet.visibility != .visible { lines.append("state\t\(sheet.visibility.rawValue)") }
    return lines + page(sheet) + grid(sheet) + sheet.cells.map(line)
  }

  private func page(_ sheet: SheetReading) -> [String] {
    let setup = sheet.printSetup
    let orientation = setup.orientation == .unset ? "portrait" : setup.orientation.rawValue
    let fit = setup.fitsToPages ? "\(setup.fitWidth) wide, \(setup.fitHeight) tall" : "no"
    let centred = [
      setup.centresHorizontally ? "horizontally" : nil,
      setup.centresVertically ? "vertically" : nil,
    ].compactMap { $0 }.joined(separator: " ")
    var lines = [
      "paper\t\(setup.paper.map(String.init) ?? "None") \(orientation)", "fit\t\(fit)",
      "centred\t\(centred.isEmpty ? "no" : centred)",
    ]
    if let margins = setup.margins {
      lines.append(
        "margins\tleft=\(number(margins.left)) right=\(number(margins.right))"
          + " top=\(number(margins.top)) bottom=\(number(margins.bottom))"
          + " header=\(number(margins.header)) footer=\(number(margins.footer))")
    }
    let area = setup.printArea.map { absolute($0) }.joined(separator: ",")
    let quoted = sheet.name.replacingOccurrences(of: "'", with: "''")
    lines.append("print area\t\(area.isEmpty ? "-" : "'\(quoted)'!\(area)")")
    let rows = setup.titleRows.map { "$\($0.lowerBound + 1):$\($0.upperBound + 1)" } ?? "-"
    let columns = setup.titleColumns.map {
      "$\(CellRange.letters(of: $0.lowerBound)):$\(CellRange.letters(of: $0.upperBound))"
    }
    lines += ["repeated rows\t\(rows)", "repeated columns\t\(columns ?? "-")"]
    for (name, text) in [
      ("oddHeader", setup.headerFooter.oddHeader), ("oddFooter", setup.headerFooter.oddFooter),
      ("evenHeader", setup.headerFooter.evenHeader), ("evenFooter", setup.headerFooter.evenFooter),
    ] where !text.isEmpty { lines.append("\(name)\t\(escaped(text))") }
    return lines
  }

  private func grid(_ sheet: SheetReading) -> [String] {
    let pane = sheet.freezePane.map { CellRange.reference(row: $0.rows, column: $0.columns) }
    var lines = ["frozen\t\(pane ?? "-")"]
    lines += sheet.columns.map { column in
      "width\t\(CellRange.letters(of: column.first)):\(CellRange.letters(of: column.last))"
        + "\t\(number(column.width ?? 0))\(column.isHidden ? " hidden" : "")"
    }
    lines += sheet.rows.map { row in
      "height\t\(row.row + 1)\t\(row.height.map(number) ?? "automatic")"
        + (row.isHidden ? " hidden" : "")
    }
    return lines + sheet.merges.map { "merge\t\($0.reference)" }
  }

  private func line(_ cell: CellReading) -> String {
    "cell\t\(cell.reference)\t\(kindAndValue(cell))\t\(look(book.style(of: cell)))"
  }

  /// How a cell without a style of its own looks.
  var plainCell: String { look(book.styles[0]) }

  private func look(_ style: StyleReading) -> String {
    "\(style.numberFormat)\t\(alignment(style.alignment))\t\(borders(style.borders))"
      + "\t\(font(style.font))\(fill(style.fill))"
  }

  private func kindAndValue(_ cell: CellReading) -> String {
    if let formula = cell.formula { return "f\t=\(escaped(formula.text))" }
    switch cell.value {
    case .blank: return "-\t"
    case .text(let text): return "s\t\(escaped(text))"
    case .boolean(let value): return "b\t\(value ? "True" : "False")"
    case .error(let name): return "e\t\(name)"
    case .number(let source): return "n\t\(python(source))"
    case .date(let serial):
      var style = StyleReading()
      style.numberFormat = "yyyy-mm-dd hh:mm:ss"
      let plain = WorkbookReading(file: "", dateSystem: book.dateSystem, styles: [style])
      return "d\t"
        + CellDisplay(plain).text(of: CellReading(row: 0, column: 0, value: .date(serial: serial)))
    }
  }

  /// A number as Python writes it: without a fraction where the file has none.
  private func python(_ source: String) -> String {
    source.contains { ".eE".contains($0) } ? Double(source)?.description ?? source : source
  }

  private func alignment(_ given: AlignmentReading) -> String {
    var parts = ["\(given.horizontal)/\(given.vertical)"]
    if given.wraps { parts.append("wrap") }
    if given.shrinks { parts.append("shrink") }
    if given.indent != 0 { parts.append("indent\(given.indent)") }
    if given.rotation != 0 { parts.append("rotated\(given.rotation)") }
    return parts.joined(separator: "+")
  }

  private func borders(_ given: BordersReading) -> String {
    let styles = [given.left, given.right, given.top, given.bottom].map(\.style)
    return Set(styles).count == 1 ? styles[0] : styles.joined(separator: ",")
  }

  private func font(_ given: FontReading) -> String {
    let marks = [
      given.isBold ? " bold" : "", given.isItalic ? " italic" : "", given.isStruck ? " strike" : "",
    ].joined()
    let size = given.size == 0 ? "-" : number(given.size)
    return "\(given.name.isEmpty ? "-" : given.name) \(size)\(marks)"
  }

  private func fill(_ given: FillReading) -> String {
    guard given.pattern != "none" else { return "" }
    if case .rgb(let colour) = given.foreground { return " fill=\(given.pattern):\(colour)" }
    return " fill=\(given.pattern):\(given.foreground)"
  }

  private func absolute(_ range: CellRange) -> String {
    range.reference.split(separator: ":").map { corner in
      let letters = corner.prefix { $0.isLetter }
      return "$\(letters)$\(corner.dropFirst(letters.count))"
    }.joined(separator: ":")
  }

  private func number(_ value: Double) -> String {
    let text = String(format: "%.4f", value)
    let digits = text.reversed().drop { $0 == "0" }
    return String((digits.first == "." ? digits.dropFirst() : digits).reversed())
  }

  private func escaped(_ text: String) -> String {
    [("\\", "\\\\"), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")]
      .reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
  }
}
