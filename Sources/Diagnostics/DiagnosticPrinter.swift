/// Turns findings into the text that a clerk reads.
///
/// The first line is always `place: severity code: what`, so that editors can jump to the place;
/// then the line of the source with a mark under the column, then what was expected and the mend.
public struct DiagnosticPrinter: Sendable {
  private let lines: @Sendable (_ file: String) -> [String]?

  /// A printer that quotes source lines.
  ///
  /// - Parameter lines: the lines of a file named in a place, or nil where it cannot be quoted.
  public init(lines: @escaping @Sendable (_ file: String) -> [String]? = { _ in nil }) {
    self.lines = lines
  }

  /// All findings in reading order, and a closing line that counts them.
  ///
  /// - Parameters:
  ///   - findings: what was found; printed by place, each once.
  ///   - consequence: what follows, printed after the counts (`没有写出任何文件。`).
  public func text(of findings: [Finding], consequence: String) -> String {
    let ordered = findings.inReadingOrder()
    let counts = Severity.allCases.reversed().compactMap { severity in
      let count = ordered.count { $0.severity == severity }
      return count > 0 ? "\(severity.label) \(count) 处" : nil
    }.joined(separator: "，")
    let ending = counts.isEmpty ? consequence : "\(counts)；\(consequence)"
    return ordered.map { text(of: $0) }.joined() + ending + "\n"
  }

  /// One finding, with a line break at its end.
  public func text(of finding: Finding) -> String {
    let place = finding.place.map { Self.text(of: $0) + ": " } ?? ""
    var text = visible("\(place)\(finding.severity.label) \(finding.code): \(finding.what)") + "\n"
    if case .source(let place) = finding.place { text += quotation(of: place) }
    text += "    期望: \(visible(finding.expected))\n    处理: \(visible(finding.mend))\n"
    for line in finding.paste {
      // Tabs part the cells of rows that are pasted into a sheet.
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      text += "        \(cells.map { visible(String($0)) }.joined(separator: "\t"))\n"
    }
    if !finding.related.isEmpty {
      text += "    另见: \(visible(RelatedPlaces(finding.related).text))\n"
    }
    return text
  }

  /// The source line with a mark under the place's column; empty where it cannot be quoted.
  private func quotation(of place: SourcePlace) -> String {
    guard place.line > 0, let lines = lines(place.file), place.line <= lines.count else {
      return ""
    }
    let line = lines[place.line - 1]
    guard line.unicodeScalars.count <= 160 else { return "" }
    let prefix = "\(place.line) | "
    guard place.column > 0 else { return "    \(prefix)\(visible(line))\n" }
    let before = line.unicodeScalars.prefix(place.column - 1)
    let indent = before.reduce(prefix.count) { $0 + displayWidth(of: $1) }
    return "    \(prefix)\(visible(line))\n    " + String(repeating: " ", count: indent) + "^\n"
  }

  /// A text on one line, without characters that would steer the terminal: each becomes one column,
  /// so that marks stay where they are.
  private func visible(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control: result.append(scalar == "\t" ? " " : "\u{FFFD}")
      case .lineSeparator, .paragraphSeparator: result.append("\u{FFFD}")
      // Marks of direction would let a line read otherwise than it is.
      case .format: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

extension Severity {
  /// What clerks call it.
  fileprivate var label: String {
    switch self {
    case .note: "提示"
    case .warning: "警告"
    case .error: "错误"
    }
  }
}
