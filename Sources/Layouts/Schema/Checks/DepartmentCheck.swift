public import Domain

/// Checks of what a dossier declares beside its ledger, and of what it says of the department.
public enum DepartmentCheck: Sendable {
  /// Quantities that a dossier must state, by what they are called.
  case stated([StatedQuantity])
  /// Declared amounts, by their paths, that are more than nothing and less than anything costs.
  case smallFacts([String], below: Money)
  /// Units whose names say of which types they are.
  case unitNames(UnitNames)
  /// The codes of units must begin with that of the department.
  case unitCodes
  /// The day of publication must lie behind the year, and at most so many years.
  case publicationDate(years: Int)
}

/// Something that a dossier must state.
public struct StatedQuantity: Sendable {
  /// What it is called.
  public let name: String
  /// What it is.
  public let quantity: NarrativeQuantity
}

/// Units whose names say of which types they are.
public struct UnitNames: Sendable {
  /// What such names end with.
  public let endings: [String]
  /// What such names have in them.
  public let words: [String]
  /// What names have in them that are of any type all the same.
  public let exceptions: [String]
  /// The types of such units.
  public let types: [String]
}
