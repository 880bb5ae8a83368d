/// What a workbook holds, as it was read: the sheets, and the styles that their cells point to.
///
/// Neutral values: nothing of the program that wrote the file shows in them. Texts that several
/// cells share are held once.
public struct WorkbookReading: Hashable, Codable, Sendable {
  /// The file's name as messages print it.
  public var file: String
  /// The day from which dates are counted.
  public var dateSystem: DateSystem
  /// In the order of the tabs.
  public var sheets: [SheetReading]
  /// Names that the workbook defines, in its order; print areas and titles stand in the sheets.
  public var definedNames: [DefinedNameReading]
  /// Document properties, sorted by name.
  public var properties: [PropertyReading]
  /// What ``CellReading/style`` points into; never empty.
  public var styles: [StyleReading]
  /// What users may not do to the workbook, in the format's words; empty where it is not protected.
  public var protection = ""
  /// Whether the tabs of the sheets are shown.
  public var showsTabs = true

  /// Makes a workbook; without styles it gets the one of a plain cell.
  public init(
    file: String, dateSystem: DateSystem = .from1900, sheets: [SheetReading] = [],
    definedNames: [DefinedNameReading] = [], properties: [PropertyReading] = [],
    styles: [StyleReading] = []
  ) {
    self.file = file
    self.dateSystem = dateSystem
    self.sheets = sheets
    self.definedNames = definedNames
    self.properties = properties
    self.styles = styles.isEmpty ? [StyleReading()] : styles
  }

  /// The style of a cell; the plain one where the file points nowhere.
  public func style(of cell: CellReading) -> StyleReading {
    styles.indices.contains(cell.style) ? styles[cell.style] : StyleReading()
  }
}

/// The day that serial number 1 stands for.
public enum DateSystem: String, Hashable, Codable, Sendable {
  /// 1 January of 1900, with a 29 February of that year that never was
  /// (ISO/IEC 29500-1, 18.17.4.1).
  case from1900
  /// 2 January of 1904; 0 is the first.
  case from1904
}

/// A name that a workbook defines.
public struct DefinedNameReading: Hashable, Codable, Sendable {
  /// The name as formulas have it.
  public var name: String
  /// The sheet that the name belongs to; nil where it is the workbook's.
  public var sheet: String?
  /// What it stands for: a formula without `=`.
  public var formula: String
  /// Whether users do not see the name.
  public var isHidden: Bool

  /// Pairs a name with its formula.
  public init(name: String, sheet: String? = nil, formula: String, isHidden: Bool = false) {
    self.name = name
    self.sheet = sheet
    self.formula = formula
    self.isHidden = isHidden
  }
}

/// A document property: `creator`, `created`, `Application`; a user's own as `custom:` and its
/// name.
public struct PropertyReading: Hashable, Codable, Sendable {
  /// The name, by which properties are sorted.
  public var name: String
  /// The value as the file has it.
  public var value: String

  /// Pairs a property with its value.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
