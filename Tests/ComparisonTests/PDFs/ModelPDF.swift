internal import Comparison
internal import Readings

/// A document of made-up paragraphs and rows that is set anew after each edit, as a typesetter would.
struct ModelPDF {
  /// A paragraph of running text, or a row of a table.
  struct Part {
    /// What tells it from all others; nil for one that was put in.
    let origin: Int?
    var cells: [String]
    var isRow: Bool
    var font = "FangSong"
    /// How far it is set beside its place, in points.
    var shift = (right: 0.0, down: 0.0)
  }

  var parts: [Part]
  var properties = PDFProperties(title: "样张", author: "财务科", created: "2024-01-01T00:00:00Z")
  var outline = [
    ReadOutlineEntry(title: "第一部分", level: 1, target: .page(1, top: 0)),
    ReadOutlineEntry(title: "第二部分", level: 1, target: .page(2, top: 0)),
  ]
  var link = "https://example.org/a"
  var tags = [
    ReadTag(kind: "H1"), ReadTag(kind: "P"),
    ReadTag(kind: "Table", children: [ReadTag(kind: "TR", children: [ReadTag(kind: "TD")])]),
  ]
  var width = 595.0
  var labels = "阿拉伯"

  static let charactersOnLine = 30
  static let linesOnPage = 24

  /// Twenty paragraphs, thirty rows, twenty paragraphs.
  init() {
    parts = (0..<70).map { number in
      let isRow = 20..<50 ~= number
      return Part(
        origin: number, cells: isRow ? Self.row(number) : [Self.prose(number)], isRow: isRow)
    }
  }

  static func row(_ number: Int) -> [String] {
    ["80\(number)", "项目\(Self.words(number, 4))", "\(number),101.25", "\(number).50", "——"]
  }

  /// A text of one to three lines in which no stretch is like another's.
  static func prose(_ number: Int) -> String {
    "第\(number)段说明：" + words(number + 100, 25 + number * 7 % 50) + "。"
  }

  /// Characters that are the same for the same number and like no other number's.
  static func words(_ number: Int, _ count: Int) -> String {
    var state = UInt32(number + 1) &* 2_654_435_761
    var text = String.UnicodeScalarView()
    for _ in 0..<count {
      state = state &* 1_664_525 &+ 1_013_904_223
      if let scalar = Unicode.Scalar(0x4E00 + (state >> 12) % 6_000) { text.append(scalar) }
    }
    return String(text)
  }

  /// The document as a reader would give it.
  var reading: PDFReading {
    var pages: [[ReadLine]] = [[]]
    for part in parts {
      for line in part.isRow ? [part.cells] : Self.broken(part.cells[0]) {
        if pages[pages.count - 1].count == Self.linesOnPage { pages.append([]) }
        let top = 72 + 24 * Double(pages[pages.count - 1].count)
        pages[pages.count - 1].append(Self.line(line, part, top: top))
      }
    }
    var reading = PDFReading(file: "样张.pdf", version: "1.7", properties: properties)
    for (index, lines) in pages.enumerated() {
      let number = String(index + 1)
      let foot = ReadWord(
        text: "—\(number)—", box: ReadBox(left: 290, top: 760, right: 310, bottom: 772))
      let footLine = ReadLine(text: foot.text, box: foot.box, words: [foot])
      let label = labels == "阿拉伯" ? number : labels + number
      reading.pages.append(
        ReadPage(
          number: index + 1, label: label, width: width, height: 842, lines: lines + [footLine],
          links: index == 0
            ? [
              ReadLink(
                area: ReadBox(left: 72, top: 700, right: 90, bottom: 710), target: .address(link))
            ] : []))
    }
    reading.outline = outline
    reading.tags = tags
    reading.fonts = [
      ReadFont(name: "FangSong", kind: "CID", isEmbedded: true, isSubset: true),
      ReadFont(name: "SimHei", kind: "CID", isEmbedded: true, isSubset: true),
    ]
    return reading
  }

  var input: ComparisonInput {
    ComparisonInput(
      name: "样张.pdf", content: .file(ComparedFile(name: "样张.pdf", content: .pdf(reading))))
  }

  /// The lines of a text, the first with an indent of two characters.
  private static func broken(_ text: String) -> [[String]] {
    var rest = Substring("　　" + text)
    var lines: [[String]] = []
    while !rest.isEmpty {
      lines.append([String(rest.prefix(charactersOnLine))])
      rest = rest.dropFirst(charactersOnLine)
    }
    return lines
  }

  private static func line(_ cells: [String], _ part: Part, top: Double) -> ReadLine {
    var words: [ReadWord] = []
    for (column, cell) in cells.enumerated() {
      let indent = cell.prefix { $0 == "　" }.count
      let text = String(cell.dropFirst(indent))
      let left = 72 + Double(indent) * 15 + Double(column) * 90 + part.shift.right
      words.append(
        ReadWord(
          text: text,
          box: ReadBox(
            left: left, top: top + part.shift.down, right: left + 15 * Double(text.count),
            bottom: top + 15 + part.shift.down)))
    }
    let box = words.dropFirst().reduce(words[0].box) { $0.union($1.box) }
    let text = words.map(\.text).joined(separator: " ")
    return ReadLine(
      text: text, box: box, words: words,
      runs: words.map { ReadRun(text: $0.text, box: $0.box, font: part.font, size: 15) })
  }
}
