/// Which sheets of a workbook stand byte by byte in another one, so that whoever has read that one need
/// not read them again.
///
/// Sheets point to texts and styles by number and to colours by name, so none of them is the same
/// unless all that they may point to is.
struct CommonParts {
  private let own: WorkbookPackage
  private let other: WorkbookPackage

  /// The parts that sheets point to, by the types of their relationships.
  private static let shared: Set<String> = ["styles", "sharedStrings", "theme", "person"]
  /// A sheet has a few parts; one with more is read.
  private static let most = 1_000

  /// Compares what is common to all sheets.
  ///
  /// - Parameters:
  ///   - main: the part of the workbook.
  ///   - links: its relationships.
  /// - Returns: nil where anything of it differs.
  init?(
    _ own: WorkbookPackage, _ other: WorkbookPackage, main: String,
    links: [WorkbookPackage.Relationship]
  ) {
    let parts =
      [PartName.relationships(of: ""), main, PartName.relationships(of: main)]
      + links.filter { Self.shared.contains($0.type) }.map(\.part)
    guard parts.allSatisfy({ own.hasSame($0, as: other) }) else { return nil }
    self.own = own
    self.other = other
  }

  /// Whether a sheet is the same in both, with all parts that it leads to: comments, drawings, and
  /// what those lead to.
  ///
  /// The parts of one that is count as read.
  func hasSame(sheet: String) -> Bool {
    var parts = [sheet]
    var seen: Set<String> = [sheet]
    var place = 0
    while place < parts.count {
      let part = parts[place]
      guard parts.count < Self.most, own.hasSame(part, as: other),
        own.hasSame(PartName.relationships(of: part), as: other),
        let links = try? own.relationships(of: part)
      else { return false }
      parts += links.map(\.part).filter { seen.insert($0).inserted }
      place += 1
    }
    return own.contains(sheet) && own.reserve(parts)
  }
}
