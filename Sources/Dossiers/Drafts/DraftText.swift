internal import Layouts
internal import SourceFiles

/// The text of a YAML file that says what a group of a draft says.
///
/// Read again it is the same group, to the last line break; what people are told stands behind `#`.
struct DraftText {
  /// How far what lies below a key is moved in.
  private static let step = 2
  /// Items that fit on a line stand on one.
  private static let longestItem = 90

  /// The whole file.
  let text: String

  /// Writes a group below lines for people.
  init(_ group: DraftGroup, remarks: [String] = []) {
    var lines = remarks.map { "# " + YAMLText($0).remark }
    if group.entries.isEmpty { lines.append("{}") }
    var isApart = !remarks.isEmpty
    for entry in group.entries {
      let written = Self.lines(of: entry, at: 0)
      if isApart || (written.count > 1 && !lines.isEmpty) { lines.append("") }
      isApart = written.count > 1
      lines += written
    }
    text = lines.map { $0 + "\n" }.joined()
  }

  private static func lines(of entry: DraftGroup.Entry, at indent: Int) -> [String] {
    let head = blanks(indent) + key(entry.key) + ":"
    return lines(
      of: entry.value, behind: head, note: entry.note, at: indent, isCode: entry.key == codeKey)
  }

  private static func lines(of item: DraftValue, at indent: Int) -> [String] {
    let head = blanks(indent) + "-"
    switch item {
    case .group(let group) where !group.entries.isEmpty:
      if let line = line(of: group), indent + line.count <= longestItem {
        return [head + " " + line]
      }
      return listed(group.entries.flatMap { lines(of: $0, at: indent + step) }, at: indent)
    case .list(let items) where !items.isEmpty:
      return listed(items.flatMap { lines(of: $0, at: indent + step) }, at: indent)
    default: return lines(of: item, behind: head, note: nil, at: indent, isCode: false)
    }
  }

  /// Lines that are moved in by a step, with the sign of an item in the first one's blanks.
  private static func listed(_ lines: [String], at indent: Int) -> [String] {
    // By bytes: a mark that a key begins with makes one character of itself and the blank before it.
    let first = lines.prefix(1).map { line in
      blanks(indent) + "- " + String(decoding: line.utf8.dropFirst(indent + step), as: UTF8.self)
    }
    return first + lines.dropFirst()
  }

  /// A value behind a key or the sign of an item, with all that lies below it.
  private static func lines(
    of value: DraftValue, behind head: String, note: String?, at indent: Int, isCode: Bool
  ) -> [String] {
    let comment = note.map { "   # " + YAMLText($0).remark } ?? ""
    switch value {
    case .nothing: return [head + comment]
    case .text(let text):
      if let block = YAMLText(text).block {
        let inner = blanks(indent + step)
        return ["\(head) \(block.sign)\(comment)"]
          + block.lines.map { $0.isEmpty ? "" : inner + $0 }
      }
      return ["\(head) \(scalar(text, isCode: isCode))\(comment)"]
    case .list(let items):
      guard !items.isEmpty else { return [head + " []" + comment] }
      return [head + comment] + items.flatMap { lines(of: $0, at: indent + step) }
    case .group(let group):
      guard !group.entries.isEmpty else { return [head + " {}" + comment] }
      return [head + comment] + group.entries.flatMap { lines(of: $0, at: indent + step) }
    }
  }

  /// A group of short texts on one line; nil for any other.
  private static func line(of group: DraftGroup) -> String? {
    var parts: [String] = []
    for entry in group.entries {
      guard entry.note == nil, let text = entry.value.text, !text.contains(where: \.isNewline)
      else {
        return nil
      }
      let written =
        entry.key == codeKey && isNumber(text)
        ? YAMLText(text).quoted : YAMLText(text).lineInBrackets
      let key = isNumber(entry.key) ? key(entry.key) : YAMLText(entry.key).lineInBrackets
      parts.append("\(key): \(written)")
    }
    return "{" + parts.joined(separator: ", ") + "}"
  }

  // MARK: - Scalars

  private static let codeKey = IdentityKey.code

  /// A key; codes in quotation marks, for other programs take them for numbers.
  private static func key(_ text: String) -> String { scalar(text, isCode: true) }

  private static func scalar(_ text: String, isCode: Bool) -> String {
    isCode && isNumber(text) ? YAMLText(text).quoted : YAMLText(text).line
  }

  private static func isNumber(_ text: String) -> Bool {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
