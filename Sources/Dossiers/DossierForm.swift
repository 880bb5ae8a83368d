public import Layouts

/// An empty dossier for a layout set, to be filled in.
public struct DossierForm: Sendable {
  /// A file by name with its text.
  public struct File: Sendable {
    /// The name below the dossier's folder: `expenditure.csv`.
    public let name: String
    /// All that the file holds; of a table with a byte order mark.
    public let text: String
  }

  /// The files of the dossier.
  public let files: [File]

  /// Lays out the files: tables with their headings, and department.yaml with every declared fact.
  public init(_ set: LayoutSet) {
    // Excel takes a table for UTF-8 only by its byte order mark.
    let tables = LedgerTable.all.map { table in
      File(
        name: table.file,
        text: "\u{FEFF}" + table.columns.map(\.heading.rawValue).joined(separator: ",") + "\r\n")
    }
    let names = File(
      name: DossierFiles.accounts,
      text: "\u{FEFF}" + AccountNamesReader.headings.map(\.rawValue).joined(separator: ",") + "\r\n"
    )
    files = [File(name: DossierFiles.department, text: Self.department(set))] + tables + [names]
  }

  private static func department(_ set: LayoutSet) -> String {
    let types = set.unitTypes.joined(separator: "、")
    var lines = [
      "# \(set.title)：填写这份文件和同一文件夹里的各张表，然后运行 gongkai build。",
      "# 金额一律以元为单位，最多两位小数。没有发生的填 0。带“选填”的可以留空。",
      "",
      "\(IdentityKey.fiscalYear): \(set.year)",
      "\(IdentityKey.layout): \(set.name)",
      "\(IdentityKey.date):   # 例如 \(set.year + 1)-09-20；各份输出只用这个日期",
      "",
      "\(IdentityKey.department): {\(IdentityKey.code): \"\", \(IdentityKey.name): \"\"}",
      "\(IdentityKey.units):   # 每个预算单位一行，本级也写；类型：\(types)",
      "  - {\(IdentityKey.code): \"\", \(IdentityKey.name): \"\", \(IdentityKey.type): \"\"}",
    ]
    for group in Self.grouped(set.facts, by: 0) {
      lines.append("")
      lines += Self.lines(of: group, depth: 0)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Facts that share the key at a depth, in the order in which each key comes first: a set may add facts
  /// to a group that it inherits.
  private static func grouped(_ facts: [FactDeclaration], by depth: Int) -> [[FactDeclaration]] {
    var groups: [[FactDeclaration]] = []
    var places: [String: Int] = [:]
    for fact in facts {
      let key = fact.keys[depth]
      if let place = places[key] {
        groups[place].append(fact)
      } else {
        places[key] = groups.count
        groups.append([fact])
      }
    }
    return groups
  }

  /// The lines of facts that share their keys down to a depth.
  private static func lines(of group: [FactDeclaration], depth: Int) -> [String] {
    guard let first = group.first, first.keys.count > depth + 1 else {
      return group.map { line(of: $0, depth: depth) }
    }
    return [indent(depth) + "\(first.keys[depth]):"]
      + grouped(group, by: depth + 1).flatMap { lines(of: $0, depth: depth + 1) }
  }

  private static func line(of fact: FactDeclaration, depth: Int) -> String {
    let unit = fact.unit.isEmpty ? "" : "（\(fact.unit)）"
    let optional = fact.isRequired ? "" : "，选填"
    let shape =
      fact.isByUnit
      ? "；按单位填写，每行“单位代码: 值”"
      : fact.kind == .textByAccount ? "；按科目填写，每行“科目代码: 文字”" : ""
    return indent(depth) + "\(fact.keys.last ?? ""):   # \(fact.meaning)\(unit)\(optional)\(shape)"
  }

  private static func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }
}
