public import Diagnostics

/// What can be wrong with a YAML file before anybody asks what it means.
public enum YAMLFault: FileFormatFault {
  /// It is no YAML; the problem in Chinese where it is known.
  case syntax(problem: String?)
  /// Keys that a group has twice.
  case repeatedKeys([String])
  /// A key that must be there and is not.
  case missingKey(String)
  /// A key with nothing behind it; `isRequired` where it must be there at all.
  case emptyKey(String, isRequired: Bool)
  /// A value of another type; the mend is nil where it is simply to be made the expected one.
  case wrongType(found: String, expected: String, mend: String? = nil)
  /// A key that nobody asks for, with those that are known.
  case unknownKey(String, known: [String])
  /// A word that is not in a closed vocabulary: what the words are, the word, the words.
  case unknownWord(of: String, String, among: [String])
  /// A file without a value.
  case emptyFile
  /// A character that YAML does not allow.
  case controlCharacter

  /// How the fault is told of a file of a family.
  public func wording(in family: String) -> FaultWording {
    switch self {
    case .syntax(let problem):
      FaultWording(
        code: "\(family)001", what: "不是有效的 YAML" + (problem.map { "（\($0)）" } ?? ""),
        expected: problem == nil ? "“键: 值”格式的文本" : "“键: 值”，冒号用英文并后加空格，同级缩进相同，不用制表符缩进",
        mend: problem == nil
          ? "对照 gongkai new 生成的空白文件检查格式" : "检查这一行和上一行的缩进、冒号、引号和括号")
    case .repeatedKeys(let names):
      FaultWording(
        code: "\(family)002", what: "同一组里键“\(names.joined(separator: "”“"))”写了两遍",
        expected: "每个键只写一次", mend: "删去或改名其中一个")
    case .missingKey(let key):
      FaultWording(
        code: "\(family)003", what: "缺少“\(key)”", expected: "这里必须写“\(key)”",
        mend: "补上“\(key): …”")
    case .wrongType(let found, let expected, let mend):
      FaultWording(
        code: "\(family)004", what: "这里是\(found)", expected: expected,
        mend: mend ?? "改为\(expected)")
    case .unknownKey(let key, let known):
      FaultWording(
        code: "\(family)005", what: "不认识的键“\(key)”",
        expected: "下列键之一：" + known.joined(separator: "、"),
        mend: nearest(to: key, among: known).map { "您是否想写“\($0)”？改正，或删去这个键" } ?? "删去这个键")
    case .unknownWord(let what, let word, let words):
      FaultWording(
        code: "\(family)006", what: "不认识的\(what)“\(word)”",
        expected: "下列之一：" + words.joined(separator: "、"),
        mend: correction(of: word, among: words, otherwise: "改为上列之一"))
    case .emptyKey(let key, let isRequired):
      FaultWording(
        code: "\(family)007", what: "“\(key)”后面没有内容",
        expected: isRequired ? "这里必须写“\(key)”" : "一种值",
        mend: isRequired ? "补上“\(key): …”" : "补上内容，或删去这个键")
    case .emptyFile:
      FaultWording(
        code: "\(family)008", what: "文件是空的", expected: "YAML 格式的内容",
        mend: "填写内容；gongkai new 会生成带全部键的空白文件")
    case .controlCharacter:
      FaultWording(
        code: "\(family)009", what: "含有 YAML 不允许的控制字符", expected: "可见的文字",
        mend: "删去这一行里看不见的字符")
    }
  }
}
