internal import Documents

/// A part of a document: a heading of level 1 with all that stands below it.
struct DocumentPart {
  /// The heading on one line.
  let heading: String
  /// The blocks of the part, heading included.
  let blocks: Range<Int>
}

extension Document {
  /// The parts in printed order; cover, contents and what else stands before the first are none, nor is
  /// what a set prints apart from its parts.
  var parts: [DocumentPart] {
    var starts: [(heading: String, block: Int)] = []
    for (index, block) in blocks.enumerated() {
      guard case .heading(let heading) = block, heading.isPart else { continue }
      starts.append((heading.text.split(whereSeparator: \.isNewline).joined(), index))
    }
    let ends = starts.dropFirst().map(\.block) + [blocks.count]
    return zip(starts, ends).map { start, end in
      DocumentPart(heading: start.heading, blocks: start.block..<end)
    }
  }

  /// What an order asks for: all of the document, some of its parts, or forms alone; marked, if it is
  /// a draft.
  ///
  /// - Throws: ``UsageFault`` for a part that the document does not have, and for a workbook of
  ///   parts without a form or self-evaluation.
  func keeping(_ order: BuildOrder) throws(UsageFault) -> Document {
    var blocks = self.blocks
    if let numbers = order.parts {
      let parts = try chosenParts(numbers)
      blocks = parts.flatMap { self.blocks[$0.blocks] }
    }
    if let numbers = order.forms {
      blocks = blocks.filter { block in
        if case .form(let form) = block { numbers.contains(form.number) } else { false }
      }
    }
    let kept = Document(
      title: title, author: author, language: language, date: date, style: style, blocks: blocks,
      mark: order.isDraft ? BuildOrder.draftMark : mark, words: words)
    guard !kept.sheets.isEmpty || order.formats.contains(.pdf) else {
      throw UsageFault.partsWithoutTables(known: partList)
    }
    return kept
  }

  /// The parts of those numbers, each once and in printed order.
  private func chosenParts(_ numbers: [String]) throws(UsageFault) -> [DocumentPart] {
    let all = parts
    var chosen: Set<Int> = []
    for number in numbers {
      guard let index = Int(number), index > 0, index <= all.count else {
        throw UsageFault.unknownPart(number, known: partList)
      }
      chosen.insert(index)
    }
    guard !chosen.isEmpty else { throw UsageFault.noParts(known: partList) }
    return chosen.sorted().map { all[$0 - 1] }
  }

  /// `1 第一部分 概况`, …, as usage faults list them.
  private var partList: [String] {
    parts.enumerated().map { "\($0 + 1) \($1.heading)" }
  }
}
