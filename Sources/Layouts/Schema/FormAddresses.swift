public import Diagnostics
internal import Domain
public import Figures

/// The public addresses of a form's figures: the one place where keys become what people cite.
///
/// They are made from what the layout set prints: an account's code, else 行 and the 行次, else the
/// wording, else 数据; 栏次, else the heading. What would be called alike is told apart by its block,
/// and what is alike in one block by counting. Nothing of a dossier goes in, so that a figure is
/// called the same in each.
public struct FormAddresses: Sendable {
  /// What has figures of its own: a fixed line of a block, or a figure of the foot.
  private struct Line {
    let id: String
    /// The name before it is told apart from others.
    let plain: String
    /// The name of the block that the line stands in.
    let block: String
    let section: Int
    let columns: [String]
  }

  private let form: String
  /// The names of rows by their ids, with the number of the section; lines that nobody can cite are
  /// missing.
  private var rows: [String: (name: String, section: Int)] = [:]
  /// The section of the account tree, or of the rows for units; nil without either.
  private let treeSection: Int?
  /// By section, then by the column's place in the grid; empty for columns that never have a heading.
  private let columns: [[String]]
  private let columnPlaces: [String: Int]
  /// The ids of lines that nobody can cite.
  private let blankRows: Set<String>

  /// Names everything in a form.
  public init(_ form: FormLayout) {
    self.form = form.number
    var columns: [[String]] = []
    for section in form.sections {
      columns.append(
        section.columnKeys(columnCount: form.columns.count, earlier: columns.last ?? []))
    }
    self.columns = columns
    columnPlaces = Dictionary(
      form.columns.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    blankRows = Set(form.fixedRows.filter { $0.plainName == nil }.map(\.id))
    treeSection = form.sections.firstIndex { section in
      section.blocks.contains { block in
        block.rows.contains { if case .fixed = $0 { false } else { true } }
      }
    }
    name(form.sections.indices.flatMap { Self.lines(of: form, section: $0, columns[$0]) })
  }

  /// The address of a cell; nil for one of a blank line, which nobody can cite.
  ///
  /// - Parameter cell: a row that is no fixed one is that of an account in the form's tree, or of a unit,
  ///   by its name.
  public func address(of cell: CellKey) -> FigureAddress? {
    guard let place = columnPlaces[cell.column], !blankRows.contains(cell.row) else { return nil }
    let row = rows[cell.row]
    guard let section = row?.section ?? treeSection else { return nil }
    return FigureAddress(
      form: form, row: row?.name ?? cell.row, column: columns[section][place])
  }

  /// What addresses call a line; nil for one that nobody can cite, and for an account of the tree.
  public func name(ofRow id: String) -> String? { rows[id]?.name }

  /// What addresses call a column where it is first printed, by its place in the grid; empty where it
  /// has no heading there.
  public func name(ofColumn place: Int) -> String { columns.first?[place] ?? "" }

  /// Gives each line a name by which none of its figures is called like another's.
  private mutating func name(_ lines: [Line]) {
    let addresses = { (line: Line, name: String) in line.columns.map { [name, $0] } }
    var uses: [[String]: Int] = [:]
    for address in lines.flatMap({ addresses($0, $0.plain) }) { uses[address, default: 0] += 1 }
    var taken = Set<[String]>()
    for line in lines {
      let isShared = addresses(line, line.plain).contains { uses[$0, default: 0] > 1 }
      let first = isShared && !line.block.isEmpty ? "\(line.block)/\(line.plain)" : line.plain
      var (name, count) = (first, 1)
      while addresses(line, name).contains(where: taken.contains) {
        count += 1
        name = "\(first)#\(count)"
      }
      taken.formUnion(addresses(line, name))
      rows[line.id] = (name, line.section)
    }
  }

  private static func lines(
    of form: FormLayout, section index: Int, _ columns: [String]
  ) -> [Line] {
    let section = form.sections[index]
    var lines: [Line] = []
    for block in section.blocks {
      let names = block.columns.filter { form.columns[$0].content == .figure }.map { columns[$0] }
      for case .fixed(let row) in block.rows {
        guard let plain = row.plainName else { continue }
        lines.append(
          Line(id: row.id, plain: plain, block: block.name, section: index, columns: names))
      }
    }
    for cell in section.foot.joined() {
      guard case .figure(let id, let label) = cell.content else { continue }
      let block = section.blocks.first { $0.columns.contains(cell.lastColumn) }
      lines.append(
        Line(
          id: id, plain: label.isEmpty ? FixedRow.nameless : label, block: block?.name ?? "",
          section: index, columns: [columns[cell.lastColumn]]))
    }
    return lines
  }
}

extension FixedRow {
  /// The row of a form that has but one, without any wording.
  static let nameless = "数据"

  /// What its figures are called by as long as no other line is called alike; nil for a line that
  /// nobody can cite.
  public var plainName: String? {
    if case .account(let account) = kind { return account.code }
    if let lineNumber { return "行\(lineNumber)" }
    if !label.isEmpty { return label }
    return hasFigures ? Self.nameless : nil
  }
}
