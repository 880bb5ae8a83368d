import Diagnostics
import Foundation
import PDFReader
import Readings
import TestSupport
import Testing

/// Files that are no PDF, or none that can be read to its end.
@Suite("读不了的 PDF")
struct PDFFaultTests {
  /// A file with a fault.
  struct Case: Sendable, CustomTestStringConvertible {
    let title: String
    let code: String
    var limits = PDFLimits()
    let bytes: @Sendable () throws -> [UInt8]

    var testDescription: String { title }
  }

  /// A PDF by hand: its objects, in the order of their numbers, and the catalogue's.
  static func pdf(_ objects: [String]) -> [UInt8] {
    var text = "%PDF-1.7\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      text += String(repeating: "0", count: 10 - String(offset).count) + "\(offset) 00000 n \n"
    }
    text += "trailer\n<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }

  /// Limits with one of them changed.
  private static func limits(_ change: (inout PDFLimits) -> Void) -> PDFLimits {
    var limits = PDFLimits()
    change(&limits)
    return limits
  }

  static let cases =
    [
      Case(title: "空文件", code: "C031") { [] },
      Case(title: "工作簿", code: "C031") { try BuiltExample.shared.get().workbook },
      Case(title: "压缩文件", code: "C031") { [0x50, 0x4B, 3, 4] + Array("a.txt".utf8) },
      Case(title: "Word 文档", code: "C031") { [0x50, 0x4B, 3, 4] + Array("word/d.xml".utf8) },
      Case(title: "OFD", code: "C031") { [0x50, 0x4B, 3, 4] + Array("OFD.xml".utf8) },
      Case(title: "旧版 Office 文件", code: "C031") {
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
      },
      Case(title: "图片", code: "C031") { [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A] },
      Case(title: "网页", code: "C031") { Array("\n<!DOCTYPE html><html>登录</html>".utf8) },
      Case(title: "文本", code: "C031") { Array(String(repeating: "决算公开", count: 300).utf8) },
      Case(title: "任意字节", code: "C031") {
        var random = SeededRandom(seed: 14)
        return (0..<5000).map { _ in UInt8.random(in: 0...255, using: &random) }
      },
      Case(title: "只有前一半", code: "C032") {
        let pdf = try BuiltExample.shared.get().pdf
        return Array(pdf.prefix(pdf.count / 2))
      },
      Case(title: "头尾之间不是 PDF", code: "C033") { Array("%PDF-1.7\n决算公开\n%%EOF\n".utf8) },
      Case(title: "有打开口令", code: "C034") {
        try encrypted(userPassword: "公开")
      },
    ] + [
      Case(title: "太大", code: "C035", limits: limits { $0.bytes = 1 << 20 }) {
        Array("%PDF-1.7\n".utf8) + Array(repeating: 0x20, count: 3 << 20) + Array("%%EOF".utf8)
      },
      Case(title: "页太多", code: "C050", limits: limits { $0.pages = 10 }) { twelvePages },
      Case(title: "字太多", code: "C051", limits: limits { $0.characters = 30 }) { twelvePages },
      Case(title: "一段内容字太多", code: "C053", limits: limits { $0.shownBytes = 3 }) {
        twelvePages
      },
      Case(title: "表单互相调用", code: "C053") { formsThatMultiply },
      Case(title: "一段数据解压后太大", code: "C052", limits: limits { $0.streamBytes = 1 << 10 }) {
        try BuiltExample.shared.get().pdf
      },
      Case(title: "解压后一共太大", code: "C052", limits: limits { $0.inflatedBytes = 1 << 20 }) {
        try BuiltExample.shared.get().pdf
      },
      Case(title: "自称的对象太多", code: "C054") {
        pdf(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]/Size 99999999>>"])
      },
      Case(title: "太慢", code: "C036", limits: limits { $0.seconds = 0 }) { twelvePages },
      Case(title: "没有页", code: "C037") {
        pdf(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 0/Kids[]>>"])
      },
      Case(title: "缺一页", code: "C039") {
        pdf([
          "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>",
          "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>", "null",
        ])
      },
    ]

  /// A page that shows ten characters a million times, by forms that call the next ten times each.
  private static var formsThatMultiply: [UInt8] {
    func stream(_ keys: String, _ content: String) -> String {
      "<<\(keys)/Length \(content.utf8.count)>>\nstream\n\(content)\nendstream"
    }
    let form = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
    let calls = String(repeating: "/X Do ", count: 10)
    return pdf(
      [
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        """
        <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R\
        /Resources<</XObject<</X 5 0 R>>>>>>
        """,
        stream("", "/X Do"),
      ]
        + (6...11).map { stream(form + "/Resources<</XObject<</X \($0) 0 R>>>>", calls) }
        + [stream(form, "BT /F 9 Tf (abcdefghij) Tj ET")])
  }

  /// Twelve pages with four characters each.
  static var twelvePages: [UInt8] {
    let content = "BT /F1 12 Tf 72 700 Td (2023) Tj ET"
    let kids = (0..<12).map { "\($0 + 5) 0 R" }.joined(separator: " ")
    return pdf(
      [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 12/Kids[\(kids)]/Resources<</Font<</F1 3 0 R>>>>>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        "<</Length \(content.utf8.count)>>\nstream\n\(content)\nendstream",
      ]
        + Array(
          repeating: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>", count: 12))
  }

  /// The example with a password to open it.
  static func encrypted(userPassword: String) throws -> [UInt8] {
    try withTemporaryFolder { folder in
      let source = folder.appendingPathComponent("a.pdf")
      let target = folder.appendingPathComponent("b.pdf")
      try Data(BuiltExample.shared.get().pdf).write(to: source)
      let result = try run(
        "qpdf",
        ["--encrypt", userPassword, "owner", "256", "--", source.path, target.path])
      try #require(result.status == 0, "\(result.errors)")
      return [UInt8](try Data(contentsOf: target))
    }
  }

  @Test("错误的代码；有错误就没有结果", arguments: cases)
  func codes(of fault: Case) throws {
    let loaded = readPDF(try fault.bytes(), as: "a.pdf", limits: fault.limits)
    #expect(loaded.findings.map(\.code) == [fault.code])
    #expect(loaded.findings.hasErrors)
    #expect(loaded.value == nil)
  }

  @Test("没有打开口令、只限制编辑的文件照常读")
  func restricted() throws {
    let loaded = readPDF(try Self.encrypted(userPassword: ""), as: "a.pdf")
    #expect(loaded.findings == [])
    func texts(_ reading: PDFReading?) -> [[String]] {
      reading?.pages.map { $0.lines.map(\.text) } ?? []
    }
    #expect(texts(loaded.value) == texts(try BuiltExample.shared.get().reading([])))
  }

  @Test("内容有损坏、仍能读的，读出来并警告")
  func mended() throws {
    let content = "BT /F1 12 Tf 72 700 Td (2023) Tj ET\n)) <</ ET"
    let bytes = Self.pdf([
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
      """
      <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R\
      /Resources<</Font<</F1 5 0 R>>>>>>
      """,
      "<</Length \(content.utf8.count)>>\nstream\n\(content)\nendstream",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ])
    let loaded = readPDF(bytes, as: "a.pdf")
    #expect(loaded.findings.map(\.code) == ["C038"])
    #expect(!loaded.findings.hasErrors)
    #expect(loaded.value?.pages.flatMap(\.lines).map(\.text) == ["2023"])
  }

  @Test("错误信息的全文")
  func wording() throws {
    let printer = DiagnosticPrinter()
    func text(_ title: String, _ loaded: Loaded<PDFReading>) -> String {
      "## \(title)\n" + printer.text(of: loaded.findings, consequence: "没有比较。") + "\n"
    }
    var all = ""
    for fault in Self.cases {
      all += text(fault.title, readPDF(try fault.bytes(), as: "a.pdf", limits: fault.limits))
    }
    try withTemporaryFolder { folder in
      all += text("没有文件", readPDF(at: folder.appendingPathComponent("a.pdf"), as: "a.pdf"))
      all += text("文件夹", readPDF(at: folder, as: "a.pdf"))
    }
    let broken = Self.pdf([
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
      "<</Length 8>>\nstream\n1 2 fault\nendstream",
    ])
    all += text("损坏但能读", readPDF(broken, as: "a.pdf"))
    Golden.check(all, against: "diagnostics/reading-pdf.txt")
  }
}
