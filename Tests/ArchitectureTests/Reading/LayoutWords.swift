internal import Foundation
internal import TestSupport

/// What the layout sets prescribe in words and codes, all of which is data and never Swift.
enum LayoutWords {
  /// Keys of a set whose values are the schema's own words: Swift has to know these.
  private static let schemaKeys: Set<String> = [
    "measure", "fund", "source", "kind", "show", "type", "tree", "list", "levels", "page", "none",
    "per", "zero", "money", "level", "by", "records", "role", "figure", "evaluations", "grade",
    "unit", "parents",
  ]
  /// Keys whose values are everyday words: that a line does not take 指标 apart prescribes no wording.
  private static let everydayKeys: Set<String> = ["headWords"]
  /// Keys whose values are account codes.
  private static let codeKeys: Set<String> = ["function", "economic", "accounts"]

  /// A file of words that other systems write, which no set prescribes: the commonest words are among them.
  private static let wordsOfExports = "Layouts/exports.yaml"

  /// Every word with the first place where a set has it.
  static let all: [String: String] = {
    var words: [String: String] = [:]
    for path in SourceTree.paths(below: "Layouts", withExtension: "yaml")
    where path != wordsOfExports {
      let text = (try? Project.text(path)) ?? ""
      for scalar in YAMLScalars(text).scalars {
        for word in LayoutWords.words(of: scalar) where words[word] == nil {
          words[word] = "\(path):\(scalar.line)"
        }
      }
    }
    for path in SourceTree.paths(below: "Layouts", withExtension: "csv") {
      let text = (try? Project.text(path)) ?? ""
      for (offset, line) in text.split(whereSeparator: \.isNewline).enumerated().dropFirst() {
        for field in line.split(separator: ",") where words[String(field)] == nil {
          words[String(field)] = "\(path):\(offset + 1)"
        }
      }
    }
    for set in sets { words[set] = "Layouts/\(set)" }
    return words.filter { !schemaWords.contains($0.key) }
  }()

  /// The words of the language in which sets are written, which their wording may equal.
  ///
  /// They are the keys and the values to choose from of the schemas. Those of which the list of exceptions
  /// says where they may stand may not stand elsewhere.
  private static let schemaWords: Set<String> = {
    var words: Set<String> = []
    func collect(_ value: Any) {
      if let items = value as? [Any] { return items.forEach(collect) }
      guard let object = value as? [String: Any] else { return }
      words.formUnion((object["enum"] as? [Any] ?? []).compactMap { $0 as? String })
      if let word = object["const"] as? String { words.insert(word) }
      words.formUnion((object["properties"] as? [String: Any] ?? [:]).keys)
      object.values.forEach(collect)
    }
    for path in SourceTree.paths(below: "docs/schema", withExtension: "json") {
      let data = Data(((try? Project.text(path)) ?? "").utf8)
      collect((try? JSONSerialization.jsonObject(with: data)) ?? [])
    }
    let placed = LiteralException.all.filter { !$0.path.hasSuffix("/") }.map(\.words)
    return placed.reduce(words) { $0.subtracting($1) }
  }()

  /// The names of the sets.
  static var sets: [String] {
    let paths = SourceTree.paths(below: "Layouts", withExtension: "yaml")
    return paths.filter { $0.hasSuffix("/set.yaml") }.map { String($0.split(separator: "/")[1]) }
  }

  /// The words of a scalar: itself, and the parts of the path of a fact.
  private static func words(of scalar: YAMLScalars.Scalar) -> [String] {
    guard !schemaKeys.contains(scalar.key), !everydayKeys.contains(scalar.key),
      !scalar.text.isEmpty
    else { return [] }
    if codeKeys.contains(scalar.key) || scalar.key == "year" {
      // A list's own account is meant by a word, which is the schema's.
      return scalar.text.allSatisfy(\.isNumber) ? [scalar.text] : []
    }
    guard scalar.text.contains(/\p{Han}/) else { return [] }
    if scalar.key == "path" {
      return [scalar.text] + scalar.text.split(separator: ".").map(String.init)
    }
    return [scalar.text]
  }
}
