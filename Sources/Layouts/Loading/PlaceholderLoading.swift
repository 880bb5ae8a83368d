internal import Diagnostics
internal import SourceFiles

extension FindingLog {
  /// A text with places to fill in; reports a name between braces that means nothing here.
  func template<Mark>(
    _ value: YAMLValue, allowed: [Mark]
  ) -> PlaceholderText<Mark>? {
    guard let text = value.text else {
      error(
        "004", at: value.place, what: "这里是\(value.kindName)", expected: "文字", mend: "改为文字")
      return nil
    }
    do {
      return try PlaceholderText(text, allowed: allowed)
    } catch let fault {
      report(fault, at: value.place, allowed: allowed.map(\.rawValue))
      return nil
    }
  }

  private func report(_ fault: UnknownPlaceholder, at place: SourcePlace, allowed: [String]) {
    guard fault.isClosed else {
      error(
        "101", at: place, what: "“{\(fault.name)”没有右花括号", expected: "花括号成对",
        mend: "补上右花括号，或去掉左花括号")
      return
    }
    let guess = nearest(to: fault.name, among: allowed)
    error(
      "101", at: place, what: "不认识的占位“{\(fault.name)}”",
      expected: allowed.isEmpty
        ? "没有占位的文字"
        : allowed.map { "{\($0)}" }.joined(separator: "、")
          + (allowed.count > 1 ? " 之一" : ""),
      mend: guess.map { "您是否想写“{\($0)}”？" } ?? "改为上列之一，或去掉花括号")
  }
}
