internal import Diagnostics
internal import Domain
internal import Dossiers
internal import Layouts
internal import SourceFiles

/// The words of a mapping's own file.
enum MappingKey {
  static let table = "表"
  static let unit = "金额单位"
  static let fixed = "固定值"
  static let columns = "表头"
  static let filled = "空白沿用上一行"
  static let words = "写法"
  static let totals = "合计的字样"
  static let taken = "取作"
  static let subtracted = "减去"
  static let yes = "是"
  static let passedOver = "不取"
  static let total = "核对合计"
}

extension ExportMapping.Use {
  /// What the file says of a level of a code: `功能科目的类`.
  static func word(of heading: TableHeading, level: Int) -> String {
    "\(heading.word)的\(accountLevelNames[level])"
  }

  /// The words of uses that a table has.
  static func choices(of table: ExportTable) -> [(String, ExportMapping.Use)] {
    var choices: [(String, Self)] = [
      (ExportMapping.undecidedWord, .undecided), (MappingKey.total, .total),
    ]
    for column in table.table.columns {
      switch column.content {
      case .amount:
        choices.append(
          (column.heading.word, .amount(column.heading, fixed: [:], isSubtracted: false)))
      case .function, .economic:
        choices.append((column.heading.word, .field(column.heading)))
        let count = column.content == .economic ? 2 : 3
        choices += (0..<count).map {
          (word(of: column.heading, level: $0), .level(column.heading, $0))
        }
      case .unit, .word, .text: choices.append((column.heading.word, .field(column.heading)))
      }
    }
    return choices
  }

  /// What the file says of it.
  var text: String {
    switch self {
    case .undecided: ExportMapping.undecidedWord
    case .passedOver(let reason):
      reason.isEmpty ? MappingKey.passedOver : "\(MappingKey.passedOver)（\(reason)）"
    case .total: MappingKey.total
    case .field(let heading): heading.word
    case .level(let heading, let level): Self.word(of: heading, level: level)
    case .amount(let heading, let fixed, let isSubtracted):
      fixed.isEmpty && !isSubtracted
        ? heading.word
        : "{\(MappingKey.taken): \(heading.word)"
          + fixed.sorted { $0.key.rawValue < $1.key.rawValue }
          .map { ", \($0.key.word): \(yamlText($0.value))" }.joined()
          + (isSubtracted ? ", \(MappingKey.subtracted): \(MappingKey.yes)" : "") + "}"
    }
  }
}

/// A text as a YAML file has it: plain where nothing of it could be taken for something else.
func yamlText(_ text: String) -> String {
  let isPlain =
    text.first.map { $0.isLetter } ?? false
    && text.allSatisfy { $0.isLetter || $0.isNumber || "（）、/－—·．.".contains($0) || $0 == "-" }
    && !["true", "false", "null", "yes", "no"].contains(text.lowercased())
  return isPlain ? text : YAMLText(text).quoted
}
