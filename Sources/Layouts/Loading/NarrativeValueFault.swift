internal import Diagnostics

/// What can be wrong with a value that templates quote, beyond where its numbers come from.
enum NarrativeValueFault: Fault {
  /// A wording for something else.
  case wording(String, needed: String)
  /// None or several of the keys of which the source of a list has one.
  case listSource([String], of: [String])
  case key(String, shape: String)
  /// None or several of the kinds of which a value has one.
  case kind([String], of: [String])
  /// An amount written as a count, or the other way round.
  case otherKind(isMoney: Bool)
  /// None or several of the keys of which a condition has one.
  case condition([String], of: [String])
  case comparisonOf(String, Int)
  case negativeLimit(Int)
  case listInList
  case withOutsideAccounts
  /// A wording with a difference that says one direction only.
  case oneDirection(String)
  /// Lines of several forms, or a column of one of them.
  case severalForms

  var wording: FaultWording {
    switch self {
    case .wording(let name, let needed):
      FaultWording(
        code: "L135", what: "写法“\(name)”不是用在这里的", expected: "有 \(needed) 的写法",
        mend: "改用另一个写法")
    case .listSource(let written, let keys):
      FaultWording(
        code: "L136", what: written.isEmpty ? "没有说明列表的项从哪里来" : "列表的项有几个来源",
        expected: "\(keys.joined(separator: "、")) 中的一个", mend: "只写一个来源")
    case .key(let key, let shape):
      FaultWording(
        code: "L223", what: "值的名称“\(key)”不能用在模板里", expected: shape, mend: "改名")
    case .kind(let written, let kinds):
      FaultWording(
        code: "L224",
        what: written.isEmpty ? "没有说明这是哪一种值" : "\(written.joined(separator: "、")) 写在了一起",
        expected: "\(kinds.joined(separator: "、")) 中的一个",
        mend: written.isEmpty ? "补上其中一个" : "留下一个")
    case .otherKind(let isMoney):
      FaultWording(
        code: "L225",
        what: "这是\(isMoney ? "金额" : "数量")，写成了 \(isMoney ? "count" : "amount")",
        expected: isMoney ? "amount" : "count", mend: "改为 \(isMoney ? "amount" : "count")")
    case .condition(let written, let keys):
      FaultWording(
        code: "L226", what: written.isEmpty ? "没有说明条件" : "写了几个条件",
        expected: "\(keys.joined(separator: "、")) 中的一个", mend: "只写一个条件")
    case .comparisonOf(let key, let count):
      FaultWording(
        code: "L227", what: "\(key) 里有 \(count) 个数", expected: "[一个数, 另一个数]",
        mend: "写上要比较的两个数")
    case .negativeLimit(let limit):
      FaultWording(
        code: "L228", what: "over: \(limit)", expected: "不小于 0 的百分数", mend: "例如 over: 10")
    case .listInList:
      FaultWording(
        code: "L229", what: "列表里又有列表", expected: "列表的 values 里没有 list",
        mend: "改为另一个列表")
    case .withOutsideAccounts:
      FaultWording(
        code: "L230", what: "with 只能和类、款、项一起写", expected: "level 是类、款或项",
        mend: "改 level，或去掉 with")
    case .oneDirection(let text):
      FaultWording(
        code: "L290", what: "“\(text)”里有差额，却不分增减：减少时也会印出它",
        expected: "more 和 less 各一句", mend: "写作 more: \(text)，另写 less: 减少……")
    case .severalForms:
      FaultWording(
        code: "L291", what: "几张表合成的列表只有科目，没有各表的栏和行",
        expected: "level 是类、款、项或列表，不写 nonZero，也不引用 row 的栏", mend: "改为一张表，或去掉栏")
    }
  }
}
