import Diagnostics
import Foundation
import Readings
import TestSupport
import Testing
import WorkbookReader

@Suite("Files that are damaged or meant to do harm")
struct HostileFileTests {
  /// A workbook whose parts are packed, as programs write it.
  ///
  /// - Parameter repeated: a text that stands there many times instead of once.
  private func packed(
    _ workbook: SampleWorkbook, _ repeated: (text: String, count: Int) = ("", 1)
  ) throws -> [UInt8] {
    try withTemporaryFolder { folder in
      let plain = folder.appendingPathComponent("plain.xlsx")
      let packed = folder.appendingPathComponent("packed.xlsx")
      try Data(workbook.bytes).write(to: plain)
      let script = """
        import sys, zipfile
        once, times = sys.argv[3].encode(), int(sys.argv[4])
        with zipfile.ZipFile(sys.argv[1]) as old, zipfile.ZipFile(sys.argv[2], "w", 8) as new:
            for name in old.namelist():
                content = old.read(name)
                new.writestr(name, content.replace(once, once * times) if times > 1 else content)
        """
      let result = try run(
        "python3", ["-c", script, plain.path, packed.path, repeated.text, "\(repeated.count)"])
      try #require(result.status == 0, "\(result.errors)")
      return Array(try Data(contentsOf: packed))
    }
  }

  /// A workbook with a little of everything.
  private var sample: SampleWorkbook {
    var sample = SampleWorkbook()
    let rows = (1...6).map { row in
      """
      <row r="\(row)" ht="20"><c r="A\(row)" t="s" s="1"><v>\(row % 3)</v></c>\
      <c r="B\(row)"><f>A\(row)*2</f><v>\(row * 7).25</v></c></row>
      """
    }
    sample.sheet = """
      <cols><col min="1" max="2" width="12"/></cols><sheetData>\(rows.joined())</sheetData>
      <mergeCells><mergeCell ref="A8:B9"/></mergeCells><pageSetup paperSize="9"/>
      """
    sample.strings = "<si><t>甲</t></si><si><r><t>乙</t></r></si><si><t>丙</t></si>"
    sample.styles =
      #"<fonts><font><sz val="9"/></font></fonts><cellXfs><xf/><xf numFmtId="4"/></cellXfs>"#
    return sample
  }

  @Test("a file cut short anywhere is refused")
  func truncated() throws {
    for bytes in [sample.bytes, try packed(sample)] {
      #expect(readWorkbook(bytes, as: "a.xlsx").value != nil)
      for step in 0..<50 {
        let loaded = readWorkbook(Array(bytes.prefix(bytes.count * step / 50)), as: "a.xlsx")
        #expect(loaded.value == nil && loaded.findings.hasErrors, "\(step)/50")
      }
    }
  }

  @Test("noise is refused, also after the marks of an archive")
  func noise() {
    var random = SeededRandom(seed: 411)
    for trial in 0..<300 {
      var bytes = (0..<Int.random(in: 1...3000, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      if trial % 2 == 0 { bytes = [0x50, 0x4B, 3, 4] + bytes + [0x50, 0x4B, 5, 6] + bytes }
      #expect(readWorkbook(bytes, as: "a.xlsx").value == nil)
    }
  }

  @Test("one byte changed, 10,000 times: read or refused, never a crash, and never another figure")
  func mutations() throws {
    let seed = UInt64(20_231_106)
    var random = SeededRandom(seed: seed)
    let sources = [sample.bytes, try packed(sample)]
    let figures = try sources.map { try #require(readWorkbook($0, as: "a").value).sheets }
    var refused = 0
    for trial in 0..<10_000 {
      var bytes = sources[trial % 2]
      let place = Int.random(in: bytes.indices, using: &random)
      bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      let loaded = readWorkbook(bytes, as: "a.xlsx")
      if let book = loaded.value {
        // Checksums hold the contents; names of parts that are not needed may change.
        for (sheet, other) in zip(book.sheets, figures[trial % 2]) {
          #expect(sheet.cells.map(\.value) == other.cells.map(\.value), "seed \(seed), \(trial)")
        }
      } else {
        #expect(loaded.findings.hasErrors, "seed \(seed), trial \(trial)")
        refused += 1
      }
    }
    #expect(refused > 5000, "seed \(seed)")
  }

  @Test("parts whose text changes without a change of the checksum: still no crash")
  func textMutations() {
    let seed = UInt64(7_310)
    var random = SeededRandom(seed: seed)
    let original = sample
    let alphabet = Array("<>/=\"'&;:!$,.0123456789-eEAZaz[]() \u{0}\u{7F}表")
    for _ in 0..<2000 {
      var mutant = original
      for path in [\SampleWorkbook.sheet, \.afterSheets] {
        var text = Array(mutant[keyPath: path])
        for _ in 0..<Int.random(in: 1...4, using: &random) where !text.isEmpty {
          let place = Int.random(in: text.indices, using: &random)
          text[place] = alphabet[Int.random(in: alphabet.indices, using: &random)]
        }
        mutant[keyPath: path] = String(text)
      }
      let loaded = readWorkbook(mutant.bytes, as: "a.xlsx")
      #expect(loaded.value != nil || loaded.findings.hasErrors, "seed \(seed)")
    }
  }

  @Test("a bomb is refused before it goes off")
  func bomb() throws {
    for (text, count) in [("  ", 20 << 20), (#"<row><c s="0"><v>1</v></c></row>"#, 1 << 19)] {
      var workbook = SampleWorkbook()
      workbook.sheet = "<sheetData>\(text)</sheetData>"
      let bytes = try packed(workbook, (text, count))
      #expect(bytes.count < 1 << 20)
      let clock = ContinuousClock()
      let start = clock.now
      let loaded = readWorkbook(bytes, as: "a.xlsx")
      #expect(loaded.value == nil && loaded.findings.map(\.code) == ["C029"])
      #expect(clock.now - start < .seconds(2))
    }
  }

  @Test("an archive that claims more files than a workbook has, or a huge count, is refused")
  func entries() {
    var zip = ZipBuilder()
    for index in 0...10_000 { zip.add("\(index)", []) }
    #expect(readWorkbook(zip.bytes, as: "a.xlsx").findings.map(\.code) == ["C029"])
    // The second record of a large archive, and its locator, in front of the usual end.
    let plain = SampleWorkbook().bytes
    let record: [UInt8] = [0x50, 0x4B, 6, 6] + [UInt8](repeating: 0xFF, count: 52)
    let place = UInt32(plain.count - 22)
    var locator: [UInt8] = [0x50, 0x4B, 6, 7, 0, 0, 0, 0]
    locator +=
      (0..<4).map { UInt8(truncatingIfNeeded: place >> (8 * $0)) } + [0, 0, 0, 0, 1, 0, 0, 0]
    let bytes = plain.dropLast(22) + record + locator + plain.suffix(22)
    #expect(readWorkbook(Array(bytes), as: "a.xlsx").findings.map(\.code) == ["C029"])
  }

  @Test("a million elements inside one another are refused")
  func nesting() throws {
    var workbook = SampleWorkbook()
    workbook.sheet = BrokenWorkbook.nested(1_000_000)
    let loaded = readWorkbook(workbook.bytes, as: "a.xlsx")
    #expect(loaded.findings.map(\.code) == ["C029"])
  }

  @Test("nothing is printed, whatever the libraries think of the file")
  func silence() throws {
    // The libraries would write to the standard error of the process.
    let saved = dup(2)
    defer { close(saved) }
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("errors")
      _ = FileManager.default.createFile(atPath: file.path, contents: nil)
      let handle = try FileHandle(forWritingTo: file)
      dup2(handle.fileDescriptor, 2)
      for (_, workbook) in BrokenWorkbook.all { _ = readWorkbook(workbook.bytes, as: "a.xlsx") }
      dup2(saved, 2)
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(!text.contains("sheet1.xml") && !text.contains("parser error"), "\(text)")
    }
  }

  @Test("several threads read at once")
  func threads() async throws {
    let bytes = sample.bytes
    let expected = try #require(readWorkbook(bytes, as: "a.xlsx").value)
    let equal = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 { group.addTask { readWorkbook(bytes, as: "a.xlsx").value == expected } }
      return await group.reduce(true) { $0 && $1 }
    }
    #expect(equal)
  }
}
