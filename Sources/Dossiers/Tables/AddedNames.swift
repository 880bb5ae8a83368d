internal import Diagnostics
internal import Domain
internal import Layouts
public import SourceFiles

/// A dossier's table of names with further names at its end: in its own columns, encoding and line
/// ends.
///
/// - Parameters:
///   - texts: what was read of the dossier; a table that is not among them is begun.
///   - rules: the rules by which it was read.
/// - Returns: the whole file; nil where its head cannot be read.
public func accountsFile(
  of texts: [SourceText], adding names: [NameOrigins.Added], under rules: DossierRules
) -> (file: String, bytes: [UInt8])? {
  let columns = AccountNamesReader.headings
  let log = FindingLog(family: "D")
  guard let source = texts.first(where: { $0.file == DossierFiles.accounts }) else {
    // Excel takes a table for UTF-8 only by its byte order mark.
    let head = "\u{FEFF}" + columns.map(\.rawValue).joined(separator: ",") + "\r\n"
    return bytes(of: SourceText(file: DossierFiles.accounts, text: head), names, in: [0, 1, 2], 3)
  }
  let records = (CSVFile.parse(source, family: log.family).value?.records ?? []).map { record in
    record.map { InputCell(text: trimmed($0.text), place: $0.place) }
  }.filter { $0.contains { !$0.text.isEmpty } }
  let reader = HeadReader(
    columns: columns.map { InputColumn(heading: $0) }, vocabulary: rules.vocabulary, log: log)
  guard !records.isEmpty, let head = reader.read(records)?.head else { return nil }
  let positions = head.positions.compactMap(\.self)
  guard positions.count == columns.count else { return nil }
  return bytes(of: source, names, in: positions, head.count)
}

private func bytes(
  of source: SourceText, _ names: [NameOrigins.Added], in positions: [Int], _ count: Int
) -> (file: String, bytes: [UInt8])? {
  let lines = names.map { name in
    var fields = Array(repeating: "", count: count)
    for (position, text) in zip(positions, [name.chart.rawValue, name.code, name.name]) {
      fields[position] = csvField(text)
    }
    return fields.joined(separator: ",")
  }
  return source.bytes(adding: lines).map { (source.file, $0) }
}
