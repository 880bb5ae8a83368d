internal import Diagnostics
internal import Documents
internal import Domain
internal import Layouts

/// Turns rendered lines into headings, paragraphs and tables.
///
/// Only the template's own text makes a line anything but a paragraph: what values print stands in
/// pieces of its own and is not looked at.
struct ProseWriter {
  let texts: ClerkTexts
  /// Whether headings of level 1 begin parts of the document.
  let isPart: Bool
  private(set) var blocks: [Block] = []
  private(set) var findings: [Finding] = []

  /// Where reasons are to be filled in.
  private static let department = SourcePlace(file: "department.yaml")
  /// Marks after which a text that ends with one would make two in a row.
  private static let punctuation: Set<Character> = ["。", "；", "，", "、", "：", ".", ";", ","]
  /// Marks that end a sentence.
  private static let stops: Set<Character> = ["。", "；", "！", "？"]
  private static let marks = ["# ", "## ", "### "]

  /// The table whose rows are being written.
  private var table = TableDraft()

  init(texts: ClerkTexts, isPart: Bool = true) {
    self.texts = texts
    self.isPart = isPart
  }

  /// Writes one line of a template: a heading, a row, a mark, or a paragraph for each line of its
  /// texts.
  mutating func write(_ line: [TemplateRendering.Piece]) {
    if let cells = line.tableCells {
      var row: [String] = []
      for cell in cells {
        let text = expanded(cell, after: row.joined(separator: " "))
        row.append(
          text.split(whereSeparator: \.isNewline).map { $0.trimmed }.joined(separator: " "))
      }
      blocks += table.add(row, isOwnText: line.isOwnText)
      return
    }
    blocks += table.finish()
    if let mark = line.mark { return write(mark, line) }
    var line = line
    let level = takeHeadingMark(&line)
    let paragraphs = expanded(line).split(whereSeparator: \.isNewline)
      .map { $0.trimmed }.filter { !$0.isEmpty }
    if let level {
      guard !paragraphs.isEmpty else { return }
      let text = paragraphs.joined(separator: " ")
      blocks.append(.heading(Heading(level: level, text: text, isPart: isPart)))
    } else {
      blocks += paragraphs.map { .paragraph(Paragraph(text: $0)) }
    }
  }

  /// Writes what is unfinished at the end of a template.
  mutating func finish() { blocks += table.finish() }

  private mutating func write(_ mark: ProseMark, _ line: [TemplateRendering.Piece]) {
    switch mark {
    case .pageBreak: blocks.append(.pageBreak)
    case .landscape: blocks.append(.orientation(.landscape))
    case .portrait: blocks.append(.orientation(.portrait))
    case .caption:
      let text = expanded(line).dropFirst(mark.rawValue.count)
      table.caption = text.split(whereSeparator: \.isNewline).joined(separator: " ").trimmed
    }
  }

  /// The level of a heading, whose mark is taken off; nil for a paragraph.
  ///
  /// Only the template's own text can be a mark.
  private func takeHeadingMark(_ line: inout [TemplateRendering.Piece]) -> Int? {
    guard case .text(let text)? = line.first else { return nil }
    guard let index = Self.marks.firstIndex(where: text.hasPrefix) else { return nil }
    line[0] = .text(String(text.dropFirst(Self.marks[index].count)))
    return index + 1
  }

  /// The line as it is printed; a text that is missing is told with the sentence before it.
  ///
  /// - Parameter context: what stands before it.
  private mutating func expanded(
    _ line: [TemplateRendering.Piece], after context: String = ""
  ) -> String {
    var result = ""
    /// Whether the end of the result is a clerk's, who does not know what follows.
    var endsWithClerk = false
    func append(_ text: String) {
      guard let first = text.first else { return }
      if endsWithClerk, Self.punctuation.contains(first) {
        while let last = result.last, Self.punctuation.contains(last) { result.removeLast() }
      }
      result += text
      endsWithClerk = false
    }
    for piece in line {
      switch piece {
      case .text(let text), .quote(.text(let text)): append(text)
      case .quote(.clerk(let keys, let around)):
        // A reason is part of a sentence, whatever lines it was written on.
        let (before, after) = around?.halves ?? ("", "")
        let lines = keys.compactMap(texts.text).flatMap { $0.split(whereSeparator: \.isNewline) }
        let clerk = lines.map { $0.trimmed }.joined(separator: around == nil ? "\n" : "")
        guard !clerk.isEmpty else { continue }
        append(before)
        append(clerk)
        endsWithClerk = true
        append(after)
      case .quote(.missing(let texts)):
        let sentence = lastSentence(of: context + result)
        findings += texts.map {
          NarrativeFault.missing($0, sentence: sentence).finding(at: Self.department)
        }
      }
    }
    return result
  }

  /// The end of a text from the last stop on, shortened to what names the figure.
  private func lastSentence(of text: String) -> String {
    var sentence = Substring(text)
    while let last = sentence.last, Self.punctuation.contains(last) {
      sentence = sentence.dropLast()
    }
    if let stop = sentence.lastIndex(where: { Self.stops.contains($0) || $0.isNewline }) {
      sentence = sentence[sentence.index(after: stop)...]
    }
    let limit = 60
    return sentence.count > limit ? sentence.prefix(limit) + "……" : String(sentence)
  }
}

extension StringProtocol {
  /// The text without white space at its ends: paragraphs are indented by their style.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}

extension ReasonText {
  /// What stands before and after the reason.
  fileprivate var halves: (before: String, after: String) {
    // No text of a set holds this character.
    let mark = "\u{0}"
    let parts = filled { _ in mark }.split(separator: mark, omittingEmptySubsequences: false)
    return (String(parts.first ?? ""), parts.count > 1 ? String(parts[1]) : "")
  }
}
