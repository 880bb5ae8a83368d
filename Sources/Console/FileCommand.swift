/// The commands that read finished files and lists, which the second executable has.
public enum FileCommand: String, CaseIterable, Sendable {
  case catalogue, check, convert, diff, new, verify
  case takeOver = "import"

  /// What `--help` says of it, in whichever executable.
  public var abstract: String {
    switch self {
    case .catalogue: "科目表：列出、查找、核对科目的名称，从已公开的文件里取得，写进卷宗。"
    case .check: "审核一个卷宗，或已有的公开文件：表内、表间、账与表、文字与表是否一致。"
    case .convert: "卷宗文件夹和填报工作簿互相转换，内容不变。"
    case .diff: "比较两套文件（文件夹、xlsx、pdf 或 figures.csv），说明哪里不同。"
    case .new: "由上年开始新的一年。"
    case .takeOver: "导入：按一份对照表，把预算、财务系统导出的表变成卷宗的表。"
    case .verify: "在临时文件夹里生成一遍，与一个文件夹里的对照文件比较。"
    }
  }

  /// The command that a command line asks for, or asks help about; nil for any other, and for a new
  /// dossier that needs nothing of the year before.
  public init?(asked arguments: [String]) {
    let names = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
    guard let name = names.first, let command = FileCommand(rawValue: name) else { return nil }
    let asksForLastYear = arguments.contains { argument in
      argument == NewOptions.from || argument.hasPrefix(NewOptions.from + "=")
    }
    guard command != .new || asksForLastYear else { return nil }
    self = command
  }

  /// Whether a command line is the second executable's to carry out: it asks for one of its commands, or
  /// names a workbook where a dossier may be one.
  public static func isAsked(by arguments: [String]) -> Bool {
    if FileCommand(asked: arguments) != nil { return true }
    guard let name = arguments.first, ["build", "fonts"].contains(name) else { return false }
    return arguments.dropFirst().contains { $0.lowercased().hasSuffix(".xlsx") }
  }
}
