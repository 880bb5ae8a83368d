import Diagnostics
import Dossiers
import Readings
import TestSupport
import Testing

/// What people get wrong in a workbook, each once: told with its cell, and what to do.
@Suite("Mistakes in a workbook that was filled in") struct MistakeTests {
  @Test("the workbook without a mistake says nothing")
  func none() throws {
    let reading = try FilledBook.school.get().read()
    #expect(reading.value != nil)
    #expect(reading.told == [])
  }

  @Test("each is told where it stands", arguments: Mistake.all)
  func told(mistake: Mistake) throws {
    var book = try FilledBook.school.get()
    mistake.make(&book)
    let reading = book.read()
    #expect(reading.told.contains(mistake.expected), "\(reading.told)")
    let isError = reading.findings.contains { $0.severity == .error }
    #expect(isError == !mistake.isWarning, "\(reading.told)")
    #expect((reading.value == nil) == isError)
    // One mistake must not bury people in what follows from it.
    #expect(reading.told.count <= mistake.most, "\(reading.told)")
  }

  @Test("the messages")
  func wording() throws {
    var text = ""
    for mistake in Mistake.all {
      var book = try FilledBook.school.get()
      mistake.make(&book)
      text += "## \(mistake.title)\n"
      let findings = Array(book.read().findings.prefix(3))
      text += DiagnosticPrinter { _ in nil }.text(of: findings, consequence: "") + "\n"
    }
    Golden.check(text, against: "diagnostics/workbook.txt")
  }
}
