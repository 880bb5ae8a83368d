internal import Foundation

/// What a Swift source declares as public, each with what is said above it.
///
/// Extensions declare nothing of their own, and the cases of an enum are as public as the enum; the
/// words for them are left to judgement.
struct PublicDeclarations {
  struct Declaration {
    /// The line on which it begins, below its attributes; from 1.
    let line: Int
    /// That line.
    let text: String
    /// The first paragraph of its doc comment; nil without one.
    let summary: String?
  }

  private(set) var all: [Declaration] = []
  /// The lines of the source without indents.
  private let raw: [String]
  /// The same lines with literals emptied and comments left out.
  private let code: [String]

  init(of source: SwiftSource, text: String) {
    raw = text.components(separatedBy: "\n").map(\.trimmed)
    code = source.lines.map { String($0).trimmed }
    for (index, line) in code.enumerated() where Self.declares(line) {
      all.append(Declaration(line: index + 1, text: raw[index], summary: summary(above: index)))
    }
  }

  /// Whether a line declares something that other modules see.
  private static func declares(_ line: String) -> Bool {
    line.contains("public")
      && line.prefixMatch(
        of: /(?:@\w+(?:\(.*?\))?\s+)*(?:\w+(?:\(\w+\))?\s+)*public\s+(?!(?:import|extension)\b)\w/)
        != nil
  }

  /// The first paragraph of the doc comment that ends above a line and its attributes.
  private func summary(above index: Int) -> String? {
    let end = firstAttribute(above: index)
    var start = end
    // In a literal such a line would be followed by the literal's end, never by a declaration.
    while start > 0, raw[start - 1].hasPrefix("///") { start -= 1 }
    let paragraph = raw[start..<end].map { String($0.dropFirst(3)).trimmed }.prefix { $0 != "" }
    return paragraph.isEmpty ? nil : paragraph.joined(separator: " ")
  }

  /// Where the attributes begin that stand on lines of their own above a line, each on one or more.
  private func firstAttribute(above index: Int) -> Int {
    var first = index
    while first > 0 {
      var start = first - 1
      var open = Self.closing(code[start])
      while open > 0, start > 0 {
        start -= 1
        open += Self.closing(code[start])
      }
      guard code[start..<first].joined(separator: " ").wholeMatch(of: /@\w+(?:\(.*\))?/) != nil
      else { break }
      first = start
    }
    return first
  }

  /// How many parentheses a line closes that it does not open.
  private static func closing(_ line: String) -> Int {
    line.count { $0 == ")" } - line.count { $0 == "(" }
  }
}

extension SourceFile {
  /// What the file declares as public.
  var publicDeclarations: [PublicDeclarations.Declaration] {
    PublicDeclarations(of: source, text: text).all
  }
}
