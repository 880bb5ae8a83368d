internal import Diagnostics
internal import Domain
internal import SourceFiles

/// A code as people write it, alone or with its name behind: `2080505-机关事业单位基本养老保险缴费支出`.
struct WrittenCode {
  let code: String
  /// The name; nil where there is none.
  private(set) var name: InputCell?

  /// A field that begins with the digits of a code; otherwise it is all code.
  init(_ cell: InputCell) {
    let digits = cell.text.unicodeScalars.prefix { ("0"..."9").contains($0) || isFullWidth($0) }
    let rest = String(cell.text.unicodeScalars.dropFirst(digits.count)).drop(while: isSeparator)
    guard !digits.isEmpty, let first = rest.first, first.isLetter else {
      code = cell.text
      return
    }
    code = String(digits)
    name = InputCell(text: String(rest), place: cell.place)
  }

  /// A field that begins with one of the codes, of which others than digits may be part.
  init(_ cell: InputCell, among codes: [String: some Any]) {
    let text = cell.text
    let known = codes.keys.filter(text.hasPrefix).max { $0.count < $1.count }
    let rest = known.map { text.dropFirst($0.count).drop(while: isSeparator) }
    // Codes are of ASCII: of `431-A` nobody knows whether it is another unit's.
    guard let known, let rest, let first = rest.first, first.isLetter, !first.isASCII else {
      code = text
      return
    }
    code = known
    name = InputCell(text: String(rest), place: cell.place)
  }
}

/// Whether the character stands between a code and its name.
private func isSeparator(_ character: Character) -> Bool {
  " \t\u{3000}\u{00A0}-－–—―─−_:：|/".contains(character)
}

/// The account that a field names, with the name that stands behind the code; reports a text that is
/// no code of the chart.
func readCode<Code: Account>(
  _ cell: InputCell, in chart: AccountChart, log: FindingLog
) -> (account: Code, name: InputCell?)? {
  let written = WrittenCode(cell)
  if let account = Code(written.code) { return (account, written.name) }
  let halfWidth = String(
    String.UnicodeScalarView(written.code.unicodeScalars.map(halfWidthDigit)))
  let fault: AccountFault =
    halfWidth != written.code && Code(halfWidth) != nil
    ? .fullWidth(written.code, halfWidth: halfWidth) : .malformed(cell.text, chart: chart)
  log.report(fault, at: cell.place)
  return nil
}

private func isFullWidth(_ scalar: Unicode.Scalar) -> Bool { ("０"..."９").contains(scalar) }

/// The half-width twin of a full-width digit (U+FF10…U+FF19); any other scalar as it is.
private func halfWidthDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  isFullWidth(scalar) ? Unicode.Scalar(UInt8(scalar.value - 0xFEE0)) : scalar
}
