internal import SourceFiles

/// A draft as the files of a dossier folder.
public struct DraftFolder: Sendable {
  /// A file by name with its text.
  public struct File: Sendable {
    /// The name below the dossier's folder: `expenditure.csv`, `evaluations/01-信息化项目.yaml`.
    public let name: String
    /// All that the file holds; of a table with a byte order mark.
    public let text: String
  }

  /// The files of the dossier: department.yaml, the tables, the evaluations, the reasons.
  public let files: [File]

  /// Lays out the files.
  public init(_ draft: DossierDraft) {
    let department = File(
      name: DossierFiles.department,
      text: DraftText(
        draft.department,
        remarks: [
          "这份文件和同一文件夹里的各张表合起来是一个卷宗；填好后运行 gongkai build。",
          "金额一律以元为单位，最多两位小数。没有发生的填 0。带“选填”的可以留空。",
        ]
      ).text)
    let tables = draft.tables.map { File(name: $0.file, text: $0.text) }
    let evaluations = draft.evaluations.map { evaluation in
      File(
        name: "\(DossierFiles.evaluations)/\(evaluation.name).yaml",
        text: DraftText(evaluation.content).text)
    }
    let reasons = draft.reasons.map { [File(name: DossierFiles.reasons, text: DraftText($0).text)] }
    files = [department] + tables + evaluations + (reasons ?? [])
  }
}

extension DossierDraft.Table {
  /// The table as a dossier's file: with a byte order mark, by which alone Excel knows UTF-8.
  public var text: String {
    let records = remarks.map { [$0] } + [headings] + rows
    return "\u{FEFF}" + records.map { $0.map(csvField).joined(separator: ",") + "\r\n" }.joined()
  }
}
