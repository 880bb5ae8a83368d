/// Names of parts within an Office file (ISO/IEC 29500-2).
enum PartName {
  /// The part that a relationship of another part points to.
  ///
  /// - Parameters:
  ///   - target: relative to the folder of the part, or absolute with a slash before it.
  ///   - part: empty for the package itself.
  static func resolve(_ target: String, from part: String) -> String {
    let target = String(target.map { $0 == "\\" ? "/" : $0 })
    var folders =
      target.hasPrefix("/") ? [] : part.split(separator: "/").dropLast().map(String.init)
    for step in target.split(separator: "/") {
      switch step {
      case ".": continue
      case "..": folders = folders.dropLast()
      default: folders.append(String(step))
      }
    }
    return folders.joined(separator: "/")
  }

  /// The part that has the relationships of another.
  static func relationships(of part: String) -> String {
    var steps = part.split(separator: "/").map(String.init)
    let name = steps.popLast() ?? ""
    return (steps + ["_rels", name + ".rels"]).joined(separator: "/")
  }
}
