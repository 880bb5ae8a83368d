public import Foundation

/// An element of the structure of a tagged PDF, as poppler reads it.
public struct PDFElement: Equatable, Sendable {
  /// The structure type: `TD`.
  public let type: String
  /// The attributes as they are printed, by name: `ColSpan` to `2`.
  public var attributes: [String: String] = [:]
  /// The text that belongs to the element itself, without blanks.
  public var text = ""
  public var children: [PDFElement] = []

  /// All elements of a type below this one, in reading order.
  public func all(_ type: String) -> [PDFElement] {
    children.flatMap { ($0.type == type ? [$0] : []) + $0.all(type) }
  }
}

/// The elements at the top of a PDF's structure.
public func pdfStructure(_ url: URL) throws -> [PDFElement] {
  var lines = try run("pdfinfo", ["-struct-text", url.path]).output
    .split(separator: "\n").map(Line.init)[...]
  return elements(&lines, depth: 0)
}

/// A line of five kinds by its indentation: `TR`, `TH:`, ` /Scope /Column`, `Object 12 0`, `"text"`.
private struct Line {
  let depth: Int
  let text: Substring

  init(_ line: Substring) {
    text = line.drop { $0 == " " }
    depth = (line.count - text.count) / 2
  }
}

/// Takes the elements of a depth off the lines.
private func elements(_ lines: inout ArraySlice<Line>, depth: Int) -> [PDFElement] {
  var result: [PDFElement] = []
  while let line = lines.first, line.depth >= depth {
    let last = result.count - 1
    if line.text.hasPrefix("\""), last >= 0 {
      result[last].text += line.text.dropFirst().dropLast().filter { !$0.isWhitespace }
    } else if line.text.hasPrefix("Object "), last >= 0 {
      // The annotation of a link.
    } else if line.text.hasPrefix("/"), last >= 0 {
      let parts = line.text.dropFirst().split(separator: " ", maxSplits: 1)
      result[last].attributes[String(parts[0])] = String(parts.last ?? "")
    } else if line.depth > depth, last >= 0 {
      result[last].children += elements(&lines, depth: line.depth)
      continue
    } else {
      result.append(PDFElement(type: String(line.text.prefix { $0.isLetter || $0.isNumber })))
    }
    lines = lines.dropFirst()
  }
  return result
}
