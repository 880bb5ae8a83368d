extension EvaluationSection {
  /// The names by which addresses call the places of figures, by the columns that these cover: the
  /// lowest heading over exactly those columns, qualified by those above it where two would be called
  /// alike; the figure's own word where nothing stands above.
  public var columnKeys: [Range<Int>: String] {
    var words: [Range<Int>: String] = [:]
    for cell in rows.flatMap(\.cells) {
      guard case .figure(let figure, _) = cell.content, words[cell.columns] == nil else { continue }
      words[cell.columns] = figure
    }
    let paths = words.keys.map { (columns: $0, path: header.headings(over: $0)) }
    return Dictionary(
      uniqueKeysWithValues: paths.map { columns, path in
        guard !path.isEmpty else { return (columns, words[columns] ?? "") }
        let others = paths.filter { $0.columns != columns }.map(\.path)
        let length = (1..<path.count).first { length in
          !others.contains { $0.prefix(length) == path.prefix(length) }
        }
        return (columns, path.prefix(length ?? path.count).reversed().joined(separator: "/"))
      })
  }
}
