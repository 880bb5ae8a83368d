import Diagnostics
import Dossiers
import Testing

/// Messages as those read them who have a workbook in place of a folder.
@Suite("Words of messages about a workbook") struct WorkbookWordsTests {
  @Test(
    "files are sheets, and what stands behind a key stands in a column",
    arguments: [
      ("在 department.yaml 的“说明.原因”之下写上“213: …”", "在工作簿的“说明.原因”一行，“科目代码”写 213，“内容”写文字"),
      ("核对收入、支出和 balances.csv 中的年初数", "核对收入、支出和“结转”表中的年初数"),
      ("改为“科目代码: 文字”，每个科目一行", "改为“科目代码”里写代码，“内容”里写文字，每个科目一行"),
      ("在审核说明.yaml 中写明理由", "在“审核说明”表中写明理由"),
      ("一笔一行", "一笔一行"),
    ])
  func told(text: String, expected: String) { #expect(WorkbookWords.told(text) == expected) }

  @Test("lines to paste have tabs, which cells take")
  func pasted() {
    #expect(WorkbookWords.pasted(#"支出功能,2050202,"一,二""#) == "支出功能\t2050202\t一,二")
    let finding = Finding(
      FaultWording(code: "D075", what: "x", expected: "y", mend: "z", paste: ["a,b"]),
      at: .source(SourcePlace(file: "income.csv")))
    let told = [finding].inWords(ofWorkbook: "填报.xlsx")[0]
    #expect(told.place == .source(SourcePlace(sheet: "收入")))
    #expect(DiagnosticPrinter().text(of: told).contains("        a\tb\n"))
  }
}
