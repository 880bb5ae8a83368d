import Diagnostics
import Foundation
import Layouts
import ReaderProcess
import Readings
import Submission
import TestSupport
import Testing

@Suite("Files that another process reads")
struct FileReaderTests {
  private static let program = Project.binary.deletingLastPathComponent()
    .appendingPathComponent("gongkai-files").path
  private let reader = FileReader(program: program)

  /// A page with a line of Helvetica, which the file does not bring along.
  private static let borrowedFont: [UInt8] = {
    let content = "BT /F 24 Tf 20 100 Td (Hamburgefonstiv) Tj ET"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R "
        + "/Resources << /Font << /F 5 0 R >> >> >>",
      "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
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
    text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }()

  /// Counts the dark pixels of a gray PNG file.
  private static let count = """
    import struct, sys, zlib
    data, place, packed = open(sys.argv[1], "rb").read(), 8, b""
    while place < len(data):
        size, kind = struct.unpack(">I4s", data[place:place + 8])
        part = data[place + 8:place + 8 + size]
        if kind == b"IHDR":
            width, height, depth, colour = struct.unpack(">IIBB", part[:10])
        if kind == b"IDAT":
            packed += part
        place += size + 12
    assert depth == 8 and colour == 0
    raw, above, dark = zlib.decompress(packed), bytearray(width), 0
    for row in range(height):
        line = bytearray(raw[row * (width + 1):(row + 1) * (width + 1)])
        rule, line = line[0], line[1:]
        for x in range(width):
            a, b, c = (line[x - 1] if x else 0), above[x], (above[x - 1] if x else 0)
            p = a + b - c
            nearest = min((abs(p - v), i, v) for i, v in enumerate((a, b, c)))[2]
            line[x] = (line[x] + (0, a, b, (a + b) // 2, nearest)[rule]) & 255
            dark += line[x] < 128
        above = line
    print(dark)
    """

  @Test("a font that a file does not bring along is drawn, also after a build")
  func borrowedFonts() throws {
    try withTemporaryFolder { folder in
      // A build makes a set of fonts of its own current in this process, for good.
      var order = BuildOrder(
        dossier: Project.url("Examples/xiangyuan-2023"), workingFolder: folder)
      order.out = folder.appendingPathComponent("out")
      order.formats = [.pdf]
      let request = BuildRequest(order, data: DataFolder(root: Project.root))
      _ = try #require(build(request).summary)
      let file = folder.appendingPathComponent("a.pdf")
      try Data(Self.borrowedFont).write(to: file)
      let answer = reader.read(
        ReadingRequest(.pictures([1], dotsPerInch: 72), of: file, as: "a.pdf"))
      guard case .pictures(let pictures)? = answer.value else {
        Issue.record("\(answer.findings)")
        return
      }
      let picture = folder.appendingPathComponent("a.png")
      try Data(try #require(pictures.first).bytes).write(to: picture)
      let result = try run("python3", ["-c", Self.count, picture.path])
      let dark = try #require(Int(result.output.split(separator: "\n").first ?? ""))
      #expect(dark > 200, "\(dark) dark pixels \(result.errors)")
    }
  }

  /// A PDF and a workbook, neither of which is there.
  private static let absent = [
    ReadingRequest(.pdf([]), of: URL(fileURLWithPath: "/nonexistent/a.pdf"), as: "a.pdf"),
    ReadingRequest(.workbook, of: URL(fileURLWithPath: "/nonexistent/b.xlsx"), as: "b.xlsx"),
  ]

  @Test("a program that is missing is told for each file, with its place, as the machine's fault")
  func missing() throws {
    let findings = FileReader(program: "/nonexistent/gongkai-files").read(Self.absent)
      .flatMap(\.findings)
    #expect(findings.map(\.code) == ["C087", "C087"])
    #expect(findings.outcome == .machineFailed)
    #expect(findings[0].what.contains("/nonexistent/gongkai-pdf"))
    #expect(findings[1].what.contains("/nonexistent/gongkai-files"))
  }

  @Test(
    "one that cannot be started, and one of another installation, are told as well",
    arguments: [(0o644, "C084"), (0o755, "C088")])
  func useless(permissions: Int, code: String) throws {
    try withTemporaryFolder { folder in
      for name in ["gongkai-files", "gongkai-pdf"] {
        let file = folder.appendingPathComponent(name)
        try "#!/bin/sh\nexit 77\n".write(to: file, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes(
          [.posixPermissions: permissions], ofItemAtPath: file.path)
      }
      let reader = FileReader(program: folder.appendingPathComponent("gongkai-files").path)
      let findings = reader.read(Self.absent).flatMap(\.findings)
      #expect(findings.map(\.code) == [code, code])
      #expect(findings.outcome == .machineFailed)
    }
  }

  @Test("each program refuses what the other one reads")
  func wrongProgram() throws {
    let programs = Project.binary.deletingLastPathComponent()
    try withTemporaryFolder { folder in
      for (name, other) in [("gongkai-files", "gongkai-pdf"), ("gongkai-pdf", "gongkai-files")] {
        try FileManager.default.createSymbolicLink(
          at: folder.appendingPathComponent(name),
          withDestinationURL: programs.appendingPathComponent(other))
      }
      let reader = FileReader(program: folder.appendingPathComponent("gongkai-files").path)
      let findings = reader.read(Self.absent).flatMap(\.findings)
      #expect(findings.map(\.code) == ["C086", "C086"])
    }
  }

  @Test(
    "a program that is no reader is told, and nothing waits for it",
    arguments: ["/bin/true", "/bin/cat", "/bin/false"])
  func otherProgram(program: String) {
    let reader = FileReader(program: program)
    let answer = reader.read(
      ReadingRequest(.text, of: URL(fileURLWithPath: "/etc/hosts"), as: "hosts"))
    #expect(answer.value == nil)
    #expect(["C083", "C086"].contains(answer.findings.first?.code), "\(answer.findings)")
  }

  @Test("a workbook comes through as its reader has it, in whatever order its cells stand")
  func workbooks() throws {
    let built = try BuiltExample.shared.get()
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("a.xlsx")
      try Data(built.workbook).write(to: file)
      let request = ReadingRequest(.workbook, of: file, as: "a.xlsx")
      var own = request
      own.ownBytes = built.workbook
      let (through, here) = (reader.read(request), reader.read(own))
      #expect(through.value == here.value && through.value != nil)
      #expect(through.findings == here.findings)
    }
  }

  @Test("cells out of order are put in order, cells that stand twice are refused")
  func disorder() throws {
    try withTemporaryFolder { folder in
      for (name, cells, isFine) in [
        ("a.xlsx", #"<c r="B1"><v>2</v></c><c r="A1"><v>1</v></c>"#, true),
        ("b.xlsx", #"<c r="A1"><v>2</v></c><c r="A1"><v>1</v></c>"#, false),
      ] {
        let file = folder.appendingPathComponent(name)
        let sheet = "<sheetData><row r=\"1\">\(cells)</row></sheetData>"
        let bytes = SampleWorkbook(sheet: sheet).bytes
        try Data(bytes).write(to: file)
        let request = ReadingRequest(.workbook, of: file, as: name)
        var own = request
        own.ownBytes = bytes
        let (through, here) = (reader.read(request), reader.read(own))
        #expect(through.value == here.value && through.findings == here.findings)
        #expect((through.value != nil) == isFine, "\(through.findings)")
      }
    }
  }
}
