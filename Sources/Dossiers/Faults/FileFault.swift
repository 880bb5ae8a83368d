internal import Diagnostics
internal import SourceFiles

/// Faults of the dossier folder and of files as a whole.
enum FileFault: Fault {
  /// There is no folder of that name, nor a workbook that was filled in; whether a file is there all the
  /// same.
  case noDossier(String, isFile: Bool)
  /// The folder is there and cannot be looked into.
  case unreadable(String, SystemReason)
  /// An entry whose name is no UTF-8.
  case foreignName(ForeignName)
  /// A file that every dossier has is missing; the unknown file that may be meant.
  case missing(String, guess: String?)
  /// A file or folder that no dossier has; the known name that may be meant.
  case unknown(String, guess: String?)
  /// A table without any text.
  case empty(headings: [String])

  var wording: FaultWording {
    switch self {
    case .noDossier(let name, let isFile):
      FaultWording(
        code: "D020",
        what: isFile ? "\(quoted(name))不是文件夹，也不是 .xlsx 工作簿" : "没有名为\(quoted(name))的文件夹或工作簿",
        expected: "一个卷宗：填报工作簿（.xlsx），或文件夹，内有 "
          + DossierFiles.required.joined(separator: "、"),
        mend: isFile ? "旧格式的工作簿（.xls、.et、.ods），打开后另存为 .xlsx；单个 CSV 放进卷宗文件夹里" : "检查路径")
    case .unreadable(let name, let reason):
      FaultWording(
        code: "D292", what: "文件夹\(quoted(name))读不出来：\(reason.what)", expected: reason.expected,
        mend: reason.mend)
    case .foreignName(let name):
      FaultWording(
        code: "D291", severity: .warning, what: "文件名 \(name.shown) 不是 UTF-8 编码的，没有读取",
        expected: "UTF-8 编码的文件名", mend: name.mend)
    case .missing(let name, let guess):
      FaultWording(
        code: "D021", what: "卷宗里没有 \(name)",
        expected: "卷宗必须有 \(DossierFiles.required.joined(separator: "、"))",
        mend: guess.map { "“\($0)”是不是它？改名为 \(name)" } ?? "补上 \(name)；没有数据时也要有表头")
    case .unknown(let name, let guess):
      FaultWording(
        code: "D022", severity: .warning, what: "不认识的文件“\(name)”，没有读取",
        expected: "卷宗只有 \(DossierFiles.known.joined(separator: "、")) 和 evaluations 文件夹",
        mend: guess.map { "您是否想命名为“\($0)”？改名，或移出卷宗" } ?? "移出卷宗；需要保留的说明放在别处")
    case .empty(let headings):
      FaultWording(
        code: "D023", what: "文件是空的", expected: "第一行是表头：" + headings.joined(separator: ","),
        mend: "写上表头；没有数据时只留表头")
    }
  }
}
