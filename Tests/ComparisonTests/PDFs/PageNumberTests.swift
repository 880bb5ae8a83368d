internal import Comparison
internal import Diagnostics
internal import PDFReader
internal import Readings
internal import TestSupport
internal import Testing

@Suite("Page numbers, labels and fonts of PDFs") struct PageNumberTests {
  /// Pages of one paragraph each with a number at the lower edge.
  private func document(
    _ numbers: [String], labels: [String]? = nil, texts: [Int]? = nil
  ) -> PDFReading {
    var reading = PDFReading(file: "样张.pdf", version: "1.7")
    for (index, number) in numbers.enumerated() {
      let text = ModelPDF.words(texts?[index] ?? index, 20)
      func line(_ text: String, _ top: Double) -> ReadLine {
        let box = ReadBox(left: 72, top: top, right: 250, bottom: top + 15)
        return ReadLine(text: text, box: box, words: [ReadWord(text: text, box: box)])
      }
      reading.pages.append(
        ReadPage(
          number: index + 1, label: labels?[index] ?? "\(index + 1)", width: 595, height: 842,
          lines: [line(text, 300), line(number, 780)]))
    }
    return reading
  }

  private func differences(
    _ left: PDFReading, _ right: PDFReading, _ level: ComparisonLevel = .format
  ) -> [Difference] {
    func input(_ reading: PDFReading) -> ComparisonInput {
      ComparisonInput(
        name: "样张.pdf", content: .file(ComparedFile(name: "样张.pdf", content: .pdf(reading))))
    }
    return compare(input(left), input(right), level: level).differences
  }

  @Test("a page that was taken out is one difference, whatever numbers and labels say")
  func removedPage() {
    let printed = (0..<12).map { "— \($0 + 40) —" }
    let labels = (0..<12).map { "附-\($0 + 1)" }
    let left = document(printed, labels: labels)
    let kept = (0..<12).filter { $0 != 4 }
    // The pages behind keep their numbers, or count on.
    for numbers in [kept.map { printed[$0] }, Array(printed.dropLast())] {
      for names in [kept.map { labels[$0] }, Array(labels.dropLast())] {
        let found = differences(left, document(numbers, labels: names, texts: kept))
        #expect(found.map(\.kind) == [.missing], "\(found)")
        #expect(found.first?.left?.at?.page == 5)
      }
    }
  }

  @Test("numbers that all count otherwise are none; one that does not count on is")
  func shifts() {
    let left = document((1...9).map { "\($0)" })
    #expect(differences(left, document((21...29).map { "\($0)" })).isEmpty)
    #expect(differences(left, document(["１", "２", "３", "４", "５", "６", "７", "８", "９"])).isEmpty)
    for page in [0, 4, 8] {
      var numbers = (1...9).map { "\($0)" }
      numbers[page] = "77"
      let found = differences(left, document(numbers))
      #expect(found.map(\.kind) == [.text], "\(found)")
      #expect(found.first?.left?.value == "\(page + 1)" && found.first?.right?.value == "77")
    }
    let styled = differences(left, document((1...9).map { "—\($0)—" }))
    #expect(styled.count == 18, "\(styled)")
  }

  @Test("numbers of all pages beside them; years and figures are no page numbers")
  func forms() {
    let left = document((1...5).map { "第 \($0) 页 共 5 页" })
    let right = document((1...4).map { "第 \($0) 页 共 4 页" }, texts: [0, 1, 3, 4])
    #expect(differences(left, right).map(\.kind) == [.missing])
    let year = document(["2023年", "2023年"])
    #expect(!differences(year, document(["2024年", "2025年"])).isEmpty)
    let figure = document(["5.00", "6.00"])
    #expect(!differences(figure, document(["7.00", "8.00"])).isEmpty)
  }

  @Test("two fonts of one name make no file differ from itself")
  func fonts() {
    var reading = document(["1", "2"])
    reading.fonts = [
      ReadFont(name: "SimSun", kind: "TrueType", isEmbedded: false, isSubset: false),
      ReadFont(name: "SimSun", kind: "TrueType", isEmbedded: true, isSubset: true),
      ReadFont(name: "SimSun", kind: "CID TrueType", isEmbedded: true, isSubset: true),
    ]
    var other = reading
    other.fonts.reverse()
    #expect(differences(reading, reading).isEmpty && differences(reading, other).isEmpty)
    other.fonts.removeFirst()
    #expect(differences(reading, other).map(\.property) == ["font:SimSun"])
  }

  @Test("names of fonts in GBK are read as what they say; a real file equals itself")
  func gbk() throws {
    let fonts = ["#CB#CE#CC#E5", "ABCDEF+#BF#AC#CC#E5_GB2312", "SimHei", "SimHei"]
    var objects = [
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      """
      <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<<\
      \(fonts.indices.map { "/F\($0) \($0 + 5) 0 R" }.joined())>>>>>>
      """,
    ]
    let content = fonts.indices.map { "BT /F\($0) 12 Tf 72 \(700 - 30 * $0) Td (A\($0)) Tj ET" }
      .joined(separator: "\n")
    objects.append("<</Length \(content.utf8.count)>>\nstream\n\(content)\nendstream")
    for (index, font) in fonts.enumerated() {
      let kind = index == 3 ? "TrueType" : "Type1"
      objects.append("<</Type/Font/Subtype/\(kind)/BaseFont/\(font)>>")
    }
    let bytes = Array(Self.file(objects).utf8)
    let loaded = readPDF(bytes, as: "样张.pdf", details: .all)
    let reading = try #require(loaded.value, "\(loaded.findings)")
    #expect(reading.fonts.map(\.name) == ["SimHei", "SimHei", "宋体", "楷体_GB2312"])
    #expect(reading.pages[0].lines.flatMap(\.runs).map(\.font).contains("宋体"))
    for level in ComparisonLevel.allCases where level > .figures {
      #expect(differences(reading, reading, level).isEmpty)
    }
  }

  /// A file of objects that are numbered from 1.
  private static func file(_ objects: [String]) -> String {
    var text = "%PDF-1.4\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places {
      let digits = String(place)
      text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    return text
      + "trailer<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
  }
}
