internal import Readings

/// Places of cells as files write them.
enum CellPlace {
  /// Rows and columns that a sheet has (ISO/IEC 29500-1, 18.3.1.4; Excel's own limits).
  static let rows = 1_048_576
  static let columns = 16_384

  /// The row and column, from 0, of `B7`; nil for anything else and for places outside of a sheet.
  static func parse(_ bytes: some Collection<UInt8>) -> (row: Int, column: Int)? {
    var column = 0
    var row = 0
    var hasDigits = false
    for byte in bytes {
      switch byte {
      case 0x41...0x5A where !hasDigits: column = column * 26 + Int(byte - 0x40)
      case 0x61...0x7A where !hasDigits: column = column * 26 + Int(byte - 0x60)
      case 0x30...0x39 where column > 0:
        hasDigits = true
        row = row * 10 + Int(byte - 0x30)
      default: return nil
      }
      guard row <= rows, column <= columns else { return nil }
    }
    return row > 0 ? (row - 1, column - 1) : nil
  }

  /// The range of `A1:C3` or `B7`; nil for anything else.
  static func range(_ text: String) -> CellRange? {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false)
    guard ends.count <= 2, let first = ends.first.flatMap({ parse($0.utf8) }),
      let last = ends.last.flatMap({ parse($0.utf8) })
    else { return nil }
    return CellRange(
      firstRow: min(first.row, last.row), firstColumn: min(first.column, last.column),
      lastRow: max(first.row, last.row), lastColumn: max(first.column, last.column))
  }

  /// A whole number from 0 to 99,999,999; nil for anything else.
  static func number(_ bytes: some Collection<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 8 else { return nil }
    var number = 0
    for byte in bytes {
      guard 0x30...0x39 ~= byte else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }
}
