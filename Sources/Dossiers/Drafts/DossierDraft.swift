/// A dossier that is to be written: what its tables and files say, with no regard to whether it is a
/// folder of files or a workbook.
///
/// An empty one has headings and keys alone. Nothing of it has been judged: faults of what is written
/// are told by whoever reads it.
public struct DossierDraft: Hashable, Sendable {
  /// A table by the file that it is in a folder.
  public struct Table: Hashable, Sendable {
    /// `income.csv`.
    public let file: String
    /// The headings, as a dossier has them.
    public var headings: [String]
    /// The rows, each with as many fields as there are headings.
    public var rows: [[String]]
    /// Lines above the head, which say where the rows come from; empty for most.
    public var remarks: [String]

    /// A table of rows below headings.
    public init(
      file: String, headings: [String], rows: [[String]] = [], remarks: [String] = []
    ) {
      self.file = file
      self.headings = headings
      self.rows = rows
      self.remarks = remarks
    }
  }

  /// A self-evaluation.
  public struct Evaluation: Hashable, Sendable {
    /// The name of its file without the ending, which decides the order: `01-信息化项目`.
    public let name: String
    /// What it says, by the keys of the set's record type.
    public var content: DraftGroup

    /// An evaluation by its name.
    public init(name: String, content: DraftGroup) {
      self.name = name
      self.content = content
    }
  }

  /// What stands beside a text of last year's until somebody has gone over it.
  public static let carriedTextNote = "上年的文字，核对后删去这句提示"

  /// The tables, in the order in which they are read.
  public var tables: [Table]
  /// department.yaml.
  public var department: DraftGroup
  /// The self-evaluations in printed order.
  public var evaluations: [Evaluation]
  /// 审核说明.yaml; nil where there is none.
  public var reasons: DraftGroup?

  /// A dossier of its parts.
  public init(
    tables: [Table], department: DraftGroup, evaluations: [Evaluation] = [],
    reasons: DraftGroup? = nil
  ) {
    self.tables = tables
    self.department = department
    self.evaluations = evaluations
    self.reasons = reasons
  }

  /// The table of a file; nil where the draft has none.
  public subscript(table file: String) -> Table? {
    get { tables.first { $0.file == file } }
    set {
      let index = tables.firstIndex { $0.file == file }
      switch (index, newValue) {
      case (.some(let index), .some(let table)): tables[index] = table
      case (.some(let index), nil): tables.remove(at: index)
      case (nil, .some(let table)): tables.append(table)
      case (nil, nil): break
      }
    }
  }
}

/// Keys with what stands behind them, in the order in which they are written.
public struct DraftGroup: Hashable, Sendable {
  /// A key with its value.
  public struct Entry: Hashable, Sendable {
    /// The key.
    public let key: String
    /// What stands behind it.
    public var value: DraftValue
    /// What people are told beside it: its meaning, its unit, or that it is last year's and has to be
    /// gone over; nil for nothing.
    public var note: String?

    /// A key with its value.
    public init(_ key: String, _ value: DraftValue, note: String? = nil) {
      self.key = key
      self.value = value
      self.note = note
    }
  }

  /// The entries; no key twice.
  public var entries: [Entry]

  /// A group of entries.
  public init(_ entries: [Entry] = []) { self.entries = entries }

  /// What stands behind a key; nil where it is not written.
  public subscript(key: String) -> DraftValue? {
    get { entries.first { $0.key == key }?.value }
    set { set(newValue, for: key) }
  }

  /// What stands behind some keys, one within the other: `["三公经费", "公务接待费", "决算"]`.
  public subscript(path: [String]) -> DraftValue? {
    guard let key = path.first, let value = self[key] else { return nil }
    guard path.count > 1 else { return value }
    return value.group?[Array(path.dropFirst())]
  }

  /// Writes a value behind some keys, one within the other; groups on the way are made.
  ///
  /// - Parameter note: what people are told beside it; nil leaves what they are told already.
  public mutating func set(_ value: DraftValue, at path: [String], note: String? = nil) {
    guard let key = path.first else { return }
    guard path.count > 1 else {
      set(value, for: key)
      if let note, let index = entries.firstIndex(where: { $0.key == key }) {
        entries[index].note = note
      }
      return
    }
    var inner = self[key]?.group ?? DraftGroup()
    inner.set(value, at: Array(path.dropFirst()), note: note)
    set(.group(inner), for: key)
  }

  private mutating func set(_ value: DraftValue?, for key: String) {
    let index = entries.firstIndex { $0.key == key }
    switch (index, value) {
    case (.some(let index), .some(let value)): entries[index].value = value
    case (.some(let index), nil): entries.remove(at: index)
    case (nil, .some(let value)): entries.append(Entry(key, value))
    case (nil, nil): break
    }
  }
}

/// What stands behind a key of a draft.
public enum DraftValue: Hashable, Sendable {
  /// Nothing is written yet.
  case nothing
  /// A text, a number or a code, as it is written.
  case text(String)
  case list([DraftValue])
  case group(DraftGroup)

  /// The text; nil for anything else.
  public var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The keys within; nil for anything else.
  public var group: DraftGroup? { if case .group(let group) = self { group } else { nil } }

  /// The items; nil for anything else.
  public var items: [DraftValue]? { if case .list(let items) = self { items } else { nil } }
}
