internal import Diagnostics

/// A name or code that is none: it does not stand on one line.
enum NameTextFault: Fault {
  case severalLines(key: String)
  case tooLong(key: String, count: Int)

  /// The longest name, in UTF-16 units.
  ///
  /// It is several times what anything is called; what is made of names has to fit into a cell.
  private static let limit = 2_000

  /// What is wrong with the name; nil for nothing.
  init?(_ text: String, of key: String) {
    if text.contains(where: \.isNewline) {
      self = .severalLines(key: key)
    } else if text.utf16.count > Self.limit {
      self = .tooLong(key: key, count: text.utf16.count)
    } else {
      return nil
    }
  }

  var wording: FaultWording {
    switch self {
    case .severalLines(let key):
      FaultWording(
        code: "D230", what: "“\(key)”里有换行", expected: "写在一行里的名称或代码",
        mend: "删去换行；YAML 里不用“|”和“>”，双引号里不写 \\n")
    case .tooLong(let key, let count):
      FaultWording(
        code: "D231", what: "“\(key)”有 \(count) 个字符", expected: "不超过 \(Self.limit) 个字符的名称",
        mend: "核对是不是把别的内容写进了这一项，漏了引号或换行")
    }
  }
}

/// A text that is too long for a cell of a workbook.
struct CellTextFault: Fault {
  /// What a cell holds, in UTF-16 units.
  /// https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3
  static let limit = 32_767

  let count: Int

  var wording: FaultWording {
    FaultWording(
      code: "D232", what: "这段文字有 \(count) 个字符，Excel 的一格放不下",
      expected: "不超过 \(Self.limit) 个字符（生僻字和表情各算两个）", mend: "缩短这段文字，把详细内容放到别的材料里")
  }
}
