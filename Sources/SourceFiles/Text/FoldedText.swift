/// A word as it is looked up: full-width characters of ASCII in half width, without any space.
///
/// Two spellings that fold to one text are the same word to whoever wrote them: `金额(元)` and
/// `金额（元）`, `其　他` and `其他`.
public func folded(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x3000: continue
    // U+FF01…U+FF5E stand 0xFEE0 above their half-width twins.
    case 0xFF01...0xFF5E: result.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    default: result.append(scalar)
    }
  }
  return String(result)
}
