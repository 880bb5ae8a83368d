/// What users may not do to a protected sheet or workbook, in the format's words.
enum ProtectionElements {
  /// What a protected sheet forbids where its file does not say (ISO/IEC 29500-1, 18.3.1.85).
  private static let standard: [(name: String, isForbidden: Bool)] = [
    ("autoFilter", true), ("deleteColumns", true), ("deleteRows", true), ("formatCells", true),
    ("formatColumns", true), ("formatRows", true), ("insertColumns", true),
    ("insertHyperlinks", true), ("insertRows", true), ("objects", false), ("pivotTables", true),
    ("scenarios", false), ("selectLockedCells", false), ("selectUnlockedCells", false),
    ("sort", true),
  ]

  /// Of a sheet; empty where it is not protected.
  static func ofSheet(_ values: XMLAttributes) -> String {
    guard values.bool("sheet") else { return "" }
    let forbidden = standard.filter { values.bool($0.name, default: $0.isForbidden) }.map(\.name)
    return (["sheet"] + forbidden + password(values)).joined(separator: " ")
  }

  /// Of a workbook; empty where it is not protected.
  static func ofWorkbook(_ values: XMLAttributes) -> String {
    let locks = ["lockStructure", "lockWindows", "lockRevision"].filter { values.bool($0) }
    guard !locks.isEmpty else { return "" }
    return (locks + password(values)).joined(separator: " ")
  }

  /// Whether a password opens it; which one cannot be told.
  private static func password(_ values: XMLAttributes) -> [String] {
    let names = [
      "password", "hashValue", "workbookPassword", "workbookHashValue", "revisionsPassword",
    ]
    return names.contains { values[$0]?.isEmpty == false } ? ["password"] : []
  }
}
