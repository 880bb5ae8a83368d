internal import Diagnostics
internal import SourceFiles

/// What the code of a department, unit or authority is written with: a closed set of characters, for
/// folders are named after it, and other programs read it.
enum CodeText {
  /// The most characters of a code.
  static let limit = 32

  /// What is wrong with a code; nil for one that may stand.
  static func fault(of text: String, key: String) -> CodeFault? {
    guard text.utf8.count <= limit, text.utf8.first.map(isAlphanumeric) == true,
      text.utf8.allSatisfy({ isAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F })
    else {
      let narrow = narrowed(text)
      return CodeFault(
        text: text, key: key,
        guess: narrow != text && fault(of: narrow, key: key) == nil ? narrow : nil)
    }
    return nil
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// The text with half-width characters in the place of full-width ones, and without blanks at its
  /// ends.
  private static func narrowed(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      scalars.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    var rest = Substring(String(scalars))
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}

/// A code with other characters than codes have.
struct CodeFault: Fault {
  let text: String
  let key: String
  /// The code that is probably meant.
  let guess: String?

  var wording: FaultWording {
    FaultWording(
      code: "D290", what: "\(key)\(quoted(text))不是一个代码",
      expected: "1 到 \(CodeText.limit) 个半角字母、数字、“-”或“_”，以字母或数字开头",
      mend: guess.map { "改为 \($0)" } ?? "改为财政部门下达的代码，不带名称、路径和标点")
  }
}

extension YAMLMap {
  /// A code that must be there.
  func code(_ key: String, log: FindingLog) -> String? {
    guard let text = filledText(key) else { return nil }
    guard let fault = CodeText.fault(of: text, key: key) else { return text }
    log.report(fault, at: placeOfValue(key))
    return nil
  }
}
