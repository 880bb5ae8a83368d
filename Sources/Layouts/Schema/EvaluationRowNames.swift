/// The names by which addresses call an evaluation's rows: as short as tells them apart.
public struct EvaluationRowNames: Hashable, Sendable {
  /// A name for each path, in order, each once.
  public let names: [String]

  /// Names rows.
  ///
  /// - Parameter paths: for each row what it is called, and what qualifies it, the nearest first: 三级,
  ///   二级, 一级 and the name of the section.
  public init(_ paths: [[String]]) {
    let paths = paths.map { path in path.map(\.onOneLine).filter { !$0.isEmpty } }
    var names = paths.map { Self.name($0, of: 1) }
    for length in 2..<max(2, (paths.map(\.count).max() ?? 0) + 1) {
      let repeated = Self.repeated(names)
      guard !repeated.isEmpty else { break }
      for row in names.indices where repeated.contains(names[row]) {
        names[row] = Self.name(paths[row], of: length)
      }
    }
    // What is alike all the way up is told apart by counting.
    let repeated = Self.repeated(names)
    var used = Set(names).subtracting(repeated)
    for row in names.indices where repeated.contains(names[row]) {
      let name = names[row]
      var count = 1
      while !used.insert(names[row]).inserted {
        count += 1
        names[row] = "\(name)#\(count)"
      }
    }
    self.names = names
  }

  private static func name(_ path: [String], of length: Int) -> String {
    path.prefix(length).reversed().joined(separator: "/")
  }

  private static func repeated(_ names: [String]) -> Set<String> {
    var seen: Set<String> = []
    return Set(names.filter { !seen.insert($0).inserted })
  }
}

extension String {
  /// The text without its line breaks, which no address has.
  fileprivate var onOneLine: String {
    // Hardly any text has one, and none without these bytes.
    guard utf8.contains(where: { (0x0A...0x0D).contains($0) || $0 == 0xC2 || $0 == 0xE2 }) else {
      return self
    }
    return split(whereSeparator: \.isNewline).joined()
  }
}
