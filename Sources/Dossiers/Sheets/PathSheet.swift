internal import Diagnostics
internal import SourceFiles

/// Something that is stated on a sheet of 项目 and 内容.
struct PathEntry {
  /// The keys that lead to it.
  let keys: [String]
  let place: SourcePlace
  /// What stands there; nil for nothing.
  let text: String?
}

/// Reads sheets that state one thing a row: 项目 (keys joined by points), whose it is, and 内容.
struct PathSheet {
  let log: FindingLog

  /// What is stated, in the order of the rows.
  func entries(of sheet: SourceSheet) -> [PathEntry] {
    guard let head = SheetHead(of: sheet, wanted: [.item, .content], log: log) else { return [] }
    checkCarried(head)
    return head.body.compactMap { row -> PathEntry? in
      head.checkBeside(row)
      let content = head.field(.content, of: row)
      let item = head.field(.item, of: row)
      let owners = [SheetHeading.unit, .account].compactMap { heading in
        head.field(heading, of: row).flatMap { $0.text.isEmpty ? nil : $0 }
      }
      guard let item, !item.text.isEmpty else {
        if let stray = ([content].compactMap(\.self) + owners).first(where: { !$0.text.isEmpty }) {
          log.report(SheetFault.noItem(stray.text), at: stray.place)
        }
        return nil
      }
      let place = content?.place ?? head.place(of: .content, in: item.place)
      var keys = item.text.split(separator: ".").map { trimmed(String($0)) }
      guard !keys.isEmpty else { return nil }
      let text = content?.text ?? ""
      keys += owners.map(\.text)
      return PathEntry(keys: keys, place: place, text: text.isEmpty ? nil : text)
    }
  }

  /// Reports texts of last year's beside which it still says that they are to be gone over, all at once:
  /// there may be many.
  private func checkCarried(_ head: SheetHead) {
    let places = head.body.compactMap { row -> SourcePlace? in
      guard head.field(.hint, of: row)?.text == DossierDraft.carriedTextNote,
        let content = head.field(.content, of: row), !content.text.isEmpty
      else { return nil }
      return content.place
    }
    guard let first = places.first else { return }
    log.report(
      SheetFault.carriedTexts(count: places.count), at: first, related: Array(places.dropFirst()))
  }
}

/// The head of a sheet, and the rows below it.
struct SheetHead {
  private let columns: [SheetHeading: Int]
  /// How many columns have a heading.
  private let names: [Int: String]
  let body: ArraySlice<[CSVField]>
  private let log: FindingLog

  /// Finds the row that has the headings; reports it where there is none.
  init?(of sheet: SourceSheet, wanted: [SheetHeading], log: FindingLog) {
    let index = sheet.rows.firstIndex { row in
      wanted.allSatisfy { heading in row.contains { trimmed($0.text) == heading.rawValue } }
    }
    guard let index else {
      log.report(SheetFault.noHead(wanted.map(\.rawValue)), at: sheet.place)
      return nil
    }
    checkAbove(sheet.rows[..<index], log: log)
    var columns: [SheetHeading: Int] = [:]
    var names: [Int: String] = [:]
    for (position, field) in sheet.rows[index].enumerated() where !field.text.isEmpty {
      let name = trimmed(field.text)
      names[position] = name
      guard let heading = SheetHeading(rawValue: name) else {
        let known = SheetHeading.allCases.map(\.rawValue)
        log.report(SheetFault.unknownColumn(name, known: known), at: field.place)
        continue
      }
      guard columns.updateValue(position, forKey: heading) == nil else {
        log.report(SheetFault.repeatedColumn(name), at: field.place)
        continue
      }
    }
    self.columns = columns
    self.names = names
    self.log = log
    body = sheet.rows[(index + 1)...]
  }

  /// The field of a row below a heading, without blanks around it; nil where the row ends before it.
  func field(_ heading: SheetHeading, of row: [CSVField]) -> CSVField? {
    guard let column = columns[heading], column < row.count else { return nil }
    let field = row[column]
    // A text of several lines is kept as it stands: its first line may be indented.
    return field.text.contains(where: \.isNewline) && !field.text.allSatisfy(\.isWhitespace)
      ? field
      : CSVField(
        text: field.text.allSatisfy(\.isWhitespace) ? "" : trimmed(field.text), place: field.place)
  }

  /// Where a field would stand that the row of another does not reach.
  func place(of heading: SheetHeading, in other: SourcePlace) -> SourcePlace {
    SourcePlace(sheet: other.file, row: other.line, column: (columns[heading] ?? 0) + 1)
  }

  /// Reports what stands beside all headings, where nothing would be read.
  func checkBeside(_ row: [CSVField]) {
    for (position, field) in row.enumerated() where !field.text.isEmpty && names[position] == nil {
      log.report(RowFault.unnamedColumn(field.text), at: field.place)
    }
  }
}

/// Reports rows above a head that are no title: what they say would be lost.
func checkAbove(_ rows: ArraySlice<[CSVField]>, log: FindingLog) {
  for row in rows {
    let filled = row.count { !$0.text.isEmpty }
    if filled > 1 {
      log.report(AmountMeaningFault.dataAboveHead(filled: filled), at: row[0].place.wholeLine)
    }
  }
}
