internal import Domain

/// Adds to a drawn file what cairo cannot write, and packs it, in one pass over its bytes: language,
/// the attributes of table cells, elements of structure that take part of several pages, dates as
/// ISO 32000-1 (7.9.4) wants them, an identity that depends on nothing but the content.
///
/// Streams and the texts of objects are copied as cairo wrote them; objects keep their numbers.
///
/// - Throws: a ``PDFFault`` where the bytes are not as cairo 1.16 writes them.
func finish(
  _ drawing: Drawing, language: String, date: CalendarDate
) throws(PDFFault) -> [UInt8] {
  let file = try DrawnFile(drawing.bytes)
  let changes = try StructureChanges(drawing.structure, in: file)
  let finishing = Finishing(file: file, changes: changes, language: language, date: date)
  var packed = PackedFile(count: file.objects.count)
  // Whoever opens a stream for one of its objects reads all of them, and pages are asked for far more
  // often than their structure: it has streams of its own.
  var structure: [(number: Int, range: Range<Int>)] = []
  for number in file.objects.indices where !changes.joined.contains(number) {
    switch file.objects[number] {
    case .text(let range) where finishing.isStructure(range): structure.append((number, range))
    case .text(let range):
      try packed.add(number) { text throws(PDFFault) in
        try finishing.write(number, range, to: &text)
      }
    case .stream(let entries, let data):
      var text = ObjectText()
      text.copy(file.bytes, entries)
      packed.add(number, entries: text, data: file.bytes[data])
    // Lengths stand in their streams.
    case .length, nil: break
    }
  }
  try packed.packObjects()
  for (number, range) in structure {
    try packed.add(number) { text throws(PDFFault) in
      try finishing.write(number, range, to: &text)
    }
  }
  return try packed.complete(root: file.root, information: file.information)
}

/// Writes the objects of a drawn file, with what they lack.
private struct Finishing {
  let file: DrawnFile
  let changes: StructureChanges
  let language: String
  let date: CalendarDate

  /// Whether an object is an element of structure, or a list of those of a page.
  func isStructure(_ range: Range<Int>) -> Bool {
    var scanner = ByteScanner(file.bytes, range)
    return DrawnElement.isElement(scanner) || scanner.take("[\n")
  }

  func write(
    _ number: Int, _ range: Range<Int>, to text: inout ObjectText
  ) throws(PDFFault) {
    var scanner = ByteScanner(file.bytes, range)
    if DrawnElement.isElement(scanner) {
      try writeElement(number, range, to: &text)
    } else if number == file.root {
      text.copy(file.bytes, range)
      text.insert(
        "/Lang(\(escaped(language)))/ViewerPreferences<</DisplayDocTitle true>>")
    } else if number == file.information {
      try writeInformation(range, to: &text)
    } else if let owners = changes.owned[number] {
      try writeOwners(owners, scanner, to: &text)
    } else {
      text.copy(file.bytes, range)
      // The order in which the keyboard goes from link to link: that of the structure.
      if scanner.take("<< /Type /Page %") { text.insert("/Tabs/S") }
    }
  }

  private func writeElement(
    _ number: Int, _ range: Range<Int>, to text: inout ObjectText
  ) throws(PDFFault) {
    let (kids, parent) = (changes.kids[number], changes.parents[number])
    if kids == nil, parent == nil {
      text.copy(file.bytes, range)
    } else {
      let drawn = try DrawnElement(ByteScanner(file.bytes, range))
      text.append("<</Type/StructElem/S/")
      text.append(file.bytes[drawn.type])
      text.append("/P \(parent ?? drawn.parent) 0 R")
      if let page = drawn.page { text.append("/Pg \(page) 0 R") }
      let all = kids ?? drawn.kids
      text.append(all.count == 1 ? "/K" : "/K[")
      for kid in all { write(kid, to: &text) }
      text.append(all.count == 1 ? ">>" : "]>>")
    }
    if let attributes = changes.attributes[number] { text.insert("/A\(attributes)") }
  }

  private func write(_ kid: DrawnElement.Kid, to text: inout ObjectText) {
    switch kid {
    case .element(let number): text.append(" \(number) 0 R")
    case .mark(let mark): text.append(" \(mark)")
    case .markElsewhere(let mark, let page):
      text.append("<</Type/MCR/Pg \(page) 0 R/MCID \(mark)>>")
    case .other(let range): text.copy(file.bytes, range)
    }
  }

  /// Writes the list of a page with some owners of marked pieces changed.
  private func writeOwners(
    _ changed: [Int: Int], _ scanner: ByteScanner, to text: inout ObjectText
  ) throws(PDFFault) {
    var scanner = scanner
    var owners: [Int] = []
    try scanner.expect("[\n")
    while scanner.take("  ") {
      owners.append(try scanner.reference())
      try scanner.expect("\n")
    }
    try scanner.expect("]")
    for (mark, owner) in changed {
      guard owners.indices.contains(mark) else { throw scanner.unexpected("piece \(mark)") }
      owners[mark] = owner
    }
    text.append("[\(owners.map { "\($0) 0 R" }.joined(separator: " "))]")
  }

  /// Writes the information with dates in the form that readers want.
  private func writeInformation(
    _ range: Range<Int>, to text: inout ObjectText
  ) throws(PDFFault) {
    var scanner = ByteScanner(file.bytes, range)
    try scanner.skip(to: "\n   /CreationDate (")
    let dates = scanner.position
    try scanner.expect("\n   /CreationDate (")
    _ = try scanner.skip(to: 0x0A)
    try scanner.expect("\n   /ModDate (")
    _ = try scanner.skip(to: 0x0A)
    try scanner.expect("\n>>")
    guard scanner.isAtEnd else { throw scanner.unexpected("end of the information") }
    text.copy(file.bytes, range.lowerBound..<dates)
    let midnight = "D:\(date.description.filter { $0 != "-" })000000Z"
    text.append("/CreationDate(\(midnight))/ModDate(\(midnight))>>")
  }

  /// A text that brackets can hold (7.3.4.2).
  private func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      if "()\\".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
  }
}
