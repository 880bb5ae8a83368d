internal import Diagnostics
internal import Domain
internal import Layouts

/// A word of an export that stands for nothing yet, with all that is needed to say so.
struct OpenWord: Hashable {
  /// A row that has it, with what people know it by.
  struct Row: Hashable {
    /// Where it stands; of a word that is taken from above, where the row begins.
    let place: Place
    /// The amounts from left to right.
    let amounts: [Money]
    /// What it was for; empty where the export does not say.
    let remark: String

    /// The row in one line.
    var text: String {
      let parts = [
        DiagnosticPrinter.text(of: place), amounts.map(\.description).joined(separator: "、"),
        remark,
      ]
      return parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }
  }

  /// So many rows are listed; the rest is counted.
  private static let mostListed = 10

  let heading: TableHeading
  let word: String
  let fault: ExportFault.Kind
  let place: Place
  private(set) var count = 0
  /// The first rows that have it.
  private var rows: [Row] = []
  /// The row that was counted last: columns side by side make several of one.
  private var last: Place?

  init(heading: TableHeading, word: String, fault: ExportFault.Kind, place: Place) {
    (self.heading, self.word, self.fault, self.place) = (heading, word, fault, place)
  }

  /// Counts a row that has the word.
  ///
  /// - Parameter begin: where the row begins, by which rows are told apart.
  mutating func add(_ row: Row, beginningAt begin: Place) {
    guard last != begin else { return }
    last = begin
    count += 1
    if rows.count < Self.mostListed { rows.append(row) }
  }

  /// The rows that have it, one a line.
  var listed: [String] {
    rows.map(\.text) + (count > rows.count ? ["……还有 \(count - rows.count) 行"] : [])
  }

  /// The word as a finding.
  func finding(for context: ExportContext, choices: [String]) -> Finding {
    let heading = heading.word
    let rows = "\(count) 行：\(listed.joined(separator: "；"))"
    let fault: ExportFault =
      switch self.fault {
      case .unknown: .unknownWord(word, heading: heading, rows: rows, choices: choices)
      case .unclear(let meanings, let reason):
        .unclearWord(word, heading: heading, rows: rows, meanings: meanings, reason: reason)
      case .otherChart(let chart, let name, let meanings):
        .otherChart(word, chart: chart, name: name, meanings: meanings)
      }
    return fault.finding(at: place)
  }
}
