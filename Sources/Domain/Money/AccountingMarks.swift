/// What accounting formats put around the digits of a number: a sign or parentheses, the currency, and
/// spaces between them.
struct AccountingMarks {
  private(set) var isNegative = false
  /// Whether a plus or minus stands before the digits, or parentheses around them.
  private(set) var isSigned = false
  private(set) var hasCurrency = false

  /// Takes the marks off a text in half-width characters; what is left should be digits.
  ///
  /// The currency and the sign come in either order, each once at most: `¥-5`, `-¥ 5`, `¥ (5)`, `(¥5)`.
  /// Parentheses are a minus, so that there is no other sign within or before them.
  init(takenOff rest: inout Substring) throws(AmountFault) {
    var isEnclosed = false
    while let first = rest.first {
      if !isSigned, "-+(".contains(first) {
        isSigned = true
        isNegative = first != "+"
        isEnclosed = first == "("
      } else if !hasCurrency, first == "¥" {
        hasCurrency = true
      } else if first != " " {
        break
      }
      rest = rest.dropFirst()
    }
    guard isEnclosed else { return }
    guard rest.last == ")" else { throw .notANumber }
    rest = rest.dropLast()
    while rest.last == " " { rest = rest.dropLast() }
  }
}

/// Whether a text in half-width characters is the dash that accounting formats show for zero: `-`,
/// `——`, `¥ -`.
func isDashForZero(_ text: Substring) -> Bool {
  var rest = text
  if rest.first == "¥" { rest = rest.dropFirst().drop { $0 == " " } }
  return (1...2).contains(rest.count) && rest.allSatisfy { "-—―─".contains($0) }
}
