internal import Diagnostics

/// What an audit has to say to whoever builds.
enum AuditFault: Fault {
  /// Errors were found: nothing is written.
  case refused(errors: Int)
  /// Errors were found, and a draft was written all the same.
  case draft(errors: Int)
  /// Warnings that nothing settles.
  case warnings(Int)

  var wording: FaultWording {
    switch self {
    case .refused(let errors):
      FaultWording(
        code: "X430", cause: .check, what: "审核发现 \(errors) 处错误", expected: "审核没有错误才生成公开文件",
        mend: "按上面各条改正；先要看版面的，加 --draft 生成草稿")
    case .draft(let errors):
      FaultWording(
        code: "X431", cause: .check, what: "审核发现 \(errors) 处错误，只生成了草稿", expected: "审核没有错误才生成公开文件",
        mend: "按上面各条改正后重新生成")
    case .warnings(let count):
      FaultWording(
        code: "X432", severity: .warning, cause: .check, what: "审核有 \(count) 处警告没有说明",
        expected: "每处警告改正，或在审核说明.yaml 中写明理由",
        mend: "运行 gongkai check 查看；gongkai check --reasons 生成说明的底稿")
    }
  }
}
