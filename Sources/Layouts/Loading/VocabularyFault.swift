internal import Diagnostics

/// What can be wrong with the words that a set takes for those of the tables.
enum VocabularyFault: Fault {
  /// A word that has a meaning in its list already.
  case repeated(String, list: String)
  /// A line of the other chart that is not code, name and the accounts that are meant.
  case otherAccount
  /// An account that the set's catalogue does not name, so that the hint would end in another error.
  case namelessMeaning(String)

  var wording: FaultWording {
    switch self {
    case .repeated(let word, let list):
      FaultWording(
        code: "L231", what: "\(list)的\(quoted(word))已经有一个意思", expected: "一个词只有一个意思",
        mend: "删去其中一处；意思说不准的写在 unclear 下")
    case .otherAccount:
      FaultWording(
        code: "L232", what: "这一行不是“代码,名称,科目代码”", expected: "代码、名称、零个或几个支出经济科目代码（用空格分开）",
        mend: "核对代码位数和栏数")
    case .namelessMeaning(let code):
      FaultWording(
        code: "L233", what: "科目 \(code) 不在版式的科目目录里", expected: "目录里有名称的支出经济科目",
        mend: "改正代码，或在目录里补上它")
    }
  }
}
