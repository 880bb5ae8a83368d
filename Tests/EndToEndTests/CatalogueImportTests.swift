import Foundation
import TestSupport
import Testing

/// `gongkai catalogue import` as clerks run it.
@Suite("gongkai catalogue import") struct CatalogueImportTests {
  private struct Place {
    let folder: URL

    var catalogues: URL { folder.appendingPathComponent("gongkai/catalogues") }

    func write(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }

    func run(_ arguments: String...) throws -> ProcessResult {
      try gongkai(
        ["catalogue", "import"] + arguments, in: folder,
        environment: ["XDG_DATA_HOME": folder.path])
    }

    func catalogue(_ name: String) throws -> String {
      try String(contentsOf: catalogues.appendingPathComponent(name), encoding: .utf8)
    }
  }

  private func withPlace(_ body: (Place) throws -> Void) throws {
    try withTemporaryFolder { try body(Place(folder: $0)) }
  }

  @Test("nothing is written unasked, and no name is overwritten unasked")
  func writing() throws {
    try withPlace { place in
      try place.write("科目编码,科目名称\n241,甲类\n24101,乙款\n2410101,丙项\n", "科目.csv")
      let preview = try place.run("科目.csv", "--year", "2050")
      #expect(preview.status == 0, "\(preview.errors)")
      #expect(preview.output.contains("共 3 个：类 1、款 1、项 1"))
      #expect(preview.output.contains("没有写入"))
      #expect(!FileManager.default.fileExists(atPath: place.catalogues.path))
      let written = try place.run("科目.csv", "--year", "2050", "--yes")
      #expect(written.status == 0, "\(written.errors)")
      let first = "科目代码,科目名称,来源\n241,甲类,科目.csv\n24101,乙款,科目.csv\n2410101,丙项,科目.csv\n"
      #expect(try place.catalogue("function-2050.csv") == first)
      try place.write("24101 别的名称\n2410102 丁项\n", "又一份.txt")
      let more = try place.run("又一份.txt", "--year", "2050", "--yes")
      #expect(more.errors.contains("警告 K123"))
      #expect(
        try place.catalogue("function-2050.csv") == first + "2410102,丁项,又一份.txt\n")
      _ = try place.run("又一份.txt", "--year", "2050", "--yes", "--replace")
      #expect(try place.catalogue("function-2050.csv").contains("24101,别的名称,又一份.txt\n"))
      let next = try place.run("科目.csv", "--year", "2051")
      #expect(next.errors.contains("提示 K125") || next.errors.contains("K125"))
    }
  }

  @Test("a workbook with merged titles, numbers for codes and two charts")
  func workbook() throws {
    try withPlace { place in
      let script = """
        import sys, openpyxl
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.append(["支出科目"])
        sheet.merge_cells("A1:D1")
        sheet.append(["科目编码", None, None, "科目名称"])
        sheet.merge_cells("A2:C2")
        sheet.append(["类", "款", "项"])
        for row in [[241, None, None, "甲类"], [None, 1, None, "乙款"], [None, None, 1, "丙项"]]:
            sheet.append(row)
        other = book.create_sheet("经济")
        for row in [["编码", "名称"], [398, "丁类"], [39801.0, "戊款"], [501, "某某"]]:
            other.append(row)
        book.save(sys.argv[1])
        """
      let file = place.folder.appendingPathComponent("科目.xlsx")
      let made = try python(["-c", script, file.path])
      try #require(made.status == 0, "\(made.errors)")
      let result = try place.run("科目.xlsx", "--year", "2050", "--yes")
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.contains("K120"))
      #expect(
        try place.catalogue("function-2050.csv").hasSuffix(
          "241,甲类,科目.xlsx\n24101,乙款,科目.xlsx\n2410101,丙项,科目.xlsx\n"))
      #expect(
        try place.catalogue("economic-2050.csv").hasSuffix("398,丁类,科目.xlsx\n39801,戊款,科目.xlsx\n"))
      let one = try place.run("科目.xlsx", "--year", "2052", "--yes", "--chart", "支出经济")
      #expect(one.status == 0, "\(one.errors)")
      #expect(throws: (any Error).self) { try place.catalogue("function-2052.csv") }
    }
  }

  @Test("GB18030 is read; what is no list, and wrong usage, are told")
  func faults() throws {
    try withPlace { place in
      try place.write("没有科目的文字\n", "空.txt")
      let none = try place.run("空.txt", "--year", "2050", "--yes")
      #expect(none.status == 2)
      #expect(none.errors.contains("错误 K101"))
      let missing = try place.run("没有.xlsx", "--year", "2050")
      #expect(missing.status == 2)
      #expect(missing.errors.contains("K100"))
      #expect(try place.run("空.txt", "--year", "50").status == 64)
      #expect(try place.run("空.txt", "--year", "2050", "--chart", "收入").status == 64)
      // 201 甲 in GB18030.
      try Data([0x32, 0x30, 0x31, 0x20, 0xBC, 0xD7, 0x0A]).write(
        to: place.folder.appendingPathComponent("国标.txt"))
      #expect(try place.run("国标.txt", "--year", "2050").output.contains("201 甲"))
    }
  }
}
