internal import Diagnostics
internal import Domain
internal import SourceFiles

/// Reads the sheet of a self-evaluation: rows of 项目 and 内容, and lists that begin with a row of their
/// key, 序号 and the headings of their columns.
struct EvaluationSheet {
  let type: RecordType
  let log: FindingLog

  /// A list while its rows are being read.
  private struct OpenList {
    let key: String
    let place: SourcePlace
    /// The headings by their columns.
    let headings: [Int: String]
    var items: [PlacedValue] = []
  }

  /// The evaluation as its file has it; nil where the sheet has no head.
  func value(of sheet: SourceSheet) -> PlacedValue? {
    guard let head = SheetHead(of: sheet, wanted: [.item, .content], log: log) else { return nil }
    var tree = PathTree(lists: [], log: log)
    var list: OpenList?
    func close() {
      guard let open = list else { return }
      tree.add(.list(open.items, open.place), for: open.key, at: open.place)
      list = nil
    }
    for row in head.body {
      let first = trimmed(row[0].text)
      if row.count > 1, trimmed(row[1].text) == SheetHeading.number.rawValue {
        close()
        list = openList(first, row)
      } else if !first.isEmpty {
        close()
        tree.add(entry(first, row))
      } else if list != nil {
        if let item = item(row, of: list?.key ?? "", list?.headings ?? [:]) {
          list?.items.append(item)
        }
      } else if let stray = row.first(where: { !$0.text.isEmpty }) {
        log.report(SheetFault.noItem(stray.text), at: stray.place)
      }
    }
    close()
    return tree.value(at: sheet.place)
  }

  private func openList(_ key: String, _ row: [CSVField]) -> OpenList {
    if type.list(key) == nil {
      let fault = SheetFault.unknownList(key, known: type.lists.map(\.key))
      log.report(fault, at: row[0].place)
    }
    var headings: [Int: String] = [:]
    for (position, field) in row.enumerated().dropFirst(2) where !field.text.isEmpty {
      let name = trimmed(field.text)
      if headings.values.contains(name) {
        log.report(SheetFault.repeatedColumn(name), at: field.place)
      } else {
        headings[position] = name
      }
    }
    return OpenList(key: key, place: row[0].place, headings: headings)
  }

  /// A row of a list; nil for one that was left empty but for its number.
  private func item(
    _ row: [CSVField], of list: String, _ headings: [Int: String]
  ) -> PlacedValue? {
    let filled = row.enumerated().dropFirst(2).filter { !$0.element.text.isEmpty }
    guard !filled.isEmpty else {
      if row.count > 1, !row[1].text.allSatisfy(\.isNumber) {
        log.report(SheetFault.noItem(row[1].text), at: row[1].place)
      }
      return nil
    }
    for (position, field) in filled where headings[position] == nil {
      log.report(RowFault.unnamedColumn(field.text), at: field.place)
    }
    let place = row[0].place
    let entries = headings.sorted { $0.key < $1.key }.map { position, key -> PlacedValue.Entry in
      let cell =
        position < row.count
        ? row[position].place
        : SourcePlace(sheet: place.file, row: place.line, column: position + 1)
      let text = position < row.count ? trimmed(row[position].text) : ""
      return PlacedValue.Entry(
        key: key, place: cell, value: value(text, of: fields(of: list, key), at: cell))
    }
    return .group(entries, place)
  }

  /// A row of 项目 and 内容.
  private func entry(_ path: String, _ row: [CSVField]) -> PathEntry {
    for field in row.dropFirst(2) where !field.text.isEmpty {
      log.report(RowFault.unnamedColumn(field.text), at: field.place)
    }
    let place = SourcePlace(sheet: row[0].place.file, row: row[0].place.line, column: 2)
    let keys = path.split(separator: ".").map(String.init)
    let written = row.count > 1 ? row[1].text : ""
    let isLong = written.contains(where: \.isNewline) && !written.allSatisfy(\.isWhitespace)
    let text = isLong ? written : written.allSatisfy(\.isWhitespace) ? "" : trimmed(written)
    let mayBeEmpty = type.fields.contains { $0.keys == keys && $0.kind == .value }
    return PathEntry(
      keys: keys.isEmpty ? [path] : keys, place: place,
      text: text.isEmpty && !mayBeEmpty ? nil : text)
  }

  private func fields(of list: String, _ key: String) -> RecordField? {
    type.list(list)?.fields.first { $0.keys == [key] }
  }

  /// What a cell states; an empty one states "" where the set asks for a text that may be empty.
  private func value(
    _ text: String, of field: RecordField?, at place: SourcePlace
  ) -> PlacedValue {
    text.isEmpty && field?.kind != .value ? .nothing(place) : .text(text, place)
  }
}
