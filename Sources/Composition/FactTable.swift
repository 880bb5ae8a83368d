internal import Diagnostics
internal import Domain
internal import Figures
internal import Layouts

/// All facts of a dossier with their places, each place known by its position in reading order.
struct FactTable {
  /// Every place, sorted, each once.
  let places: [SourcePlace]
  /// The entries of the ledger.
  var entries: [LedgerEntry] { booked.entries }
  /// The entries by what they are.
  let booked: BookedEntries
  /// For each entry, the type of its unit; nil for amounts of the whole department.
  let unitTypes: [String?]
  private let positions: [SourcePlace: Int]
  private let entrySources: [[Int]]
  private let accounts: FinalAccounts
  private let declarations: [String: FactDeclaration]

  /// - Parameter isPlaced: whether places are looked up; without them no value knows its sources.
  init(_ accounts: FinalAccounts, declarations: [FactDeclaration], isPlaced: Bool = true) {
    self.accounts = accounts
    self.declarations = Dictionary(
      declarations.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let entries = accounts.ledger.entries
    booked = BookedEntries(accounts.ledger, units: accounts.department.units)
    let types = Dictionary(
      accounts.department.units.map { ($0.code, $0.type) }, uniquingKeysWith: { first, _ in first })
    unitTypes = entries.map { entry in entry.key.unit.flatMap { types[$0] } }
    guard isPlaced else {
      (places, positions, entrySources) = ([], [:], [])
      return
    }
    let declared = declarations.flatMap { declaration in
      Self.facts(declaration, accounts).map(\.place)
    }
    let all = Set(entries.flatMap(\.places) + declared).sorted()
    let positions = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
    places = all
    self.positions = positions
    entrySources = entries.map { $0.places.compactMap { positions[$0] } }
  }

  func sources(ofEntry number: Int) -> [Int] { entrySources[number] }

  /// The value of a declared fact; one that is declared by unit is added up over the units.
  ///
  /// - Parameter unit: the unit whose fact alone is meant; nil for all.
  func value(_ path: String, unit: String? = nil) -> CellValue {
    guard let declaration = declarations[path] else { return CellValue() }
    var result = CellValue()
    let own = unit.map { accounts.declaredFacts.fact(path, unit: $0) }
    for fact in own.map({ [$0].compactMap(\.self) }) ?? Self.facts(declaration, accounts) {
      let sources = positions[fact.place].map { [$0] } ?? []
      result.add(CellValue(value: fact.value.figure, sources: sources))
    }
    return result
  }

  private static func facts(
    _ declaration: FactDeclaration, _ accounts: FinalAccounts
  ) -> [DeclaredFact] {
    let units = declaration.isByUnit ? accounts.department.units.map { Optional($0.code) } : [nil]
    return units.compactMap { accounts.declaredFacts.fact(declaration.path, unit: $0) }
  }
}

extension DeclaredValue {
  /// The number that it is; nil for texts.
  var figure: FigureValue? {
    switch self {
    case .money(let money): .money(money)
    case .count(let count): .count(count)
    case .text, .list: nil
    }
  }
}
