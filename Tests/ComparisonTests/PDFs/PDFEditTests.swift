internal import Comparison
internal import Diagnostics
internal import Readings
internal import TestSupport
internal import Testing

/// Edits of a document, each with what a report must say of it.
private struct PDFEdit {
  let name: String
  /// Whether a difference is the one that is meant.
  let isMeant: (Difference) -> Bool

  /// Edits of what it says, at a part of the document.
  static let contents: [@Sendable (inout ModelPDF, Int) -> PDFEdit] = [
    { document, index in
      let text = document.parts[index].cells[0]
      let new = text.replacing("说明", with: "说明并补充")
      document.parts[index].cells = document.parts[index].isRow ? ["80x"] : [new]
      return PDFEdit(name: "text \(index)") { $0.kind == .text && $0.right?.value == new }
    },
    { document, index in
      let text = "新增的一段，" + ModelPDF.words(7_000 + index, 40)
      document.parts.insert(
        ModelPDF.Part(origin: nil, cells: [text], isRow: false), at: index)
      return PDFEdit(name: "insert \(index)") { $0.kind == .added && $0.right?.value == text }
    },
    { document, index in
      let text = document.parts.remove(at: index).cells[0]
      return PDFEdit(name: "delete \(index)") { $0.kind == .missing && $0.left?.value == text }
    },
    { document, index in
      let part = document.parts.remove(at: index)
      document.parts.insert(part, at: index < 10 ? index + 4 : index - 4)
      return PDFEdit(name: "move \(index)") {
        $0.kind == .moved && $0.left?.value == part.cells[0]
      }
    },
  ]

  /// Edits of a row.
  static let rows: [@Sendable (inout ModelPDF, Int) -> PDFEdit] = [
    { document, index in
      let old = document.parts[index].cells[2]
      document.parts[index].cells[2] = "1.23"
      return PDFEdit(name: "figure \(index)") {
        $0.kind == .value && $0.left?.value == old && $0.right?.value == "1.23"
      }
    },
    { document, index in
      document.parts.insert(
        ModelPDF.Part(origin: nil, cells: ["9\(index)", "新增项目", "5.00"], isRow: true),
        at: index)
      return PDFEdit(name: "row \(index)") {
        $0.kind == .added && $0.right?.value == "9\(index) 新增项目 5.00"
      }
    },
    { document, index in
      let cells = document.parts.remove(at: index).cells
      return PDFEdit(name: "no row \(index)") {
        $0.kind == .missing && $0.left?.value == cells.joined(separator: " ")
      }
    },
  ]

  /// Edits of looks alone.
  static let looks: [@Sendable (inout ModelPDF, Int) -> PDFEdit] = [
    { document, index in
      document.parts[index].font = "SimHei"
      return PDFEdit(name: "font \(index)") { $0.kind == .format && $0.property == "font" }
    },
    { document, index in
      document.parts[index].shift.right = 3
      return PDFEdit(name: "right \(index)") { $0.kind == .geometry && $0.property == "position" }
    },
    { document, index in
      document.parts[index].shift.down = -0.7
      return PDFEdit(name: "up \(index)") { $0.kind == .geometry && $0.property == "position" }
    },
    { document, _ in
      document.properties.author = "办公室"
      return PDFEdit(name: "author") { $0.kind == .metadata && $0.property == "author" }
    },
    { document, _ in
      document.outline[1].target = .page(1, top: 0)
      return PDFEdit(name: "outline") { $0.kind == .outline }
    },
    { document, _ in
      document.link = "https://example.org/b"
      return PDFEdit(name: "link") {
        $0.kind == .link && $0.right?.value == "https://example.org/b"
      }
    },
    { document, _ in
      document.tags[0].kind = "H2"
      return PDFEdit(name: "tag") { $0.kind == .tag && $0.right?.value == "H2" }
    },
  ]
}

@Suite("Random edits of a PDF")
struct PDFEditTests {
  private static let seed: UInt64 = 5_020_231_124

  @Test("what a text says otherwise is found once, wherever its lines and pages break")
  func contents() {
    var random = SeededRandom(seed: Self.seed)
    let original = ModelPDF()
    let left = original.input
    for trial in 0..<80 {
      var edited = original
      var edits: [PDFEdit] = []
      // From the back, so that numbers stay true; far enough apart not to mix.
      if Bool.random(using: &random), let edit = PDFEdit.contents.randomElement(using: &random) {
        edits.append(edit(&edited, Int.random(in: 56..<64, using: &random)))
      }
      if Bool.random(using: &random), let edit = PDFEdit.rows.randomElement(using: &random) {
        edits.append(edit(&edited, Int.random(in: 24..<46, using: &random)))
      }
      if let edit = PDFEdit.contents.randomElement(using: &random) {
        edits.append(edit(&edited, Int.random(in: 2..<14, using: &random)))
      }
      let name = "seed \(Self.seed), trial \(trial): \(edits.map(\.name))"
      let report = compare(left, edited.input, level: .content)
      for edit in edits {
        let found = report.differences.filter(edit.isMeant).count
        #expect(found == 1, "\(name): \(report.differences)")
      }
      #expect(report.differences.count == edits.count, "\(name): \(report.differences)")
      // With looks beside it the same texts are told, and none of them twice.
      let whole = compare(left, edited.input, level: .format)
      #expect(Set(whole.differences).count == whole.differences.count, "\(name)")
      let kinds: [Difference.Kind] = [.geometry, .format]
      let texts = whole.differences.filter { !kinds.contains($0.kind) }
      #expect(texts == report.differences, "\(name): \(texts)")
    }
  }

  @Test("what only looks otherwise is found once, at the level of looks")
  func looks() {
    var random = SeededRandom(seed: Self.seed)
    let original = ModelPDF()
    let left = original.input
    for trial in 0..<50 {
      var edited = original
      let edits = (0..<2).map { half in
        let kind = (trial + half * 3) % PDFEdit.looks.count
        return PDFEdit.looks[kind](
          &edited, Int.random(in: half == 0 ? 2..<30 : 34..<60, using: &random))
      }
      let name = "seed \(Self.seed), trial \(trial): \(edits.map(\.name))"
      #expect(compare(left, edited.input, level: .content).isEqual, "\(name)")
      let report = compare(left, edited.input, level: .format)
      for edit in edits {
        #expect(report.differences.contains(where: edit.isMeant), "\(name): \(report.differences)")
      }
      #expect(report.differences.count == 2, "\(name): \(report.differences)")
    }
  }

  @Test("positions within half a point are the same; equal documents are equal")
  func tolerance() {
    var edited = ModelPDF()
    edited.parts[3].shift = (0.4, -0.5)
    for level in [ComparisonLevel.content, .format] {
      #expect(compare(ModelPDF().input, edited.input, level: level).isEqual)
      let report = compare(ModelPDF().input, ModelPDF().input, level: level)
      #expect(report.isEqual && report.comparedCount == 70)
    }
  }

  @Test("a heading that was edited is told once, and not by outline and structure again")
  func heading() {
    var document = ModelPDF()
    document.outline[0].title = "第0段"
    document.parts[0].cells = ["第0段"]
    var edited = document
    edited.outline[0].title = "第0段（更正）"
    edited.parts[0].cells = ["第0段（更正）"]
    let report = compare(document.input, edited.input, level: .format)
    #expect(report.differences.map(\.kind) == [.text])
    #expect(report.differences.first?.left?.at?.paragraph == 1)
    #expect(report.differences.first?.left?.at?.page == 1)
  }

  @Test("page sizes and labels")
  func pages() {
    var edited = ModelPDF()
    edited.width = 600
    edited.labels = "A-"
    let report = compare(ModelPDF().input, edited.input, level: .format)
    let pages = ModelPDF().reading.pages.count
    #expect(report.differences.count { $0.property == "pageSize" } == pages)
    #expect(report.differences.count { $0.property == "pageLabel" } == pages)
    #expect(report.differences.count == 2 * pages)
  }
}
