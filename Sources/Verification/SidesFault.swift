internal import Diagnostics
internal import Readings
internal import SourceFiles
internal import Submission

/// What stands in the way of holding files, or a build, against others.
enum SidesFault: Fault {
  /// A file that is none of those that can be compared; without a kind it is missing or unreadable.
  case incomparable(FileKind?, exists: Bool)
  case unknownSet(String, known: [String])
  /// A folder without references, by its name.
  case noReferences(String)
  /// Kinds of references that the list in the folder has and the folder has not.
  case lostKinds([ReferenceKind], folder: String)
  /// Lines of the list of kinds that name none.
  case unknownKinds([String])
  /// Files that are no references, in a folder of them.
  case foreignFiles([String], folder: String)
  /// A name that is no UTF-8, in a folder.
  case foreignName(ForeignName, in: String)
  /// Checksums of other versions of the libraries, and whether there are other references.
  case otherVersions(old: String, new: String, hasOthers: Bool)

  var wording: FaultWording {
    switch self {
    case .incomparable(let kind, let exists):
      FaultWording(
        code: "C108", what: Self.text(of: kind, exists: exists),
        expected: "工作簿（.xlsx）、PDF、CSV，或装有这些文件的文件夹", mend: "检查文件名和所在的文件夹，或重新取得这个文件")
    case .unknownSet(let name, let known):
      FaultWording(
        code: "C109", what: "没有名为“\(name)”的版式",
        expected: "下列之一：\(known.joined(separator: "、"))",
        mend: correction(of: name, among: known, otherwise: "改为上列之一，或不写 --layout"))
    case .noReferences(let folder):
      FaultWording(
        code: "C110", what: "\(folder) 里没有可以对照的文件",
        expected:
          "\(BuildSummary.figuresFile)、sheets、pages、\(ReferenceKind.hashesFile)，或已生成的工作簿和 PDF",
        mend: "核对 --against 的文件夹；要从现在的结果建立对照，加上 --update")
    case .lostKinds(let kinds, let folder):
      FaultWording(
        code: "C121", what: "\(folder) 里缺少对照文件：\(kinds.map(\.fileNames).joined(separator: "、"))",
        expected: "\(ReferenceList.file) 所列的各种对照文件都在",
        mend: "从原处取回缺少的文件；不再需要的，从 \(ReferenceList.file) 删去那一行；要从现在的结果重建，加上 --update")
    case .unknownKinds(let lines):
      FaultWording(
        code: "C122",
        what: "\(ReferenceList.file) 里有不认识的种类：\(lines.prefix(5).joined(separator: "、"))",
        expected: oneOf(ReferenceKind.allCases.map(\.rawValue)), mend: "改正或删去这些行，或加上 --update 重写")
    case .foreignFiles(let files, let folder):
      FaultWording(
        code: "C111", severity: .warning,
        what: "\(folder) 里有不是对照文件的文件，没有比较：\(Self.listed(files))",
        expected: "对照文件，或规则文件 \(rulesFileName)", mend: "移到别的文件夹，或不必理会")
    case .foreignName(let name, let folder):
      FaultWording(
        code: "X341", what: "\(folder) 里的文件名 \(name.shown) 不是 UTF-8 编码的，没有比较",
        expected: "UTF-8 编码的文件名", mend: name.mend)
    case .otherVersions(let old, let new, let hasOthers):
      FaultWording(
        code: "C112", severity: .warning,
        what: "校验和是用别的版本的程序库做的" + (hasOthers ? "，没有比较" : "，也没有别的对照文件"), expected: new,
        mend: "原来是 \(old)；\(hasOthers ? "内容和格式都相同，" : "")要更新校验和，加上 --update")
    }
  }

  private static func text(of kind: FileKind?, exists: Bool) -> String {
    switch kind {
    case nil: exists ? "文件存在，但读不出来" : "没有这个文件或文件夹"
    case .empty: "文件是空的"
    case .unknown: "文件不是工作簿、PDF 或文本，也不是认识的其他格式"
    case let kind?: "文件是\(kind.nameInText)，不是工作簿、PDF 或文本"
    }
  }

  private static func listed(_ files: [String]) -> String {
    files.prefix(5).joined(separator: "、") + (files.count > 5 ? "等 \(files.count) 个文件" : "")
  }
}

extension ReferenceKind {
  /// What files of the kind are called in the folder.
  fileprivate var fileNames: String {
    switch self {
    case .figures: BuildSummary.figuresFile
    case .sheets, .pages, .thumbs: rawValue + "/"
    case .hashes: Self.hashesFile
    case .files: "工作簿和 PDF"
    }
  }
}
