internal import Diagnostics
internal import Domain
internal import Figures
internal import Layouts

/// What a row of an evaluation's form tells of.
enum EvaluationRecord {
  case whole
  case row(Record, of: RecordList)
}

/// A self-evaluation with what it is called by.
struct NumberedEvaluation {
  let evaluation: SelfEvaluation
  /// Its place among all evaluations, from 1.
  let ordinal: Int
  let accounts: FinalAccounts

  private var type: RecordType { evaluation.rules.type }

  /// Its place with two digits, from a hundred on with three.
  var number: String { (ordinal < 10 ? "0" : "") + String(ordinal) }

  /// What a placeholder stands for in a row.
  func text(_ mark: RecordMark, of record: EvaluationRecord) -> String {
    if case .row(let row, let list) = record,
      list.fields.contains(where: { $0.name == mark.rawValue })
    {
      return row.text(mark.rawValue)
    }
    return text(mark)
  }

  /// What a placeholder says of the whole evaluation; nothing for those of rows, which the loader
  /// refuses elsewhere.
  func text(_ mark: RecordMark) -> String {
    switch mark {
    case .departmentName: return accounts.department.name
    case .fiscalYear: return String(accounts.fiscalYear)
    case .ordinal: return chineseNumeral(ordinal)
    case .number: return number
    default: break
    }
    if mark.rawValue == evaluation.rules.grades?.name { return evaluation.grade ?? "" }
    for field in type.fields where field.kind == .unit || field.kind == .function {
      let code = evaluation.record.text(field.name)
      if mark == .code(of: field.name) { return code }
      guard mark == .name(of: field.name) else { continue }
      return name(of: code, field.kind) ?? ""
    }
    return evaluation.record.text(mark.rawValue)
  }

  /// What a code names.
  private func name(of code: String, _ kind: RecordField.Kind) -> String? {
    kind == .unit
      ? accounts.department.units.first { $0.code == code }?.name
      : accounts.accountNames.name(of: code, in: .function)
  }

  /// The value of a figure in a row; nil for a rate or a score without a budget.
  func value(_ figure: String, of record: EvaluationRecord) -> FigureValue? {
    switch record {
    case .whole: evaluation.number(figure)?.figure
    case .row(let row, _): type.number(figure, ofRow: row)?.figure
    }
  }

  /// The places of what a figure was reckoned from, in reading order.
  func sources(_ figure: String, of record: EvaluationRecord) -> [SourcePlace] {
    switch record {
    case .row(let row, _): return [row.place]
    case .whole:
      let lists = type.lists(behind: figure)
      let places = lists.flatMap { evaluation.record.rows($0.key).map(\.place) }
      return lists.isEmpty ? [evaluation.place] : places.sorted()
    }
  }
}

extension RecordNumber {
  /// The number as figures have it.
  fileprivate var figure: FigureValue {
    switch self {
    case .money(let money): .money(money)
    case .points(let points): .decimal(points.decimal)
    case .rate(let rate): .decimal(rate)
    }
  }
}
