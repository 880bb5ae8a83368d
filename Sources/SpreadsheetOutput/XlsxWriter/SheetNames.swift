/// The names given to the sheets of one workbook so far.
struct SheetNames {
  private var taken: Set<String> = []

  /// Takes a name, or says which rule it breaks.
  ///
  /// The rules are Excel's (https://support.microsoft.com/office/3f1f7148-ee83-404d-8ef0-9ff99fbad1f9):
  /// at most 31 characters, none of `[]:*?/\`, no apostrophe at either end, unique without regard
  /// to case. Excel counts UTF-16 units where the library counts code points.
  mutating func take(_ name: String) throws(SpreadsheetError) {
    if let fault = fault(of: name) {
      throw SpreadsheetError(.sheetName(name, fault), doing: "添加工作表")
    }
    taken.insert(name.lowercased())
  }

  private func fault(of name: String) -> SheetNameFault? {
    if name.isEmpty { return .empty }
    if name.utf16.count > 31 { return .tooLong(name.utf16.count) }
    if let character = name.first(where: isForbidden) { return .forbiddenCharacter(character) }
    if name.hasPrefix("'") || name.hasSuffix("'") { return .apostropheAtEnd }
    return taken.contains(name.lowercased()) ? .alreadyUsed : nil
  }

  private func isForbidden(_ character: Character) -> Bool {
    "[]:*?/\\".contains(character) || character.unicodeScalars.contains { $0.value < 0x20 }
  }
}
