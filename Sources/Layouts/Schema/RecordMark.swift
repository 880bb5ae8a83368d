internal import Domain

/// What may stand between the braces of a text of a form of records: what its record states, and what is
/// known beside it.
public struct RecordMark: RawRepresentable, Hashable, Sendable {
  /// As it is written.
  public let rawValue: String

  /// A mark by its words.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The department's name.
  public static let departmentName = RecordMark(rawValue: "部门名称")
  /// The fiscal year, in digits.
  public static let fiscalYear = RecordMark(rawValue: "年度")
  /// The record's place among all of its kind: 一, 二, and so on.
  public static let ordinal = RecordMark(rawValue: "序号")
  /// Its place with two digits, from a hundred on with three: 03.
  public static let number = RecordMark(rawValue: "数序")

  /// What every record has.
  static let common = [departmentName, fiscalYear, ordinal, number]
  /// What follows the name of a field that states a code, for the code and for what it names.
  private static let (code, name) = ("代码", "名称")

  /// The code that a field states: 预算单位代码.
  public static func code(of field: String) -> RecordMark { RecordMark(rawValue: field + code) }
  /// What the code of a field names: 预算单位名称.
  public static func name(of field: String) -> RecordMark { RecordMark(rawValue: field + name) }

  /// The marks of a field.
  static func marks(of field: RecordField) -> [RecordMark] {
    switch field.kind {
    case .unit, .function: [code(of: field.name), name(of: field.name)]
    case .project, .fund, .authorityCode, .authorityName, .name, .text, .value, .option:
      [RecordMark(rawValue: field.name)]
    case .money, .points: []
    }
  }
}

/// A text with places that a record fills in.
public typealias RecordText = PlaceholderText<RecordMark>

extension EvaluationRules {
  /// The marks that tell one evaluation from the other, for titles, sheets and entries.
  var nameMarks: [RecordMark] {
    RecordMark.common + type.fields.filter { $0.kind != .text }.flatMap(RecordMark.marks)
  }

  /// The marks of a row's cells: those of its list, and those that say something of the whole.
  func marks(of list: RecordList?) -> [RecordMark] {
    let own = list?.fields ?? []
    let texts = type.fields.filter { $0.kind == .text }
    return (own + texts).flatMap(RecordMark.marks) + nameMarks
      + (grades.map { [RecordMark(rawValue: $0.name)] } ?? [])
  }
}
