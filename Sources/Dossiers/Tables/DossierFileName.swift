/// Files of a dossier by their names.
public enum DossierFileName {
  /// Whose accounts they are, and what is declared beside the ledgers: the file that makes a folder a
  /// dossier.
  public static let department = DossierFiles.department
  /// What each unit began and ended the year with.
  public static let balances = LedgerTable.balances.file
  /// Amounts of the year before.
  public static let priorYear = LedgerTable.priorYear.file
  /// Names of accounts that the catalogues lack.
  public static let accounts = DossierFiles.accounts
}
