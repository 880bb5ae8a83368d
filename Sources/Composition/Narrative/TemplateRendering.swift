internal import Layouts
internal import Mustache

/// Renders templates by the template library, which is given marks instead of texts.
///
/// So no text of a dossier can become a tag or a heading: the lines are sorted into headings and
/// paragraphs while the marks still stand in their places.
struct TemplateRendering {
  /// A piece of a rendered line.
  enum Piece {
    case text(String)
    case quote(Quote)
  }

  private var quotes: [Quote] = []
  private var context: [String: Any] = [:]

  /// The characters that enclose the number of a quote; templates and texts hold no controls.
  private static let opening: Character = "\u{1}"
  private static let closing: Character = "\u{2}"

  init(_ values: [(key: String, value: EvaluatedValue)]) {
    context = dictionary(values)
  }

  /// The lines of a template, with the quotes in their places.
  func lines(of template: ProseTemplate) -> [[Piece]] {
    passages(of: template.text).flatMap { passage -> [[Piece]] in
      // Without the pragma the library would escape what HTML escapes.
      guard let compiled = try? MustacheTemplate(string: "{{% CONTENT_TYPE: TEXT}}\n" + passage)
      else {
        preconditionFailure("\(template.place): no template; the loader refuses this")
      }
      return compiled.render(context).split(separator: "\n").map(pieces)
    }
  }

  /// The stretches of whole lines at whose ends no section is open.
  ///
  /// The library counts the characters up to the end of the text at every tag that it reads, so a
  /// long template takes much longer than its passages one by one. The loader has seen to it that
  /// tags end on the line on which they begin.
  private func passages(of text: String) -> [String] {
    var passages = [""]
    var open = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      passages[passages.count - 1] += line + "\n"
      for tag in line.ranges(of: "{{") {
        switch line[tag.upperBound...].first {
        case "#", "^": open += 1
        case "/": open -= 1
        default: break
        }
      }
      if open == 0 { passages.append("") }
    }
    return passages.filter { !$0.isEmpty }
  }

  private mutating func dictionary(
    _ values: [(key: String, value: EvaluatedValue)]
  ) -> [String: Any] {
    var result: [String: Any] = [:]
    for (key, value) in values {
      switch value {
      case .condition(let holds): result[key] = holds
      case .items(let items): result[key] = items.map { dictionary($0) }
      case .quote(let quote):
        result[key] = "\(Self.opening)\(quotes.count)\(Self.closing)"
        result[ProseTemplate.conditionKey(of: key)] = !quote.isEmpty
        quotes.append(quote)
      }
    }
    return result
  }

  private func pieces(of line: Substring) -> [Piece] {
    var pieces: [Piece] = []
    for (number, part) in line.split(separator: Self.opening, omittingEmptySubsequences: false)
      .enumerated()
    {
      guard number > 0 else {
        if !part.isEmpty { pieces.append(.text(String(part))) }
        continue
      }
      let halves = part.split(
        separator: Self.closing, maxSplits: 1, omittingEmptySubsequences: false)
      if let quote = halves.first.flatMap({ Int($0) }) { pieces.append(.quote(quotes[quote])) }
      if halves.count > 1, !halves[1].isEmpty { pieces.append(.text(String(halves[1]))) }
    }
    return pieces
  }
}
