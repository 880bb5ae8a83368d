internal import Diagnostics
internal import Figures
internal import Layouts
internal import Readings

/// Numbers the self-evaluations of a file and reads their figures.
struct EvaluationRecogniser {
  let form: EvaluationForm
  let file: String

  /// The evaluations in the order of the file, which is that of their numbers unless the names of the
  /// sheets say another.
  func recognise(_ found: [(table: ReadTable, match: EvaluationMatch)]) -> RecognisedFile {
    let width = max(2, String(found.count).count)
    let printed = found.map { number(in: $0.table.name) }
    // Numbers of sheets hold if all have one and none twice; a part of the sheets keeps its numbers.
    let isNumbered = !printed.contains(nil) && Set(printed).count == found.count
    var (forms, findings): ([FigureForm], [Finding]) = ([], [])
    for (index, one) in found.enumerated() {
      let digits = isNumbered ? printed[index] ?? "" : String(index + 1)
      let padded = String(repeating: "0", count: max(0, width - digits.count)) + digits
      let number = "\(form.number)-\(padded)"
      let figures = one.match.figures(number)
      forms.append(
        FigureForm(
          number: number, title: one.match.project ?? one.table.name, name: one.table.name,
          place: one.table.place, rows: one.match.figureRows, figures: figures))
      findings += self.findings(of: one.match, number, figures)
    }
    return RecognisedFile(book: FigureBook(forms), findings: findings)
  }

  /// The digits that a sheet's name begins with, if the set's do.
  private func number(in name: String) -> String? {
    let sample = form.sheetName.filled { $0 == .number ? "\u{1}" : "" }
    guard sample.hasPrefix("\u{1}") else { return nil }
    let digits = name.prefix { $0.isASCII && $0.isNumber }
    return digits.isEmpty || digits.count > 4 ? nil : String(digits)
  }

  private func findings(
    of match: EvaluationMatch, _ number: String, _ figures: [Figure]
  ) -> [Finding] {
    let texts = figures.filter { $0.content == .text }.map(\.placedText)
    let faults: [(items: [String], fault: RecognitionFault)] = [
      (match.missingColumns, .missingColumns(form: number, match.missingColumns)),
      (match.missingRows, .missingRows(form: number, match.missingRows)),
      (texts, .notNumbers(form: number, texts)),
    ]
    let place = match.grid.table.place(in: file)
    return faults.filter { !$0.items.isEmpty }.map { $0.fault.finding(at: place) }
  }
}
