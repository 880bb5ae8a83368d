internal import Diagnostics
internal import Domain
internal import Layouts
internal import SourceFiles

/// Which field of a row belongs to which column.
struct InputHead {
  /// The index of the field of each column asked for; nil where the table lacks it.
  var positions: [Int?]
  /// The fields that name what another column has the code of, with the index of that column.
  var names: [(field: Int, column: Int)] = []
  /// The indices of fields that nothing is read from.
  var passedOver: Set<Int> = []
  /// The indices of fields whose heading is blank.
  var unnamed: Set<Int> = []
  /// How many fields the head has, blank ones at its end left out.
  var count: Int
  /// Whether no column is missing or doubled.
  var isComplete = true
  /// Whether nothing was reported of the head.
  var isSound = true

  /// Whether a row says nothing: a number that was filled in beforehand is not yet a row.
  func isBlank(_ fields: [InputCell]) -> Bool {
    fields.indices.allSatisfy { fields[$0].text.isEmpty || passedOver.contains($0) }
  }

  /// A row of cells as far as the columns asked for, which a sheet may lack at its end.
  ///
  /// A line of a file stays as it is, for it may lack a comma.
  func filled(_ fields: [InputCell]) -> [InputCell] {
    guard let place = fields.first?.place, place.isCell else { return fields }
    let count = 1 + (positions.compactMap(\.self).max() ?? 0)
    guard fields.count < count else { return fields }
    return fields
      + (fields.count..<count).map { column in
        InputCell(
          text: "", place: SourcePlace(sheet: place.file, row: place.line, column: column + 1))
      }
  }

  /// A row by the columns asked for.
  func row(of fields: [InputCell]) -> InputRow {
    let names = names.compactMap { field, column in
      field < fields.count && !fields[field].text.isEmpty ? (column, fields[field]) : nil
    }
    let cells = positions.map { position in
      position.flatMap { $0 < fields.count ? fields[$0] : nil }
    }
    return InputRow(cells: cells, names: names)
  }
}

/// Finds the row of headings below the title of a table, and reads it.
struct HeadReader {
  let columns: [InputColumn]
  let vocabulary: Vocabulary
  let log: FindingLog

  private var headings: [String] { columns.map(\.heading.rawValue) }
  private var requiredHeadings: [String] {
    columns.filter(\.isRequired).map(\.heading.rawValue)
  }

  /// The head and the records below it; nil where there is no head.
  func read(_ records: [[InputCell]]) -> (head: InputHead, body: ArraySlice<[InputCell]>)? {
    guard let index = index(in: records) else {
      let separator = records.lazy.compactMap { wrongSeparator(in: $0.map(\.text)) }.first
      let fault =
        separator.map { HeadFault.wrongSeparator($0) } ?? .noHead(headings: requiredHeadings)
      log.report(fault, at: records[0][0].place)
      return nil
    }
    let before = log.findings.count
    let titles = records[..<index]
    titles.forEach(checkTitle)
    let statesUnit = titles.joined().contains { unitStated(in: $0.text) == AmountUnit.yuan }
    var head = readHead(records[index], isInYuan: statesUnit)
    head.isSound = log.findings.count == before
    return (head, records[(index + 1)...])
  }

  /// The first record with two headings, or where none has, with one.
  ///
  /// No row of a title has two, and of a faulty head enough is left to be told what it lacks.
  private func index(in records: [[InputCell]]) -> Int? {
    for count in [2, 1] {
      let index = records.firstIndex { record in
        record.count { meaning(of: $0.text).isOfTable } >= count
      }
      if let index { return index }
    }
    return nil
  }

  /// What divides a head that has no commas; nil where it is no head at all.
  private func wrongSeparator(in names: [String]) -> String? {
    let separators: [(Character, String)] = [
      ("\t", "制表符"), (";", "分号"), ("；", "分号"), ("，", "中文逗号"), ("|", "竖线"), ("、", "顿号"),
    ]
    return separators.first { separator, _ in
      names.contains { name in
        name.split(separator: separator).contains { meaning(of: String($0)).isOfTable }
      }
    }?.1
  }
}

// MARK: - Title

extension HeadReader {
  /// Reports a row above the head that is no title: amounts would be lost with it, or misunderstood
  /// for what it says.
  private func checkTitle(_ fields: [InputCell]) {
    for field in fields {
      if let unit = unitStated(in: field.text), unit != .yuan {
        log.report(AmountMeaningFault.titleInOtherUnit(field.text, unit: unit), at: field.place)
      }
    }
    let filled = fields.filter { !$0.text.isEmpty }
    let least = columns.count { $0.isRequired && !$0.mayBeEmpty }
    if filled.count >= least, filled.contains(where: { hasDigitsOnly($0.text) }) {
      log.report(
        AmountMeaningFault.dataAboveHead(filled: filled.count), at: fields[0].place.wholeLine)
    }
  }

  private func hasDigitsOnly(_ text: String) -> Bool {
    let text = folded(text)
    return text.contains { $0.isNumber }
      && text.allSatisfy { $0.isNumber || "-+,.()¥￥".contains($0) }
  }
}

// MARK: - Head

extension HeadReader {
  /// What a heading stands for.
  private enum Meaning {
    case column(Int)
    case name(of: Int)
    case passedOver
    /// A column of amounts in another unit.
    case otherUnit(Int, AmountUnit)
    /// A column of amounts that does not say its unit.
    case withoutUnit(Int)
    case unknown

    /// Whether it is a column of the table, be it written as it should or not.
    var isOfTable: Bool {
      switch self {
      case .column, .otherUnit, .withoutUnit: true
      case .name, .passedOver, .unknown: false
      }
    }
  }

  private func index(of heading: TableHeading) -> Int? {
    columns.firstIndex { $0.heading == heading }
  }

  private func meaning(of name: String) -> Meaning {
    if let column = vocabulary.heading(name).flatMap(index) { return .column(column) }
    if let named = vocabulary.columnNamed(by: name) {
      return index(of: named).map(Meaning.name) ?? .passedOver
    }
    if vocabulary.passesOver(name) { return .passedOver }
    let (base, unit) = partedHeading(name)
    guard let column = vocabulary.heading(base + TableHeading.unitOfAmounts).flatMap(index) else {
      return .unknown
    }
    switch unit {
    case .some(.yuan): return .column(column)
    case .some(let unit): return .otherUnit(column, unit)
    case nil: return .withoutUnit(column)
    }
  }

  private func readHead(_ record: [InputCell], isInYuan: Bool) -> InputHead {
    let count = (record.lastIndex { !$0.text.isEmpty } ?? -1) + 1
    var head = InputHead(positions: columns.map { _ in nil }, count: count)
    var unknown: [InputCell] = []
    /// The columns whose heading is there, though not as it should be.
    var meant: Set<Int> = []
    for (index, cell) in record.prefix(count).enumerated() {
      switch meaning(of: cell.text) {
      case _ where cell.text.isEmpty: head.unnamed.insert(index)
      case .column(let column): place(cell, index, column, in: &head)
      case .withoutUnit(let column) where isInYuan: place(cell, index, column, in: &head)
      case .withoutUnit(let column):
        meant.insert(column)
        log.report(
          AmountMeaningFault.withoutUnit(cell.text, heading: headings[column]), at: cell.place)
      case .otherUnit(let column, let unit):
        meant.insert(column)
        let fault = AmountMeaningFault.otherUnit(cell.text, unit: unit, heading: headings[column])
        log.report(fault, at: cell.place)
      case .name(let column): head.names.append((index, column))
      case .passedOver: head.passedOver.insert(index)
      case .unknown: unknown.append(cell)
      }
    }
    checkUnknown(unknown, head, meant: &meant)
    for (index, column) in columns.enumerated()
    where head.positions[index] == nil && column.isRequired {
      head.isComplete = false
      // The misspelt heading has been reported; that it is missing would say the same again.
      guard !meant.contains(index) else { continue }
      log.report(HeadFault.missingColumn(headings[index]), at: record[0].place.wholeLine)
    }
    return head
  }

  private func place(_ cell: InputCell, _ index: Int, _ column: Int, in head: inout InputHead) {
    if head.positions[column] == nil {
      head.positions[column] = index
      return
    }
    log.report(HeadFault.repeatedColumn(cell.text, heading: headings[column]), at: cell.place)
    head.isComplete = false
  }

  /// Reports unknown headings, each with the column that may be meant among those that are missing.
  private func checkUnknown(_ cells: [InputCell], _ head: InputHead, meant: inout Set<Int>) {
    let missing = columns.indices.filter { head.positions[$0] == nil && !meant.contains($0) }
    for cell in cells {
      let guess = nearest(
        to: cell.text, among: missing.map { headings[$0] }, apartFrom: vocabulary.allHeadings)
      log.report(
        HeadFault.unknownColumn(cell.text, headings: headings, guess: guess), at: cell.place)
      if let index = guess.flatMap(headings.firstIndex) { meant.insert(index) }
    }
  }
}

/// A text without spaces and line breaks at its ends, Chinese spaces included.
func trimmed(_ text: String) -> String {
  // Most are no white space at all, which is told faster.
  let isSpace: (Character) -> Bool = {
    $0.isWhitespace && ($0.isNewline || " \t\u{3000}\u{00A0}".contains($0))
  }
  guard let first = text.first, let last = text.last, isSpace(first) || isSpace(last) else {
    return text
  }
  let rest = text.drop(while: isSpace)
  let end = rest.lastIndex { !isSpace($0) }
  return end.map { String(rest[...$0]) } ?? ""
}
