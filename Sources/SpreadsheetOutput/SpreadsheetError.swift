public import Diagnostics
public import Documents

/// Why a workbook was not written; no file is left behind.
///
/// It is thrown at the first fault. What the library would refuse is refused before the library is
/// called, since it prints English sentences of its own to the standard error stream.
public struct SpreadsheetError: Error, Fault, Hashable, Sendable {
  /// What a workbook cannot hold, or what went wrong in making it.
  public enum Kind: Hashable, Sendable {
    /// The name of a sheet breaks a rule of Excel's.
    case sheetName(String, SheetNameFault)
    /// An earlier sheet has the same name, upper and lower case being equal.
    case repeatedSheetName(String)
    case noSheets
    /// A cell of the table lies outside its grid or its section.
    case outsideTable
    /// A cell lies outside of what Excel can address.
    case outsideSheet
    /// A cell covers positions of an earlier one, given by its range: `A1:C1`.
    case overlap(with: String)
    /// A text has so many characters.
    case textTooLong(Int)
    /// A text holds a control character, given by its code point.
    case controlCharacter(UInt32)
    /// A number has more digits than Excel keeps.
    case numberTooLong(String)
    /// The footer has so many characters.
    case footerTooLong(Int)
    /// The paper, given in millimetres, is none that we know Excel's number of.
    case paper(String)
    /// The file cannot be made.
    case file(SystemReason)
    /// libxlsxwriter's error number and its text.
    case library(Int, String)
  }

  /// What is wrong.
  public let kind: Kind
  /// What was being done: `写入 公开05表 B12`.
  public let doing: String

  /// An error with what was being done when it came up.
  public init(_ kind: Kind, doing: String) {
    self.kind = kind
    self.doing = doing
  }
}
