internal import Diagnostics

/// By what differences of several files are known to be one: the address and both prints.
///
/// A figure that the files print otherwise is not one change but several, and each is told.
struct EntryKey: Hashable {
  private let address: String
  private let left: String
  private let right: String

  /// The key of a difference; nil for one that has no public address.
  init?(_ difference: Difference) {
    switch difference.address {
    case .figure(let figure)?:
      address = figure.comparedKey
      left = printKey(difference.left?.value ?? "")
      right = printKey(difference.right?.value ?? "")
    case .form(let number)?:
      // How many figures of a form a file has depends on what it can tell.
      address = number
      left = difference.left == nil ? "" : "form"
      right = difference.right == nil ? "" : "form"
    default: return nil
    }
  }
}

/// A print as readers take it: equal for two prints that ``isSamePrint(_:_:)`` takes for one.
func printKey(_ text: String) -> String {
  if let number = PrintedNumber(text) {
    return "\(number.units)/\(number.decimals)" + (text.hasSuffix("%") ? "%" : "")
  }
  return isSamePrint(text, "——") ? "——" : text
}
