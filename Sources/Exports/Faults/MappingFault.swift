internal import Diagnostics

/// What can be wrong with the file of a mapping, beside what any such file may have.
enum MappingFault: Fault {
  /// Places that are left to people.
  case undecided(count: Int)
  /// A mapping for another table than the one that is asked for.
  case otherTable(String, asked: String)
  case repeatedWord(String)
  case noCode(String, heading: String)
  /// A field that all rows have alike, and a column too.
  case givenTwice(String, column: String)
  case twoColumns(String)
  /// A column that is filled from above and is none.
  case unknownFilled(String, known: [String])
  case noAmount([String])
  /// A field that nothing gives.
  case missingField(String)
  /// A column that is taken and that the export does not have.
  case missingColumn(String, known: [String])
  /// A unit that the export states otherwise.
  case otherUnit(String, stated: String, text: String)

  var wording: FaultWording {
    switch self {
    case .undecided(let count):
      FaultWording(
        code: "K210", cause: .check, what: "还有 \(count) 处写着“\(ExportMapping.undecidedWord)”",
        expected: "每一处都已决定", mend: "按旁边的说明改写这些地方，再运行同一条命令")
    case .otherTable(let name, let asked):
      FaultWording(
        code: "K211", what: "这份对照表是“\(name)”的，命令要的是“\(asked)”", expected: "一张表一份对照表",
        mend: "改 --as 或 --map")
    case .repeatedWord(let word):
      FaultWording(
        code: "K212", what: "\(quoted(word))写了两遍", expected: "一种写法一个意思（空格、全角半角不算不同）",
        mend: "删去其中一处")
    case .noCode(let text, let heading):
      FaultWording(
        code: "K213", what: "\(quoted(text))不是“\(heading)”能用的代码", expected: "最末一级的科目代码，只有数字",
        mend: "改正代码")
    case .givenTwice(let heading, let column):
      FaultWording(
        code: "K214", what: "“\(heading)”既有固定值，又取自\(quoted(column))栏", expected: "只有一处",
        mend: "删去固定值，或把那一栏改为“\(MappingKey.passedOver)”")
    case .twoColumns(let use):
      FaultWording(
        code: "K215", what: "两栏都取作“\(use)”", expected: "只有一栏",
        mend: "把其中一栏改为“\(MappingKey.passedOver)”")
    case .unknownFilled(let name, let known):
      FaultWording(
        code: "K216", what: "“\(MappingKey.filled)”里的\(quoted(name))不是表头里的一栏",
        expected: oneOf(known),
        mend: correction(of: name, among: known, otherwise: "改为上列之一，或删去"))
    case .noAmount(let words):
      FaultWording(
        code: "K217", what: "没有一栏取作金额", expected: words.joined(separator: "、"),
        mend: "在“\(MappingKey.columns)”里写明哪一栏是金额")
    case .missingField(let heading):
      FaultWording(
        code: "K218", what: "没有一栏取作“\(heading)”，也没有固定值", expected: "卷宗的表里每一行都有“\(heading)”",
        mend: "在“\(MappingKey.columns)”里写明是哪一栏；整张表都一样的，写在“\(MappingKey.fixed)”里")
    case .missingColumn(let name, let known):
      FaultWording(
        code: "K219", what: "导出表里没有\(quoted(name))栏", expected: oneOf(known),
        mend: correction(
          of: name, among: known, otherwise: "导出时勾上这一栏；改了名的，改对照表里的名称；不再有的，删去这一行"))
    case .otherUnit(let unit, let stated, let text):
      FaultWording(
        code: "K220", what: "导出表写着\(quoted(text))，对照表写的金额单位是“\(unit)”", expected: "同一个单位",
        mend: "核对金额的大小；确是“\(stated)”的，改对照表里的金额单位")
    }
  }
}
