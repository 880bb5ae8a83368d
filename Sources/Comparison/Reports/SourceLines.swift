internal import Diagnostics

/// The lines of a ledger in few words: `income.csv:2–30、32`.
enum SourceLines {
  /// More stretches than this are only counted.
  private static let shown = 8

  static func text(of sources: [SourcePlace]) -> String {
    var stretches: [(file: String, first: Int, last: Int)] = []
    var others: [String] = []
    for source in sources {
      guard source.line > 0 else {
        others.append(source.file)
        continue
      }
      let (file, line) = (source.file, source.line)
      if let last = stretches.last, last.file == file, last.last + 1 == line || last.last == line {
        stretches[stretches.count - 1].last = line
      } else {
        stretches.append((file, line, line))
      }
    }
    var file = ""
    var texts: [String] = []
    for stretch in stretches {
      let lines =
        stretch.first == stretch.last ? "\(stretch.first)" : "\(stretch.first)–\(stretch.last)"
      texts.append(stretch.file == file ? lines : "\(stretch.file):\(lines)")
      file = stretch.file
    }
    texts += others
    guard texts.count > shown else { return texts.joined(separator: "、") }
    return texts.prefix(shown).joined(separator: "、") + "等 \(sources.count) 行"
  }
}
