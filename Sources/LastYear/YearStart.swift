public import Domain
public import Dossiers
public import Layouts

/// A year that is begun from the one before: the dossier, and what is told of it.
public struct YearStart: Sendable {
  /// The dossier, with everything that is still to be filled in left empty.
  public let draft: DossierDraft
  /// What was taken over, line by line.
  public let carried: [String]
  /// What is left to do, line by line.
  public let open: [String]

  /// Begins a year.
  ///
  /// - Parameters:
  ///   - known: what is known of the year before.
  ///   - path: where that is, as the dossier is to say it.
  ///   - set: the layout set of the new year.
  ///   - names: the names of accounts that are known for the new year.
  public init(from known: KnownYear, at path: String, by set: LayoutSet, names: AccountNames) {
    var start = Beginning(known: known, set: set, draft: DossierDraft(emptyFor: set))
    start.setIdentity(path: path)
    start.setFacts()
    start.setPriorYear()
    start.setBalances()
    start.setNames(lacking: names)
    start.open += ["绩效自评表和审核说明不沿用：项目和理由都是新一年的"]
    (draft, carried, open) = (start.draft, start.carried, start.open)
  }
}

/// A dossier in the making.
struct Beginning {
  let known: KnownYear
  let set: LayoutSet
  var draft: DossierDraft
  /// What was taken over.
  var carried: [String] = []
  /// What is left to do.
  var open: [String] = []

  /// What stands beside a text of last year's.
  static let textNote = DossierDraft.carriedTextNote

  /// What stands beside a number of last year's.
  var numberNote: String {
    known.precision == .exact ? "取自上年" : "取自上年公开的表，只精确到印出的位数，请核对"
  }

  // MARK: - Identity

  mutating func setIdentity(path: String) {
    draft.department.set(.text(path), at: [IdentityKey.lastYear], note: "审核时与上年对照；文件移走后改写这里")
    open.append("填写公开日期")
    let identity = known.identity
    let parts = [(IdentityKey.code, identity.code), (IdentityKey.name, identity.name)]
    for (key, text) in parts {
      if let text {
        draft.department.set(.text(text), at: [IdentityKey.department, key])
      } else {
        open.append("填写部门的\(key)：上年的材料里没有")
      }
    }
    guard !identity.units.isEmpty else {
      open.append("填写各预算单位：上年的材料里没有")
      return
    }
    let units = identity.units.map { unit in
      DraftValue.group(
        DraftGroup([
          .init(IdentityKey.code, .text(unit.code)), .init(IdentityKey.name, .text(unit.name)),
          .init(IdentityKey.type, .text(unit.type)),
        ]))
    }
    draft.department.set(.list(units), at: [IdentityKey.units])
    carried.append("部门和 \(units.count) 个预算单位")
    let strange = identity.units.map(\.type).filter { !set.unitTypes.contains($0) }
    if !strange.isEmpty {
      open.append("改正单位类型：版式没有“\(strange[0])”")
    }
  }

  // MARK: - Tables

  mutating func setPriorYear() {
    let columns: [TableHeading] = [.indicator, .fund, .function, .priorYear]
    let amounts = stated(known.amounts.filter { set.priorYearIndicators.contains($0.indicator) })
    let rows = amounts.map { amount in
      [
        amount.indicator, amount.fund?.rawValue ?? "", amount.function?.code ?? "",
        amount.amount.description,
      ]
    }
    draft.fill(DossierFileName.priorYear, columns: columns, rows: rows)
    if known.precision == .printed, !rows.isEmpty {
      draft[table: DossierFileName.priorYear]?.remarks = ["取自上年公开的表：印出的数四舍五入过，换算成元只精确到百元"]
    }
    if !rows.isEmpty { carried.append("上年数 \(rows.count) 行（\(DossierFileName.priorYear)）") }
    for (indicator, fund) in known.unknown where set.priorYearIndicators.contains(indicator) {
      let which = fund.map { "（\($0.rawValue)）" } ?? ""
      open.append("在 \(DossierFileName.priorYear) 填写“\(indicator)”\(which)：上年的材料里没有")
    }
  }

  /// The amounts that are worth a row: those of nothing are left out where a fund is named, but for one
  /// whose other side is stated.
  private func stated(_ amounts: [KnownYear.Amount]) -> [KnownYear.Amount] {
    amounts.filter { amount in
      guard amount.fund != nil, amount.amount == .zero else { return true }
      let together = set.priorYearTogether.first { $0.contains(amount.indicator) } ?? []
      return amounts.contains {
        together.contains($0.indicator) && $0.fund == amount.fund && $0.amount != .zero
      }
    }
  }

  mutating func setBalances() {
    guard let closings = known.closings else {
      open.append("在 \(DossierFileName.balances) 填写年初数：公开的表不按单位和项级科目列出")
      return
    }
    let rows = closings.map { closing in
      [closing.unit, closing.fund.rawValue, closing.function.code, closing.amount.description]
    }
    draft.fill(
      DossierFileName.balances, columns: [.unit, .fund, .function, .openingBalance], rows: rows)
    if !rows.isEmpty { carried.append("年初数 \(rows.count) 行（\(DossierFileName.balances)）") }
    open.append("补全 \(DossierFileName.balances)：年末数和新增的科目")
  }

  mutating func setNames(lacking names: AccountNames) {
    let lacking = known.names.filter { names.name(of: $0.code, in: $0.chart) == nil }
    draft.fill(
      DossierFileName.accounts, columns: [.chart, .accountCode, .accountName],
      rows: lacking.map { [$0.chart.rawValue, $0.code, $0.name] })
    if !lacking.isEmpty {
      carried.append("新一年的科目表里没有的科目名称 \(lacking.count) 个（\(DossierFileName.accounts)）")
    }
  }
}

extension DossierDraft {
  /// Puts rows of some columns into a table that has others too.
  fileprivate mutating func fill(_ file: String, columns: [TableHeading], rows: [[String]]) {
    guard var table = self[table: file] else { return }
    let places = columns.map { table.headings.firstIndex(of: $0.rawValue) }
    table.rows = rows.map { row in
      var fields = Array(repeating: "", count: table.headings.count)
      for (place, text) in zip(places, row) {
        if let place { fields[place] = text }
      }
      return fields
    }
    self[table: file] = table
  }
}
