internal import Diagnostics

/// A character that is not printed as it was typed.
enum CharacterFault: FileFormatFault {
  /// It is left out, or a space is printed for it; in so many places of the file.
  case left(Unicode.Scalar, asSpace: Bool, count: Int)
  case refused(Unicode.Scalar, RefusedCharacter, count: Int)
  /// An escape in double quotes (`"\u200B"`) that stands for a character which is not printed.
  case escaped(Unicode.Scalar)

  func wording(in family: String) -> FaultWording {
    switch self {
    case .left(let scalar, let asSpace, let count):
      FaultWording(
        code: "\(family)018", severity: .warning,
        what: "有\(characterName(scalar))\(Self.times(count))，"
          + (asSpace ? "按普通空格印出" : "看不见，也不起作用，没有印出"),
        expected: "只有看得见的文字、空格和换行",
        mend: "不必改；要改，把光标放在它后面按退格键，或把这几个字重新输入一遍")
    case .refused(let scalar, let reason, let count):
      FaultWording(
        code: "\(family)019",
        what: "有\(reason.shows ? "“\(scalar)”（\(characterName(scalar))）" : characterName(scalar))"
          + "\(Self.times(count))，" + reason.what,
        expected: reason.expected, mend: reason.mend)
    case .escaped(let scalar):
      FaultWording(
        code: "\(family)026", what: "双引号里用反斜杠写出了\(characterName(scalar))，它不能印出",
        expected: "只有看得见的文字、空格和换行（\\n）", mend: "删去反斜杠和它后面的编码")
    }
  }

  private static func times(_ count: Int) -> String { count > 1 ? "，共 \(count) 处" : "" }
}

extension RefusedCharacter {
  /// Whether the character itself may be shown in a message.
  fileprivate var shows: Bool {
    switch self {
    case .rightToLeft, .privateUse: true
    default: false
    }
  }

  fileprivate var what: String {
    switch self {
    case .control: "是看不见的控制字符，印不出来"
    case .direction: "看不见，却会改变后面文字和标点的次序"
    case .rightToLeft: "是从右向左书写的文字，排在中文里次序会变"
    case .invisible: "看不见，在别的程序里却可能显示或起作用"
    case .variant: "要求前一个字用另一种字形，印不出来"
    case .loneMark: "是附在别的字上的符号，前面却没有字"
    case .privateUse: "是私用区编码，每个字体的字形各不相同"
    case .unassigned: "是 Unicode 没有分配的编码，不是字"
    case .placeholder: "不是字，是复制或转换时丢失的内容留下的"
    }
  }

  fileprivate var expected: String {
    switch self {
    case .control, .direction, .invisible: "只有看得见的文字、空格和换行"
    case .rightToLeft: "从左向右书写的文字"
    case .variant, .privateUse, .unassigned: "Unicode 正式编码的字"
    case .loneMark: "符号紧跟在它所附的字后面"
    case .placeholder: "原来的文字"
    }
  }

  fileprivate var mend: String {
    switch self {
    case .control, .direction, .invisible, .variant:
      "把光标放在它后面按退格键；找不准，就把这一列前后的几个字删去重新输入"
    case .rightToLeft: "改用中文或拉丁字母的写法"
    case .loneMark: "删去它，或补上它所附的字"
    case .privateUse: "删去它，用新的输入法重新输入这个字"
    case .unassigned: "删去它，重新输入原来的字"
    case .placeholder: "对照原文补上，或删去"
    }
  }
}
