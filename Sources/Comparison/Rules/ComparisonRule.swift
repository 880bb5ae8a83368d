public import Diagnostics
internal import Figures

/// A reason for which certain differences do not count.
///
/// A difference is covered when it meets every condition that the rule has.
public struct ComparisonRule: Hashable, Sendable {
  /// Where the rule is written.
  public var place: SourcePlace
  /// Why these differences do not matter; reports print it.
  public var reason: String
  /// Names of files, with `*` and `?`; empty for all, as the others are.
  public var files: [String] = []
  /// Names of sheets, forms or page groups.
  public var groups: [String] = []
  /// Letters of columns.
  public var columns: [String] = []
  /// Public addresses or cells: `05!*.2`, `公开05表!D*`.
  public var addresses: [String] = []
  /// Kinds of differences.
  public var kinds: [Difference.Kind] = []
  /// Names of properties: `created`, `numberFormat`.
  public var properties: [String] = []
  /// The difference of two printed numbers that does not matter; nil where the rule is not about
  /// numbers.
  public var tolerance: PrintedNumber?

  /// Prints of which one in place of another does not matter; empty where the rule is about anything.
  public var prints: Set<EmptyPrint> = []

  /// Makes a rule without conditions, which covers everything until it is narrowed.
  public init(place: SourcePlace, reason: String) {
    self.place = place
    self.reason = reason
  }

  /// Whether it says which differences it means.
  var hasCondition: Bool {
    !(files.isEmpty && groups.isEmpty && columns.isEmpty && addresses.isEmpty && kinds.isEmpty
      && properties.isEmpty && tolerance == nil && prints.isEmpty)
  }

  /// Whether a difference does not count for this reason.
  func covers(_ difference: Difference) -> Bool {
    if let tolerance {
      guard let change = difference.change, change.isWithin(tolerance) else { return false }
    }
    if !prints.isEmpty {
      guard difference.isBetween(prints) else { return false }
    }
    guard kinds.isEmpty || kinds.contains(difference.kind) else { return false }
    return matches(files, [difference.file]) && matches(groups, difference.groups)
      && matches(columns, difference.columns)
      && matches(
        addresses,
        [difference.address, difference.left?.at, difference.right?.at].map { $0?.inRules })
      && matches(properties, [difference.property])
  }

  private func matches(_ patterns: [String], _ texts: [String?]) -> Bool {
    patterns.isEmpty
      || texts.contains { text in
        text.map { text in patterns.contains { GlobPattern.matches(text, $0) } } ?? false
      }
  }
}

/// What may be printed where there is nothing.
public enum EmptyPrint: String, CaseIterable, Sendable {
  /// Nothing at all.
  case blank
  /// A zero with whatever decimals: `0`, `0.00`.
  case zero
  /// A dash of whatever length.
  case dash

  /// What a text prints; nil for a text that says something.
  init?(_ printed: String) {
    if printed.allSatisfy(\.isWhitespace) {
      self = .blank
    } else if isSamePrint(printed, "——") {
      self = .dash
    } else if let number = PrintedNumber(printed), number.units == 0, !printed.hasSuffix("%") {
      self = .zero
    } else {
      return nil
    }
  }
}

extension Difference {
  /// Whether a cell or word has one of these on either side; one that is lacking is blank.
  fileprivate func isBetween(_ prints: Set<EmptyPrint>) -> Bool {
    guard property == nil, [.value, .text, .missing, .added].contains(kind) else { return false }
    return [left, right].allSatisfy { side in
      EmptyPrint(side?.value ?? "").map { prints.contains($0) } ?? false
    }
  }

  /// What it is grouped under; a figure on a page also under the page.
  fileprivate var groups: [String] {
    let page = left?.at?.page ?? right?.at?.page
    return [group] + (page.map { ["第 \($0) 页"] } ?? [])
  }

  /// The letters of the columns in which it stands on either side.
  fileprivate var columns: [String?] {
    [left?.at, right?.at].map { place in
      if case .cell(let cells)? = place { cells.columnLetters } else { nil }
    }
  }
}

extension Place {
  /// What the patterns of rules are held against: `05!2080501.2`, `公开05表!D13`, `page 14`, `line 7`.
  ///
  /// People write these patterns, so the texts must stay as they are; the file is a condition of its
  /// own.
  fileprivate var inRules: String {
    switch self {
    case .dossier(let name), .file(let name), .form(let name): name
    case .source(let place): place.line > 0 ? "line \(place.line)" : place.file
    case .cell(let cells): cells.reference.map { "\(cells.sheet)!\($0)" } ?? cells.sheet
    case .page(let place): "page \(place.page)"
    case .position(let place): place.form
    case .figure(let address): address.description
    case .text(let text, _): text
    }
  }
}

/// Patterns with `*` for any characters and `?` for one.
enum GlobPattern {
  static func matches(_ text: String, _ pattern: String) -> Bool {
    guard pattern.contains(where: { $0 == "*" || $0 == "?" }) else { return text == pattern }
    let (text, pattern) = (Array(text), Array(pattern))
    var (i, j) = (0, 0)
    // The last star, and the text that it has taken: gone back to when what follows fails.
    var star: (pattern: Int, text: Int)?
    while i < text.count {
      if j < pattern.count, pattern[j] == "*" {
        star = (j, i)
        j += 1
      } else if j < pattern.count, pattern[j] == "?" || pattern[j] == text[i] {
        (i, j) = (i + 1, j + 1)
      } else if let last = star {
        star = (last.pattern, last.text + 1)
        (i, j) = (last.text + 1, last.pattern + 1)
      } else {
        return false
      }
    }
    return pattern[j...].allSatisfy { $0 == "*" }
  }
}
