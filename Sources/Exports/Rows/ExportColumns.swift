internal import Diagnostics
internal import Domain
internal import Dossiers
internal import Layouts
internal import SourceFiles

/// The columns of an export by what the mapping makes of them.
struct ExportColumns {
  struct AmountColumn {
    let index: Int
    let name: String
    let heading: TableHeading
    let fixed: [TableHeading: String]
    let isSubtracted: Bool
  }

  struct TotalColumn {
    let index: Int
    let name: String
    /// The places among the amount columns that it adds up.
    let parts: [Int]
  }

  private(set) var amounts: [AmountColumn] = []
  private(set) var totals: [TotalColumn] = []
  /// The column of each field.
  private(set) var fields: [TableHeading: Int] = [:]
  /// The columns of the levels of a code, by level.
  private(set) var levels: [TableHeading: [Int: Int]] = [:]
  /// The names of all columns by their place.
  private(set) var names: [Int: String] = [:]
  /// The columns in which a blank repeats what stands above.
  private(set) var filled: Set<Int> = []
  private(set) var findings: [Finding] = []

  /// What columns that say something different give: what is fixed in them, each once.
  var groups: [[TableHeading: String]] {
    amounts.reduce(into: []) { groups, column in
      if !groups.contains(column.fixed) { groups.append(column.fixed) }
    }
  }

  init(_ head: ExportHead, mapping: ExportMapping, samples: (Int) -> [String]) {
    var uses: [String: ExportMapping.Column] = [:]
    for column in mapping.columns { uses[folded(column.name)] = column }
    var totalColumns: [(index: Int, name: String)] = []
    for column in head.columns {
      names[column.index] = column.name
      guard let use = uses.removeValue(forKey: folded(column.name)) else {
        let samples = samples(column.index)
        if !samples.isEmpty {
          let fault = ExportFault.newColumn(column.name, samples: samples)
          findings.append(fault.finding(at: column.place))
        }
        continue
      }
      if mapping.filled.contains(where: { folded($0.text) == folded(column.name) }) {
        filled.insert(column.index)
      }
      switch use.use {
      case .undecided, .passedOver: break
      case .total: totalColumns.append((column.index, column.name))
      case .field(let heading): fields[heading] = column.index
      case .level(let heading, let level): levels[heading, default: [:]][level] = column.index
      case .amount(let heading, let fixed, let isSubtracted):
        amounts.append(
          AmountColumn(
            index: column.index, name: column.name, heading: heading, fixed: fixed,
            isSubtracted: isSubtracted))
      }
    }
    totals = totalColumns.map { column in
      TotalColumn(
        index: column.index, name: column.name, parts: Self.parts(of: column.name, in: amounts))
    }
    report(missing: uses.values, head)
    reportFields(mapping, head)
  }

  /// The places of the amount columns that a column adds up: those below the same heading, or all.
  static func parts(of name: String, in amounts: [AmountColumn]) -> [Int] {
    let parents = name.split(separator: "/").dropLast()
    guard !parents.isEmpty else { return Array(amounts.indices) }
    let prefix = parents.joined(separator: "/") + "/"
    let below = amounts.indices.filter { amounts[$0].name.hasPrefix(prefix) }
    return below.isEmpty ? Array(amounts.indices) : below
  }

  private mutating func report(
    missing: some Collection<ExportMapping.Column>, _ head: ExportHead
  ) {
    for column in missing.sorted(by: { $0.name < $1.name }) {
      switch column.use {
      case .undecided, .passedOver: continue
      case .total, .field, .level, .amount:
        let fault = MappingFault.missingColumn(column.name, known: head.columns.map(\.name))
        findings.append(fault.finding(at: column.place.map(Place.source)))
      }
    }
  }

  private mutating func reportFields(_ mapping: ExportMapping, _ head: ExportHead) {
    guard mapping.undecided.isEmpty, findings.isEmpty else { return }
    for column in mapping.table.keys where column.isRequired && !column.mayBeEmpty {
      let heading = column.heading
      let isGiven =
        fields[heading] != nil || levels[heading] != nil || mapping.fixed[heading] != nil
        || amounts.allSatisfy { $0.fixed[heading] != nil }
      guard !isGiven else { continue }
      let place = mapping.columns.first?.place.map(Place.source)
      findings.append(MappingFault.missingField(heading.word).finding(at: place))
    }
  }
}
