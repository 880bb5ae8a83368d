internal import Diagnostics
internal import Figures
internal import Layouts
internal import Readings

/// Tells which tables of a file are which forms of a layout set, and which cell is which figure.
struct FormRecogniser {
  let set: LayoutSet
  /// The file as messages name it.
  let file: String

  /// A table that is a form.
  private struct Found {
    let identity: FormIdentity
    let match: FormMatch
    let table: ReadTable
  }

  /// Recognises all tables of a file.
  func recognise(_ tables: [ReadTable]) -> RecognisedFile {
    var (found, findings): ([Found], [Finding]) = ([], [])
    var evaluations: [(table: ReadTable, match: EvaluationMatch)] = []
    for table in tables where !table.isEmpty {
      guard let grid = CellGrid(table) else {
        findings.append(RecognitionFault.tooLarge.finding(at: table.place(in: file)))
        continue
      }
      if let evaluation = set.evaluationForm.flatMap({ EvaluationMatch($0, in: grid) }) {
        evaluations.append((table, evaluation))
        continue
      }
      let identities = self.identities(of: grid)
      guard let best = identities.first, best.isCertain, let match = best.match else {
        if let fault = unrecognised(table, identities) { findings.append(fault) }
        continue
      }
      if let rival = identities.dropFirst().first(where: { $0.code && !best.code }) {
        let fault = RecognitionFault.contradiction(
          code: rival.form.code, taken: best.form.fullName)
        findings.append(fault.finding(at: table.place(in: file)))
      }
      let part = Found(identity: best, match: match, table: table)
      if let last = found.last, let whole = joined(last, part) {
        found[found.count - 1] = whole
      } else {
        found.append(part)
      }
    }
    let forms = results(found, findings)
    guard let form = set.evaluationForm else { return forms }
    let others = EvaluationRecogniser(form: form, file: file).recognise(evaluations)
    return RecognisedFile(
      book: FigureBook(forms.forms + others.forms),
      findings: forms.findings + others.findings)
  }

  /// A form that goes on below its title on the next page; nil where the second table is another.
  private func joined(_ first: Found, _ second: Found) -> Found? {
    guard first.identity.form.number == second.identity.form.number,
      let last = first.table.pages?.upperBound, second.table.pages?.lowerBound == last + 1
    else { return nil }
    let table = first.table.followed(by: second.table)
    let titles = set.forms.map { ComparableText($0.title) }
    guard let grid = CellGrid(table) else { return nil }
    let identity = FormIdentity(first.identity.form, in: grid, rivals: titles)
    // The same form printed twice has its rows twice.
    guard let match = identity.match, match.repeatsNothing else { return nil }
    return Found(identity: identity, match: match, table: table)
  }

  /// The forms that a table may be, the likeliest first.
  private func identities(of grid: CellGrid) -> [FormIdentity] {
    let titles = set.forms.map { ComparableText($0.title) }
    if let only = declared(in: grid, titles: titles) { return [only] }
    let all = set.forms.map { FormIdentity($0, in: grid, rivals: titles) }
    return all.enumerated().sorted { left, right in
      (-left.element.score, left.offset) < (-right.element.score, right.offset)
    }.map(\.element)
  }

  /// The form whose code and title a table has, if nothing in it names another one.
  ///
  /// No other can then be likelier, however much of it is there: its header and lines are worth less
  /// than code and title.
  private func declared(in grid: CellGrid, titles: [ComparableText]) -> FormIdentity? {
    let texts = grid.head(above: grid.rows.count)
    let named = set.forms.filter {
      FormIdentity.isNamed($0, in: texts, sheet: grid.table.name, rivals: titles)
    }
    guard named.count == 1, let form = named.first else { return nil }
    let identity = FormIdentity(form, in: grid, rivals: titles)
    return identity.code && identity.title == .exact ? identity : nil
  }

  /// Keeps the likeliest table of each form and reads its figures.
  private func results(_ found: [Found], _ earlier: [Finding]) -> RecognisedFile {
    var (forms, findings): ([FigureForm], [Finding]) = ([], earlier)
    for (index, one) in found.enumerated() {
      let number = one.identity.form.number
      let same = found.indices.filter { found[$0].identity.form.number == number }
      let best = same.max {
        (found[$0].identity.score, found[$0].match.size, -$0)
          < (found[$1].identity.score, found[$1].match.size, -$1)
      }
      guard best == index else {
        let other = found[best ?? index].table.place(in: file)
        let fault = RecognitionFault.twice(form: one.identity.form.fullName, used: other)
        findings.append(fault.finding(at: one.table.place(in: file)))
        continue
      }
      let addresses = FormAddresses(one.match.form)
      let figures = one.match.figureForm(addresses)
      forms.append(figures)
      findings += one.match.findings(in: file, of: figures, addresses)
    }
    return RecognisedFile(book: FigureBook(forms), findings: findings)
  }

  /// What is to be said of a table that is no form; nil for one on a page that resembles none.
  ///
  /// The narrative has tables of its own between its paragraphs, and a warning for each would hide
  /// those that matter. A sheet of a workbook is there for its table: it is always told.
  private func unrecognised(_ table: ReadTable, _ identities: [FormIdentity]) -> Finding? {
    let nearest = identities.first.flatMap { $0.score >= 0.5 ? $0 : nil }
    if table.pages != nil, nearest?.isLikely != true { return nil }
    let fault = RecognitionFault.unrecognised(
      nearest: nearest?.form.fullName, header: nearest?.match != nil)
    return fault.finding(at: table.place(in: file))
  }
}

extension FormLayout {
  /// Code and title as messages name the form.
  var fullName: String { code.isEmpty ? "\(number)《\(title)》" : "\(code)《\(title)》" }
}

extension ReadTable {
  /// Whether nothing can be seen in it.
  var isEmpty: Bool { cells.allSatisfy { ComparableText($0.text).isEmpty } }

  /// Where it begins.
  var place: Place { cells.first?.place ?? head.first?.place ?? .page(1) }

  /// Where it begins, with the file, for findings.
  func place(in file: String) -> Place {
    // A table is pointed at by its page: its first cell alone would mislead.
    place.page.map { .page($0, file: file) } ?? place.inFile(file)
  }
}
