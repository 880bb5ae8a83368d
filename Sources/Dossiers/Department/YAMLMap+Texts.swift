internal import Diagnostics
internal import SourceFiles

extension YAMLMap {
  /// A text that must be there and say something.
  func filledText(_ key: String) -> String? {
    guard let text = string(key) else { return nil }
    if !text.allSatisfy(\.isWhitespace) { return text }
    log.report(IdentityFault.emptyText(key: key), at: placeOfValue(key))
    return nil
  }

  /// Where the value of a key stands; the mapping's own place where nothing is written.
  func placeOfValue(_ key: String) -> SourcePlace { optional(key)?.place ?? place }
}
