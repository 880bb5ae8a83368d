internal import Diagnostics
internal import SourceFiles

/// Reads sheets that have an item a row, with its keys as headings.
struct ListSheet {
  /// The keys that an item may have.
  let keys: [String]
  let log: FindingLog

  /// The items, in the order of the rows; a key of an item whose cell is empty has nothing behind it.
  func items(of sheet: SourceSheet) -> [PlacedValue] {
    guard let index = headIndex(in: sheet) else {
      if !sheet.rows.isEmpty { log.report(SheetFault.noHead(keys), at: sheet.place) }
      return []
    }
    checkAbove(sheet.rows[..<index], log: log)
    var head: [String] = []
    for field in sheet.rows[index] {
      let name = trimmed(field.text)
      if !name.isEmpty, head.contains(name) {
        log.report(SheetFault.repeatedColumn(name), at: field.place)
      }
      head.append(head.contains(name) ? "" : name)
    }
    let doubled = Set(
      sheet.rows[index].indices.filter { head[$0].isEmpty && !sheet.rows[index][$0].text.isEmpty })
    return sheet.rows[(index + 1)...].compactMap { row in
      let entries = row.enumerated().compactMap { position, field -> PlacedValue.Entry? in
        let key = position < head.count ? head[position] : ""
        if doubled.contains(position) { return nil }
        guard !key.isEmpty else {
          if !field.text.isEmpty {
            log.report(RowFault.unnamedColumn(field.text), at: field.place)
          }
          return nil
        }
        if SheetHeading(rawValue: key)?.isForPeople == true, !keys.contains(key) { return nil }
        let text = trimmed(field.text)
        return PlacedValue.Entry(
          key: key, place: field.place,
          value: text.isEmpty ? .nothing(field.place) : .text(text, field.place))
      }
      let isStated = entries.contains { entry in
        if case .nothing = entry.value { false } else { true }
      }
      return isStated ? .group(entries, row[0].place) : nil
    }
  }

  /// The first row with two of the keys.
  private func headIndex(in sheet: SourceSheet) -> Int? {
    sheet.rows.firstIndex { row in row.count { keys.contains(trimmed($0.text)) } >= 2 }
  }
}
