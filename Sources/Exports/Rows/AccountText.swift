internal import Domain
internal import Dossiers
internal import SourceFiles

/// A code as systems write it, made plain: without brackets around it, separators between thousands,
/// and the zero decimals of what a program took for a number.
func plainCode(_ text: String) -> String {
  var text = half(text)
  for (open, close) in [("[", "]"), ("(", ")"), ("【", "】"), ("〔", "〕")] where text.hasPrefix(open) {
    text.removeFirst()
    if let end = text.firstIndex(where: { String($0) == close }) {
      text.replaceSubrange(end...end, with: " ")
    }
    break
  }
  let number = text.prefix { $0.isASCII && ($0.isNumber || ",.".contains($0)) }
  if number.count == text.count {
    let whole = number.split(separator: ".", omittingEmptySubsequences: false)
    if whole.count <= 2, whole.dropFirst().allSatisfy({ $0.allSatisfy { $0 == "0" } }) {
      text = whole.first.map { String($0).replacing(",", with: "") } ?? ""
    }
  }
  return text
}

/// The code that a text begins with, without levels that are nothing but zeros; empty where it has not as
/// many digits as a code of the chart.
func accountCode(_ text: String, _ lengths: [Int]) -> String {
  var code = partedCode(plainCode(text)).code
  guard code.allSatisfy({ $0.isASCII && $0.isNumber }), lengths.contains(code.count) else {
    return ""
  }
  while code.count > 3, code.hasSuffix("00") { code.removeLast(2) }
  return code
}

/// A text without blanks at its ends, with characters of ASCII in half width.
private func half(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.map { scalar in
        // U+FF01…U+FF5E stand 0xFEE0 above their half-width twins.
        guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
      }))
}
