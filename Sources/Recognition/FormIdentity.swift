internal import Layouts
internal import Readings

/// How sure it is that a table is a form, by what is printed around it and in it.
struct FormIdentity {
  /// How the form's name is given.
  enum Sign: Int, Comparable {
    case none
    /// The name of the sheet alone, which people change.
    case name
    /// The title as part of a longer text.
    case mention
    case exact

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  let form: FormLayout
  /// The form in the table; nil where its header is not there.
  let match: FormMatch?
  let code: Bool
  let title: Sign

  /// Looks for a form in a table.
  ///
  /// - Parameter isPossible: whether its header is looked for at all.
  init(_ names: FormNames, in grid: CellGrid, isPossible: Bool = true) {
    form = names.form
    match = isPossible ? names.header.flatMap { FormMatch(names.form, $0, in: grid) } : nil
    let head = TableHead(grid, above: match?.header.rows.lowerBound)
    code = names.isCited(in: head)
    title = names.sign(in: head)
  }

  /// Whether anything beside the table says that it is this form.
  var isNamed: Bool { code || title > .none }

  /// Orders the forms that a table may be; the more the likelier.
  var score: Double {
    let named = (code ? 2.0 : 0) + [0.0, 0.5, 1.5, 2.5][title.rawValue]
    return named + 3 * (match?.coverage ?? 0)
  }

  /// Whether people would take the table for the form, be it with much amiss: its code or title stands
  /// alone above it, or its columns and lines are there for the most part.
  ///
  /// A paragraph above that only mentions the title says nothing of the table below.
  var isLikely: Bool { code || title == .exact || (match?.coverage ?? 0) >= 0.4 }

  /// Whether it is sure enough: the header is there, and a name beside it or nearly all of its lines.
  var isCertain: Bool {
    guard let match else { return false }
    return isNamed ? match.coverage >= 0.4 : match.coverage >= 0.8
  }
}

/// What a form is called and what its header says, made comparable once for all tables.
struct FormNames {
  let form: FormLayout
  /// What its header is told by; nil for a form without one.
  let header: HeaderMarks?
  private let title: ComparableText
  /// The title on pages on which the form goes on; nil where they bear none.
  private let continued: ComparableText?
  private let code: ComparableText
  private let sheets: Set<ComparableText>
  /// Titles of other forms that have this one in them: where they are printed it is not meant.
  private let longer: [ComparableText]

  /// The names of all forms of a set.
  static func all(of set: LayoutSet) -> [FormNames] {
    let titles = set.forms.map { ComparableText($0.title) }
    return zip(set.forms, titles).map { form, title in
      FormNames(
        form: form, header: HeaderMarks(form), title: title,
        continued: set.continuedTitle(of: form).map { ComparableText($0) },
        code: ComparableText(form.code),
        sheets: Set([form.sheetName, form.code, form.title].map { ComparableText($0) }),
        longer: titles.filter { $0 != title && $0.contains(title) })
    }
  }

  /// Whether the form's code stands in the texts.
  func isCited(in head: TableHead) -> Bool {
    !code.isEmpty && head.texts.contains { $0.cites(code) }
  }

  /// Whether a table may be the form: it is named there, or has at least two of three of the form's
  /// columns.
  ///
  /// Of a form that nothing names nearly all lines must be there, which fewer columns cannot hold.
  func mayBe(_ grid: CellGrid, under head: TableHead) -> Bool {
    grid.columns.count * 3 >= form.columns.count * 2 || isCited(in: head) || sign(in: head) > .none
  }

  /// Whether texts have the form's code or title in them, not the name of the sheet alone.
  func isPrinted(in head: TableHead) -> Bool { isCited(in: head) || sign(in: head) > .name }

  /// How the form's title is given.
  func sign(in head: TableHead) -> FormIdentity.Sign {
    let isContinued = continued.map(head.titles.contains) ?? false
    if isContinued || head.titles.contains(title) { return .exact }
    let isMentioned = head.texts.contains { text in
      text.contains(title) && !longer.contains { text.contains($0) }
    }
    if isMentioned { return .mention }
    return !head.name.isEmpty
      && (sheets.contains(head.name) || sheets.contains(head.name.withoutOrdinal)) ? .name : .none
  }
}

/// The texts of a table that may name its form.
struct TableHead {
  let texts: [ComparableText]
  /// The same, and what they are without an ordinal before them.
  let titles: Set<ComparableText>
  /// The name of the sheet.
  let name: ComparableText

  /// How many rows are looked at for a title where the header is not known.
  private static let titleRows = 6

  /// The texts above a table's header, and beside the table.
  init(_ grid: CellGrid, above row: Int?) {
    let rows = grid.rows.indices.prefix(row ?? Self.titleRows)
    texts = grid.table.head.map { ComparableText($0.text) } + rows.flatMap { grid.texts(inRow: $0) }
    titles = Set(texts).union(texts.map(\.withoutOrdinal))
    name = ComparableText(grid.table.name)
  }
}

extension ComparableText {
  /// Whether a text has a form's code in it, not merely the beginning of a longer one.
  fileprivate func cites(_ code: ComparableText) -> Bool {
    guard contains(code), let range = key.firstRange(of: code.key) else { return false }
    let before = key[..<range.lowerBound].last
    let after = key[range.upperBound...].first
    let digits = (code.key.first?.isNumber == true, code.key.last?.isNumber == true)
    return !(digits.0 && before?.isNumber == true) && !(digits.1 && after?.isNumber == true)
  }
}
