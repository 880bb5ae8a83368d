import Documents
import Testing

@Suite("Texts that spreadsheet programs take for an escaped character")
struct SpreadsheetEscapeTests {
  @Test(
    "an underscore with which an escape begins is escaped, no other",
    arguments: [
      ("_x0041_", "_x005F_x0041_"), ("甲_xaBcD_乙", "甲_x005F_xaBcD_乙"),
      ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
      ("_x005F_x0041_", "_x005F_x005F_x005F_x0041_"),
      ("__x0041_", "__x005F_x0041_"), ("_X0041_", "_X0041_"), ("_x041_", "_x041_"),
      ("_x00G1_", "_x00G1_"), ("_x0041", "_x0041"), ("a_b", "a_b"), ("", ""), ("_x", "_x"),
    ])
  func escaped(text: String, expected: String) {
    #expect(SpreadsheetEscape.escaped(text) == expected)
  }

  @Test("no name of a sheet holds one")
  func sheetNames() {
    #expect(SheetNameRule.fault(of: "表_x0041_") == .escape)
    #expect(SheetNameRule.fitted([("表_x0041_", "自评")]) == ["表＿x0041_"])
  }
}
