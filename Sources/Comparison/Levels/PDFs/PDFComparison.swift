internal import Diagnostics
internal import Readings

/// Holds two PDFs against each other, paragraph by paragraph, and on request look by look.
struct PDFComparison {
  let file: String
  let pair: PDFPair
  /// What differs among the figures, which texts of rows are then named by.
  private var figures: FigureFinds
  /// Texts that were reported: what follows from them is not told again.
  private(set) var reported = ReportedTexts()
  /// What was found in the texts, in printed order.
  private var found: [Difference] = []

  init(file: String, left: PDFReading, right: PDFReading, figures: [Difference]) {
    self.file = file
    pair = PDFPair(left, right)
    self.figures = FigureFinds(figures)
  }

  /// Reports what differs at a level.
  mutating func run(level: ComparisonLevel, log: inout DifferenceLog) {
    countPages(&log)
    for change in pair.paragraphs.changes { report(change) }
    // Figures whose change no word shows: a blank that became `——` under a merged cell.
    for difference in figures.unnamed { insert(difference) }
    compareFurniture()
    reportEmptyPages()
    for difference in found { log.add(difference) }
    if level >= .format {
      PDFLooks(file: file, pair: pair, reported: reported).run(&log)
    }
  }

  static func group(_ page: Int) -> String { "第 \(page) 页" }

  private func countPages(_ log: inout DifferenceLog) {
    var counts: [Int: Int] = [:]
    for paragraph in pair.own { counts[paragraph.page, default: 0] += 1 }
    log.extent.pages += pair.left.pages.count
    for page in pair.left.pages {
      log.compared(counts[page.number] ?? 0, file: file, group: Self.group(page.number))
    }
  }

  private mutating func report(_ change: SequenceChange) {
    switch change {
    case .changed(let left, let right): reportChanged(left, right)
    case .removed(let range):
      reported.removed(range.map { pair.own[$0] })
      reportOneSided(.missing, range, isLeft: true)
    case .added(let range, _):
      reported.added(range.map { pair.others[$0] })
      reportOneSided(.added, range, isLeft: false)
    case .moved(let left, let right):
      add(.moved, left: block(left, isLeft: true), block(right, isLeft: false))
    }
  }

  /// Paragraphs that only one side has are one difference, with the figures that they consist of.
  private mutating func reportOneSided(
    _ kind: Difference.Kind, _ range: Range<Int>, isLeft: Bool
  ) {
    let rows = range.map { index in
      let (row, pages) =
        isLeft ? (pair.own[index], pair.left.pages) : (pair.others[index], pair.right.pages)
      return (page: row.page, words: row.words(in: pages))
    }
    let parts = figures.parts(of: rows, isLeft: isLeft)
    figures.cover(words(range, isLeft: isLeft), isLeft: isLeft)
    let side = block(range, isLeft: isLeft)
    add(kind, left: isLeft ? side : nil, isLeft ? nil : side)
    found[found.count - 1].parts = parts.map { part in
      var part = part
      part.group = found[found.count - 1].group
      return part
    }
  }

  /// Running text that was edited is one difference for each sentence; a row is one for each cell
  /// that differs.
  private mutating func reportChanged(_ left: Int, _ right: Int) {
    let (old, new) = (pair.own[left], pair.others[right])
    reported.changed(old, new)
    guard !old.isProse, !new.isProse else { return reportSentences(old, new) }
    let (words, others) = (old.words(in: pair.left.pages), new.words(in: pair.right.pages))
    let gaps = align(words.map(\.text), others.map(\.text)).gaps
    // The same words with other gaps between them.
    if gaps.isEmpty { return reportSentences(old, new) }
    // As many words in place of as many are taken cell by cell; otherwise no one can say which became
    // which, and the stretch is told as a whole.
    for gap in gaps {
      let (first, second) = (words[gap.left], others[gap.right])
      if first.count == second.count {
        for (a, b) in zip(first, second) { reportWord(a, b, old, new) }
      } else if first.count + second.count == 1 {
        reportWord(first.first, second.first, old, new)
      } else {
        figures.cover(first.map { (old.page, $0.text) }, isLeft: true)
        figures.cover(second.map { (new.page, $0.text) }, isLeft: false)
        add(
          .text, left: side(old, Array(first), isLeft: true),
          side(new, Array(second), isLeft: false))
      }
    }
  }

  private mutating func reportSentences(_ old: PDFParagraph, _ new: PDFParagraph) {
    for (first, second) in pairedSentences(old.text, new.text) {
      func side(_ text: Range<Int>, _ paragraph: PDFParagraph, _ reading: PDFReading)
        -> Difference.Side
      {
        Difference.Side(
          value: paragraph.text(in: text), at: paragraph.place(of: text, in: reading.pages))
      }
      add(.text, left: side(first, old, pair.left), side(second, new, pair.right))
    }
  }

  /// A cell of a row, nil on a side that lacks it: by its address, where it is a figure that is known.
  private mutating func reportWord(
    _ old: ReadWord?, _ new: ReadWord?, _ left: PDFParagraph, _ right: PDFParagraph
  ) {
    if var figure = figures.take(old, left.page, new, right.page) {
      figure.group = Self.group(left.page)
      figure.left?.specify(paragraph: left.number, box: old?.box.onPage)
      figure.right?.specify(paragraph: right.number, box: new?.box.onPage)
      return found.append(figure)
    }
    let isValue = [old?.text ?? "", new?.text ?? ""].contains {
      PrintedNumber($0) != nil || isSamePrint($0, "——")
    }
    add(
      isValue ? .value : .text, left: side(left, old.map { [$0] } ?? [], isLeft: true),
      side(right, new.map { [$0] } ?? [], isLeft: false))
  }

  /// The whole text of a paragraph as one side of a difference.
  private func side(
    _ paragraph: PDFParagraph, _ text: String, isLeft: Bool
  ) -> Difference.Side {
    let pages = isLeft ? pair.left.pages : pair.right.pages
    return Difference.Side(value: text, at: paragraph.place(in: pages))
  }

  /// Words of a row as one side of a difference; where they are lacking, the row is pointed at.
  private func side(
    _ row: PDFParagraph, _ words: [ReadWord], isLeft: Bool
  ) -> Difference.Side {
    guard let first = words.first else { return side(row, "", isLeft: isLeft) }
    let box = words.dropFirst().reduce(first.box) { $0.union($1.box) }
    return Difference.Side(
      value: words.map(\.text).joined(separator: " "),
      at: .page(row.page, paragraph: row.number, box: box.onPage))
  }

  /// Neighbouring paragraphs as one side of a difference.
  private func block(_ range: Range<Int>, isLeft: Bool) -> Difference.Side {
    let all = isLeft ? pair.own : pair.others
    var texts = range.prefix(20).map { all[$0].text }
    if range.count > 20 { texts.append("…（共 \(range.count) 段）") }
    let first = all[range.lowerBound]
    let pages = isLeft ? pair.left.pages : pair.right.pages
    let boxes = range.lazy.map { all[$0] }.filter { $0.page == first.page }
      .compactMap { $0.box(in: pages) }
    let box = boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }
    return Difference.Side(
      value: texts.joined(separator: "\n"),
      at: .page(first.page, paragraph: first.number, box: box?.onPage))
  }

  private func words(_ range: Range<Int>, isLeft: Bool) -> [(page: Int, word: String)] {
    range.flatMap { index in
      let paragraph = isLeft ? pair.own[index] : pair.others[index]
      let pages = isLeft ? pair.left.pages : pair.right.pages
      return paragraph.lines.flatMap { place in
        pages[place.page].lines[place.line].words.map { (pages[place.page].number, $0.text) }
      }
    }
  }

  private mutating func add(
    _ kind: Difference.Kind, left: Difference.Side?, _ right: Difference.Side?
  ) {
    let page = left?.at?.page ?? right?.at?.page ?? 0
    found.append(
      Difference(kind, file: file, group: Self.group(page), left: left, right: right))
  }

  /// Puts a figure among what was found on its page, where it is printed.
  private mutating func insert(_ figure: Difference) {
    var figure = figure
    guard let page = figure.left?.at?.page ?? figure.right?.at?.page else {
      return found.append(figure)
    }
    figure.group = Self.group(page)
    let next = found.firstIndex { other in
      guard other.group == figure.group, let top = other.top, let own = figure.top else {
        return false
      }
      return own < top
    }
    found.insert(figure, at: next ?? found.endIndex)
  }

  /// What only one of two pages repeats of the page before; its text was told where it came first.
  private mutating func compareFurniture() {
    for left in pair.furniture.removed {
      add(.missing, left: side(left, left.shown, isLeft: true), nil)
    }
    for right in pair.furniture.added {
      add(.added, left: nil, side(right, right.shown, isLeft: false))
    }
    for (left, right) in pair.furniture.renumbered {
      add(
        .text, left: side(left, left.shown, isLeft: true), side(right, right.shown, isLeft: false))
    }
  }

  /// Pages without any text that only one side has.
  private mutating func reportEmptyPages() {
    let own = pair.left.pages.filter { $0.lines.isEmpty && !$0.isPicture }
    let others = pair.right.pages.filter { $0.lines.isEmpty && !$0.isPicture }
    func side(_ page: ReadPage) -> Difference.Side {
      Difference.Side(value: "没有文字的一页", at: .page(page.number))
    }
    for page in own.dropFirst(others.count) { add(.missing, left: side(page), nil) }
    for page in others.dropFirst(own.count) { add(.added, left: nil, side(page)) }
  }
}

extension Difference {
  /// How far down on its page it stands.
  fileprivate var top: Double? {
    guard case .page(let place)? = left?.at ?? right?.at else { return nil }
    return place.box?.top
  }
}

extension Difference.Side {
  /// Says more closely where on its page a figure stands that was seen as a word.
  fileprivate mutating func specify(paragraph: Int, box: PageBox?) {
    guard case .page(var place) = at else { return }
    place.paragraph = paragraph
    if let box { place.box = box }
    at = .page(place)
  }
}
