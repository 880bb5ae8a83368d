/// An element of the structure of a tagged PDF, which screen readers and extractors follow.
public struct ReadTag: Codable, Hashable, Sendable {
  /// The standard structure type (ISO 32000-1, 14.8.4): `H1`, `P`, `Table`, `TR`, `TH`, `TD`, `TOC`,
  /// `TOCI`, `Link`; `Other` for one that the standard does not have.
  public var kind: String
  /// Rows that a cell covers, 1 at least.
  public var rowSpan: Int
  /// Columns that a cell covers, 1 at least.
  public var columnSpan: Int
  /// What a heading cell heads: `Row`, `Column`, `Both`.
  public var scope: String?
  /// The page of its content, from 1; nil where it is not known.
  public var page: Int?
  /// The text of the element itself, that of its children left out; empty unless it was asked for.
  public var text: String
  /// The elements right below it, in reading order.
  public var children: [ReadTag]

  /// Makes an element; unless said otherwise a cell covers one row and one column.
  public init(
    kind: String, rowSpan: Int = 1, columnSpan: Int = 1, scope: String? = nil, page: Int? = nil,
    text: String = "", children: [ReadTag] = []
  ) {
    self.kind = kind
    self.rowSpan = rowSpan
    self.columnSpan = columnSpan
    self.scope = scope
    self.page = page
    self.text = text
    self.children = children
  }

  /// All elements of a kind below this one, in reading order.
  public func all(_ kind: String) -> [ReadTag] {
    children.flatMap { ($0.kind == kind ? [$0] : []) + $0.all(kind) }
  }

  /// The text of the element and of all below it, in reading order.
  public var wholeText: String {
    children.reduce(text) { $0 + $1.wholeText }
  }
}
