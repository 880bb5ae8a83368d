internal import Diagnostics
internal import Documents
internal import Figures

/// `figures.csv`: every figure of a document for machines, one a line, in printed order.
///
/// Columns: form, row, column, printed, 印刷单位, exact, unit, sources. The three keys make up the
/// public address; 印刷单位 is the unit of the printed number; `exact` is the value before rounding,
/// in `unit`; sources are `file:line`, separated by spaces.
func figuresCSV(_ document: Document) -> String {
  var lines = ["form,row,column,printed,印刷单位,exact,unit,sources"]
  for figure in document.sheets.flatMap(\.figures) {
    let sources = figure.sources.map { "\($0.file):\($0.line)" }
    var fields = [
      figure.address.form, figure.address.row, figure.address.column, figure.printed,
      figure.unit ?? "", figure.exact, figure.exactUnit ?? "",
    ]
    fields.append(sources.joined(separator: " "))
    lines.append(fields.map(quoted).joined(separator: ","))
  }
  return lines.joined(separator: "\n") + "\n"
}

/// A field as RFC 4180 writes it.
private func quoted(_ field: String) -> String {
  let special = [UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r")]
  guard field.utf8.contains(where: special.contains) else { return field }
  return "\"" + field.replacing("\"", with: "\"\"") + "\""
}
