internal import Diagnostics
internal import Figures
internal import Layouts
internal import Readings

/// Tells which tables of a file are which forms of a layout set, and which cell is which figure.
struct FormRecogniser {
  let set: LayoutSet
  /// The file as messages name it.
  let file: String
  private let marks: FormMarks
  private let titles: [ComparableText]

  init(set: LayoutSet, file: String) {
    self.set = set
    self.file = file
    marks = FormMarks(set)
    titles = set.forms.map { ComparableText($0.title) }
  }

  /// A table that is a form.
  private struct Found {
    let identity: FormIdentity
    let match: FormMatch
    let table: ReadTable
  }

  /// What the tables of a file came to.
  private struct Harvest {
    var found: [Found] = []
    var evaluations: [(table: ReadTable, match: EvaluationMatch)] = []
    var findings: [Finding] = []
    var unread: [UnreadPart] = []
  }

  /// Recognises all tables of a file.
  func recognise(_ tables: [ReadTable]) -> RecognisedFile {
    var harvest = Harvest()
    for table in tables where !table.isEmpty { take(table, into: &harvest) }
    let forms = results(harvest)
    guard let form = set.evaluationForm else { return forms }
    let others = EvaluationRecogniser(form: form, file: file).recognise(harvest.evaluations)
    return RecognisedFile(
      book: FigureBook(forms.forms + others.forms),
      findings: forms.findings + others.findings, unread: forms.unread)
  }

  private func take(_ table: ReadTable, into harvest: inout Harvest) {
    guard let grid = CellGrid(table) else {
      harvest.findings.append(RecognitionFault.tooLarge.finding(at: table.place(in: file)))
      harvest.unread.append(table.unread())
      return
    }
    if let evaluation = set.evaluationForm.flatMap({ EvaluationMatch($0, in: grid) }) {
      harvest.evaluations.append((table, evaluation))
      return
    }
    let identities = self.identities(of: grid)
    guard let best = identities.first, best.isCertain, let match = best.match else {
      return leave(table, identities, into: &harvest)
    }
    guard let part = alone(best, match, table, grid, into: &harvest) else { return }
    if let rival = identities.dropFirst().first(where: { $0.code && !best.code }),
      part.table.cells.count == table.cells.count
    {
      let fault = RecognitionFault.contradiction(
        code: rival.form.code, taken: best.form.fullName)
      harvest.findings.append(fault.finding(at: table.place(in: file)))
    }
    if let last = harvest.found.last, let whole = joined(last, part) {
      harvest.found[harvest.found.count - 1] = whole
    } else {
      harvest.found.append(part)
    }
  }

  /// A form without the rows in which others begin; nil where it cannot be parted from them.
  ///
  /// Figures of a form that stands below or beside must never be taken for its own.
  private func alone(
    _ best: FormIdentity, _ match: FormMatch, _ table: ReadTable, _ grid: CellGrid,
    into harvest: inout Harvest
  ) -> Found? {
    let header = match.header.rows
    let texts = Set((0..<header.upperBound).flatMap { grid.texts(inRow: $0) })
    let above = marks.titled(texts + table.head.map { ComparableText($0.text) })
      .filter { $0.number != best.form.number }
    let next = marks.beginning(after: best.form, in: grid, from: header.upperBound)
    guard !above.isEmpty || next != nil else {
      return Found(identity: best, match: match, table: table)
    }
    let all = marks.titled(table.typedTexts) + marks.coded(table.typedTexts) + (next?.forms ?? [])
    func others(_ own: String?) -> [FormLayout] {
      set.forms.filter { form in form.number != own && all.contains { $0.number == form.number } }
    }
    let end = next.map { grid.rows[$0.row] } ?? .max
    let part = ReadTable(
      name: table.name, head: table.head, cells: table.cells.filter { $0.row < end },
      notes: next == nil ? table.notes : [])
    let identity = CellGrid(part).map { FormIdentity(best.form, in: $0, rivals: titles) }
    let isAlone = above.isEmpty && identity?.isCertain == true
    let left = others(isAlone ? best.form.number : nil)
    let fault = RecognitionFault.severalForms(
      read: isAlone ? best.form.fullName : nil, others: left.map(\.fullName))
    harvest.findings.append(fault.finding(at: table.place(in: file)))
    harvest.unread.append(table.unread(as: left, from: isAlone ? end : 0))
    guard isAlone, let identity, let match = identity.match else { return nil }
    return Found(identity: identity, match: match, table: part)
  }

  /// Leaves a table that is no form aside, and tells of it where it looks like one.
  ///
  /// The narrative has tables of its own between its paragraphs, and a warning for each would hide
  /// those that matter. A sheet of a workbook is there for its table: it is told unless it has nothing
  /// but words, as a cover or a list of contents.
  private func leave(
    _ table: ReadTable, _ identities: [FormIdentity], into harvest: inout Harvest
  ) {
    let nearest = identities.first.flatMap { $0.score >= 0.5 ? $0 : nil }
    let texts = table.typedTexts
    let named = marks.titled(texts).filter { form in
      marks.headerShare(of: form, in: Set(texts)) >= 0.25
    }
    let isLikely = nearest?.isLikely == true || !named.isEmpty
    guard isLikely || table.pages == nil && table.hasFigures else { return }
    let fault = RecognitionFault.unrecognised(
      nearest: nearest?.form.fullName ?? named.first?.fullName, header: nearest?.match != nil,
      radicals: table.hasRadicals)
    harvest.findings.append(fault.finding(at: table.place(in: file)))
    let forms = named.isEmpty ? nearest.flatMap { $0.isLikely ? [$0.form] : nil } ?? [] : named
    harvest.unread.append(table.unread(as: forms))
  }

  /// A form that goes on below its title on the next page; nil where the second table is another.
  private func joined(_ first: Found, _ second: Found) -> Found? {
    guard first.identity.form.number == second.identity.form.number,
      let last = first.table.pages?.upperBound, second.table.pages?.lowerBound == last + 1
    else { return nil }
    let table = first.table.followed(by: second.table)
    guard let grid = CellGrid(table) else { return nil }
    let identity = FormIdentity(first.identity.form, in: grid, rivals: titles)
    // The same form printed twice has its rows twice.
    guard let match = identity.match, match.repeatsNothing else { return nil }
    return Found(identity: identity, match: match, table: table)
  }

  /// The forms that a table may be, the likeliest first.
  private func identities(of grid: CellGrid) -> [FormIdentity] {
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
  private func results(_ harvest: Harvest) -> RecognisedFile {
    let found = harvest.found
    var (forms, findings): ([FigureForm], [Finding]) = ([], harvest.findings)
    var unread = harvest.unread
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
        unread.append(one.table.unread(as: [one.identity.form]))
        continue
      }
      let addresses = FormAddresses(one.match.form)
      let figures = one.match.figureForm(addresses)
      forms.append(figures)
      findings += one.match.findings(in: file, of: figures, addresses)
      unread += one.match.unreadParts()
    }
    return RecognisedFile(book: FigureBook(forms), findings: findings, unread: unread)
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
