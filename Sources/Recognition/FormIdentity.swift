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
  /// - Parameter rivals: the titles of the set, so that one that is part of another is not taken for
  ///   it.
  init(_ form: FormLayout, in grid: CellGrid, rivals: [ComparableText]) {
    self.form = form
    match = FormMatch(form, in: grid)
    let texts = grid.head(above: match?.header.rows.lowerBound)
    code = Self.cites(form, in: texts)
    title = Self.sign(of: form, in: texts, named: grid.table.name, rivals: rivals)
  }

  /// Whether texts have a form's code or title in them.
  static func isNamed(
    _ form: FormLayout, in texts: [ComparableText], sheet name: String, rivals: [ComparableText]
  ) -> Bool {
    cites(form, in: texts) || sign(of: form, in: texts, named: name, rivals: rivals) > .name
  }

  private static func cites(_ form: FormLayout, in texts: [ComparableText]) -> Bool {
    let printed = ComparableText(form.code)
    return !printed.isEmpty && texts.contains { $0.cites(printed) }
  }

  private static func sign(
    of form: FormLayout, in texts: [ComparableText], named name: String, rivals: [ComparableText]
  ) -> Sign {
    let title = ComparableText(form.title)
    if texts.contains(where: { $0 == title || $0.withoutOrdinal == title }) { return .exact }
    let longer = rivals.filter { $0 != title && $0.contains(title) }
    let mentions = texts.contains { text in
      text.contains(title) && !longer.contains { text.contains($0) }
    }
    if mentions { return .mention }
    let names = [form.sheetName, form.code, form.title].map { ComparableText($0) }
    let own = ComparableText(name)
    return !own.isEmpty && (names.contains(own) || names.contains(own.withoutOrdinal))
      ? .name : .none
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

extension CellGrid {
  /// How many rows are looked at for a title where the header is not known.
  private static let titleRows = 6

  /// The texts above a table's header, and beside the table.
  func head(above row: Int?) -> [ComparableText] {
    let rows = rows.indices.prefix(row ?? Self.titleRows)
    return table.head.map { ComparableText($0.text) } + rows.flatMap { texts(inRow: $0) }
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
