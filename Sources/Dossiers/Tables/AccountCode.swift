internal import Diagnostics
internal import Domain
internal import SourceFiles

/// The account that a field names; reports a text that is no code of the chart.
func readCode<Code: Account>(_ cell: InputCell, in chart: AccountChart, log: FindingLog) -> Code? {
  if let account = Code(cell.text) { return account }
  let halfWidth = String(String.UnicodeScalarView(cell.text.unicodeScalars.map(halfWidthDigit)))
  let fault: AccountFault =
    halfWidth != cell.text && Code(halfWidth) != nil
    ? .fullWidth(cell.text, halfWidth: halfWidth) : .malformed(cell.text, chart: chart)
  log.report(fault, at: cell.place)
  return nil
}

/// The half-width twin of a full-width digit (U+FF10…U+FF19); any other scalar as it is.
private func halfWidthDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  guard ("０"..."９").contains(scalar) else { return scalar }
  return Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
}
