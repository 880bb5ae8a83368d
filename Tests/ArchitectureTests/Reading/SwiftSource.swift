/// A Swift source taken apart into code and string literals.
///
/// Comments are dropped. The sources have no bare regular expressions (`/…/`), which are not told
/// from divisions here.
struct SwiftSource: Sendable {
  /// A string literal, those inside interpolations included as literals of their own.
  struct Literal: Sendable {
    /// The line on which it begins, from 1.
    let line: Int
    /// The texts between its interpolations, escapes resolved; a plain literal has one.
    let segments: [String]

    /// The text; nil where something is interpolated.
    var text: String? { segments.count == 1 ? segments[0] : nil }

    /// All that may be a word of its own: the segments and their lines, without spaces around them.
    var phrases: Set<String> {
      let lines = segments.flatMap { $0.split(whereSeparator: \.isNewline).map(String.init) }
      return Set((segments + lines).map(\.trimmed).filter { !$0.isEmpty })
    }
  }

  /// The code with every literal emptied and every comment left out, line for line.
  let code: String
  let literals: [Literal]
  /// Whether the source ended outside of literals and comments.
  let isComplete: Bool

  /// Takes a text apart.
  init(_ text: String) {
    var scanner = SwiftScanner(text)
    scanner.scanCode(isInterpolation: false)
    code = String(scanner.code)
    literals = scanner.literals.sorted { $0.line < $1.line }
    isComplete = scanner.isComplete
  }

  /// The lines of the code.
  var lines: [Substring] { code.split(separator: "\n", omittingEmptySubsequences: false) }
}

/// One pass over the scalars of a source.
private struct SwiftScanner {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var line = 1
  private(set) var code = String.UnicodeScalarView()
  private(set) var literals: [SwiftSource.Literal] = []
  private(set) var isComplete = true

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// Reads code up to the end, or to the parenthesis that closes an interpolation.
  mutating func scanCode(isInterpolation: Bool) {
    var depth = 0
    while let scalar = peek() {
      if starts(with: "//") {
        while let next = peek(), next != "\n" { skip() }
      } else if starts(with: "/*") {
        skipBlockComment()
      } else if let pounds = literalStart() {
        scanLiteral(pounds: pounds)
      } else {
        if scalar == "(" { depth += 1 }
        if scalar == ")" {
          if isInterpolation && depth == 0 { return }
          depth -= 1
        }
        if scalar != "\n" { code.append(scalar) }
        skip()
      }
    }
    if isInterpolation { isComplete = false }
  }

  /// Reads a literal from its opening quotation mark to its closing one.
  private mutating func scanLiteral(pounds: Int) {
    let start = line
    skip(pounds)
    let mark = starts(with: "\"\"\"") ? "\"\"\"" : "\""
    let fence = String(repeating: "#", count: pounds)
    skip(mark.count)
    code.append("\"")
    var segments: [String] = []
    var segment = String.UnicodeScalarView()
    while let scalar = peek() {
      if starts(with: mark + fence) {
        skip(mark.count + pounds)
        code.append("\"")
        literals.append(
          SwiftSource.Literal(line: start, segments: segments + [String(segment)]))
        return
      }
      if starts(with: "\\" + fence) {
        skip(1 + pounds)
        if peek() == "(" {
          segments.append(String(segment))
          segment = String.UnicodeScalarView()
          interpolate()
        } else {
          segment.append(contentsOf: escaped())
        }
      } else {
        segment.append(scalar)
        skip()
      }
    }
    isComplete = false
  }

  /// Reads `(code)`.
  private mutating func interpolate() {
    code.append("(")
    skip()
    scanCode(isInterpolation: true)
    code.append(")")
    skip()
  }

  /// What an escape behind its backslash stands for.
  private mutating func escaped() -> [Unicode.Scalar] {
    guard let scalar = peek() else { return [] }
    skip()
    switch scalar {
    case "n": return ["\n"]
    case "t": return ["\t"]
    case "r": return ["\r"]
    case "0": return ["\0"]
    // The line goes on.
    case "\n": return []
    case "u":
      var digits = ""
      skip()
      while let next = peek(), next != "}" {
        digits.unicodeScalars.append(next)
        skip()
      }
      skip()
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { [$0] } ?? []
    default: return [scalar]
    }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      guard peek() != nil else {
        isComplete = false
        return
      }
      if starts(with: "/*") {
        depth += 1
        skip(2)
      } else if starts(with: "*/") {
        depth -= 1
        skip(2)
      } else {
        skip()
      }
    } while depth > 0
  }

  /// How many number signs stand before a quotation mark that begins here; nil where none begins.
  private func literalStart() -> Int? {
    var end = index
    while end < scalars.count, scalars[end] == "#" { end += 1 }
    return end < scalars.count && scalars[end] == "\"" ? end - index : nil
  }

  private func peek() -> Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private func starts(with text: String) -> Bool {
    scalars[index...].starts(with: text.unicodeScalars)
  }

  /// Passes over scalars; line breaks stay in the code, so that its lines keep their numbers.
  private mutating func skip(_ count: Int = 1) {
    for _ in 0..<count where index < scalars.count {
      if scalars[index] == "\n" {
        line += 1
        code.append("\n")
      }
      index += 1
    }
  }
}
