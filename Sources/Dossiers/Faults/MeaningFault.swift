internal import Diagnostics
internal import Domain
internal import Layouts

/// Faults of tables whose amounts might be taken for something else than was meant.
enum AmountMeaningFault: Fault {
  /// A column of amounts in another unit than 元.
  case otherUnit(String, unit: AmountUnit, heading: String)
  /// A column of amounts whose unit is not said.
  case withoutUnit(String, heading: String)
  /// A title that says that the amounts are in another unit than 元.
  case titleInOtherUnit(String, unit: AmountUnit)
  /// A row above the head that looks like one of the table's.
  case dataAboveHead(filled: Int)

  var wording: FaultWording {
    switch self {
    case .otherUnit(let name, let unit, let heading):
      FaultWording(
        code: "D240", what: "列\(quoted(name))以\(unit.name)为单位", expected: "以元为单位的一列“\(heading)”",
        mend: "\(conversion(of: unit))，再把列名改为“\(heading)”")
    case .withoutUnit(let name, let heading):
      FaultWording(
        code: "D241", what: "列\(quoted(name))没有说明以什么为单位", expected: "以元为单位的一列“\(heading)”",
        mend: "数以元为单位，就把列名改为“\(heading)”；否则先换算成元")
    case .titleInOtherUnit(let title, let unit):
      FaultWording(
        code: "D242", what: "表头上面写着\(quoted(title))：数以\(unit.name)为单位", expected: "各数以元为单位",
        mend: "数已是元，就删去这句话；否则\(conversion(of: unit))")
    case .dataAboveHead(let filled):
      FaultWording(
        code: "D243", what: "表头上面的这一行有 \(filled) 栏内容，像是数据", expected: "表头上面只有标题",
        mend: "是数据就移到表头下面；是标题就删去这一行")
    }
  }
}

/// How amounts in a unit are put into 元.
func conversion(of unit: AmountUnit) -> String {
  unit.inYuan.map { "把各数乘以 \(decimalText($0, decimals: 0, grouping: true)) 换算成元" } ?? "把各数换算成人民币元"
}

/// Faults of words and accounts that do not say what is meant, or say two things.
enum MeaningFault: Fault {
  /// A word that may stand for several of a list.
  case unclearWord(String, heading: String, Vocabulary.UnclearWord)
  /// A name beside a code that is not the code's: what is named (`科目 2080505`), the two names.
  case otherName(of: String, known: String, written: String)
  /// An account of the chart that expenditure is not booked by, and the accounts that may be meant.
  case otherChart(code: String, name: String, chart: String, meanings: [String])

  var wording: FaultWording {
    switch self {
    case .unclearWord(let text, let heading, let word):
      FaultWording(
        code: "D244", what: "\(heading)\(quoted(text))说不准是哪一种：\(word.reason)",
        expected: oneOf(word.meanings),
        mend: word.meanings.count == 1 ? "核对数字，再改为上列的词" : "按原始凭证改为上列之一；几种混在一起的分行填写")
    case .otherName(let what, let known, let written):
      FaultWording(
        code: "D245", severity: .warning,
        what: "\(what) 的名称是\(quoted(known))，这里写的是\(quoted(written))，按代码计入",
        expected: quoted(known), mend: "代码写错了就改代码；代码没错就改名称，或删去名称")
    case .otherChart(let code, let name, let chart, let meanings):
      FaultWording(
        code: "D246", what: "\(code)（\(name)）是\(chart)的科目", expected: "部门预算支出经济分类的科目",
        mend: meanings.isEmpty
          ? "部门账里没有对应的科目；按原始凭证改为实际的经济科目"
          : meanings.count == 1
            ? "改为 \(meanings[0])" : "按原始凭证改为下列之一：\(meanings.joined(separator: "、"))")
    }
  }
}
