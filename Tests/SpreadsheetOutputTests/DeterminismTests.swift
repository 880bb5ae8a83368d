import Documents
import Domain
import Foundation
import Geometry
import TestSupport
import Testing

@testable import SpreadsheetOutput

@Suite("The same document gives the same bytes")
struct DeterminismTests {
  @Test("In another process, three seconds later, in another time zone")
  func sameBytes() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("gongkai-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = folder.appendingPathComponent("first.xlsx").path
    let second = folder.appendingPathComponent("second.xlsx").path
    try writeSample(Sample.all, to: first)
    // Members of a ZIP archive carry times in steps of two seconds.
    try await Task.sleep(for: .seconds(3))
    await #expect(processExitsWith: .success) { [second = second as String] in
      setenv("TZ", "Pacific/Kiritimati", 1)
      tzset()
      try writeSample(Sample.all, to: second)
    }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: first))
    #expect(bytes.count > 5_000)
    #expect(try bytes == Data(contentsOf: URL(fileURLWithPath: second)))
  }

  @Test("Another document gives other bytes")
  func otherBytes() throws {
    try withTemporaryFolder { folder in
      let files = try [Sample.small(), Sample.small(notes: ["注"])].enumerated().map {
        let file = folder.appendingPathComponent("\($0.offset).xlsx")
        try writeSample([$0.element], to: file.path)
        return try Data(contentsOf: file)
      }
      #expect(files[0] != files[1])
    }
  }

  @Test(
    "A day begins at midnight UTC, leap years counted",
    arguments: [
      (1970, 1, 1, 1), (1970, 1, 2, 86_400), (2000, 2, 29, 951_782_400),
      (2000, 3, 1, 951_868_800), (2024, 9, 20, 1_726_790_400), (2100, 3, 1, 4_107_542_400),
      (1969, 12, 31, -86_400),
    ])
  func createdSeconds(year: Int, month: Int, day: Int, seconds: Int) throws {
    let date = try #require(CalendarDate(year: year, month: month, day: day))
    let properties = WorkbookProperties(title: "", author: "", company: "", created: date)
    #expect(properties.createdSeconds == seconds)
  }

  @Test("Nothing of the library's English reaches the standard error stream on a refusal")
  func silence() async throws {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardErrorContent]
    ) {
      let forms = [
        [Sample.small(named: "a/b")], [Sample.small(), Sample.small()],
        [Sample.small(body: [Sample.row(Sample.cell(0, "\u{1}", .label))])],
      ]
      for forms in forms {
        #expect(throws: SpreadsheetError.self) { try writeSample(forms, to: "/nonexistent/a.xlsx") }
      }
      #expect(throws: SpreadsheetError.self) {
        try writeSample([Sample.small()], to: "/nonexistent/a.xlsx")
      }
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(!text.contains("WARNING") && !text.contains("ERROR"), "\(text)")
  }
}
