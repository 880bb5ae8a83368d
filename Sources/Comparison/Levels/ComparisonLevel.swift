public import Diagnostics

/// How closely two files are held against each other; each level sees all that the one before sees.
///
/// A level of pictures is to follow; ``parse(_:)`` says so where it is asked for.
public enum ComparisonLevel: String, CaseIterable, Sendable, Comparable {
  /// Figures by public address and printed value; across kinds of file the only one.
  case figures
  /// Every cell and every line of text.
  case content
  /// Also how it looks: merges, sizes, number formats, fonts, borders, print set-up; positions,
  /// links, outline, tags, metadata.
  case format

  /// The level of a comparison for which none is asked.
  public static let standard = ComparisonLevel.content

  /// Whether the left level sees less than the right one.
  public static func < (left: ComparisonLevel, right: ComparisonLevel) -> Bool {
    left.order < right.order
  }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// A level by its name; the finding says which there are.
  public static func parse(_ name: String) -> Loaded<ComparisonLevel> {
    if let level = ComparisonLevel(rawValue: name) { return Loaded(level, []) }
    let fault: ComparisonFault =
      name == Difference.Kind.pixels.rawValue ? .noPictures(name) : .unknownLevel(name)
    return Loaded(nil, [fault.finding(at: nil)])
  }
}
