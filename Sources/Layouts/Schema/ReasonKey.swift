/// The keys of 审核说明.yaml, in which a department states reasons that settle the audit's warnings.
public enum ReasonKey {
  /// Reasons for one place each.
  public static let reasons = "说明"
  /// Checks that are wrong for the department as a whole.
  public static let switchedOff = "不适用"
  /// What a reason can be for.
  public static let uses = [reasons, switchedOff]

  /// The id of the check.
  public static let check = "检查"
  /// The public address of what the check has found.
  public static let address = "位置"
  /// What it has found, for people; nothing reads it.
  public static let figures = "数据"
  /// The reason itself.
  public static let reason = "理由"
  /// The last day on which it holds.
  public static let lastDay = "有效期至"
  /// The keys of a reason, in their usual order.
  public static let ofReason = [check, address, figures, reason, lastDay]
}
