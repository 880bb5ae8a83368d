internal import Diagnostics
internal import Figures

/// Makes one entry of what is found in several files, and refers sentences to the figures that they
/// quote.
///
/// The first file that has a difference tells it, the others are listed with it; so files come in the
/// order in which people read them, the document first.
struct EntryMerging {
  private(set) var entries: [Difference] = []
  private var places: [EntryKey: Int] = [:]
  /// Rows that are told as wholes, by their figures.
  private var rows: [Set<EntryKey>: Int] = [:]

  /// Takes all differences in the order in which they are to be told.
  init(_ differences: [Difference]) {
    let told = Set(differences.compactMap { EntryKey($0) })
    for difference in differences {
      // A row that one side lacks is told as a row; but where another file can only tell its figures
      // one by one, as lists do, every file does.
      let keys = difference.parts.map { EntryKey($0) }
      if keys.contains(where: { $0.map(told.contains) ?? false }) {
        for part in difference.parts { take(part) }
      } else {
        take(difference)
      }
    }
    referSentences()
  }

  private mutating func take(_ difference: Difference) {
    guard let key = EntryKey(difference) else { return takeWhole(difference) }
    guard let place = places[key] else {
      places[key] = entries.count
      return entries.append(difference)
    }
    entries[place].takeAppearance(of: difference)
  }

  private mutating func takeWhole(_ difference: Difference) {
    let keys = Set(difference.parts.compactMap { EntryKey($0) })
    if !keys.isEmpty, let place = rows[keys] {
      return entries[place].takeAppearance(of: difference)
    }
    if !keys.isEmpty { rows[keys] = entries.count }
    entries.append(difference)
  }

  /// A number of a sentence that changed from what a figure was to what it is quotes that figure.
  private mutating func referSentences() {
    var figures: [ChangedSpan: [Int]] = [:]
    for (index, entry) in entries.enumerated() {
      guard case .figure? = entry.address, let span = entry.printedSpan else { continue }
      figures[span, default: []].append(index)
    }
    guard !figures.isEmpty else { return }
    for index in entries.indices where entries[index].address == nil {
      let sentence = entries[index]
      var quoted: Set<Int> = []
      for span in sentence.spans { quoted.formUnion(figures[span.asPrints] ?? []) }
      for place in quoted.sorted() {
        entries[place].takeAppearance(of: sentence)
        if case .figure(let address)? = entries[place].address {
          entries[index].quotes.append(address)
        }
      }
    }
  }
}

extension Difference {
  /// Both prints of a figure that changed; nil where a side has none.
  fileprivate var printedSpan: ChangedSpan? {
    guard let left, let right, !left.value.isEmpty, !right.value.isEmpty else { return nil }
    return ChangedSpan(left: left.value, right: right.value).asPrints
  }

  /// Takes note of another place, and of what is known there and was not known here.
  fileprivate mutating func takeAppearance(of other: Difference) {
    also.append(
      Appearance(
        file: other.file, group: other.group, left: other.left?.at, right: other.right?.at))
    guard other.address != nil else { return }
    unit = unit ?? other.unit
    words = words ?? other.words
    if left?.sources.isEmpty ?? false { left?.sources = other.left?.sources ?? [] }
    if right?.sources.isEmpty ?? false { right?.sources = other.right?.sources ?? [] }
  }
}

extension ChangedSpan {
  /// The same as readers take the prints.
  fileprivate var asPrints: ChangedSpan {
    ChangedSpan(left: printKey(left), right: printKey(right))
  }
}
