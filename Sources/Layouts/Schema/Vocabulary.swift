public import Domain
internal import SourceFiles

/// The words that a set takes for those of the dossier's tables: what people write in their place, and
/// what they write beside.
///
/// Nothing of it is guessed: a word means what the set says, or is refused.
public struct Vocabulary: Sendable {
  /// The closed lists of words that stand in tables.
  public enum List: String, CaseIterable, Sendable {
    case fund = "资金性质"
    case source = "收入来源"
    case kind = "支出类别"
    case indicator = "指标"
  }

  /// A word that may mean several of a list.
  public struct UnclearWord: Hashable, Sendable {
    /// The words of the list that it may stand for.
    public let meanings: [String]
    /// Why it does not say which.
    public let reason: String
  }

  /// An account of another chart than the one that ledgers are kept by.
  public struct OtherAccount: Hashable, Sendable {
    /// Its name in that chart.
    public let name: String
    /// The accounts of the ledgers' chart that it may stand for; a 类 stands for any account below it.
    public let meanings: [EconomicAccount]
  }

  /// What other headings mean, by how they are looked up.
  var headings: [String: TableHeading] = [:]
  /// What other words mean, by list and by how they are looked up.
  var words: [List: [String: String]] = [:]
  /// The words that are refused, by list and by how they are looked up.
  var unclear: [List: [String: UnclearWord]] = [:]
  /// The headings of columns that nothing is read from.
  var passedOver: Set<String> = []
  /// What rows of sums begin with.
  var totals: Set<String> = []
  /// The headings of columns that name what another column has the code of.
  var named: [String: TableHeading] = [:]
  /// The name of the chart that expenditure is not booked by.
  public internal(set) var otherChart = ""
  /// The accounts of that chart by code.
  public internal(set) var otherAccounts: [String: OtherAccount] = [:]

  /// A vocabulary without any other words.
  public init() {}

  /// The heading that a text stands for, spelled as usual or as the set allows.
  public func heading(_ text: String) -> TableHeading? {
    let key = folded(text)
    return Self.usualHeadings[key] ?? headings[key]
  }

  /// Whether a row that begins so has the sums of those above it.
  public func isTotal(_ text: String) -> Bool { totals.contains(folded(text)) }

  /// Whether a column of that heading is for people only.
  public func passesOver(_ heading: String) -> Bool { passedOver.contains(folded(heading)) }

  /// The column whose codes a column of that heading names.
  public func columnNamed(by heading: String) -> TableHeading? { named[folded(heading)] }

  /// The word of a list that another one stands for.
  public func word(_ text: String, in list: List) -> String? { words[list]?[folded(text)] }

  /// What a word may mean that does not say which of a list.
  public func unclearWord(_ text: String, in list: List) -> UnclearWord? {
    unclear[list]?[folded(text)]
  }

  /// All words beside the list's own that have a meaning there, or several: no guess may take one for
  /// another.
  public func otherWords(of list: List) -> [String] {
    (Array(words[list, default: [:]].keys) + Array(unclear[list, default: [:]].keys)).sorted()
  }

  /// All headings that have a meaning in some table.
  public var allHeadings: [String] {
    TableHeading.allCases.map(\.rawValue) + headings.keys.sorted() + passedOver.sorted()
      + named.keys.sorted()
  }

  /// The usual headings by how they are looked up.
  private static let usualHeadings = Dictionary(
    TableHeading.allCases.map { (folded($0.rawValue), $0) }, uniquingKeysWith: { first, _ in first }
  )
}
