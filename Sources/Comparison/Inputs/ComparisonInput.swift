public import Figures
public import Readings

/// One side of a comparison: a file, or a folder of files.
public struct ComparisonInput: Sendable {
  /// What it is.
  public enum Content: Sendable {
    case file(ComparedFile)
    /// The files of a folder and those below it, by their names relative to it.
    case folder([ComparedFile])
  }

  /// The name by which reports call it.
  public var name: String
  /// A file, or the files of a folder.
  public var content: Content

  /// Pairs a name with what was read.
  public init(name: String, content: Content) {
    self.name = name
    self.content = content
  }
}

/// A file that was read.
public struct ComparedFile: Sendable {
  /// What it holds.
  public enum Content: Sendable {
    case workbook(WorkbookReading)
    case pdf(PDFReading)
    /// A list of figures such as `figures.csv`.
    case figures(FigureBook)
    /// Another comma-separated file: its records.
    case table([[String]])
    /// Another text: its lines.
    case text([String])
    /// Anything else: its bytes.
    case bytes([UInt8])
  }

  /// The name relative to what is compared; of a single file its own.
  public var name: String
  /// What the file holds, by its kind.
  public var content: Content
  /// The figures of a workbook or PDF, where a layout set made them known.
  public var figures: FigureBook?
  /// The list of the same build, for units and ledger lines; nil where there is none.
  private let ledger: FigureBook?
  /// What looks like a form, or a part of one, and was not read; known beside figures alone.
  public var unread: [UnreadPart]
  /// A checksum of the file's bytes; nil where nobody took one.
  public var checksum: String?

  /// Pairs a name with a content.
  ///
  /// - Parameters:
  ///   - figures: what a layout set recognised; lists of figures need none.
  ///   - ledger: a `figures.csv` of the same build, for units and ledger lines.
  ///   - unread: what looks like a form and was not read.
  public init(
    name: String, content: Content, figures: FigureBook? = nil, ledger: FigureBook? = nil,
    unread: [UnreadPart] = [], checksum: String? = nil
  ) {
    self.name = name
    self.unread = unread
    self.checksum = checksum
    self.content = content
    self.ledger = ledger
    var known = figures
    if case .figures(let list) = content { known = figures ?? list }
    self.figures = ledger.flatMap { ledger in known?.explained(by: ledger) } ?? known
  }

  /// The same file with more that was read of it, and the figures that this made known.
  public func with(_ content: Content, figures: FigureBook?) -> ComparedFile {
    ComparedFile(name: name, content: content, figures: figures, ledger: ledger)
  }

  /// What kind of file it is, as messages name it.
  var kind: String {
    switch content {
    case .workbook: "工作簿"
    case .pdf: "PDF"
    case .figures: "数据清单"
    case .table: "CSV"
    case .text: "文本"
    case .bytes: "其他文件"
    }
  }

  /// Whether its forms are all that counts in it.
  var isList: Bool { if case .figures = content { true } else { false } }

  /// Whether it could have figures.
  var mayHaveFigures: Bool {
    switch content {
    case .workbook, .pdf, .figures: true
    case .table, .text, .bytes: false
    }
  }
}

extension [ComparedFile] {
  /// The document first, as it is what is published; then workbooks, lists and the rest, by name.
  ///
  /// What several files have in common is told with the first of them.
  var inReadingOrder: [ComparedFile] {
    sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }
  }
}

extension ComparedFile {
  fileprivate var rank: Int {
    switch content {
    case .pdf: 0
    case .workbook: 1
    case .figures: 2
    case .table, .text, .bytes: 3
    }
  }
}
