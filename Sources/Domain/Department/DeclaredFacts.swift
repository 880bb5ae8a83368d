public import Diagnostics

/// The value of a fact that a dossier declares beside its ledgers.
public enum DeclaredValue: Hashable, Sendable {
  /// An amount, given in 元.
  case money(Money)
  /// A number of things or people.
  case count(Int64)
  case text(String)
  case list([String])
}

/// A declared fact: its value and where it was read.
public struct DeclaredFact: Hashable, Sendable {
  /// What the dossier states.
  public let value: DeclaredValue
  /// Where the value stands in the dossier.
  public let place: SourcePlace
  /// Whether the lines of a text are lines of the file, beginning with the one below its place.
  public let isLiteralBlock: Bool

  /// Pairs a value with its place.
  public init(value: DeclaredValue, place: SourcePlace, isLiteralBlock: Bool = false) {
    self.value = value
    self.place = place
    self.isLiteralBlock = isLiteralBlock
  }

  /// Where a line of its text stands, counted from 0.
  public func place(ofLine line: Int) -> SourcePlace {
    // A cell has all lines of its text.
    isLiteralBlock && !place.isCell
      ? SourcePlace(file: place.file, line: place.line + 1 + line) : place
  }
}

/// The declared facts of a dossier, by path (`三公经费.公务接待费.决算`) and, where a fact is kept by
/// unit or by account, by the code of that.
public struct DeclaredFacts: Sendable {
  private struct Key: Hashable {
    let path: String
    let unit: String?
    let account: String?

    /// Feeds a hasher with the bytes of the path, which has one spelling, and of the codes.
    func hash(into hasher: inout Hasher) {
      combine(path)
      combine(unit ?? "")
      combine(account ?? "")

      func combine(_ text: String) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
      }
    }
  }

  private var facts: [Key: DeclaredFact] = [:]

  /// No facts yet.
  public init() {}

  /// The fact of a path; nil where the dossier does not declare it.
  public func fact(_ path: String, unit: String? = nil, account: String? = nil) -> DeclaredFact? {
    facts[Key(path: path, unit: unit, account: account)]
  }

  /// The accounts for which a path has facts of their own, in order.
  public func accounts(of path: String) -> [String] {
    facts.keys.filter { $0.path == path }.compactMap(\.account).sorted()
  }

  /// Keeps a fact under its path.
  public mutating func set(
    _ fact: DeclaredFact, for path: String, unit: String? = nil, account: String? = nil
  ) {
    facts[Key(path: path, unit: unit, account: account)] = fact
  }
}
