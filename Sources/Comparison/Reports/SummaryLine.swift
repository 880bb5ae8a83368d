internal import Diagnostics

extension ComparisonReport {
  /// The line of summary: whether both sides are equal, and the counts.
  public var summary: String {
    let verdict = findings.hasErrors ? "没有比完" : differences.isEmpty ? "相同" : "不同"
    let parts = ["比较 \(comparedCount.grouped) 项"] + extent.parts
    let unread = extent.unread.map { "；\($0)" } ?? ""
    return "\(verdict)：\(parts.joined(separator: "，"))\(unread)；"
      + "差异 \(differences.count.grouped) 处，忽略 \(ignoredCount.grouped) 处。"
  }
}

extension ComparedExtent {
  /// `10 张表`, `49 页，其中 32 页逐字节相同`: what was compared, without what there is none of.
  fileprivate var parts: [String] {
    var parts: [String] = []
    if forms > 0 { parts.append("\(forms.grouped) 张表") }
    if sheets > 0 { parts.append("\(sheets.grouped) 个工作表") }
    if pages > 0 { parts.append("\(pages.grouped) 页" + Self.same("页", samePages)) }
    if files > 0 {
      parts.append("\(files.grouped) 个文件" + Self.same("个文件", sameFiles))
    } else if sameFiles > 0 {
      parts.append("两个文件逐字节相同")
    }
    return parts
  }

  private static func same(_ unit: String, _ count: Int) -> String {
    count > 0 ? "，其中 \(count.grouped) \(unit)逐字节相同" : ""
  }

  /// `未读：左 0 页，右 2 页`; nil where nothing could have stayed unread.
  fileprivate var unread: String? {
    guard let left = unreadLeft.text(beside: unreadRight),
      let right = unreadRight.text(beside: unreadLeft)
    else { return nil }
    return "未读：左 \(left)，右 \(right)"
  }
}

extension ComparedExtent.Unread {
  /// `2 页`, `1 个工作表`; a list of figures counts as the other side does.
  fileprivate func text(beside other: Self) -> String? {
    var parts: [String] = []
    let isList = !hasPages && !hasSheets
    if hasPages || isList && other.hasPages { parts.append("\(pages.grouped) 页") }
    if hasSheets || isList && other.hasSheets { parts.append("\(sheets.grouped) 个工作表") }
    return parts.isEmpty ? nil : parts.joined(separator: "、")
  }
}

extension Int {
  /// The number with a comma before every three digits.
  var grouped: String {
    var digits = String(magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (self < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
  }
}
