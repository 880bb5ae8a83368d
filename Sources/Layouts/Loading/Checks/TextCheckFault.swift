internal import Diagnostics

/// What can be wrong with the checks on texts, and with the words that they judge by.
enum TextCheckFault: Fault {
  /// A list without words.
  case emptyList(String)
  /// A word that stands twice in a list.
  case repeatedWord(String, list: String)
  /// A word in two lists of which one says the opposite of the other.
  case contradiction(String, lists: [String])
  /// A check that judges by words that are not stated.
  case missingList(String)
  /// A span of years, or a share, that is none.
  case limits(String, range: String)
  /// A word for units that the list of such words lacks.
  case unknownNoun(String, known: [String])
  /// A check on texts among those that are read without texts.
  case misplaced(String)

  var wording: FaultWording {
    switch self {
    case .emptyList(let list):
      FaultWording(
        code: "L300", what: "\(list) 一个词也没有", expected: "一个以上的词，用空格隔开", mend: "写上词，或删去这一行")
    case .repeatedWord(let word, let list):
      FaultWording(
        code: "L301", what: "\(list) 中\(quoted(word))写了两次", expected: "每个词一次", mend: "删去一个")
    case .contradiction(let word, let lists):
      FaultWording(
        code: "L302", what: "\(quoted(word))同时在 \(lists.joined(separator: " 和 ")) 中",
        expected: "只在其中之一", mend: "从其中一处删去")
    case .missingList(let list):
      FaultWording(
        code: "L303", what: "这项检查要用的词没有写明：\(list)", expected: "checks.words 的文件中有 \(list)",
        mend: "在那个文件中写上 \(list)，或删去这项检查")
    case .limits(let text, let range):
      FaultWording(code: "L304", what: text, expected: range, mend: "改正这两个数")
    case .unknownNoun(let noun, let known):
      FaultWording(
        code: "L305", what: "unitNouns 中没有\(quoted(noun))", expected: "unitNouns 中的词",
        mend: correction(of: noun, among: known, otherwise: "在 unitNouns 中加上它，或从这里删去"))
    case .misplaced(let key):
      FaultWording(
        code: "L306", what: "对文字的检查（\(key)）写在了别的检查中间", expected: "写在 checks.texts 的文件里",
        mend: "移到 checks.texts 的文件里：只填表时不读它们")
    }
  }
}
