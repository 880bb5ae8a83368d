internal import Diagnostics
internal import Domain
internal import Dossiers
internal import Layouts
internal import SourceFiles

/// A mapping that the program proposes for an export, with what people ought to know to judge it.
struct Proposal {
  /// A column with why it is proposed so.
  struct Column {
    let name: String
    var use: ExportMapping.Use
    let samples: [String]
    let filled: Int
    /// What people are to look at; empty for nothing.
    var note = ""
  }

  var mapping: ExportMapping
  var columns: [Column]
  /// Fields that nothing gives.
  var missing: [DossierTable.Column] = []
  /// Why a fixed value is proposed.
  var fixedNotes: [TableHeading: String] = [:]
  /// What the unit of amounts was taken from; empty for nothing.
  var unitNote = ""
  var reading: ExportReading?

  /// How many places are left to people.
  var undecided: Int {
    columns.count { $0.use == .undecided } + missing.count + (reading?.openWords.count ?? 0)
      + (mapping.unit == nil ? 1 : 0)
  }
}

/// Proposes a mapping for an export; what is not certain is left to people.
struct Proposer {
  let sheet: ExportSheet
  let head: ExportHead
  let context: ExportContext

  func propose() -> Proposal {
    let guesses = ColumnGuesser(sheet: sheet, head: head, context: context).guesses()
    var proposal = Proposal(
      mapping: ExportMapping(table: context.table),
      columns: guesses.map {
        .init(name: $0.column.name, use: .undecided, samples: $0.samples, filled: $0.filled)
      })
    settleFields(guesses, in: &proposal)
    settleAmounts(guesses, in: &proposal)
    settleUnit(in: &proposal)
    settleFixed(in: &proposal)
    settleFilled(in: &proposal)
    return proposal
  }

  // MARK: Fields

  private func settleFields(_ guesses: [ColumnGuess], in proposal: inout Proposal) {
    var claimed: [TableHeading: String] = [:]
    func take(_ index: Int, _ heading: TableHeading) {
      let guess = guesses[index]
      if let other = claimed[heading] {
        proposal.columns[index].note = "“\(other)”栏也是“\(heading.word)”，只能取一栏"
        return
      }
      guard isPlausible(guess.column.index, as: heading) else {
        proposal.columns[index].note = "看不出“\(heading.word)”"
        return
      }
      claimed[heading] = guess.column.name
      proposal.columns[index].use = .field(heading)
    }
    for (index, guess) in guesses.enumerated() {
      switch guess.kind {
      case .level(let heading, let level):
        proposal.columns[index].use = .level(heading, level)
        claimed[heading] = guess.column.name
      case .passedOver(let reason): proposal.columns[index].use = .passedOver(reason: reason)
      case .exact, .perhaps, .amount, .unknown: break
      }
    }
    for (index, guess) in guesses.enumerated() {
      if case .exact(let heading) = guess.kind { take(index, heading) }
    }
    for (index, guess) in guesses.enumerated() {
      guard case .perhaps(let headings) = guess.kind else { continue }
      if let free = headings.first(where: { claimed[$0] == nil }) {
        take(index, free)
      } else if let heading = headings.first, let other = claimed[heading] {
        proposal.columns[index].use = .passedOver(reason: "另有“\(other)”栏")
      }
    }
  }

  /// Whether anything in a column can be read as the field; words that stand for nothing yet may still.
  private func isPlausible(_ column: Int, as heading: TableHeading) -> Bool {
    let lengths: [Int]
    switch heading {
    case .function: lengths = FunctionAccount.levelDigits
    case .economic: lengths = EconomicAccount.levelDigits
    default: return true
    }
    return sheet.rows[head.rows.upperBound...].contains { row in
      row.cells[column].map { !accountCode($0.text, lengths).isEmpty } ?? false
    }
  }

  // MARK: Amounts

  private func settleAmounts(_ guesses: [ColumnGuess], in proposal: inout Proposal) {
    struct Candidate {
      let index: Int
      let fixed: [TableHeading: String]
      let isTotal: Bool
      let isExact: Bool
    }
    var byHeading: [TableHeading: [Candidate]] = [:]
    for (index, guess) in guesses.enumerated() {
      guard case .amount(let heading, let fixed, let isTotal, let isExact) = guess.kind else {
        continue
      }
      guard let heading else {
        proposal.columns[index].note = "哪一种金额"
        continue
      }
      byHeading[heading, default: []].append(
        Candidate(index: index, fixed: fixed, isTotal: isTotal, isExact: isExact))
    }
    for (heading, candidates) in byHeading {
      let parts = candidates.filter { !$0.fixed.isEmpty && !$0.isTotal }
      let others = candidates.filter { $0.fixed.isEmpty || $0.isTotal }
      func take(_ candidate: Candidate) {
        proposal.columns[candidate.index].use = .amount(
          heading, fixed: candidate.fixed, isSubtracted: false)
      }
      func leave(_ candidates: [Candidate], _ note: String) {
        for candidate in candidates { proposal.columns[candidate.index].note = note }
      }
      guard Set(parts.map { Set($0.fixed.keys) }).count <= 1 else {
        leave(candidates, "同一笔钱按几种办法分栏，只能取一种")
        continue
      }
      if parts.isEmpty {
        let exact = others.filter(\.isExact)
        let plain = others.filter { !$0.isTotal }
        if others.count == 1 {
          take(others[0])
        } else if exact.count == 1 {
          take(exact[0])
          leave(others.filter { $0.index != exact[0].index }, "另有金额栏")
        } else if plain.count == 1, others.count == 2 {
          take(plain[0])
          leave(others.filter(\.isTotal), "另有金额栏")
        } else {
          leave(others, "有几栏金额，哪一栏是“\(heading.word)”")
        }
        continue
      }
      parts.forEach(take)
      let amounts = parts.map { part in
        ExportColumns.AmountColumn(
          index: guesses[part.index].column.index, name: guesses[part.index].column.name,
          heading: heading, fixed: part.fixed, isSubtracted: false)
      }
      for other in others {
        let column = guesses[other.index].column
        let below = ExportColumns.parts(of: column.name, in: amounts).map { amounts[$0].index }
        if isSum(column.index, of: below) {
          proposal.columns[other.index].use = .total
        } else {
          proposal.columns[other.index].note = "不等于旁边各金额栏之和，是不是还有一栏没有认出"
        }
      }
    }
  }

  /// Whether a column is the sum of others in every row in which it has an amount.
  private func isSum(_ column: Int, of parts: [Int]) -> Bool {
    func amount(_ cell: ExportCell?) -> Money? {
      guard let cell, !cell.isCovered else { return nil }
      return try? BodyReader.amount(cell.number, in: .hundredMillion)
    }
    return sheet.rows[head.rows.upperBound...].allSatisfy { row in
      guard let whole = amount(row.cells[column]) else { return true }
      var sum: Int64 = 0
      for part in parts {
        let (next, overflow) = sum.addingReportingOverflow(amount(row.cells[part])?.fen ?? 0)
        guard !overflow else { return false }
        sum = next
      }
      return sum == whole.fen
    }
  }

  // MARK: The rest

  private func settleUnit(in proposal: inout Proposal) {
    let stated = StatedUnits(head).units
    let units = Set(stated.map(\.unit))
    if let first = stated.first, units.count == 1 {
      proposal.mapping.unit = first.unit
      proposal.unitNote =
        "\(DiagnosticPrinter.text(of: first.cell.place)) 写着\(quoted(first.cell.text))"
    } else {
      proposal.unitNote =
        stated.isEmpty ? "导出表里没有写" : "写着几种：" + stated.map(\.unit.rawValue).joined(separator: "、")
    }
  }

  private func settleFixed(in proposal: inout Proposal) {
    let given = Set(
      proposal.columns.flatMap { column -> [TableHeading] in
        switch column.use {
        case .field(let heading), .level(let heading, _): [heading]
        case .amount(_, let fixed, _): Array(fixed.keys)
        case .undecided, .passedOver, .total: []
        }
      })
    for column in context.table.keys where column.isRequired && !column.mayBeEmpty {
      guard !given.contains(column.heading) else { continue }
      if column.heading == .unit, let (code, note) = ownUnit() {
        proposal.mapping.fixed[.unit] = .init(text: code, place: nil)
        proposal.fixedNotes[.unit] = note
      } else {
        proposal.missing.append(column)
      }
    }
  }

  /// The unit whose export it is: the only one there is, or the one that a title names.
  private func ownUnit() -> (code: String, note: String)? {
    guard let units = context.units else { return nil }
    if units.count == 1, let only = units.first { return (only.key, "卷宗只有这一个单位：\(only.value)") }
    for title in head.titles {
      let parts = title.text.split(maxSplits: 1) { ":：".contains($0) }
      guard parts.count == 2, context.words.unitTitles.contains(folded(String(parts[0]))) else {
        continue
      }
      let text = tidied(String(parts[1]))
      let code =
        knownCode(in: plainCode(text), among: units)
        ?? units.first { folded($0.value) == folded(text) }?.key
      if let code { return (code, "标题写着\(quoted(title.text))") }
    }
    return nil
  }

  /// Reads by what is proposed so far, to see which blanks repeat what stands above and which words
  /// stand for nothing.
  private func settleFilled(in proposal: inout Proposal) {
    func read(_ mapping: ExportMapping) -> ExportReading {
      var reader = ExportReader(sheet, head: head, mapping: mapping, context: context)
      return reader.read()
    }
    proposal.mapping.columns = proposal.columns.map { .init(name: $0.name, use: $0.use) }
    var reading = read(proposal.mapping)
    for heading in reading.emptyFields {
      guard let column = proposal.columns.first(where: { $0.use == .field(heading) }) else {
        continue
      }
      var mapping = proposal.mapping
      mapping.filled.append(.init(text: column.name, place: nil))
      let other = read(mapping)
      guard !other.emptyFields.contains(heading) else { continue }
      (proposal.mapping, reading) = (mapping, other)
    }
    proposal.reading = reading
  }
}
