internal import Foundation
internal import TestSupport

/// What the tests need to know of a Markdown page.
struct MarkdownPage {
  /// The path from the root of the checkout.
  let path: String
  /// The lines outside of code blocks.
  private(set) var prose: [String] = []
  /// The code blocks, without their fences.
  private(set) var codeBlocks: [String] = []

  /// Reads a page by its path from the root.
  init(_ path: String) throws {
    self.path = path
    var block: [String]?
    for line in try Project.text(path).components(separatedBy: "\n") {
      if line.trimmed.hasPrefix("```") {
        if let lines = block { codeBlocks.append(lines.joined(separator: "\n")) }
        block = block == nil ? [] : nil
      } else if block != nil {
        block?.append(line)
      } else {
        prose.append(line)
      }
    }
  }

  /// The levels of the headings, in order: 1 for the title.
  var headingLevels: [Int] {
    prose.filter { $0.hasPrefix("#") }.map { $0.prefix { $0 == "#" }.count }
  }

  /// The rows of all tables as their cells, heads included, ruling rows left out.
  var tableRows: [[String]] {
    prose.filter { $0.hasPrefix("|") && !$0.hasPrefix("|-") && !$0.hasPrefix("| -") }.map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
        .map { String($0).trimmed }
    }
  }

  /// What links and pictures point to.
  var targets: [String] {
    prose.flatMap { line in
      line.matches(of: /\]\(([^)\s]+)\)|src="([^"]+)"/).compactMap { match in
        (match.1 ?? match.2).map(String.init)
      }
    }
  }
}
