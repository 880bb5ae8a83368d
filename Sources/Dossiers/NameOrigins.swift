public import Diagnostics
public import Domain

/// What names the accounts that a dossier's forms print.
public struct NameOrigins: Sendable {
  /// A name that is not the layout set's.
  public struct Added: Sendable {
    /// The chart of the account.
    public let chart: AccountChart
    /// The account's code.
    public let code: String
    /// What is printed.
    public let name: String
    /// The file that has the name: the dossier's own, or a catalogue that people have brought in.
    public let catalogue: String
    /// Whether the dossier has it itself.
    public let isOwn: Bool
  }

  /// An account without a name.
  public struct Missing: Sendable {
    /// The chart of the account.
    public let chart: AccountChart
    /// The account's code.
    public let code: String
    /// The line of the dossier's table that would name it.
    public let line: String
  }

  /// A name of the dossier's own.
  public struct Own: Sendable {
    /// The chart of the account.
    public let chart: AccountChart
    /// The account's code.
    public let code: String
    /// What the dossier calls it.
    public let name: String
    /// Where the dossier names it.
    public let place: SourcePlace
    /// What a catalogue of the year calls it; nil where none has it.
    public let usual: String?
    /// Where the catalogue names it; nil where it does not say.
    public let source: SourcePlace?
  }

  /// The names that are printed and not the layout set's, in the order of chart and code.
  public let added: [Added]
  /// The accounts that are printed and have no name, in the order of their lines.
  public let nameless: [Missing]
  /// All names of the dossier's own table.
  public let own: [Own]
  /// All names, each code's by the first list that has it.
  public let all: AccountNames

  /// The table of a dossier's own names.
  public static let table = DossierFiles.accounts
  /// The codes of the findings that ``nameless`` and ``own`` tell in full.
  public static var toldCodes: Set<String> {
    let faults = [
      NameFault.nameless([], table: true),
      .otherName("", catalogue: "", own: "", isBrought: false),
    ]
    return Set(faults.map(\.wording.code))
  }
}
