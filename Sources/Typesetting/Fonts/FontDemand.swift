public import Diagnostics
public import Documents
internal import Figures
public import SourceFiles

/// The texts that are going to be set, by font role, each with the place it stands.
public struct FontDemand: Sendable {
  /// A text that a role sets.
  public struct Text: Sendable {
    /// The font role.
    public let role: String
    /// What is set.
    public let text: String
    /// Where it stands, for the message about a character that no font has.
    public let place: Place?

    /// A text of a role.
    public init(role: String, text: String, place: Place? = nil) {
      self.role = role
      self.text = text
      self.place = place
    }
  }

  /// The texts in reading order.
  public let texts: [Text]
  /// The files that people wrote and the texts come from, to say where a character was typed.
  public let sources: [SourceText]
  /// The files that other texts come from; read where a character stands in none of the sources.
  private let others: @Sendable () -> [SourceText]

  /// A demand for these texts.
  public init(
    _ texts: [Text], from sources: [SourceText] = [],
    or others: @escaping @Sendable () -> [SourceText] = { [] }
  ) {
    self.texts = texts
    self.sources = sources
    self.others = others
  }

  /// Everything that a document prints.
  ///
  /// - Parameters:
  ///   - sources: the files of the dossier.
  ///   - others: reads the files of the layout set, for characters that are in none of the dossier's.
  public init(
    _ document: Document, from sources: [SourceText] = [],
    or others: @escaping @Sendable () -> [SourceText] = { [] }
  ) {
    let style = document.style
    var texts = [
      Text(role: style.pageNumber.role, text: style.formPage.footer.characters)
    ]
    for form in document.sheets {
      texts.append(Text(role: style.formTitle.role, text: form.title, place: .title(of: form)))
      let heads = form.head + [style.formPage.continuation?.line(of: form)].compactMap { $0 }
      for text in heads.flatMap({ [$0.left, $0.middle, $0.right] }) {
        texts.append(Text(role: style.headLine.role, text: text, place: .text(text, of: form)))
      }
      for section in form.table.sections {
        if let side = section.side { texts.append(Text(side, of: form, in: style.table)) }
        for row in section.header + section.body {
          texts += row.cells.map { Text($0, of: form, in: style.table) }
        }
      }
      for text in form.notes {
        texts.append(Text(role: style.note.role, text: text, place: .text(text, of: form)))
      }
    }
    texts += FontDemand.prose(of: document)
    if let mark = document.mark { texts.append(Text(role: style.markRole, text: mark)) }
    self.init(texts.filter { !$0.text.isEmpty }, from: sources, or: others)
  }

  /// Where characters were typed: every place in the sources, in the order of the files; of those that
  /// are in none of them, every place in the other files.
  func allPlaces(of wanted: Set<Unicode.Scalar>) -> [Unicode.Scalar: [SourcePlace]] {
    let places = places(of: wanted)
    let rest = wanted.subtracting(places.keys)
    guard !rest.isEmpty else { return places }
    return places.merging(Self.places(of: rest, in: others())) { first, _ in first }
  }

  /// Where characters were typed: every place in the sources, in the order of the files.
  func places(of wanted: Set<Unicode.Scalar>) -> [Unicode.Scalar: [SourcePlace]] {
    Self.places(of: wanted, in: sources)
  }

  private static func places(
    of wanted: Set<Unicode.Scalar>, in sources: [SourceText]
  ) -> [Unicode.Scalar: [SourcePlace]] {
    guard !wanted.isEmpty else { return [:] }
    var places: [Unicode.Scalar: [SourcePlace]] = [:]
    for source in sources {
      for (index, line) in source.lines.enumerated() {
        for (column, scalar) in line.unicodeScalars.enumerated() where wanted.contains(scalar) {
          places[scalar, default: []].append(
            SourcePlace(file: source.file, line: index + 1, column: column + 1))
        }
      }
    }
    return places
  }
}

extension Place {
  /// A cell of a form: a figure by its address, any other by the text in it.
  static func cell(_ cell: TableCell, of form: FormSheet) -> Place {
    if case .figure(let figure) = cell.content { return .figure(figure.address) }
    return text(cell.content.printed, of: form)
  }

  /// A text of a form.
  static func text(_ text: String, of form: FormSheet) -> Place {
    .text(text, form: form.number)
  }

  /// A form as a whole.
  static func title(of form: FormSheet) -> Place { .form(form.number) }
}

extension FontDemand.Text {
  /// What a cell of a form prints.
  fileprivate init(_ cell: TableCell, of form: FormSheet, in style: TableStyle) {
    self.init(
      role: cell.fontRole(in: style), text: cell.content.printed,
      place: .cell(cell, of: form))
  }
}
