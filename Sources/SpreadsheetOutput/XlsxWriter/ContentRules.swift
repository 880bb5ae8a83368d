internal import Domain

/// Refuses a content that a cell cannot hold.
func checkContent(_ content: SheetContent, doing: String) throws(SpreadsheetError) {
  switch content {
  case .blank: break
  case .text(let text): try checkText(text, doing: doing)
  case .number(let number): _ = try binary(number, doing: doing)
  }
}

/// Refuses a text that is too long for a cell, or that has characters which Excel escapes.
///
/// A NUL would silently end the text, since the library reads C strings.
func checkText(_ text: String, doing: String) throws(SpreadsheetError) {
  let count = text.utf16.count
  guard count <= 32_767 else { throw SpreadsheetError(.textTooLong(count), doing: doing) }
  let unseen = text.unicodeScalars.first { scalar in
    scalar.value < 0x20 && scalar != "\n" && scalar != "\t"
  }
  if let unseen { throw SpreadsheetError(.controlCharacter(unseen.value), doing: doing) }
}

/// Refuses a footer longer than Excel takes.
func checkFooter(_ footer: String, doing: String) throws(SpreadsheetError) {
  try checkText(footer, doing: doing)
  let count = footer.utf16.count
  guard count <= 255 else { throw SpreadsheetError(.footerTooLong(count), doing: doing) }
}

/// The binary number nearest to a decimal one.
///
/// Excel shows 15 digits and no more. Within them the library's 16 digits lead back to the same
/// binary number, though they may look odd in the file: `0.07` becomes `0.07000000000000001`.
func binary(_ number: FixedDecimal, doing: String) throws(SpreadsheetError) -> Double {
  let text = number.description
  guard number.units.magnitude < 1_000_000_000_000_000, let value = Double(text) else {
    throw SpreadsheetError(.numberTooLong(text), doing: doing)
  }
  return value
}
