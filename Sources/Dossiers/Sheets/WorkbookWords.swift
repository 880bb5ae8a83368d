public import Diagnostics

extension [Finding] {
  /// The findings as those read them who have a workbook in place of a folder: what names a file names
  /// the sheet that stands for it.
  ///
  /// - Parameter workbook: what messages call the workbook.
  public func inWords(ofWorkbook workbook: String) -> [Finding] {
    map { $0.inWords(ofWorkbook: workbook) }
  }
}

extension Finding {
  /// The words for files, each with those for its sheet; department.yaml is made up of several.
  private static let words: [(file: String, sheet: String)] =
    [(DossierFiles.department, "工作簿")]
    + DossierFiles.known.compactMap { file in
      SheetTitle.ofFile(file).map { (file, "“\($0.rawValue)”表") }
    }

  fileprivate func inWords(ofWorkbook workbook: String) -> Finding {
    func renamed(_ text: String) -> String {
      Self.words.reduce(text) { text, word in
        text.contains(word.file)
          ? text.replacing(" \(word.file) ", with: word.sheet)
            .replacing(" \(word.file)", with: word.sheet)
            .replacing("\(word.file) ", with: word.sheet).replacing(word.file, with: word.sheet)
          : text
      }
    }
    var place = place
    if case .source(let source)? = place, !source.isCell, source.line == 0 {
      let sheet = SheetTitle.ofFile(source.file)?.rawValue
      if source.file == DossierFiles.department {
        place = .source(SourcePlace(file: workbook))
      } else if let sheet {
        place = .source(SourcePlace(sheet: sheet))
      }
    }
    return told(at: place, renamed)
  }
}
