/// The end of an archive's table of contents, read before the library makes room for what it claims.
enum ZipDirectory {
  /// How many entries the archive says it has (APPNOTE 4.3.14–16); 0 where it has no end.
  static func declaredEntries(_ bytes: [UInt8]) -> Int {
    // The end record has 22 bytes, then a comment of up to 65,535.
    let earliest = max(0, bytes.count - 22 - 65_535)
    var place = bytes.count - 22
    while place >= earliest, !bytes[place...].starts(with: [0x50, 0x4B, 5, 6]) { place -= 1 }
    guard place >= earliest else { return 0 }
    // Large archives have a second record, found by a locator directly before the first.
    let locator = place - 20
    guard locator >= 0, bytes[locator...].starts(with: [0x50, 0x4B, 6, 7]) else {
      return number(bytes, at: place + 10, count: 2)
    }
    return number(bytes, at: number(bytes, at: locator + 8, count: 8) &+ 32, count: 8)
  }

  /// A number with its little end first, at most `Int.max`; 0 outside of the bytes.
  private static func number(_ bytes: [UInt8], at place: Int, count: Int) -> Int {
    guard place >= 0, place <= bytes.count - count else { return 0 }
    let value = bytes[place..<(place + count)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(clamping: value)
  }
}
