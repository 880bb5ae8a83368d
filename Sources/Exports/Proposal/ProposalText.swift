internal import Diagnostics
internal import Domain
internal import Dossiers
internal import Layouts
internal import SourceFiles

extension Proposal {
  /// The file that people correct: what is proposed, why, and what is left to them.
  ///
  /// - Parameter export: what people call the export.
  func text(of export: String, context: ExportContext) -> String {
    let writer = ProposalWriter(proposal: self, export: export, context: context)
    return writer.lines.map { $0 + "\n" }.joined()
  }
}

private struct ProposalWriter {
  let proposal: Proposal
  let export: String
  let context: ExportContext

  private let mark = ExportMapping.undecidedWord
  private var table: ExportTable { context.table }

  init(proposal: Proposal, export: String, context: ExportContext) {
    (self.proposal, self.export, self.context) = (proposal, export, context)
  }

  var lines: [String] {
    opening + unit + fixed + columns + filled + words
  }

  private var opening: [String] {
    let count = proposal.undecided
    let rest =
      count == 0
      ? "# 没有待定的地方。请逐行核对，再运行同一条命令。"
      : "# 写着“\(mark)”的 \(count) 处要由人决定：把“\(mark)”改成旁边说的写法。其余的也请逐行核对，再运行同一条命令。"
    return [
      "# 对照表：怎样把导出的\(table.name)表变成卷宗的“\(table.name)”表。",
      "# 由 gongkai 看着 \(export) 提出。", rest,
      "# 栏目和写法不变的，以后各年接着用这一份。“#”后面的是说明，可以删改。", "",
      "\(MappingKey.table): \(table.name)",
    ]
  }

  private var unit: [String] {
    let choices = MoneyUnit.allCases.map(\.rawValue).joined(separator: "、")
    let text = proposal.mapping.unit?.rawValue ?? mark
    return [
      "", "# 导出表的金额以什么为单位（\(choices)）。\(proposal.unitNote)。", "\(MappingKey.unit): \(text)",
    ]
  }

  // MARK: Fixed values

  private var fixed: [String] {
    var lines: [String] = []
    for column in table.keys {
      let heading = column.heading
      if let entry = proposal.mapping.fixed[heading] {
        lines.append(
          "  \(heading.word): \(yamlText(entry.text))   # \(proposal.fixedNotes[heading] ?? "")")
      } else if proposal.missing.contains(column) {
        lines.append(
          "  \(heading.word): \(mark)   # 没有认出哪一栏是“\(heading.word)”："
            + "全表一样的写在这里（\(example(of: column))）；有这一栏的，删去这一行，在“\(MappingKey.columns)”里写明")
      }
    }
    guard !lines.isEmpty else { return [] }
    return ["", "# 整张表都一样、导出表里没有单独一栏的内容。", "\(MappingKey.fixed):"] + lines
  }

  private func example(of column: DossierTable.Column) -> String {
    let choices = context.choices(of: column)
    guard choices.isEmpty else { return choices.prefix(8).joined(separator: "、") }
    return column.heading == .function || column.heading == .economic ? "科目代码，用引号括起" : "代码，用引号括起"
  }

  // MARK: Columns

  private var columns: [String] {
    let fields = table.keys.map(\.heading.word) + table.amounts.map(\.word)
    var lines = [
      "", "# 导出表的每一栏（左边）放到哪里（右边）。几行的表头用“/”连起来。右边可以写：",
      "#   卷宗的栏名：\(fields.joined(separator: "、"))",
    ]
    if table.table.column(.function) != nil {
      lines.append(
        "#   科目代码分成几栏的："
          + accountLevelNames.map { "\(TableHeading.function.word)的\($0)" }
          .joined(separator: "、"))
    }
    let wide = table.keys.last { if case .word = $0.content { true } else { false } }
    if let wide, let word = context.choices(of: wide).first, let amount = table.amounts.first {
      lines.append(
        "#   横排的金额，一栏一种：{\(MappingKey.taken): \(amount.word), \(wide.heading.word): \(word)}；"
          + "要减去的，在花括号里加上 \(MappingKey.subtracted): \(MappingKey.yes)")
    }
    lines += [
      "#   \(MappingKey.total)：等于同一行各金额栏之和，只核对", "#   \(MappingKey.passedOver)（理由）",
      "\(MappingKey.columns):",
    ]
    let width = proposal.columns.map { displayWidth(of: entry($0)) }.filter { $0 <= 48 }.max() ?? 0
    for column in proposal.columns {
      let entry = entry(column)
      let blanks = String(repeating: " ", count: max(0, width - displayWidth(of: entry)))
      lines.append("\(entry)\(blanks)   # \(comment(on: column))")
    }
    return lines
  }

  private func entry(_ column: Proposal.Column) -> String {
    "  \(yamlText(column.name)): \(column.use.text)"
  }

  private func comment(on column: Proposal.Column) -> String {
    let note = column.note.isEmpty ? "" : "\(column.note)？"
    guard !column.samples.isEmpty else { return note + "空白" }
    let samples = column.samples.prefix(3).map(Self.short).joined(separator: "、")
    let more = column.samples.count > 3 ? "……" : ""
    return "\(note)\(column.filled) 行：\(samples)\(more)"
  }

  /// A text short enough for a comment.
  private static func short(_ text: String) -> String {
    text.count > 16 ? text.prefix(15) + "…" : text
  }

  private var filled: [String] {
    let names = proposal.mapping.filled.map { yamlText($0.text) }
    guard !names.isEmpty else { return [] }
    return [
      "", "# 这些栏里有空白，空白的同上一行（如一个单位的各行，单位只写在第一行）。",
      "\(MappingKey.filled): [\(names.joined(separator: ", "))]",
    ]
  }

  // MARK: Words

  private var words: [String] {
    let open = Dictionary(grouping: proposal.reading?.openWords ?? [], by: \.heading)
    var lines: [String] = []
    for column in table.keys {
      let known = understood(column)
      guard open[column.heading] != nil || !known.isEmpty else { continue }
      lines.append("  \(column.heading.word):")
      lines += known.map { "    # 已认得：\($0)" }
      for word in open[column.heading] ?? [] {
        lines.append("    \(yamlText(word.word)): \(mark)   # \(hint(of: word, column))")
        lines += word.listed.map { "    #   \($0)" }
      }
    }
    guard !lines.isEmpty else { return [] }
    return ["", "# 导出表里的写法是卷宗里的哪一个；左边照抄导出表。已认得的不用写。", "\(MappingKey.words):"] + lines
  }

  /// What words were understood as; codes need no word.
  private func understood(_ column: DossierTable.Column) -> [String] {
    switch column.content {
    case .word, .unit: break
    case .function, .economic, .amount, .text: return []
    }
    let words = proposal.reading?.understood[column.heading] ?? [:]
    let byMeaning = Dictionary(grouping: words.filter { $0.key != $0.value }, by: \.value)
    return byMeaning.sorted { $0.key < $1.key }.map { meaning, words in
      let names = words.map(\.key).sorted()
      return names.prefix(6).joined(separator: "、") + (names.count > 6 ? "等" : "") + " → \(meaning)"
    }
  }

  private func hint(of word: OpenWord, _ column: DossierTable.Column) -> String {
    let rows = "\(word.count) 行："
    switch word.fault {
    case .unclear(let meanings, let reason):
      return "\(meanings.joined(separator: "、")) 中的一个；\(reason)。\(rows)"
    case .otherChart(let chart, let name, let meanings):
      return "\(chart)的“\(name)”："
        + (meanings.isEmpty ? "部门的科目代码" : meanings.joined(separator: "、"))
        + "。\(rows)"
    case .unknown: return "\(example(of: column))。\(rows)"
    }
  }
}
