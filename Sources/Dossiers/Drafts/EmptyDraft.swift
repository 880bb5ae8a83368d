public import Layouts

extension DossierDraft {
  /// An empty dossier for a layout set, to be filled in: tables with their headings, and department.yaml
  /// with every declared fact, its meaning and its unit.
  public init(emptyFor set: LayoutSet) {
    let ledgers = LedgerTable.all.map { table in
      Table(file: table.file, headings: table.columns.map(\.heading.rawValue))
    }
    let names = Table(
      file: DossierFiles.accounts, headings: AccountNamesReader.headings.map(\.rawValue))
    self.init(tables: ledgers + [names], department: Self.department(set))
  }

  private static func department(_ set: LayoutSet) -> DraftGroup {
    let types = set.unitTypes.joined(separator: "、")
    let unit = [IdentityKey.code, IdentityKey.name, IdentityKey.type]
    var group = DraftGroup([
      .init(IdentityKey.fiscalYear, .text("\(set.year)")),
      .init(IdentityKey.layout, .text(set.name), note: set.title),
      .init(
        IdentityKey.date, .nothing, note: "例如 \(set.year + 1)-09-20；各份输出只用这个日期"),
      .init(
        IdentityKey.lastYear, .nothing,
        note: "选填：上年的卷宗、输出文件夹，或已公开的工作簿、PDF；写明后审核与上年对照"),
      .init(IdentityKey.department, .group(empty([IdentityKey.code, IdentityKey.name]))),
      .init(
        IdentityKey.units, .list([.group(empty(unit))]), note: "每个预算单位一项，本级也写；类型：\(types)"),
    ])
    // A set may add facts to a group that it inherits, so that those of a group need not follow on one
    // another.
    for fact in set.facts { group.set(.nothing, at: fact.keys, note: fact.note) }
    return group
  }

  private static func empty(_ keys: [String]) -> DraftGroup {
    DraftGroup(keys.map { DraftGroup.Entry($0, .nothing) })
  }
}

extension FactDeclaration {
  /// What whoever fills in a dossier is told of the fact.
  var note: String {
    let unit = unit.isEmpty ? "" : "（\(unit)）"
    let optional = isRequired ? "" : "，选填"
    let shape =
      isByUnit
      ? "；按单位填写，每行“单位代码: 值”"
      : kind == .textByAccount ? "；按科目填写，每行“科目代码: 文字”" : ""
    return meaning + unit + optional + shape
  }
}
