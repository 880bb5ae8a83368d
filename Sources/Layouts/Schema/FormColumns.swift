public import Figures

extension FormLayout {
  /// The columns of figures by their headings, as they are first printed.
  public var figureColumns: [FigureColumn] {
    let paths = columns.indices.map { column in
      let all = sections.lazy.map { $0.header.headings(over: column..<column + 1) }
      // A 栏次 stands below the headings and is none.
      return (all.first { !$0.isEmpty } ?? []).drop { $0.allSatisfy(\.isNumber) }
    }
    return columns.indices.filter { columns[$0].content == .figure }.map { column in
      let path = paths[column]
      let isShared = paths.indices.contains { $0 != column && paths[$0].first == path.first }
      return FigureColumn(
        id: columns[column].id,
        name: path.prefix(isShared ? 2 : 1).reversed().joined(separator: "/"))
    }
  }
}
