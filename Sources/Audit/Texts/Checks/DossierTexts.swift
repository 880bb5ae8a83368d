internal import Diagnostics
internal import Domain
internal import Layouts

/// Every text that people wrote into a dossier and that is printed, decoded once.
///
/// Codes, the values of indicators and the words for their levels are left out: they are no sentences.
struct DossierTexts {
  private(set) var all: [AuditedText] = []
  private let accounts: FinalAccounts
  private let set: LayoutSet

  init(_ accounts: FinalAccounts, by set: LayoutSet) {
    self.accounts = accounts
    self.set = set
    for declaration in set.facts { addFacts(declaration) }
    for index in accounts.evaluations.indices { addEvaluation(index) }
    settleShapes()
    addNames()
  }

  /// Where names stand that have no place of their own.
  static let identity = SourcePlace(file: "department.yaml")

  // MARK: - Facts

  private mutating func addFacts(_ declaration: FactDeclaration) {
    let path = declaration.path
    switch declaration.kind {
    case .money, .count: return
    case .textByAccount:
      for account in accounts.declaredFacts.accounts(of: path) {
        add(accounts.declaredFacts.fact(path, account: account), "\(path).\(account)")
      }
    case .text, .list:
      guard declaration.isByUnit else {
        add(accounts.declaredFacts.fact(path), path)
        return
      }
      for unit in accounts.department.units {
        add(accounts.declaredFacts.fact(path, unit: unit.code), "\(path).\(unit.code)")
      }
    }
  }

  private mutating func add(_ fact: DeclaredFact?, _ address: String) {
    guard let fact else { return }
    switch fact.value {
    case .money, .count: return
    case .text(let text): add(fact, text, address)
    case .list(let texts):
      for (number, text) in texts.enumerated() { add(fact, text, "\(address).\(number + 1)") }
    }
  }

  private mutating func add(_ fact: DeclaredFact, _ text: String, _ address: String) {
    guard !text.isEmpty else { return }
    all.append(
      AuditedText(
        part: .facts, address: address, shape: fact.isLiteralBlock ? .paragraph : .clause,
        scanned: ScannedText(text), fact: fact, place: fact.place))
  }

  // MARK: - Self-evaluations

  private mutating func addEvaluation(_ index: Int) {
    let evaluation = accounts.evaluations[index]
    let number = "\(set.evaluationForm?.number ?? "")-\(index < 9 ? "0" : "")\(index + 1)"
    func text(
      _ text: String, _ label: String, _ role: AuditedText.Role, _ place: SourcePlace,
      shape: TextShape = .paragraph
    ) {
      guard !text.isEmpty else { return }
      all.append(
        AuditedText(
          part: role == .name ? .projects : .evaluations, address: "\(number).\(label)",
          shape: shape, scanned: ScannedText(text), evaluation: index, role: role, form: number,
          place: place))
    }
    let (type, record) = (evaluation.rules.type, evaluation.record)
    for field in type.fields {
      let words = record.text(field.name)
      switch field.kind {
      case .project: text(words, field.name, .name, record.place, shape: .clause)
      case .text: text(words, field.name, .whole, record.place)
      default: break
      }
    }
    for list in type.lists {
      let fields = list.fields.filter { $0.kind == .text }
      for (number, row) in record.rows(list.key).enumerated() {
        if list.labels != nil {
          text(row.text(list.fields[1].name), row.text(list.fields[0].name), .whole, row.place)
          continue
        }
        // Where several names qualify each other, the rows are counted.
        let name =
          list.names.count == 1 ? row.text(list.names[0]) : "\(list.key)\(number + 1)"
        for field in fields {
          text(
            row.text(field.name), "\(name).\(field.name)", .reason, row.place, shape: .clause)
        }
      }
    }
  }

  /// Lets the texts of evaluations end without a full stop where most of them do: the forms have been
  /// filled in like that, and none is cut off.
  private mutating func settleShapes() {
    let long = all.indices.filter { all[$0].part == .evaluations && all[$0].shape == .paragraph }
    let ended = long.count { all[$0].scanned.scalars.last?.endsSentence ?? false }
    guard ended * 2 < long.count else { return }
    for index in long { all[index].shape = .clause }
  }

  // MARK: - Names

  private mutating func addNames() {
    let department = accounts.department
    let names =
      [("部门", department.name)] + department.units.map { ("单位.\($0.code)", $0.name) }
    for (address, name) in names where !name.isEmpty {
      all.append(
        AuditedText(
          part: .names, address: address, shape: .clause, scanned: ScannedText(name),
          place: Self.identity))
    }
  }
}
