public import Diagnostics
internal import Yams

/// A value of a YAML file with its place.
///
/// Scalars are kept as they are written: `"431"` and `431` are the same text, and what it means
/// (code, amount, number) is for the reader to say.
public struct YAMLValue {
  private let node: Node
  private let origin: Origin

  /// The text that it was read from.
  private final class Origin {
    let source: SourceText

    init(_ source: SourceText) { self.source = source }
  }

  private init(node: Node, origin: Origin) {
    self.node = node
    self.origin = origin
  }

  /// The file's name as messages print it.
  public var file: String { origin.source.file }

  /// Takes a text apart.
  ///
  /// - Returns: the root value; or the finding that says where the text stops being YAML.
  public static func parse(_ source: SourceText, family: String) -> Loaded<YAMLValue> {
    do {
      // Scalars are kept as text here, so their types need not be guessed by regular expressions.
      guard let node = try Yams.compose(yaml: source.text, .basic) else {
        return Loaded(
          nil,
          [FamilyFault(YAMLFault.emptyFile, in: family).finding(at: SourcePlace(file: source.file))]
        )
      }
      let value = YAMLValue(node: node, origin: Origin(source))
      let isEscaped = source.rule == .printed && source.text.utf8.contains(UInt8(ascii: "\\"))
      return Loaded(value, isEscaped ? value.escapes(family: family) : [])
    } catch {
      return Loaded(nil, [syntaxFinding(error, in: source, family: family)])
    }
  }

  /// Where the value stands.
  public var place: SourcePlace {
    guard let mark = node.mark else { return SourcePlace(file: file) }
    return origin.source.place(line: mark.line, column: mark.column)
  }

  /// Whether nothing is written (`键:` alone, `~`, `null`).
  public var isNull: Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  /// The text of a scalar; nil for a mapping, a list or nothing.
  public var text: String? {
    guard case .scalar(let scalar) = node, !isNull else { return nil }
    guard origin.source.rule == .printed, scalar.string.utf8.contains(UInt8(ascii: "\t")) else {
      return scalar.string
    }
    // In what is printed a tab is a blank.
    var scalars = scalar.string.unicodeScalars
    scalars.replaceTabs()
    return String(scalars)
  }

  /// Whether it is a text behind `|`, whose lines are lines of the file, beginning with the next.
  public var isLiteralBlock: Bool {
    guard case .scalar(let scalar) = node else { return false }
    return scalar.style == .literal
  }

  /// The items of a list.
  public var items: [YAMLValue]? {
    guard case .sequence(let sequence) = node else { return nil }
    return sequence.map { YAMLValue(node: $0, origin: origin) }
  }

  /// The keys and values of a mapping, in the order of the file.
  public var entries: [(key: YAMLValue, value: YAMLValue)]? {
    guard case .mapping(let mapping) = node else { return nil }
    return mapping.map {
      (YAMLValue(node: $0.key, origin: origin), YAMLValue(node: $0.value, origin: origin))
    }
  }

  /// What kind of value it is, as messages name it.
  public var kindName: String {
    switch node {
    case .mapping: "一组“键: 值”"
    case .sequence: "一个列表"
    case .scalar: isNull ? "空" : "“\(opening(of: text ?? ""))”"
    case .alias: "一个别名"
    }
  }
}

extension YAMLValue {
  /// Characters that are written as escapes, and would not be taken as they are.
  fileprivate func escapes(family: String) -> [Finding] {
    switch node {
    case .mapping:
      return (entries ?? []).flatMap { [$0.key, $0.value] }.flatMap { $0.escapes(family: family) }
    case .sequence: return (items ?? []).flatMap { $0.escapes(family: family) }
    case .alias: return []
    case .scalar(let scalar):
      guard scalar.style == .doubleQuoted else { return [] }
      var before: Unicode.Scalar?
      for character in scalar.string.unicodeScalars {
        let treatment = CharacterPolicy.treatment(of: character, after: before)
        // What was refused in the text itself has been told.
        if character == "\r" || treatment != .kept, character != "\u{FFFD}" {
          return [FamilyFault(CharacterFault.escaped(character), in: family).finding(at: place)]
        }
        before = character
      }
      return []
    }
  }
}

/// The first words of a text: a whole file may be one scalar, where it is no YAML at all.
private func opening(of text: String) -> String {
  text.count > 40 ? text.prefix(39) + "…" : text
}

/// Says where and why a text is not YAML.
private func syntaxFinding(_ error: any Error, in source: SourceText, family: String) -> Finding {
  func finding(
    _ fault: YAMLFault, line: Int = 0, column: Int = 0, related: [SourcePlace] = []
  ) -> Finding {
    let place = source.place(line: line, column: column)
    return FamilyFault(fault, in: family).finding(at: place, related: related)
  }
  switch error as? YamlError {
  case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
    .composer(_, let problem, let mark, _):
    return finding(.syntax(problem: translated(problem)), line: mark.line, column: mark.column)
  case .duplicatedKeysInMapping(let keys, let context):
    let names = keys.map(String.init(describing:)).sorted()
    // Yams marks the first of the keys that are equal.
    let mark = context.mark
    let place = SourcePlace(file: source.file, line: mark.line, column: mark.column)
    let other = names.first.flatMap { repetition(of: $0, after: place, in: source) }
    return finding(
      .repeatedKeys(names), line: mark.line, column: mark.column,
      related: other.map { [$0] } ?? [])
  case .reader(_, let offset, _, _):
    // The offset counts characters.
    let line = source.text.prefix(offset ?? 0).count(where: \.isNewline) + 1
    return finding(.controlCharacter, line: line)
  default:
    return finding(.syntax(problem: nil))
  }
}

/// Where a key is written again: later on its line, or in its column on a line below.
private func repetition(
  of key: String, after place: SourcePlace, in source: SourceText
) -> SourcePlace? {
  let spellings = [key, "\"\(key)\"", "'\(key)'"].map { Array("\($0):".unicodeScalars) }
  guard place.column > 0 else { return nil }
  for (index, line) in source.lines.enumerated() where index + 1 >= place.line {
    let scalars = Array(line.unicodeScalars)
    let columns =
      index + 1 == place.line ? Array(scalars.indices.dropFirst(place.column)) : [place.column - 1]
    for column in columns where spellings.contains(where: scalars.dropFirst(column).starts) {
      // `年初预算:` ends like `预算:` and is another key.
      guard column == 0 || " ,{[?".unicodeScalars.contains(scalars[column - 1]) else { continue }
      return SourcePlace(file: source.file, line: index + 1, column: column + 1)
    }
  }
  return nil
}

/// The commoner problems that libyaml names, in Chinese.
private func translated(_ problem: String) -> String {
  let known: KeyValuePairs = [
    "mapping values are not allowed": "这里不能再出现“键:”",
    "could not find expected ':'": "缺少冒号，或冒号后没有空格",
    "did not find expected key": "缩进或标点不对，这里应是一个键",
    "found character that cannot start any token": "这个字符不能放在这里，多半是制表符",
    "found unexpected end of stream": "引号没有结束",
    "did not find expected ',' or": "缺少逗号或右括号",
    "did not find expected '-' indicator": "列表项的缩进不一致",
    "found another document": "文件中间有“---”，只能有一份内容",
    "found unexpected ':'": "冒号后要有空格",
    "found a tab character": "缩进用了制表符",
    "block sequence entries are not allowed": "这里不能写“- ”",
    "did not find expected node content": "这里缺少内容，或多了标点",
    "did not find expected <document start>": "这一行与上面的内容接不上",
    "did not find expected alphabetic": "以“*”“&”“!”开头的文字要用引号括起",
    "Maximum nesting level": "嵌套太深",
    "found undefined alias": "引用了没有定义的别名",
    "found unknown escape character": "双引号里的反斜杠写法不认识",
  ]
  return known.first { problem.contains($0.key) }?.value ?? "结构不完整"
}
