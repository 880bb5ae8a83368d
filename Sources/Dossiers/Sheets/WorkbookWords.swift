public import Diagnostics
internal import SourceFiles

/// The words of messages as those read them who have a workbook in place of a folder.
public enum WorkbookWords {
  /// What names a file, each with what names the sheet that stands for it; department.yaml is made up of
  /// several.
  private static let files: [(file: String, sheet: String)] =
    [(DossierFiles.department, "工作簿")]
    + DossierFiles.known.compactMap { file in
      SheetTitle.ofFile(file).map { (file, "“\($0.rawValue)”表") }
    }

  /// A text with sheets in the place of files.
  public static func told(_ text: String) -> String {
    files.reduce(toldOfColumns(text)) { text, word in
      guard text.contains(word.file) else { return text }
      return text.replacing(" \(word.file) ", with: word.sheet)
        .replacing(" \(word.file)", with: word.sheet)
        .replacing("\(word.file) ", with: word.sheet).replacing(word.file, with: word.sheet)
    }
  }

  /// The fields of a line of a table with tabs between them, as spreadsheet programs take them into cells.
  public static func pasted(_ line: String) -> String {
    let records = CSVFile.parse(SourceText(file: "", text: line), family: "D").value?.records ?? []
    return records.first.map { $0.map(\.text).joined(separator: "\t") } ?? line
  }

  /// A text that says to write something behind the code of an account or a unit, of which a sheet has
  /// columns.
  private static func toldOfColumns(_ text: String) -> String {
    var text = text
    for owner in [SheetHeading.account, .unit] {
      let (name, content) = (owner.rawValue, SheetHeading.content.rawValue)
      for word in ["文字", "值"] {
        text = text.replacing("“\(name): \(word)”", with: "“\(name)”里写代码，“\(content)”里写\(word)")
      }
    }
    let opening = "之下写上“"
    guard let start = text.firstRange(of: opening),
      let end = text[start.upperBound...].firstRange(of: ": …”")
    else { return text }
    let code = text[start.upperBound..<end.lowerBound]
    let row = "一行，“\(SheetHeading.account.rawValue)”写 \(code)，“\(SheetHeading.content.rawValue)”写文字"
    return text[..<start.lowerBound] + row + text[end.upperBound...]
  }

  /// A text about a cell: what a file calls a key (键) is an item (项目) there.
  fileprivate static func toldOfCell(_ text: String) -> String {
    told(text).replacing("删去这个键", with: "清空这一行").replacing("键", with: "项目")
  }
}

extension [Finding] {
  /// The findings as those read them who have a workbook in place of a folder.
  ///
  /// - Parameter workbook: what messages call the workbook.
  public func inWords(ofWorkbook workbook: String) -> [Finding] {
    map { $0.inWords(ofWorkbook: workbook) }
  }
}

extension Finding {
  fileprivate func inWords(ofWorkbook workbook: String) -> Finding {
    guard case .source(let source)? = place else {
      return told(at: place, pasting: WorkbookWords.pasted, WorkbookWords.told)
    }
    if source.isCell {
      return told(at: place, pasting: WorkbookWords.pasted, WorkbookWords.toldOfCell)
    }
    guard source.line == 0 else {
      return told(at: place, pasting: WorkbookWords.pasted, WorkbookWords.told)
    }
    let sheet = SheetTitle.ofFile(source.file).map { SourcePlace(sheet: $0.rawValue) }
    let whole = source.file == DossierFiles.department ? SourcePlace(file: workbook) : nil
    return told(
      at: .source(sheet ?? whole ?? source), pasting: WorkbookWords.pasted, WorkbookWords.told)
  }
}
