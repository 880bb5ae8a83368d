/// A PDF file as cairo 1.16 writes it, and in no other form: what is written otherwise is an error.
///
/// A table of cross-references at the end tells where the objects are; they follow each other
/// without gaps, each in lines of its own.
struct DrawnFile {
  /// An object of the file.
  enum Object {
    /// Text, between the lines `12 0 obj` and `endobj`.
    case text(Range<Int>)
    /// The entries of a stream's dictionary behind its length, and its bytes.
    case stream(entries: Range<Int>, data: Range<Int>)
    /// The length of a stream, which is read with it.
    case length
  }

  let bytes: [UInt8]
  /// The objects by their numbers, from 1; the first is none.
  private(set) var objects: [Object?]
  /// The number of the catalogue.
  let root: Int
  /// The number of the information dictionary.
  let information: Int

  /// What every file of cairo's begins with; the second line tells that it is not text.
  private static let head = Array("%PDF-1.5\n%".utf8) + [0xB5, 0xED, 0xAE, 0xFB, 0x0A]

  /// Finds the objects of a file.
  init(_ bytes: [UInt8]) throws(PDFFault) {
    var tail = ByteScanner(bytes, max(0, bytes.count - 40)..<bytes.count)
    guard bytes.starts(with: Self.head) else {
      throw ByteScanner(bytes, 0..<0).unexpected("head of a file")
    }
    try tail.skip(to: "startxref\n")
    try tail.expect("startxref\n")
    let table = try tail.number()
    try tail.expect("\n%%EOF\n")
    guard tail.isAtEnd, (Self.head.count..<bytes.count).contains(table) else {
      throw tail.unexpected("end of the file")
    }
    var scanner = ByteScanner(bytes, table..<bytes.count)
    let starts = try Self.starts(&scanner)
    try scanner.expect("trailer\n<< /Size ")
    guard try scanner.number() == starts.count else { throw scanner.unexpected("count of objects") }
    try scanner.expect("\n   /Root ")
    root = try scanner.reference()
    try scanner.expect("\n   /Info ")
    information = try scanner.reference()
    try scanner.expect("\n>>\nstartxref\n")
    self.bytes = bytes
    objects = Array(repeating: nil, count: starts.count)
    try find(starts, before: table)
  }

  /// The text of an object.
  func text(_ number: Int) throws(PDFFault) -> Range<Int> {
    guard objects.indices.contains(number), case .text(let range) = objects[number] else {
      throw PDFFault("cairo", doing: "read the drawing", reason: "no object \(number)")
    }
    return range
  }

  /// Reads the text of an object.
  func scanner(_ number: Int) throws(PDFFault) -> ByteScanner {
    ByteScanner(bytes, try text(number))
  }

  /// Where the objects begin, by number: lines of twenty bytes (ISO 32000-1, 7.5.4).
  private static func starts(_ scanner: inout ByteScanner) throws(PDFFault) -> [Int] {
    try scanner.expect("xref\n0 ")
    let count = try scanner.number()
    try scanner.expect("\n0000000000 65535 f \n")
    guard count > 1, count <= scanner.bytes.count / 20 else {
      throw scanner.unexpected("count of objects")
    }
    var starts = [0]
    starts.reserveCapacity(count)
    for _ in 1..<count {
      try scanner.expect("0")
      starts.append(try scanner.number())
      try scanner.expect(" 00000 n \n")
    }
    return starts
  }

  /// Finds the ends of objects: where the next one in the file begins.
  private mutating func find(_ starts: [Int], before end: Int) throws(PDFFault) {
    // Sorted as one number each: where it begins, then which it is.
    let shift = 32
    let order = (1..<starts.count).map { starts[$0] << shift | $0 }.sorted()
    var start = Self.head.count
    guard start < end else { throw ByteScanner(bytes, end..<end).unexpected("object") }
    for (index, key) in order.enumerated() {
      let number = key & (1 << shift - 1)
      let next = index + 1 < order.count ? order[index + 1] >> shift : end
      guard starts[number] == start, (start + 1...end).contains(next) else {
        throw ByteScanner(bytes, start..<start).unexpected("object")
      }
      var scanner = ByteScanner(bytes, start..<next)
      guard try scanner.number() == number else { throw scanner.unexpected("object \(number)") }
      try scanner.expect(" 0 obj\n")
      try find(number, between: scanner.position, and: next, starts)
      start = next
    }
    guard start == end else { throw ByteScanner(bytes, start..<end).unexpected("object") }
  }

  private mutating func find(
    _ number: Int, between start: Int, and end: Int, _ starts: [Int]
  ) throws(PDFFault) {
    let last = max(start, end - "\nendobj\n".utf8.count)
    var scanner = ByteScanner(bytes, last..<end)
    try scanner.expect("\nendobj\n")
    let object = start..<last
    scanner = ByteScanner(bytes, object)
    guard scanner.take("<< /Length ") else {
      // The length of a stream may have been found before.
      if objects[number] == nil { objects[number] = .text(object) }
      return
    }
    var length = try scanner.number()
    if scanner.take(" 0 R") { length = try readLength(length, starts) }
    let entries = scanner.position
    try scanner.skip(to: "\n>>\nstream\n")
    let dictionary = entries..<scanner.position
    try scanner.expect("\n>>\nstream\n")
    let data = scanner.position..<(scanner.position + length)
    guard data.upperBound <= object.upperBound else { throw scanner.unexpected("whole stream") }
    scanner = ByteScanner(bytes, data.upperBound..<object.upperBound)
    try scanner.expect("\nendstream")
    guard scanner.isAtEnd else { throw scanner.unexpected("end of a stream") }
    objects[number] = .stream(entries: dictionary, data: data)
  }

  /// The length of a stream, which stands in an object of its own behind it.
  private mutating func readLength(_ number: Int, _ starts: [Int]) throws(PDFFault) -> Int {
    guard starts.indices.contains(number), number > 0 else {
      throw PDFFault("cairo", doing: "read the drawing", reason: "no object \(number)")
    }
    var scanner = ByteScanner(bytes, min(starts[number], bytes.count)..<bytes.count)
    guard try scanner.number() == number else { throw scanner.unexpected("object \(number)") }
    try scanner.expect(" 0 obj\n   ")
    let length = try scanner.number()
    try scanner.expect("\nendobj\n")
    objects[number] = .length
    return length
  }
}
