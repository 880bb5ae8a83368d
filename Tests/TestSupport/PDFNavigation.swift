public import Foundation
internal import Testing

/// Outline, links and page labels of a PDF file as qpdf and poppler find them.
public struct PDFNavigation: Sendable {
  /// An entry of the outline.
  public struct Entry: Hashable, Sendable {
    /// What it says.
    public let title: String
    /// 1 for the entries at the root.
    public let level: Int
    /// From 1.
    public let page: Int
  }

  /// An area that leads to another place.
  public struct Link: Sendable {
    /// The page on which it stands, from 1.
    public let page: Int
    /// Left, bottom, right, top in points from the lower left corner.
    public let area: [Double]
    /// The page that it leads to, from 1.
    public let target: Int
    /// The height there, from the lower edge.
    public let height: Double
  }

  /// The entries in order, from the root to the leaves.
  public let outline: [Entry]
  /// The links in the order of the pages.
  public let links: [Link]
  /// The label of each page.
  public let labels: [String]

  /// Reads a file.
  public init(_ url: URL) throws {
    outline = try Self.outline(url)
    links = try Self.links(url)
    labels = try Self.labels(url)
  }

  private static func json(_ url: URL, _ key: String) throws -> [String: Any] {
    let result = try run("qpdf", ["--json", "--json-key=\(key)", url.path])
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(object as? [String: Any])
  }

  private static func outline(_ url: URL) throws -> [Entry] {
    func entries(_ list: Any?, level: Int) -> [Entry] {
      (list as? [[String: Any]] ?? []).flatMap { entry in
        [
          Entry(
            title: entry["title"] as? String ?? "", level: level,
            page: entry["destpageposfrom1"] as? Int ?? 0)
        ] + entries(entry["kids"], level: level + 1)
      }
    }
    return entries(try json(url, "outlines")["outlines"], level: 1)
  }

  /// The links of all pages; their destinations are named, and poppler knows the names.
  private static func links(_ url: URL) throws -> [Link] {
    var places: [String: (page: Int, height: Double)] = [:]
    for line in try run("pdfinfo", ["-dests", url.path]).output.split(separator: "\n") {
      let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
      guard words.count == 8, let page = Int(words[0]), let height = Double(words[4]) else {
        continue
      }
      places[words[7].filter { $0 != "\"" }] = (page, height)
    }
    let pages = try #require(try json(url, "pages")["pages"] as? [[String: Any]])
    let file = try #require(try json(url, "qpdf")["qpdf"] as? [Any])
    let objects = try #require(file.last as? [String: Any])
    func value(_ reference: Any?) -> Any? {
      guard let name = reference as? String, let object = objects["obj:\(name)"] as? [String: Any]
      else { return reference }
      return object["value"] ?? (object["stream"] as? [String: Any])?["dict"]
    }
    return pages.enumerated().flatMap { index, page -> [Link] in
      let content = value(page["object"]) as? [String: Any]
      let annotations = value(content?["/Annots"]) as? [Any] ?? []
      return annotations.compactMap { annotation in
        guard let link = value(annotation) as? [String: Any],
          link["/Subtype"] as? String == "/Link", let area = link["/Rect"] as? [Double],
          let name = (link["/Dest"] as? String)?.dropFirst(2), let place = places[String(name)]
        else { return nil }
        return Link(page: index + 1, area: area, target: place.page, height: place.height)
      }
    }
  }

  /// What a viewer calls each page; ranges of labels are written out (ISO 32000-1, 12.4.2).
  private static func labels(_ url: URL) throws -> [String] {
    let ranges = try #require(try json(url, "pagelabels")["pagelabels"] as? [[String: Any]])
    let pages = try #require(try json(url, "pages")["pages"] as? [Any]).count
    var labels = (1...pages).map(String.init)
    for range in ranges {
      let label = range["label"] as? [String: Any]
      let first = range["index"] as? Int ?? 0
      for page in first..<pages {
        let prefix = (label?["/P"] as? String).map { String($0.dropFirst(2)) } ?? ""
        let number = (label?["/St"] as? Int ?? 1) + page - first
        labels[page] = prefix + (label?["/S"] == nil ? "" : String(number))
      }
    }
    return labels
  }
}

/// The text of each page without blanks, as poppler reads it.
public func pageTexts(_ url: URL) throws -> [String] {
  try run("pdftotext", ["-layout", url.path, "-"]).output
    .split(separator: "\u{0C}", omittingEmptySubsequences: false).dropLast()
    .map { $0.filter { !$0.isWhitespace } }
}
