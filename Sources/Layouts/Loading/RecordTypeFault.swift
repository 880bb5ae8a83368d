internal import Diagnostics

/// What can be wrong with a record type of a set.
enum RecordTypeFault: Fault {
  /// A field that an evaluation cannot do without.
  case noField(String)
  /// A name that stands for two things.
  case repeatedName(String)
  /// A name that no field or value has.
  case unknownName(String, known: [String])
  /// A derived value without a rule, or with several.
  case rule([String], of: [String])
  /// A rule of two names that has another number of them.
  case pair(String, count: Int)
  /// A derived value of numbers that do not fit together.
  case kinds(String)
  /// A list of prescribed rows whose fields are not label and text.
  case labelledFields(Int)

  var wording: FaultWording {
    switch self {
    case .noField(let term):
      FaultWording(
        code: "L297", what: "自评表的 fields 中没有 type: \(term) 的一项",
        expected: "项目和单位各有一项", mend: "补上 {key: …, type: \(term)}")
    case .repeatedName(let name):
      FaultWording(
        code: "L298", what: "“\(name)”这个名称用了两次", expected: "各项数和文字的名称各不相同",
        mend: "用 name 给其中一项另一个名称")
    case .unknownName(let name, let known):
      FaultWording(
        code: "L299", what: "没有叫“\(name)”的一项",
        expected: known.isEmpty ? "上面写出的一项" : known.joined(separator: "、") + "之一",
        mend: nearest(to: name, among: known).map { "您是否想写“\($0)”？" } ?? "改正名称，或先写出这一项")
    case .rule(let written, let rules):
      FaultWording(
        code: "L307",
        what: written.isEmpty ? "没有说明这个数怎样得来" : "\(written.joined(separator: "、")) 写在了一起",
        expected: "\(rules.joined(separator: "、")) 中的一个",
        mend: written.isEmpty ? "补上其中一个" : "留下一个")
    case .pair(let rule, let count):
      FaultWording(
        code: "L308", what: "\(rule) 下有 \(count) 项", expected: "两项：[一个数的名称, 另一个数的名称]",
        mend: "写出两个名称")
    case .kinds(let name):
      FaultWording(
        code: "L309", what: "“\(name)”用的数不能这样算", expected: "相减、相除的都是金额，相加的是同一种数",
        mend: "核对各项的名称")
    case .labelledFields(let count):
      FaultWording(
        code: "L310", what: "有 labels 的一组有 \(count) 个 fields", expected: "两个：行的名称，和它后面的文字",
        mend: "留下两个")
    }
  }
}
