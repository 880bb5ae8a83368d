internal import Diagnostics

/// What can be wrong with the reasons that a department states.
enum ReasonFault: Fault {
  /// A check that the set does not have.
  case unknownCheck(String, known: [String])
  /// A reason that is not written yet.
  case empty(String)
  /// A date that is none.
  case date(String)
  /// One that settles nothing.
  case idle(String, address: String)
  /// One for an error, which no reason settles.
  case error(String, address: String)
  /// One that was stated before.
  case repeated(String, address: String)
  /// One whose time is over.
  case expired(String, on: String)

  /// What stands where a reason is to be written.
  static let open = "（请写明理由）"

  var wording: FaultWording {
    switch self {
    case .unknownCheck(let id, let known):
      FaultWording(
        code: "D310", what: "没有编号为\(quoted(id))的检查", expected: "docs/checks.md 中的编号",
        mend: correction(of: id, among: known, otherwise: "改正编号，或删去这一条"))
    case .empty(let id):
      FaultWording(
        code: "D311", severity: .warning, what: "检查 \(id) 还没有写理由，这一条不起作用",
        expected: "一句话写明实际情况", mend: "写明理由，或删去这一条")
    case .date(let text):
      FaultWording(
        code: "D312", what: "有效期至\(quoted(text))", expected: "日期（年-月-日）", mend: "改为日期")
    case .idle(let id, let address):
      FaultWording(
        code: "D313", severity: .warning, what: "说明没有对应的审核发现：\(id) \(address)",
        expected: "说明对应一处警告", mend: "问题已经改正的，删去这一条；没有改正的，核对编号和位置")
    case .error(let id, let address):
      FaultWording(
        code: "D314", severity: .warning, what: "说明不能消除错误：\(id) \(address)",
        expected: "错误要改正", mend: "改正数据；这项检查确实不适用于本部门的，写在“不适用”下")
    case .repeated(let id, let address):
      FaultWording(
        code: "D315", severity: .warning, what: "同一处写了两条说明：\(id) \(address)",
        expected: "一处一条", mend: "删去其中一条")
    case .expired(let id, let date):
      FaultWording(
        code: "D316", severity: .warning, what: "检查 \(id) 的说明有效期至 \(date)，已经过期，不起作用",
        expected: "公开日期不晚于有效期", mend: "核对情况是否仍是这样：是的，改有效期；不是的，删去")
    }
  }
}
