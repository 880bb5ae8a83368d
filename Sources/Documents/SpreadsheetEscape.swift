/// Texts that spreadsheet programs take for an escaped character: `_x0041_` for the letter A
/// (ISO/IEC 29500-1, 22.9.2.19).
public enum SpreadsheetEscape {
  /// The text as a file has to hold it, so that readers see it as it was typed: an underscore with
  /// which an escape would begin is escaped itself, `_x005F_x0041_`.
  public static func escaped(_ text: String) -> String { replaced(text, with: "_x005F_") }

  /// The text with a full-width underscore where an escape would begin, for what cannot be escaped.
  static func avoided(_ text: String) -> String { replaced(text, with: "\u{FF3F}") }

  private static func replaced(_ text: String, with start: String) -> String {
    guard text.utf8.contains(0x5F), text.contains("_x") else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 6)
    for (index, byte) in bytes.enumerated() {
      result += begins(at: index, in: bytes) ? Array(start.utf8) : [byte]
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether `_xHHHH_` stands at a byte.
  private static func begins(at index: Int, in bytes: [UInt8]) -> Bool {
    guard index + 7 <= bytes.count, bytes[index] == 0x5F, bytes[index + 1] == 0x78,
      bytes[index + 6] == 0x5F
    else { return false }
    return bytes[(index + 2)..<(index + 6)].allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
      default: false
      }
    }
  }
}
