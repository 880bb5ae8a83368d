public import Diagnostics

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
    files.reduce(text) { text, word in
      guard text.contains(word.file) else { return text }
      return text.replacing(" \(word.file) ", with: word.sheet)
        .replacing(" \(word.file)", with: word.sheet)
        .replacing("\(word.file) ", with: word.sheet).replacing(word.file, with: word.sheet)
    }
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
    guard case .source(let source)? = place else { return told(at: place, WorkbookWords.told) }
    if source.isCell { return told(at: place, WorkbookWords.toldOfCell) }
    guard source.line == 0 else { return told(at: place, WorkbookWords.told) }
    let sheet = SheetTitle.ofFile(source.file).map { SourcePlace(sheet: $0.rawValue) }
    let whole = source.file == DossierFiles.department ? SourcePlace(file: workbook) : nil
    return told(at: .source(sheet ?? whole ?? source), WorkbookWords.told)
  }
}
