import Foundation
import TestSupport
import Testing

@Suite("Files that cannot be compared") struct RefusedFileTests {
  /// Files that are not what their names say, each with words that say what they are.
  private static func cases() throws -> [(name: String, bytes: Data, says: String)] {
    let base = try ComparedBuilds.shared.get().base
    let book = try Data(contentsOf: base.appendingPathComponent(ComparedBuilds.forms))
    let document = try Data(contentsOf: base.appendingPathComponent(ComparedBuilds.document))
    var random = SeededRandom(seed: 14)
    let noise = Data((0..<9_000).map { _ in UInt8.random(in: 0...255, using: &random) })
    let page = Data("<!DOCTYPE html><html><body>404</body></html>".utf8)
    return [
      ("截断.xlsx", book.prefix(book.count / 2), "文件不完整"),
      ("截断.pdf", document.prefix(document.count / 2), "文件不完整"),
      ("空.xlsx", Data(), "文件是空的"), ("空.pdf", Data(), "空"), ("空.csv", Data(), "文件是空的"),
      ("随机.xlsx", noise, "文件不是工作簿"), ("随机.pdf", noise, "不是 PDF"),
      ("随机.bin", noise, "文件不是工作簿、PDF 或文本"),
      ("加密.xlsx", encrypted, "密"), ("网页.xlsx", page, "网页"), ("网页.pdf", page, "网页"),
      ("图片.xlsx", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]), "图片"),
      ("说明.md", Data("# 说明\n".utf8), "没有认出这个文件里的数（文本）"),
    ]
  }

  /// The old container of Office with the entries of an encrypted workbook.
  private static var encrypted: Data {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    bytes += [UInt8](repeating: 0, count: 504)
    for name in ["Root Entry", "DataSpaces", "EncryptionInfo", "EncryptedPackage"] {
      let entry = name.utf8.reduce(into: [UInt8]()) { $0 += [$1, 0] }
      bytes += entry + [UInt8](repeating: 0, count: 128 - entry.count)
    }
    return Data(bytes)
  }

  @Test("broken, encrypted, empty and foreign files end with 2, say what they are, and no verdict")
  func refused() throws {
    let book = try ComparedBuilds.shared.get().base.appendingPathComponent(ComparedBuilds.forms)
    try withTemporaryFolder { folder in
      for (name, bytes, says) in try Self.cases() {
        let file = folder.appendingPathComponent(name)
        try bytes.write(to: file)
        for sides in [[name, book.path], [book.path, name]] {
          let result = try gongkai(["diff"] + sides, in: folder)
          #expect(result.status == 2, "\(name): \(result.errors)")
          #expect(result.output.isEmpty, "\(name): \(result.output)")
          #expect(result.errors.contains(says), "\(name): \(result.errors)")
          #expect(result.errors.contains(name) && result.errors.contains("处理:"))
        }
      }
    }
  }

  @Test(
    "a document with a password ends with 2 and says so",
    .enabled(if: isInstalled("qpdf"), "qpdf is not installed"))
  func password() throws {
    let base = try ComparedBuilds.shared.get().base
    let document = base.appendingPathComponent(ComparedBuilds.document).path
    try withTemporaryFolder { folder in
      let locked = try run(
        "qpdf", ["--encrypt", "secret", "owner", "256", "--", document, "a.pdf"], in: folder)
      try #require(locked.status == 0, "\(locked.errors)")
      let result = try gongkai(["diff", "a.pdf", document], in: folder)
      #expect(result.status == 2 && result.output.isEmpty)
      #expect(result.errors.contains("口令"), "\(result.errors)")
    }
  }

  @Test("a folder with a file that cannot be read is not called equal")
  func folder() throws {
    try withTemporaryFolder { folder in
      for side in ["left", "right"] {
        let file = folder.appendingPathComponent("\(side)/a.xlsx")
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("PK\u{3}\u{4}".utf8).write(to: file)
      }
      let result = try gongkai(["diff", "left", "right"], in: folder)
      #expect(result.status == 2 && result.output.isEmpty, "\(result.output)")
      #expect(result.errors.contains("left/a.xlsx") && result.errors.contains("right/a.xlsx"))
    }
  }

  @Test(
    "a bomb and a million nested elements are refused within 200 MB",
    arguments: ["bomb", "nested"])
  func hostile(_ kind: String) throws {
    let base = try ComparedBuilds.shared.get().base
    let book = base.appendingPathComponent(ComparedBuilds.forms).path
    // A gigabyte of blanks; a sheet with elements inside one another. Then the program is run as
    // a child of its own, whose peak the system tells.
    let script = """
      import resource, subprocess, sys, zipfile
      kind, source, target, program = sys.argv[1:]
      book = zipfile.ZipFile(source)
      name = "xl/worksheets/sheet1.xml"
      with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as copy:
          for part in book.namelist():
              if part != name:
                  copy.writestr(part, book.read(part))
          with copy.open(name, "w", force_zip64=True) as part:
              if kind == "bomb":
                  for _ in range(1024):
                      part.write(b" " * (1 << 20))
              else:
                  space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                  part.write(b'<worksheet xmlns="' + space + b'"><sheetData>')
                  part.write(b"<a>" * 1000000 + b"</a>" * 1000000)
                  part.write(b"</sheetData></worksheet>")
      result = subprocess.run([program, "diff", target, source], capture_output=True)
      print(result.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
      print(result.stdout.decode() + result.stderr.decode())
      """
    try withTemporaryFolder { folder in
      let target = folder.appendingPathComponent("a.xlsx").path
      let result = try python(["-c", script, kind, book, target, Project.binary.path])
      try #require(result.status == 0, "\(result.errors)")
      let lines = result.output.split(separator: "\n")
      let numbers = try #require(lines.first).split(separator: " ").compactMap { Int($0) }
      try #require(numbers.count == 2)
      #expect(numbers[0] == 2)
      #expect(numbers[1] < 200_000, "\(numbers[1]) KB")
      #expect(result.output.contains("C029"), "\(result.output)")
      #expect(!result.output.contains("相同") && !result.output.contains("不同"))
    }
  }
}
