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
      let findings = Array(book.read().findings.inWords(ofWorkbook: "填报.xlsx").prefix(4))
      text += DiagnosticPrinter { _ in nil }.text(of: findings, consequence: "") + "\n"
    }
    // An example whose layout set has no evaluations.
    var other = try FilledBook("Examples/putuo-finance-2024")
    let sheets = try FilledBook.school.get().book.sheets
    other.book.sheets += sheets.filter { $0.name.hasPrefix("绩效-01") }
    let reading = other.read()
    #expect(reading.value != nil)
    text += "## 版式没有绩效自评\n"
    text += DiagnosticPrinter { _ in nil }.text(of: reading.findings, consequence: "")
    Golden.check(text, against: "diagnostics/workbook.txt")
  }
}
