/// What addresses call the rows of a self-evaluation.
enum EvaluationNames {
  /// A name for each row, none twice.
  ///
  /// - Parameter paths: what each row is called, then what qualifies it, the nearest first: 三级, 二级,
  ///   一级 and the name of the section. As much of it comes before the name as tells a row from the
  ///   others; what is still alike is counted.
  static func names(_ paths: [[String]]) -> [String] {
    let paths = paths.map { path in path.filter { !$0.isEmpty } }
    let names = paths.indices.map { row in
      let others = paths.indices.filter { $0 != row }.map { paths[$0] }
      var length = 1
      while length < paths[row].count,
        others.contains(where: { $0.prefix(length) == paths[row].prefix(length) })
      {
        length += 1
      }
      return paths[row].prefix(length).reversed().joined(separator: "/")
    }
    var counts: [String: Int] = [:]
    return names.map { name in
      counts[name, default: 0] += 1
      let count = counts[name, default: 1]
      return count == 1 ? name : "\(name)#\(count)"
    }
  }
}
