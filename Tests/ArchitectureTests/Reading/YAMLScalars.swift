/// The scalars of a YAML file, each with the keys that lead to it.
///
/// Only as much of YAML as layout sets use: block and flow style, plain and quoted scalars. The
/// tests import no module of the program, whose own reader is among what they judge.
struct YAMLScalars {
  struct Scalar {
    let text: String
    /// The nearest key above it; empty at the root.
    let key: String
    /// From 1.
    let line: Int
  }

  private(set) var scalars: [Scalar] = []
  /// The keys of block style that are open, with the columns where they stand.
  private var blockKeys: [(column: Int, key: String)] = []
  /// The brackets that are open, with the key last read in each.
  private var flowKeys: [String] = []

  /// Takes a text apart.
  init(_ text: String) {
    for (offset, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      read(Array(line), number: offset + 1)
    }
  }

  private mutating func read(_ line: [Character], number: Int) {
    var index = 0
    while index < line.count {
      switch line[index] {
      case " ", ",": index += 1
      // Behind anything but a space it would belong to a plain scalar, which ends elsewhere.
      case "#": return
      case "-" where flowKeys.isEmpty && isSpace(line, index + 1): index += 1
      case "[", "{":
        flowKeys.append(flowKeys.last ?? blockKeys.last?.key ?? "")
        index += 1
      case "]", "}":
        _ = flowKeys.popLast()
        index += 1
      default:
        let column = index
        let text = scalar(line, &index)
        if index < line.count, line[index] == ":", isSpace(line, index + 1) {
          index += 1
          enter(text, column: column)
        } else {
          add(text, column: column, line: number)
        }
      }
    }
  }

  private mutating func enter(_ key: String, column: Int) {
    if flowKeys.isEmpty {
      blockKeys.removeAll { $0.column >= column }
      blockKeys.append((column, key))
    } else {
      flowKeys[flowKeys.count - 1] = key
    }
  }

  private mutating func add(_ text: String, column: Int, line: Int) {
    let key = flowKeys.last ?? blockKeys.last { $0.column < column }?.key ?? ""
    scalars.append(Scalar(text: text, key: key, line: line))
  }

  /// Reads a scalar; leaves the index behind it.
  private func scalar(_ line: [Character], _ index: inout Int) -> String {
    let quote = line[index]
    guard quote == "\"" || quote == "'" else { return plain(line, &index) }
    var text = ""
    index += 1
    while index < line.count, line[index] != quote {
      if quote == "\"", line[index] == "\\" { index += 1 }
      if index < line.count { text.append(line[index]) }
      index += 1
    }
    index += 1
    return text
  }

  private func plain(_ line: [Character], _ index: inout Int) -> String {
    var text = ""
    while index < line.count {
      let character = line[index]
      if character == ":", isSpace(line, index + 1) { break }
      if character == "#", text.hasSuffix(" ") { break }
      if !flowKeys.isEmpty, ",]}".contains(character) { break }
      text.append(character)
      index += 1
    }
    return text.trimmed
  }

  private func isSpace(_ line: [Character], _ index: Int) -> Bool {
    index >= line.count || line[index] == " "
  }
}
