import Diagnostics
import Documents
import Domain
import Foundation
import Geometry
import TestSupport
import Testing

@testable import SpreadsheetOutput

@Suite("What is refused: in Chinese, before the library is called, leaving no file")
struct RefusalTests {
  /// The error of writing these forms; the folder must stay empty.
  private func refusal(_ forms: [FormSheet]) throws -> SpreadsheetError? {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("out.xlsx")
      let error = #expect(throws: SpreadsheetError.self) {
        try writeSample(forms, to: file.path)
      }
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(left.isEmpty)
      return error
    }
  }

  @Test(
    "Names of sheets that Excel refuses",
    arguments: [
      ("", SheetNameFault.empty),
      (String(repeating: "表", count: 32), .tooLong(32)),
      (String(repeating: "𠀀", count: 16), .tooLong(32)),
      ("收入/支出", .forbiddenCharacter("/")),
      ("表[1]", .forbiddenCharacter("[")),
      ("'表'", .apostropheAtEnd),
      ("表'", .apostropheAtEnd),
    ])
  func sheetNames(name: String, fault: SheetNameFault) throws {
    let error = try refusal([Sample.small(named: "a表"), Sample.small(named: name)])
    #expect(error?.kind == .sheetName(name, fault))
    #expect(error?.wording.cause == .input)
  }

  @Test("A name that another sheet has, in whatever case")
  func repeatedSheetName() throws {
    let error = try refusal([Sample.small(named: "a表"), Sample.small(named: "A表")])
    #expect(error?.kind == .repeatedSheetName("A表"))
  }

  @Test("A name of 31 characters is accepted")
  func longestName() throws {
    let name = String(repeating: "表", count: 31)
    #expect(try written([Sample.small(named: name)]).sheets.count == 1)
  }

  @Test("Overlapping cells, also where a single cell lies inside a merged one")
  func overlaps() throws {
    let merged = Sample.cell(0, "甲", .label, columns: 2)
    let single = try refusal([
      Sample.small(body: [Sample.row(merged, Sample.figure(1, 1_000_000))])
    ])
    #expect(single?.kind == .overlap(with: "A2:B2"))
    #expect(single?.doing == "写入 表一 B2")
    let below = Sample.cell(0, "乙", .label, columns: 2)
    let merges = try refusal([
      Sample.small(body: [
        Sample.row(Sample.cell(0, "甲", .label), Sample.cell(1, "丙", .label, rows: 2)),
        Sample.row(below),
      ])
    ])
    #expect(merges?.kind == .overlap(with: "B2:B3"))
  }

  @Test("Cells outside of the grid or of their section")
  func outside() throws {
    let wide = Sample.row(Sample.cell(1, "甲", .label, columns: 2))
    #expect(try refusal([Sample.small(body: [wide])])?.kind == .outsideTable)
    let tall = Sample.row(Sample.cell(0, "甲", .label, rows: 2), Sample.cell(1, "乙", .label))
    #expect(try refusal([Sample.small(body: [tall])])?.kind == .outsideTable)
    #expect(try refusal([Sample.small(columns: [], body: [])])?.kind == .outsideTable)
  }

  @Test("Texts and numbers that a cell cannot hold")
  func contents() throws {
    let long = String(repeating: "长", count: 32_768)
    let control = "甲\u{0}乙"
    func body(_ text: String) -> [TableRow] {
      [Sample.row(Sample.cell(0, text, .label), Sample.figure(1, nil))]
    }
    #expect(try refusal([Sample.small(body: body(long))])?.kind == .textTooLong(32_768))
    #expect(try refusal([Sample.small(body: body(control))])?.kind == .controlCharacter(0))
  }

  @Test("Rows and columns beyond what Excel addresses")
  func beyondTheSheet() throws {
    let last = CellRange(rows: 1_048_575...1_048_575, columns: 16_383...16_383)
    #expect(last.isAddressable && last.description == "XFD1048576")
    let format = CellFormat(
      fontName: "宋体", fontSize: 9, alignment: .left, wraps: false, hasBorder: false,
      numberFormat: nil)
    var workbook = try Workbook(path: "/nonexistent/out.xlsx")
    let error = #expect(throws: SpreadsheetError.self) {
      try workbook.withNewSheet(named: "表一") { sheet in
        let below = CellRange(rows: 1_048_575...1_048_576, columns: 0...0)
        try sheet.write(.blank, in: below, format: format)
      }
    }
    #expect(error?.kind == .outsideSheet)
  }

  @Test("Numbers with more digits than Excel keeps")
  func longNumbers() throws {
    let widest = FixedDecimal(units: 999_999_999_999_999, decimals: 2)
    #expect(try binary(widest, doing: "") == 9_999_999_999_999.99)
    let error = #expect(throws: SpreadsheetError.self) {
      try binary(FixedDecimal(units: -1_000_000_000_000_000, decimals: 2), doing: "写入")
    }
    #expect(error?.kind == .numberTooLong("-10000000000000.00"))
  }

  @Test("A workbook without sheets")
  func noSheets() throws { #expect(try refusal([])?.kind == .noSheets) }

  @Test("Paper that we know no number of; a footer that is too long")
  func page() throws {
    let size = Size(width: .mm(100), height: .mm(200))
    let error = #expect(throws: SpreadsheetError.self) { try paper(of: size, doing: "排 表一") }
    #expect(error?.kind == .paper("100×200 毫米"))
    #expect(throws: SpreadsheetError.self) {
      try checkFooter(String(repeating: "页", count: 256), doing: "")
    }
  }

  @Test("A folder that is missing is the machine's fault and told in Chinese")
  func missingFolder() throws {
    let error = #expect(throws: SpreadsheetError.self) {
      try writeSample([Sample.small()], to: "/nonexistent/folder/out.xlsx")
    }
    #expect(error?.wording.cause == .machine)
    #expect(error?.wording.what.hasSuffix("：文件不能写入，没有这个文件或文件夹") == true)
  }

  @Test("A full disk is told in Chinese, what the library left is removed")
  func fullDisk() throws {
    try withTemporaryFolder { folder in
      let link = folder.appendingPathComponent("out.xlsx")
      try FileManager.default.createSymbolicLink(
        atPath: link.path, withDestinationPath: "/dev/full")
      let error = #expect(throws: SpreadsheetError.self) {
        try writeSample([Sample.small()], to: link.path)
      }
      #expect(error?.kind == .file(SystemReason(ENOSPC)))
      #expect(error?.wording.what == "写入 \(link.path)：文件不能写入，磁盘已满")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
      #expect(FileManager.default.fileExists(atPath: "/dev/full"))
    }
  }

  @Test("Every error says what is wrong, what is expected and how to mend it, in Chinese")
  func wording() throws {
    let faults: [SpreadsheetError.Kind] = [
      .sheetName("a/b", .forbiddenCharacter("/")), .sheetName("", .empty),
      .sheetName("'", .apostropheAtEnd), .repeatedSheetName("表"),
      .sheetName("表", .tooLong(40)), .noSheets, .outsideTable, .outsideSheet,
      .overlap(with: "A1:B2"), .textTooLong(40_000), .controlCharacter(7),
      .numberTooLong("1000000000000000"), .footerTooLong(300), .paper("1×1 毫米"),
      .file(SystemReason(EACCES)), .library(1, "Memory error, failed to malloc() required memory."),
    ]
    for fault in faults {
      let wording = SpreadsheetError(fault, doing: "写入 表一 A1").wording
      for text in [wording.what, wording.expected, wording.mend] {
        #expect(text.contains { !$0.isASCII }, "\(fault)")
      }
      #expect(wording.what.hasPrefix("写入 表一 A1："))
    }
    let overlap = SpreadsheetError(.overlap(with: "A1:B2"), doing: "写入 表一 B2").wording
    #expect(overlap.what == "写入 表一 B2：与已写入的单元格 A1:B2 重叠")
    #expect(overlap.expected == "每个位置只属于一个单元格")
    #expect(overlap.mend == "检查版式中此表的跨列和跨行")
    let control = SpreadsheetError(.controlCharacter(7), doing: "写入")
    #expect(control.wording.what == "写入：文字含有控制字符 U+0007")
  }
}
