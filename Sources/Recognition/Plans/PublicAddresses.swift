internal import Domain
internal import Layouts

/// The names by which public addresses call the lines and columns of a form.
///
/// They are made from what the layout set prints: an account's code, else 行 and the 行次, else the
/// wording, else 数据; 栏次, else the heading.
struct PublicAddresses {
  /// What has figures of its own: a fixed line of a block, or a figure of the foot.
  private struct Line {
    let id: String
    /// The name before it is told apart from others.
    let plain: String
    /// The name of the block that the line stands in.
    let block: String
    let columns: [String]
  }

  /// By the line's id; lines that nobody can cite are missing.
  private(set) var rows: [String: String] = [:]
  /// By section, then by column of the grid; empty for columns that never have a heading.
  let columns: [[String]]

  /// Names everything in a form.
  init(_ form: FormLayout) {
    var columns: [[String]] = []
    for section in form.sections {
      columns.append(section.columnNames(in: form, above: columns.last))
    }
    self.columns = columns
    let lines = form.sections.indices.flatMap { Self.lines(of: form, section: $0, columns[$0]) }
    name(lines)
  }

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
      rows[line.id] = name
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
        lines.append(Line(id: row.id, plain: plain, block: block.name, columns: names))
      }
    }
    for cell in section.foot.joined() {
      guard case .figure(let id, let label, _) = cell.content else { continue }
      let block = section.blocks.first { $0.columns.contains(cell.lastColumn) }
      lines.append(
        Line(
          id: id, plain: label.isEmpty ? FixedRow.nameless : label, block: block?.name ?? "",
          columns: [columns[cell.lastColumn]]))
    }
    return lines
  }
}

extension FixedRow {
  /// The row of a form that has but one, without any wording.
  static let nameless = "数据"

  /// What its figures are called by as long as no other line is called alike; nil for a line that
  /// nobody can cite.
  var plainName: String? {
    if case .account(let account) = kind { return account.code }
    if let lineNumber { return "行\(lineNumber)" }
    if !label.isEmpty { return label }
    return hasFigures ? Self.nameless : nil
  }

  /// Whether any of its cells can print something.
  var hasFigures: Bool { rule != nil || !cells.isEmpty || isClosed }
}

extension SectionLayout {
  /// The name of each column: the lowest cell of the header that stands over it alone, and as many of
  /// those above as tell it from the other columns of its block.
  fileprivate func columnNames(in form: FormLayout, above: [String]?) -> [String] {
    let paths = form.columns.indices.map { headingsUpward($0) }
    return form.columns.indices.map { column in
      let path = paths[column]
      guard !path.isEmpty else { return above?[column] ?? "" }
      let block = blocks.first { $0.columns.contains(column) }
      let neighbours = (block?.columns ?? 0..<paths.count).filter { $0 != column }
      var length = 1
      while length < path.count,
        neighbours.contains(where: { paths[$0].prefix(length).elementsEqual(path.prefix(length)) })
      {
        length += 1
      }
      return path[..<length].reversed().joined(separator: "/")
    }
  }

  /// The printed texts over a column from its own heading upwards.
  private func headingsUpward(_ column: Int) -> [String] {
    var path: [String] = []
    for row in header.reversed() {
      guard let cell = row.first(where: { $0.covers(column) }), !cell.text.isEmpty,
        !path.isEmpty || cell.columnSpan == 1, cell.text != path.last
      else { continue }
      path.append(cell.text)
    }
    return path
  }
}
