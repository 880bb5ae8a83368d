internal import Diagnostics
internal import Figures

/// Holds the figures of two files against each other, address by address.
///
/// Order and looks play no part. A form that only one side has is one difference; an address that
/// only one side has is one unless it is blank there: a blank says nothing that the other lacks.
struct FigureComparison {
  let file: String
  /// What differs, without the rules: also asked by the levels that put names to cells.
  private(set) var differences: [Difference] = []
  /// The numbers of the forms that only the left has, in its order.
  private(set) var onlyLeft: [String] = []
  /// The numbers of the forms that only the right has, in its order.
  private(set) var onlyRight: [String] = []
  /// How many addresses were compared, form by form, in the order of the left.
  private(set) var counts: [(group: String, count: Int)] = []

  init(file: String, left: FigureBook, right: FigureBook) {
    self.file = file
    let others = Self.byNumber(right)
    let own = Self.byNumber(left)
    for number in Self.numbers(left) {
      guard let form = own[number] else { continue }
      if let other = others[number] {
        compare(form, other)
      } else {
        onlyOne(form, kind: .missing)
      }
    }
    for number in Self.numbers(right) where own[number] == nil {
      if let form = others[number] { onlyOne(form, kind: .added) }
    }
  }

  /// Forms by number; one that a file has in several parts is one form.
  private static func byNumber(_ book: FigureBook) -> [String: FigureForm] {
    Dictionary(grouping: book.forms, by: \.number).compactMapValues { parts in
      guard let first = parts.first, parts.count > 1 else { return parts.first }
      return first.with(parts.flatMap(\.figures), rows: parts.flatMap(\.rows))
    }
  }

  /// The numbers of the forms in the order of the file, each once.
  private static func numbers(_ book: FigureBook) -> [String] {
    var seen: Set<String> = []
    return book.forms.map(\.number).filter { seen.insert($0).inserted }
  }

  private mutating func compare(_ form: FigureForm, _ other: FigureForm) {
    let group = Self.group(of: form, other)
    let pair = (form, other)
    // The first of equal addresses counts, as recognition has it: a form that is printed twice is told
    // there, not here a second time.
    let (ownKeys, otherKeys) = (form.figures.map(\.comparedKey), other.figures.map(\.comparedKey))
    var others: [String: Int] = [:]
    for (index, key) in otherKeys.enumerated() where others[key] == nil { others[key] = index }
    var seen: Set<String> = []
    var found: [(place: Int, difference: Difference)] = []
    // What only one side has comes where the right prints it, or behind what precedes it on the left.
    var last = -1
    for (figure, key) in zip(form.figures, ownKeys) where seen.insert(key).inserted {
      if let place = others[key] {
        last = place
        let match = other.figures[place]
        guard !isSamePrint(figure.printed, match.printed) else { continue }
        found.append((place, difference(.value, figure, match, group, pair)))
      } else if !figure.printed.isEmpty {
        // A line without figures may be left out by one program and printed blank by another.
        found.append((last, difference(.missing, figure, nil, group, pair)))
      }
    }
    for (place, figure) in other.figures.enumerated() where seen.insert(otherKeys[place]).inserted {
      guard !figure.printed.isEmpty else { continue }
      found.append((place, difference(.added, nil, figure, group, pair)))
    }
    let order = found.indices.sorted { (found[$0].place, $0) < (found[$1].place, $1) }
    differences += order.map { found[$0].difference }
    counts.append((group, seen.count))
  }

  private func difference(
    _ kind: Difference.Kind, _ left: Figure?, _ right: Figure?, _ group: String,
    _ forms: (left: FigureForm, right: FigureForm)
  ) -> Difference {
    let words =
      left.flatMap { forms.left.words(of: $0) } ?? right.flatMap { forms.right.words(of: $0) }
    return Difference(
      kind, file: file, group: group, address: (left ?? right).map { .figure($0.address) },
      left: left.map(Self.side), right: right.map(Self.side), unit: right?.unit ?? left?.unit,
      words: words)
  }

  /// A form that the other side does not have, whatever stands in it.
  private mutating func onlyOne(_ form: FigureForm, kind: Difference.Kind) {
    if kind == .missing { onlyLeft.append(form.number) } else { onlyRight.append(form.number) }
    let group = Self.group(of: form, form)
    let side = Difference.Side(
      value: "\(form.figures.count) 个数", at: form.figures.first?.place)
    counts.append((group, 0))
    differences.append(
      Difference(
        kind, file: file, group: group, address: .form(form.number),
        left: kind == .missing ? side : nil, right: kind == .added ? side : nil))
  }

  private static func group(of form: FigureForm, _ other: FigureForm) -> String {
    let title = form.title.isEmpty ? other.title : form.title
    return title.isEmpty ? form.number : "\(form.number) \(title)"
  }

  private static func side(_ figure: Figure) -> Difference.Side {
    Difference.Side(value: figure.printed, at: figure.place, sources: figure.sources)
  }
}
