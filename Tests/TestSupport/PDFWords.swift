public import Foundation

/// A word of a PDF page as poppler reads it, in points from the upper left corner.
public struct PDFWord: Sendable {
  public let text: String
  public let left, top, right, bottom: Double

  /// Whether the word's middle lies in a rectangle.
  public func isIn(left: Double, top: Double, right: Double, bottom: Double) -> Bool {
    let x = (self.left + self.right) / 2
    let y = (self.top + self.bottom) / 2
    return left <= x && x <= right && top <= y && y <= bottom
  }
}

/// The words of every page of a PDF, in the order of its text.
public func pdfWords(_ url: URL) throws -> [[PDFWord]] {
  let result = try run("pdftotext", ["-bbox", url.path, "-"])
  var pages: [[PDFWord]] = []
  for line in result.output.split(separator: "\n") {
    if line.contains("<page ") { pages.append([]) }
    guard line.contains("<word "), !pages.isEmpty else { continue }
    let parts = line.split(separator: "\"").map(String.init)
    let numbers = stride(from: 1, through: 7, by: 2).compactMap { Double(parts[$0]) }
    guard numbers.count == 4, let start = line.firstIndex(of: ">"),
      let end = line.range(of: "</word>")?.lowerBound
    else { continue }
    let text = line[line.index(after: start)..<end]
      .replacing("&amp;", with: "&").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
    pages[pages.count - 1].append(
      PDFWord(
        text: String(text), left: numbers[0], top: numbers[1], right: numbers[2],
        bottom: numbers[3]))
  }
  return pages
}
