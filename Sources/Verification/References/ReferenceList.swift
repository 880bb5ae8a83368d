internal import FoundationEssentials

/// The list of the kinds of references that a folder is to hold, so that one that is gone is missed.
///
/// A text of one kind a line, below a line that says what it is.
struct ReferenceList: Hashable {
  /// The file's name in the folder of references.
  static let file = "kinds.txt"

  let kinds: Set<ReferenceKind>
  /// Lines that name no kind; a list with such lines is wrong.
  let unknown: [String]

  init(kinds: Set<ReferenceKind>) {
    self.kinds = kinds
    unknown = []
  }

  /// Reads a list; nil where there is none.
  init?(_ url: URL) {
    guard let data = try? Data(contentsOf: url) else { return nil }
    let lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map { $0.filter { !$0.isWhitespace } }
      .filter { !$0.isEmpty && !$0.hasPrefix("#") }
    kinds = Set(lines.compactMap { ReferenceKind(rawValue: $0) })
    unknown = lines.filter { ReferenceKind(rawValue: $0) == nil }
  }

  /// The file, with the list in the order of the kinds.
  var data: Data {
    let names = ReferenceKind.allCases.filter(kinds.contains).map(\.rawValue)
    let text = ["# 这个文件夹里的对照文件的种类；少了一种就是错误"] + names
    return Data(text.map { $0 + "\n" }.joined().utf8)
  }
}
