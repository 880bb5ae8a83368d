internal import Diagnostics
internal import Figures
internal import Layouts
internal import Readings

/// Tells which tables of a file are which forms of a layout set, and which cell is which figure.
struct FormRecogniser {
  let set: LayoutSet
  private let marks: FormMarks
  private let names: [FormNames]

  init(set: LayoutSet) {
    self.set = set
    marks = FormMarks(set)
    names = FormNames.all(of: set)
  }

  /// A table that is a form.
  private struct Found {
    let identity: FormIdentity
    let match: FormMatch
    let table: ReadTable
  }

  /// What a table, or all tables of a file, came to; no file is named in it, so that what is found of
  /// one file holds for an equal table of another.
  private struct Harvest {
    var found: [Found] = []
    var evaluations: [(table: ReadTable, match: EvaluationMatch)] = []
    var faults: [(fault: RecognitionFault, place: Place)] = []
    var unread: [UnreadPart] = []
  }

  /// Recognises all tables of a file.
  func recognise(_ tables: [ReadTable], in file: String) -> RecognisedFile {
    recognise([(tables, file)], telling: .everything)[0]
  }

  /// Recognises all tables of files that belong together; a table that stands in the same place of the
  /// first file is looked at once.
  func recognise(
    _ files: [(tables: [ReadTable], name: String)], telling extent: RecognitionExtent
  ) -> [RecognisedFile] {
    var first: [Harvest] = []
    var addresses: [String: FormAddresses] = [:]
    return files.enumerated().map { index, file in
      let parts = file.tables.enumerated().map { place, table in
        index > 0 && files[0].tables.indices.contains(place) && files[0].tables[place] == table
          ? first[place] : harvest(of: table)
      }
      if index == 0 { first = parts }
      return results(joined(parts), in: file.name, telling: extent, &addresses)
    }
  }

  /// What the tables of a file came to, tables that go on over pages made one.
  private func joined(_ parts: [Harvest]) -> Harvest {
    var harvest = Harvest()
    for part in parts {
      harvest.evaluations += part.evaluations
      harvest.faults += part.faults
      harvest.unread += part.unread
      for found in part.found {
        if let last = harvest.found.last, let whole = joined(last, found) {
          harvest.found[harvest.found.count - 1] = whole
        } else {
          harvest.found.append(found)
        }
      }
    }
    return harvest
  }

  private func harvest(of table: ReadTable) -> Harvest {
    var harvest = Harvest()
    guard !table.isEmpty else { return harvest }
    guard let grid = CellGrid(table) else {
      harvest.faults.append((.tooLarge, table.wholePlace))
      harvest.unread.append(table.unread())
      return harvest
    }
    if let evaluation = set.evaluationForm.flatMap({ EvaluationMatch($0, in: grid) }) {
      harvest.evaluations.append((table, evaluation))
      return harvest
    }
    let identities = self.identities(of: grid)
    guard let best = identities.first, best.isCertain, let match = best.match else {
      leave(table, identities, into: &harvest)
      return harvest
    }
    guard let part = alone(best, match, table, grid, into: &harvest) else { return harvest }
    if let rival = identities.dropFirst().first(where: { $0.code && !best.code }),
      part.table.cells.count == table.cells.count
    {
      let fault = RecognitionFault.contradiction(
        code: rival.form.code, taken: best.form.fullName)
      harvest.faults.append((fault, table.wholePlace))
    }
    harvest.found.append(part)
    return harvest
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
    let identity = CellGrid(part).flatMap { self.identity(of: best.form, in: $0) }
    let isAlone = above.isEmpty && identity?.isCertain == true
    let left = others(isAlone ? best.form.number : nil)
    let fault = RecognitionFault.severalForms(
      read: isAlone ? best.form.fullName : nil, others: left.map(\.fullName))
    harvest.faults.append((fault, table.wholePlace))
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
    harvest.faults.append((fault, table.wholePlace))
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
    // The same form printed twice has its rows twice.
    guard let identity = self.identity(of: first.identity.form, in: grid),
      let match = identity.match, match.repeatsNothing
    else { return nil }
    return Found(identity: identity, match: match, table: table)
  }

  /// A form of the set in a table.
  private func identity(of form: FormLayout, in grid: CellGrid) -> FormIdentity? {
    names.first { $0.form.number == form.number }.map { FormIdentity($0, in: grid) }
  }

  /// The forms that a table may be, the likeliest first.
  private func identities(of grid: CellGrid) -> [FormIdentity] {
    let head = TableHead(grid, above: grid.rows.count)
    if let only = declared(in: grid, under: head) { return [only] }
    let all = names.map { name in
      FormIdentity(name, in: grid, isPossible: name.mayBe(grid, under: head))
    }
    return all.enumerated().sorted { left, right in
      (-left.element.score, left.offset) < (-right.element.score, right.offset)
    }.map(\.element)
  }

  /// The form whose code and title a table has, if nothing in it names another one.
  ///
  /// No other can then be likelier, however much of it is there: its header and lines are worth less
  /// than code and title.
  private func declared(in grid: CellGrid, under head: TableHead) -> FormIdentity? {
    let printed = names.filter { $0.isPrinted(in: head) }
    guard printed.count == 1 else { return nil }
    let identity = FormIdentity(printed[0], in: grid)
    return identity.code && identity.title == .exact ? identity : nil
  }

  /// The figures of the likeliest table of each form and of all self-evaluations.
  private func results(
    _ harvest: Harvest, in file: String, telling extent: RecognitionExtent,
    _ addresses: inout [String: FormAddresses]
  ) -> RecognisedFile {
    let forms = forms(harvest, in: file, telling: extent, &addresses)
    guard let form = set.evaluationForm else { return forms }
    let others = EvaluationRecogniser(form: form, file: file).recognise(harvest.evaluations)
    return RecognisedFile(
      book: FigureBook(forms.forms + others.forms),
      findings: forms.findings + others.findings, unread: forms.unread)
  }

  /// Keeps the likeliest table of each form and reads its figures.
  private func forms(
    _ harvest: Harvest, in file: String, telling extent: RecognitionExtent,
    _ addresses: inout [String: FormAddresses]
  ) -> RecognisedFile {
    let found = harvest.found
    var forms: [FigureForm] = []
    var findings = harvest.faults.map { $0.fault.finding(at: $0.place.inFile(file)) }
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
      let known = addresses[number] ?? FormAddresses(one.match.form)
      addresses[number] = known
      let figures = one.match.figureForm(known)
      forms.append(figures)
      guard extent == .everything else { continue }
      findings += one.match.findings(in: file, of: figures, known)
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

  /// What findings point at: the page of a table on paper, for its first cell alone would mislead.
  var wholePlace: Place { place.page.map { .page($0) } ?? place }

  /// The same with the file.
  func place(in file: String) -> Place { wholePlace.inFile(file) }
}
