internal import Diagnostics
internal import SourceFiles

/// The lines of a template, each with the file that has it.
///
/// A line `{{! passage: name }}` begins a passage, which ends where the next begins. A set that inherits
/// a template writes only the passages that read otherwise.
struct TemplateText {
  struct Line {
    let text: String
    let file: String
    /// Counted from 1.
    let number: Int
  }

  private(set) var lines: [Line]

  init(_ source: SourceText) {
    let file = source.file
    lines = source.lines.enumerated().map { Line(text: $1, file: file, number: $0 + 1) }
  }

  /// The lines between two marks.
  private struct Passage {
    /// Nil for what stands before the first mark.
    let name: String?
    /// The mark, and what follows it.
    var lines: [Line]
  }

  /// The inherited template with the passages that this one writes anew; this one itself where it
  /// does not begin with a passage.
  ///
  /// - Parameter log: is told of passages that the inherited template does not have.
  func laid(over inherited: TemplateText, log: FindingLog) -> TemplateText {
    let own = passages
    let opening = own.first { $0.name == nil }?.lines ?? []
    guard own.contains(where: { $0.name != nil }),
      opening.allSatisfy({ Self.printsNothing($0.text) })
    else { return self }
    var passages = inherited.passages
    for passage in own {
      guard let name = passage.name, let mark = passage.lines.first else { continue }
      if let index = passages.firstIndex(where: { $0.name == name }) {
        passages[index] = passage
      } else {
        log.report(
          FamilyFault(
            OverlayFault.noSuchItem(name, among: passages.compactMap(\.name)), in: log.family),
          at: SourcePlace(file: mark.file, line: mark.number, column: 1))
      }
    }
    var result = self
    result.lines = passages.flatMap(\.lines)
    return result
  }

  /// Whether a line is blank, or a comment from end to end.
  private static func printsNothing(_ line: String) -> Bool {
    let text = line.drop(while: \.isWhitespace)
    guard text.hasPrefix("{{!"), let end = text.firstRange(of: "}}") else { return text.isEmpty }
    return text[end.upperBound...].allSatisfy(\.isWhitespace)
  }

  private var passages: [Passage] {
    lines.reduce(into: [Passage(name: nil, lines: [])]) { passages, line in
      if let name = Self.mark(line.text) {
        passages.append(Passage(name: name, lines: [line]))
      } else {
        passages[passages.count - 1].lines.append(line)
      }
    }
  }

  /// The name that a line gives the passage which it begins.
  private static func mark(_ line: String) -> String? {
    let (opening, key, closing) = ("{{!", "passage:", "}}")
    guard line.hasPrefix(opening), line.hasSuffix(closing) else { return nil }
    let content = line.dropFirst(opening.count).dropLast(closing.count).drop { $0 == " " }
    guard content.hasPrefix(key) else { return nil }
    return content.dropFirst(key.count).split(separator: " ").joined(separator: " ")
  }
}
