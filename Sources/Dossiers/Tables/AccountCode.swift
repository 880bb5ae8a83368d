internal import Diagnostics
internal import Domain
internal import SourceFiles

/// A code as people write it, alone or with its name behind: `2080505-机关事业单位基本养老保险缴费支出`.
struct WrittenCode {
  let code: String
  /// The name; nil where there is none.
  var name: String?

  /// A text that begins with the digits of a code; otherwise it is all code.
  init(_ text: String) {
    let digits = text.unicodeScalars.prefix { ("0"..."9").contains($0) || isFullWidth($0) }
    let name = String(text.unicodeScalars.dropFirst(digits.count)).drop(while: isSeparator)
    guard !digits.isEmpty, let first = name.first, first.isLetter else {
      code = text
      return
    }
    code = String(digits)
    self.name = String(name)
  }

  /// A text that begins with one of the codes, of which others than digits may be part.
  init(_ text: String, among codes: some Sequence<String>) {
    let known = codes.filter { text.hasPrefix($0) }.max { $0.count < $1.count }
    guard let known, let next = text.dropFirst(known.count).first,
      next.isLetter && !next.isASCII || isSeparator(next),
      let first = text.dropFirst(known.count).first(where: { !isSeparator($0) }), first.isLetter
    else {
      code = text
      return
    }
    code = known
    name = String(text.dropFirst(known.count).drop(while: isSeparator))
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
) -> (account: Code, name: String?)? {
  let written = WrittenCode(cell.text)
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
