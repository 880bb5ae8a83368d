internal import Readings

/// Moves the relative references of a formula, as when a cell is filled down.
enum FormulaShift {
  /// The formula as it reads so many rows further down and columns further right.
  ///
  /// Texts, names of sheets in quotes and names in brackets stay; a reference that leaves the sheet
  /// becomes `#REF!`.
  static func shifted(_ formula: String, rows: Int, columns: Int) -> String {
    guard rows != 0 || columns != 0 else { return formula }
    let bytes = Array(formula.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 8)
    var index = 0
    while index < bytes.count {
      let end = endOfWord(from: index, in: bytes)
      let word = bytes[index..<end]
      // A word before a parenthesis is a function, one before an exclamation mark a sheet.
      let follower = end < bytes.count ? bytes[end] : 0
      if follower != 0x28, follower != 0x21,
        let moved = moved(word, rows: rows, columns: columns, in: bytes, end: end)
      {
        result += moved
      } else {
        result += word
      }
      index = end
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The end of the quoted text, the brackets, the word or the sign that begins at a byte.
  private static func endOfWord(from start: Int, in bytes: [UInt8]) -> Int {
    let first = bytes[start]
    if first == 0x22 || first == 0x27 {
      return bytes[(start + 1)...].firstIndex(of: first).map { $0 + 1 } ?? bytes.count
    }
    if first == 0x5B {
      var depth = 0
      for index in start..<bytes.count {
        if bytes[index] == 0x5B { depth += 1 }
        if bytes[index] == 0x5D { depth -= 1 }
        if depth == 0 { return index + 1 }
      }
      return bytes.count
    }
    guard isWordByte(first) else { return start + 1 }
    return bytes[start...].firstIndex { !isWordByte($0) } ?? bytes.count
  }

  /// Letters, digits, `$`, `_`, `.` and everything beyond ASCII.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x24, 0x5F, 0x2E, 0x80...0xFF: true
    default: false
    }
  }

  /// A reference after the move: a cell, or a whole column or row beside a colon; nil for others.
  private static func moved(
    _ word: ArraySlice<UInt8>, rows: Int, columns: Int, in bytes: [UInt8], end: Int
  ) -> [UInt8]? {
    var rest = word
    let fixesColumn = rest.first == 0x24
    if fixesColumn { rest = rest.dropFirst() }
    let letters = rest.prefix { 0x41...0x5A ~= $0 & 0xDF }
    rest = rest.dropFirst(letters.count)
    let fixesRow = !letters.isEmpty && rest.first == 0x24
    if fixesRow { rest = rest.dropFirst() }
    guard rest.allSatisfy({ 0x30...0x39 ~= $0 }), rest.count <= 7, letters.count <= 3 else {
      return nil
    }
    let isBesideColon =
      end < bytes.count && bytes[end] == 0x3A
      || word.startIndex > 0 && bytes[word.startIndex - 1] == 0x3A
    guard !letters.isEmpty && !rest.isEmpty || isBesideColon && !word.isEmpty else { return nil }
    let dollar: [UInt8] = [0x24]
    var result: [UInt8] = fixesColumn ? dollar : []
    if !letters.isEmpty {
      let column = letters.reduce(0) { $0 * 26 + Int($1 & 0xDF) - 0x40 } - 1
      let target = fixesColumn ? column : column + columns
      guard 0..<CellPlace.columns ~= target else { return Array("#REF!".utf8) }
      result += CellRange.letters(of: target).utf8
    }
    if fixesRow { result += dollar }
    if !rest.isEmpty {
      let row = rest.reduce(0) { $0 * 10 + Int($1 - 0x30) } - 1
      // In `$1:$3` the dollar stands before the row's number.
      let target = fixesRow || letters.isEmpty && fixesColumn ? row : row + rows
      guard 0..<CellPlace.rows ~= target else { return Array("#REF!".utf8) }
      result += String(target + 1).utf8
    }
    return result
  }
}
