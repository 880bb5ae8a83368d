/// What an output file says, as text that people review in a change: lines of fields with tabs
/// between them.
///
/// Renditions are made from what the readers found in the file, so they tell what is in it and not
/// what was meant to be.
struct Rendition: Hashable, Sendable {
  /// Where it stands in a folder of references: `sheets/决算公开表/公开05表.txt`.
  let path: String
  let lines: [String]

  /// The text of the file.
  var text: String { lines.map { $0 + "\n" }.joined() }

  /// Fields in one line; what would break the line or the fields is written as an escape.
  static func line(_ fields: [String]) -> String {
    fields.map { field in
      field.contains { $0 == "\t" || $0.isNewline }
        ? field.replacing("\t", with: "\\t").replacing("\r\n", with: "\\n")
          .replacing("\n", with: "\\n").replacing("\r", with: "\\n")
        : field
    }.joined(separator: "\t")
  }

  /// A number with at most so many decimals and without idle zeros.
  static func number(_ value: Double, decimals: Int = 2) -> String {
    guard value.isFinite, value.magnitude < 1e12 else { return "\(value)" }
    let scale = [1.0, 10, 100, 1_000][min(decimals, 3)]
    let units = Int64((value * scale).rounded())
    let whole = units.magnitude / UInt64(scale)
    var fraction = String(units.magnitude % UInt64(scale))
    fraction = String(repeating: "0", count: max(0, min(decimals, 3) - fraction.count)) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let sign = units < 0 ? "-" : ""
    return fraction.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(fraction)"
  }
}

extension String {
  /// The text as the name of a file: what a file system takes for something else is replaced.
  var asFileName: String {
    let name = String(map { "/\\:*?\"<>|\0".contains($0) ? "_" : $0 })
    return name.isEmpty || name.hasPrefix(".") ? "_" + name : name
  }
}
