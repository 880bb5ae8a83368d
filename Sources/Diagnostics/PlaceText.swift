extension DiagnosticPrinter {
  /// A place as clerks read it: `expenditure.csv:118:6`, `05!2080501.2`,
  /// `决算公开表.xlsx 公开05表!D13`, `部门决算公开.pdf 第 14 页第 2 段`.
  public static func text(of place: Place) -> String {
    switch place {
    case .dossier(let name), .file(let name), .form(let name): return name
    case .source(let place): return place.description
    case .cell(let place):
      let cells = place.reference.map { "\(place.sheet)!\($0)" } ?? place.sheet
      return named(place.file, cells)
    case .page(let place):
      let paragraph = place.paragraph.map { "第 \($0) 段" } ?? ""
      return named(place.file, "第 \(place.page) 页\(paragraph)")
    case .position(let place):
      let section = place.section.map { "第 \($0) 段" } ?? ""
      let part = place.part == .header ? "表头" : "表体"
      return "\(place.form)!\(section)\(part)第 \(place.row) 行第 \(place.column) 列"
    case .figure(let address): return address.description
    case .text(let text, let form):
      // A text is found by its first words.
      let shown = text.count > 16 ? text.prefix(15) + "…" : text[...]
      return (form.map { "\($0)!" } ?? "") + "“\(shown)”"
    }
  }

  private static func named(_ file: String?, _ part: String) -> String {
    file.map { "\($0) \(part)" } ?? part
  }
}
