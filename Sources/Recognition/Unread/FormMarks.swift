internal import Layouts
internal import Readings

/// What forms of a set are told by: titles, codes, headings, the wording of their lines.
struct FormMarks {
  /// What tells one form.
  private struct Mark {
    let form: FormLayout
    let title: ComparableText
    let code: ComparableText
    /// The texts of its headers, without numbers.
    let headings: Set<ComparableText>
    /// The rows of its headers as they read from left to right.
    let headerRows: Set<[ComparableText]>
    /// The wording of its lines.
    let labels: Set<ComparableText>
  }

  private let marks: [Mark]
  private let titles: Set<ComparableText>
  private let codes: Set<ComparableText>
  /// The forms that have a row in their headers, by their places.
  private let headers: [[ComparableText]: [Int]]

  /// Gathers the marks of all forms of a set.
  init(_ set: LayoutSet) {
    marks = set.forms.map { form in
      let header = form.sections.flatMap(\.header).map { row in
        row.map { ComparableText($0.text) }.filter { !$0.isEmpty }
      }
      let labels = form.sections.flatMap(\.blocks).flatMap(\.rows).compactMap { row in
        if case .fixed(let line) = row, !line.label.isEmpty {
          ComparableText(line.label)
        } else {
          nil
        }
      }
      return Mark(
        form: form, title: ComparableText(form.title), code: ComparableText(form.code),
        headings: Set(header.joined().filter { !$0.isDigits }), headerRows: Set(header),
        labels: Set(labels))
    }
    titles = Set(marks.map(\.title))
    codes = Set(marks.map(\.code).filter { !$0.isEmpty })
    var headers: [[ComparableText]: [Int]] = [:]
    for (index, mark) in marks.enumerated() {
      for row in mark.headerRows { headers[row, default: []].append(index) }
    }
    self.headers = headers
  }

  /// The forms whose title is one of the texts, alone or behind an ordinal.
  func titled(_ texts: some Sequence<ComparableText>) -> [FormLayout] {
    var found = Set<ComparableText>()
    for text in texts {
      if titles.contains(text) { found.insert(text) }
      let plain = text.withoutOrdinal
      if titles.contains(plain) { found.insert(plain) }
    }
    return found.isEmpty ? [] : marks.filter { found.contains($0.title) }.map(\.form)
  }

  /// The forms whose code is one of the texts.
  func coded(_ texts: some Sequence<ComparableText>) -> [FormLayout] {
    let found = Set(texts.filter(codes.contains))
    return found.isEmpty ? [] : marks.filter { found.contains($0.code) }.map(\.form)
  }

  /// How much of a form's header the texts have, from 0 to 1.
  func headerShare(of form: FormLayout, in texts: Set<ComparableText>) -> Double {
    guard let mark = marks.first(where: { $0.form.number == form.number }) else { return 0 }
    let found = mark.headings.intersection(texts).count
    return Double(found) / Double(max(mark.headings.count, 1))
  }

  /// How many of a form's lines the texts have.
  func labelCount(of form: FormLayout, in texts: Set<ComparableText>) -> Int {
    let mark = marks.first { $0.form.number == form.number }
    return mark?.labels.intersection(texts).count ?? 0
  }

  /// The first row of a grid from a place on that begins another form: its title, its code, or a row of
  /// its header that the form does not have itself.
  func beginning(
    after form: FormLayout, in grid: CellGrid, from start: Int
  ) -> (row: Int, forms: [FormLayout])? {
    for row in grid.rows.indices.dropFirst(start) {
      let texts = grid.texts(inRow: row)
      let named = titled(texts) + coded(texts)
      if !named.contains(where: { $0.number == form.number }), !named.isEmpty {
        return (row, named)
      }
      guard texts.count > 2, let forms = headers[texts]?.map({ marks[$0].form }),
        !forms.contains(where: { $0.number == form.number })
      else { continue }
      return (row, Array(forms.prefix(1)))
    }
    return nil
  }
}
