internal import Diagnostics
internal import SourceFiles

extension FindingLog {
  /// A text with places to fill in; reports a name between braces that means nothing here.
  func template<Mark>(
    _ value: YAMLValue, allowed: [Mark]
  ) -> PlaceholderText<Mark>? {
    guard let text = value.text else {
      report(YAMLFault.wrongType(found: value.kindName, expected: "文字"), at: value.place)
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
      report(PlaceholderFault.unclosed(fault.name), at: place)
      return
    }
    report(PlaceholderFault.unknown(fault.name, allowed: allowed), at: place)
  }
}
