internal import Comparison
internal import Diagnostics
internal import Figures
internal import Readings
internal import SourceFiles
internal import Testing

/// What was not compared is never equal.
@Suite("The verdict") struct VerdictTests {
  private static func book(_ forms: [String], _ printed: String = "1.00") -> FigureBook {
    FigureBook(
      forms.map { form in
        FigureForm(
          number: form,
          figures: [
            sampleFigure(form, "r.1", printed, at: .cell(sheet: form, reference: "A1"))
          ])
      })
  }

  private static func workbook(
    _ forms: [String], _ unread: [UnreadPart] = [], checksum: String? = nil
  ) -> ComparisonInput {
    file("a.xlsx", .workbook(WorkbookReading(file: "a.xlsx")), forms, unread, checksum)
  }

  private static func pdf(
    _ forms: [String], _ unread: [UnreadPart] = [], checksum: String? = nil
  ) -> ComparisonInput {
    file("b.pdf", .pdf(PDFReading(file: "b.pdf")), forms, unread, checksum)
  }

  private static func file(
    _ name: String, _ content: ComparedFile.Content, _ forms: [String], _ unread: [UnreadPart],
    _ checksum: String?
  ) -> ComparisonInput {
    ComparisonInput(
      name: name,
      content: .file(
        ComparedFile(
          name: name, content: content, figures: book(forms), unread: unread, checksum: checksum)))
  }

  private static func page(_ pages: Int..., forms: [String], texts: [String] = []) -> UnreadPart {
    UnreadPart(place: .page(pages[0]), pages: pages, forms: forms, texts: texts)
  }

  @Test("nothing in common is an error before all else")
  func nothing() {
    for (left, right) in [
      (Self.workbook([]), Self.pdf([])), (Self.workbook([]), Self.workbook([])),
      (Self.workbook(["01"]), Self.pdf(["02"])), (Self.pdf(["01"]), Self.pdf([])),
    ] {
      let report = compare(left, right, level: .figures)
      #expect(report.findings.map(\.code) == ["C115"])
      #expect(!report.isEqual)
      #expect(report.summary.hasPrefix("没有比完"))
    }
  }

  @Test("two files of the same bytes are equal though nothing in them is known")
  func sameBytes() {
    let report = compare(
      Self.pdf([], checksum: "1"), Self.pdf([], checksum: "1"), level: .figures)
    #expect(report.isEqual)
    #expect(report.summary.contains("逐字节相同"))
  }

  @Test("a form that one side lacks differs across kinds, and says where it could not be read")
  func missing() {
    let right = Self.pdf(["01"], [Self.page(8, 9, forms: ["02"])])
    let report = compare(Self.workbook(["01", "02"]), right)
    #expect(report.differences.map(\.kind) == [.missing])
    #expect(report.differences.first?.note == "右边没有读出：第 8–9 页像是这张表")
    #expect(report.extent.unreadRight.pages == 2)
    #expect(report.summary == "不同：比较 1 项，1 张表；未读：左 0 个工作表，右 2 页；差异 1 处，忽略 0 处。")
    let added = compare(Self.workbook(["01"]), Self.pdf(["01", "自评-01"]))
    #expect(added.differences.map(\.kind) == [.added])
  }

  @Test("what was not read differs by itself, unless both sides have the same texts there")
  func unread() {
    let own = Self.page(3, forms: [], texts: ["甲", "1.00"])
    #expect(
      compare(Self.workbook(["01"]), Self.pdf(["01"], [own])).differences.map(\.kind) == [.unread])
    #expect(
      compare(Self.workbook(["01"], [own]), Self.workbook(["01"], [own]), level: .figures).isEqual)
    let other = Self.page(4, forms: [], texts: ["甲", "2.00"])
    #expect(!compare(Self.pdf(["01"], [own]), Self.pdf(["01"], [other]), level: .figures).isEqual)
  }

  @Test("a rule with its reason excuses forms of one side and what was not read")
  func excused() throws {
    let text = """
      ignore:
        - {kind: added, address: "自评-*", reason: 工作簿里没有绩效自评表}
        - {kind: unread, reason: 本单位自己的表}

      """
    let rules = try #require(
      ComparisonRules.parse(SourceText(file: "ignore.yaml", text: text)).value)
    let report = compare(
      Self.workbook(["01"]), Self.pdf(["01", "自评-01"], [Self.page(3, forms: [])]), rules: rules)
    #expect(report.isEqual)
    #expect(report.ignoredCount == 2)
  }

  @Test("pages without text, as scans, cannot be compared by their content")
  func pictures() throws {
    func scan(_ checksum: String, _ isPicture: Bool = true) -> ComparisonInput {
      let page = ReadPage(number: 1, width: 595, height: 842, isPicture: isPicture)
      return ComparisonInput(
        name: "s.pdf",
        content: .file(
          ComparedFile(
            name: "s.pdf", content: .pdf(PDFReading(file: "s.pdf", pages: [page])),
            checksum: checksum)))
    }
    for level in [ComparisonLevel.content, .format] {
      let report = compare(scan("1"), scan("2"), level: level)
      #expect(report.findings.map(\.code) == ["C119"])
      #expect(report.extent.unreadLeft.pages == 1)
      #expect(compare(scan("1"), scan("1"), level: level).isEqual)
      #expect(compare(scan("1", false), scan("2"), level: level).findings.hasErrors)
    }
    let rules = try #require(
      ComparisonRules.parse(
        SourceText(file: "i", text: "ignore:\n  - {kind: unread, reason: 盖章页}\n")
      ).value)
    #expect(compare(scan("1"), scan("2"), level: .content, rules: rules).isEqual)
  }

  @Test("two empty folders are no comparison")
  func emptyFolders() {
    let folder = ComparisonInput(name: "a", content: .folder([]))
    #expect(compare(folder, folder).findings.map(\.code) == ["C120"])
  }
}
