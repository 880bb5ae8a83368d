/// Writes a PDF file whose small objects stand compressed in streams (ISO 32000-1, 7.5.7), found by
/// a stream of cross-references (7.5.8).
struct PackedFile {
  /// Where an object is.
  private enum Place {
    case nowhere
    case file(offset: Int)
    case stream(Int, index: Int)
  }

  /// Larger streams are smaller in all, and slower to open.
  private static let objectsInStream = 1000

  private var output = ObjectText()
  private var places: [Place]
  /// Number and place of the objects that go into the next stream.
  private var heading = ObjectText()
  private var objects = ObjectText()
  private var waiting: [Int] = []

  /// Begins a file.
  ///
  /// - Parameter count: the numbers of its objects are less.
  init(count: Int) {
    places = Array(repeating: .nowhere, count: count)
    output.append("%PDF-1.5\n%")
    // Bytes that no text has: what sends files on must not take them for one (7.5.2).
    output.append([0xB5, 0xED, 0xAE, 0xFB, 0x0A])
  }

  /// Writes an object as a stream of its own, whose bytes stay as they are.
  ///
  /// - Parameter entries: its dictionary without the length.
  mutating func add(_ number: Int, entries: ObjectText, data: ArraySlice<UInt8>) {
    places[number] = .file(offset: output.bytes.count)
    output.append(number)
    output.append(" 0 obj\n<</Length ")
    output.append(data.count)
    output.append(entries)
    output.append(">>\nstream\n")
    output.append(data)
    // Archives ask for the line before the end (ISO 19005-2, 6.1.7.1).
    output.append("\nendstream\nendobj\n")
  }

  /// Puts an object into the next stream.
  mutating func add(
    _ number: Int, _ write: (inout ObjectText) throws(PDFFault) -> Void
  ) throws(PDFFault) {
    waiting.append(number)
    heading.append(number)
    heading.append(" ")
    heading.append(objects.bytes.count)
    heading.append(" ")
    try write(&objects)
    objects.append("\n")
    if waiting.count == Self.objectsInStream { try packObjects() }
  }

  /// Writes what is waiting, and the table of all objects.
  consuming func complete(root: Int, information: Int) throws(PDFFault) -> [UInt8] {
    try packObjects()
    let number = places.count
    let start = output.bytes.count
    places.append(.file(offset: start))
    // An identity that depends on nothing but the content (14.4): the same twice, as in any file
    // that was never changed.
    let rows = table()
    let identity = "<\(checksums(of: output.bytes))\(checksums(of: rows))>"
    var entries = ObjectText()
    entries.append(
      "/Type/XRef/Size \(number + 1)/W[1 4 2]/Root \(root) 0 R/Info \(information) 0 R"
        + "/ID[\(identity)\(identity)]/DecodeParms<</Predictor 12/Columns \(Self.rowLength)>>"
        + "/Filter/FlateDecode")
    add(number, entries: entries, data: try deflated(rows)[...])
    output.append("startxref\n\(start)\n%%EOF\n")
    return output.bytes
  }

  /// Writes what is waiting; what is added later goes into other streams.
  mutating func packObjects() throws(PDFFault) {
    guard !waiting.isEmpty else { return }
    let number = places.count
    for (index, object) in waiting.enumerated() { places[object] = .stream(number, index: index) }
    places.append(.nowhere)
    var entries = ObjectText()
    entries.append(
      "/Type/ObjStm/N \(waiting.count)/First \(heading.bytes.count)/Filter/FlateDecode")
    heading.append(objects)
    add(number, entries: entries, data: try deflated(heading.bytes)[...])
    waiting.removeAll(keepingCapacity: true)
    heading.removeAll()
    objects.removeAll()
  }

  private static let rowLength = 7

  /// The rows of the table: kind, place and index, each byte less the one above, which packs well
  /// (7.4.4.4, “up”).
  private func table() -> [UInt8] {
    var rows: [UInt8] = []
    rows.reserveCapacity(places.count * (Self.rowLength + 1))
    var above = [UInt8](repeating: 0, count: Self.rowLength)
    for (number, place) in places.enumerated() {
      let (kind, value, index): (UInt8, Int, Int) =
        switch place {
        // Free; the first can never be used again.
        case .nowhere: (0, 0, number == 0 ? 0xFFFF : 0)
        case .file(let offset): (1, offset, 0)
        case .stream(let stream, let index): (2, stream, index)
        }
      rows.append(2)
      for byte in 0..<Self.rowLength {
        let own = Self.byte(byte, kind, value, index)
        rows.append(own &- above[byte])
        above[byte] = own
      }
    }
    return rows
  }

  /// A byte of a row: kind, four of the value, two of the index, the highest first.
  private static func byte(_ place: Int, _ kind: UInt8, _ value: Int, _ index: Int) -> UInt8 {
    switch place {
    case 0: kind
    case 1...4: UInt8(truncatingIfNeeded: value >> (8 * (4 - place)))
    default: UInt8(truncatingIfNeeded: index >> (8 * (6 - place)))
    }
  }
}
