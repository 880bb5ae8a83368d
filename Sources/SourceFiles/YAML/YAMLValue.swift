public import Diagnostics

/// A value of a YAML file with its place.
///
/// Scalars are kept as they are written: `"431"` and `431` are the same text, and what it means
/// (code, amount, number) is for the reader to say.
public struct YAMLValue {
  let tree: YAMLTree
  /// Among the nodes of the tree.
  let position: Int

  private var kind: YAMLTree.Kind { tree.nodes[position].kind }

  /// Takes a text apart.
  ///
  /// - Returns: the root value; or the finding that says where the text stops being YAML.
  public static func parse(_ source: SourceText, family: String) -> Loaded<YAMLValue> {
    do {
      guard let tree = try YAMLParser.parse(source) else {
        return Loaded(
          nil,
          [FamilyFault(YAMLFault.emptyFile, in: family).finding(at: SourcePlace(file: source.file))]
        )
      }
      let isEscaped = source.rule == .printed && source.text.has(byte: UInt8(ascii: "\\"))
      let value = YAMLValue(tree: tree, position: 0)
      return Loaded(value, isEscaped ? value.escapes(family: family) : [])
    } catch {
      return Loaded(nil, [finding(error, in: source, family: family)])
    }
  }

  /// The file's name as messages print it.
  public var file: String { tree.source(of: position).file }

  /// Where the value stands.
  public var place: SourcePlace {
    tree.source(of: position).place(
      line: Int(tree.nodes[position].line), column: Int(tree.nodes[position].column))
  }

  /// Whether nothing is written (`键:` alone, `~`, `null`).
  public var isNull: Bool { kind == .nothing }

  /// The text of a scalar; nil for a mapping, a list or nothing.
  public var text: String? { kind.isText ? tree.nodes[position].text : nil }

  /// Whether it is a text behind `|`, whose lines are lines of the file, beginning with the next.
  public var isLiteralBlock: Bool { kind == .literal }

  /// Whether it is a group of keys with their values.
  var isMapping: Bool { kind == .mapping }

  /// The items of a list.
  public var items: [YAMLValue]? {
    guard kind == .sequence else { return nil }
    var items: [YAMLValue] = []
    items.reserveCapacity(Int(tree.nodes[position].count))
    tree.forEachItem(of: position) { items.append(tree.value(at: $0)) }
    return items
  }

  /// The keys and values of a mapping, in the order of the file.
  public var entries: [(key: YAMLValue, value: YAMLValue)]? {
    guard kind == .mapping else { return nil }
    var entries: [(key: YAMLValue, value: YAMLValue)] = []
    entries.reserveCapacity(Int(tree.nodes[position].count))
    tree.forEachEntry(of: position) { entries.append((tree.value(at: $0), tree.value(at: $1))) }
    return entries
  }

  /// What kind of value it is, as messages name it.
  public var kindName: String {
    switch kind {
    case .mapping, .alias: "一组“键: 值”"
    case .sequence: "一个列表"
    case .nothing: "空"
    case .text, .literal, .doubleQuoted: "“\(opening(of: text ?? ""))”"
    }
  }
}

extension YAMLValue {
  /// Characters that are written as escapes, and would not be taken as they are.
  fileprivate func escapes(family: String) -> [Finding] {
    guard kind == .doubleQuoted else {
      // Keys and values by turns, where they are those of a mapping.
      var findings: [Finding] = []
      tree.forEachItem(of: position) { findings += tree.value(at: $0).escapes(family: family) }
      return findings
    }
    var before: Unicode.Scalar?
    for character in tree.nodes[position].text.unicodeScalars {
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

/// The first words of a text: a whole file may be one scalar, where it is no YAML at all.
private func opening(of text: String) -> String {
  text.count > 40 ? text.prefix(39) + "…" : text
}

/// Says where and why a text is not YAML.
private func finding(_ fault: YAMLParser.Fault, in source: SourceText, family: String) -> Finding {
  switch fault {
  case .syntax(let problem, let line, let column):
    return FamilyFault(YAMLFault.syntax(problem: translated(problem)), in: family)
      .finding(at: source.place(line: line, column: column))
  case .repeatedKeys(let names, let first, let again):
    return FamilyFault(YAMLFault.repeatedKeys(names), in: family).finding(
      at: first, related: [again])
  case .character(let offset):
    let before = String(decoding: source.text.utf8.prefix(offset), as: UTF8.self)
    return FamilyFault(YAMLFault.controlCharacter, in: family).finding(
      at: SourcePlace(file: source.file, line: before.count(where: \.isNewline) + 1))
  }
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
    "Too many aliases": "别名重复的内容太多",
    "found unknown escape character": "双引号里的反斜杠写法不认识",
  ]
  return known.first { problem.contains($0.key) }?.value ?? "结构不完整"
}
