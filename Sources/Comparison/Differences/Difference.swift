public import Diagnostics
public import Figures

/// One thing that two sides do not have in common.
public struct Difference: Hashable, Sendable {
  /// What kind of thing differs; the raw values are those of the report and of rules.
  public enum Kind: String, CaseIterable, Sendable {
    /// A figure or another value of a cell.
    case value
    /// A form, file, sheet, row or paragraph that only the left has.
    case missing
    /// One that only the right has.
    case added
    /// A block that stands elsewhere.
    case moved
    /// A sheet that is found under another name.
    case renamed
    /// A text.
    case text
    /// How something looks or prints.
    case format
    /// Where something stands on a page, and how large it is.
    case geometry
    case outline
    case link
    /// The structure of a tagged PDF.
    case tag
    /// Kept for the level that compares pictures.
    case pixels
    /// What a file says about itself.
    case metadata
    /// Something that looks like a form, a part of one or a page, and could not be read.
    case unread
  }

  /// What one side has.
  public struct Side: Hashable, Sendable {
    /// As it is printed; empty for a blank.
    public var value: String
    /// Where it stands; nil where no one place can be told.
    ///
    /// Of a workbook or PDF the difference says which file it is.
    public var at: Place?
    /// The lines of the ledger behind a figure.
    public var sources: [SourcePlace]

    /// A value with its place.
    public init(value: String, at: Place?, sources: [SourcePlace] = []) {
      self.value = value
      self.at = at
      self.sources = sources
    }
  }

  /// Another place in which the same thing differs in the same way.
  public struct Appearance: Hashable, Sendable {
    /// The file by its name relative to what is compared.
    public let file: String
    /// The form, sheet or page there.
    public let group: String
    /// Where it stands on the left; nil where it does not, or no one place can be told.
    public let left: Place?
    /// Where it stands on the right; nil where it does not, or no one place can be told.
    public let right: Place?
  }

  /// What kind of thing differs.
  public var kind: Kind
  /// The file by its name relative to what is compared.
  public var file: String
  /// The form, sheet or page that it is grouped under.
  public var group: String
  /// What differs, where it has an address of its own: a figure, a form, cells, a sheet.
  public var address: Place?
  /// Which property differs, by its steady name: `numberFormat`, `created`; nil for others.
  public var property: String?
  /// Nil where only the right has it.
  public var left: Side?
  /// Nil where only the left has it.
  public var right: Side?
  /// What the printed numbers count: `万元`; nil where it is not known.
  public var unit: String?
  /// Where a figure stands in words; nil where no layout set says.
  public var words: FigureWords?
  /// Where else the same is found: in the other files, and in the sentences that print the figure.
  public internal(set) var also: [Appearance] = []
  /// The figures that changed as numbers of this text did: a sentence quotes them.
  public internal(set) var quotes: [FigureAddress] = []
  /// The figures of a row that is told as a whole; told one by one where another file does so.
  var parts: [Difference] = []
  /// What else is to be said, in a sentence: why one side lacks it.
  public var note: String?

  /// Makes a difference; the side that has nothing is nil.
  public init(
    _ kind: Kind, file: String, group: String, address: Place? = nil, property: String? = nil,
    left: Side? = nil, right: Side? = nil, unit: String? = nil, words: FigureWords? = nil
  ) {
    self.kind = kind
    self.file = file
    self.group = group
    self.address = address
    self.property = property
    self.left = left
    self.right = right
    self.unit = unit
    self.words = words
  }

  /// Whether it is found in a form, sheet or page of a file, there alone or also there.
  func stands(in name: ComparedGroup.Name) -> Bool {
    file == name.file && group == name.group
      || also.contains { $0.file == name.file && $0.group == name.group }
  }

  /// What is differently printed within a text that both sides have; empty where there is no such
  /// text, or the two have little in common.
  public var spans: [ChangedSpan] {
    guard kind == .text, let left, let right else { return [] }
    return ChangedText(left.value, right.value)?.spans ?? []
  }

  /// By how much a printed number changed, exactly; nil where one side is no number.
  public var change: PrintedNumber? {
    guard kind == .value, let left, let right, let old = PrintedNumber(left.value),
      let new = PrintedNumber(right.value)
    else { return nil }
    return new.minus(old)
  }
}
