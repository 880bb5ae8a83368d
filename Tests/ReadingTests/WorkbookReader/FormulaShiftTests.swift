import Readings
import Testing

@testable import WorkbookReader

@Suite("Formulas that cells share")
struct FormulaShiftTests {
  @Test(
    "references move, everything else stays",
    arguments: [
      ("A1+B2", "B3+C4"), ("$A1+A$1+$A$1", "$A3+B$1+$A$1"), ("SUM(A1:A9)", "SUM(B3:B11)"),
      ("A:A*1:1", "B:B*3:3"), ("$A:B", "$A:C"), ("$1:2", "$1:4"), ("LOG10(A1)", "LOG10(B3)"),
      (#""A1"&A1"#, #""A1"&B3"#), ("'A1'!A1", "'A1'!B3"), ("Sheet1!A1", "Sheet1!B3"),
      ("A1!B2", "A1!C4"), ("表A1+A1", "表A1+B3"), ("Table[A1]+A1", "Table[A1]+B3"),
      ("1E5+2.5", "1E5+2.5"), ("TRUE+ABCD1", "TRUE+ABCD1"), ("a1", "B3"),
      ("XFD1", "#REF!"), ("A1048576", "#REF!"), ("AB12%", "AC14%"), (#""B1"#, #""B1"#),
      ("[A1", "[A1"), ("", ""),
    ])
  func shifts(formula: String, expected: String) {
    #expect(FormulaShift.shifted(formula, rows: 2, columns: 1) == expected)
  }

  @Test("a formula does not move by nothing")
  func nothing() { #expect(FormulaShift.shifted("A1", rows: 0, columns: 0) == "A1") }
}
