internal import Documents
internal import Geometry

/// The paper on which an empty form reads well: the set's own upright, then sideways, then a sheet twice
/// as large.
struct PaperChoice {
  /// The sizes of type: those of people who work with a sheet.
  static let sizes = TypeSizes(.pt(9), .pt(8.5), .pt(8))

  let orientation: PageOrientation
  /// The set's style, on the paper that was chosen.
  let style: DocumentStyle
  /// The table with the widths of its columns.
  let table: Table

  /// Chooses the paper for a table, and the widths of its columns by what they hold.
  init(_ columns: [String], _ sections: [TableSection], style: DocumentStyle) {
    let padding = style.table.padding.left + style.table.padding.right
    let needs = ColumnNeed.of(sections.flatMap(\.cells), count: columns.count, padding: padding)
    let own = style.formPage.size
    let papers: [(size: Size, orientation: PageOrientation)] = [
      (own, .portrait), (own, .landscape),
      (Size(width: own.height, height: own.width * 2), .landscape),
    ]
    func area(_ paper: (size: Size, orientation: PageOrientation)) -> Length {
      let width = paper.orientation == .portrait ? paper.size.width : paper.size.height
      return width - style.formPage.margins.left - style.formPage.margins.right
    }
    let wanted = needs.map(\.comfort).sum()
    let paper = papers.first { area($0) >= wanted } ?? papers[papers.count - 1]
    let widths = ColumnNeed.widths(needs, in: area(paper))
    table = Table(
      columns: zip(columns, widths).map { id, width in
        TableColumn(id: id, width: width, holdsFigures: false)
      },
      sections: sections)
    orientation = paper.orientation
    self.style = style.onPaper(paper.size)
  }
}

/// The widths that a column wants, by what stands in it alone; reckoned, not measured.
private struct ColumnNeed {
  /// Where no word is broken.
  private(set) var least = Length.zero
  /// Where no cell is much higher than wide.
  private(set) var comfort = Length.zero
  /// Where every cell has one line.
  private(set) var whole = Length.zero

  /// The needs of so many columns.
  ///
  /// - Parameter padding: from the edges of a cell to its text, both together.
  static func of(_ cells: [TableCell], count: Int, padding: Length) -> [ColumnNeed] {
    var needs = [ColumnNeed](repeating: ColumnNeed(), count: count)
    for cell in cells where cell.columnSpan == 1 {
      needs[cell.column].take(cell, padding: padding)
    }
    return needs
  }

  private mutating func take(_ cell: TableCell, padding: Length) {
    let em = PaperChoice.sizes.largest
    func width(_ ems: Double) -> Length { em * ems + padding }
    let ems = TextEms(cell.content.printed)
    // What stands in the middle has lines of few characters anyway.
    let line = cell.isHeading ? shortLine : longLine
    least = max(least, width(max(ems.longestWord, fewestEms)))
    comfort = max(comfort, least, width(min(ems.whole, line)))
    whole = max(whole, comfort, width(min(ems.whole, cell.isHeading ? line * 2 : ems.whole)))
  }

  /// The widths of all columns: whole, as far as there is room; columns that want the same get the same.
  static func widths(_ needs: [ColumnNeed], in area: Length) -> [Length] {
    for (low, high) in [(\ColumnNeed.comfort, \ColumnNeed.whole), (\.least, \.comfort)] {
      let (least, most) = (
        needs.map { $0[keyPath: low] }.sum(), needs.map { $0[keyPath: high] }.sum()
      )
      if most <= area { return needs.map { $0[keyPath: high] } }
      guard least < area else { continue }
      let share = (area - least).points / (most - least).points
      return needs.map { $0[keyPath: low] + ($0[keyPath: high] - $0[keyPath: low]) * share }
    }
    // Even on the largest sheet words have to be broken.
    let share = area.points / needs.map(\.least).sum().points
    return needs.map { $0.least * share }
  }
}

/// How many characters of a heading stand on a line, and of other texts, before a wider sheet is taken.
private let (shortLine, longLine) = (6.0, 13.0)
/// Narrower columns are hard to read, whatever stands in them.
private let fewestEms = 2.0

/// A text by its width in ems, a little more than it takes in any font for tables.
private struct TextEms {
  private(set) var whole = 0.0
  /// The longest stretch that is not broken: a Latin word with its hyphen, or a Chinese character.
  private(set) var longestWord = 0.0

  init(_ text: String) {
    var word = 0.0
    for character in text {
      let width = character.isASCII ? character.isUppercase ? capitalEms : latinEms : 1
      whole += width
      word = character.isASCII && character != " " ? word + width : width
      longestWord = max(longestWord, word)
      if character == "-" || character == " " { word = 0 }
    }
  }
}

/// The widths of Latin letters and digits, in ems.
private let (latinEms, capitalEms) = (0.55, 0.8)

extension DocumentStyle {
  /// The style on other paper, for forms alone.
  fileprivate func onPaper(_ size: Size) -> DocumentStyle {
    let page = PageStyle(
      size: size, margins: formPage.margins, footer: formPage.footer,
      footerDistance: formPage.footerDistance, footerEdge: formPage.footerEdge,
      continuation: formPage.continuation)
    return DocumentStyle(
      formPage: page, formTitle: formTitle, headLine: headLine, note: note,
      pageNumber: pageNumber, table: table)
  }
}
