/// An element of structure (ISO 32000-1, 14.7.2) as cairo 1.16 writes it.
struct DrawnElement {
  /// What an element holds.
  enum Kid {
    case element(Int)
    /// A marked piece of the element's page.
    case mark(Int)
    /// A marked piece of another page.
    case markElsewhere(Int, page: Int)
    /// Anything else, as it is written: the reference to a link's area.
    case other(Range<Int>)
  }

  /// The structure type, where it is written.
  let type: Range<Int>
  /// The number of the element or tree that it stands in.
  let parent: Int
  /// The page that its marked pieces stand on.
  let page: Int?
  let kids: [Kid]

  /// Whether an object is an element: how it begins.
  static func isElement(_ scanner: ByteScanner) -> Bool {
    var scanner = scanner
    return scanner.take("<< /Type /StructElem\n")
  }

  init(_ scanner: ByteScanner) throws(PDFFault) {
    var scanner = scanner
    try scanner.expect("<< /Type /StructElem\n   /S /")
    type = try scanner.skip(to: 0x0A)
    try scanner.expect("\n   /P ")
    parent = try scanner.reference()
    page = scanner.take("\n   /Pg ") ? try scanner.reference() : nil
    var kids: [Kid] = []
    if scanner.take("\n   /K ") {
      if scanner.take("[ ") {
        while !scanner.take("]") { kids.append(try Self.kid(&scanner)) }
      } else {
        kids.append(try Self.kid(&scanner))
      }
    }
    self.kids = kids
    try scanner.expect("\n>>")
    guard scanner.isAtEnd else { throw scanner.unexpected("end of an element") }
  }

  private static func kid(_ scanner: inout ByteScanner) throws(PDFFault) -> Kid {
    let kid: Kid
    if scanner.isAtNumber {
      let number = try scanner.number()
      kid = scanner.take(" 0 R") ? .element(number) : .mark(number)
    } else if scanner.take("<< /Type /MCR /Pg ") {
      let page = try scanner.reference()
      try scanner.expect(" /MCID ")
      kid = .markElsewhere(try scanner.number(), page: page)
      try scanner.expect(" >>")
    } else {
      let start = scanner.position
      try scanner.expect("<< /Type /OBJR /Obj ")
      _ = try scanner.reference()
      try scanner.expect(" >>")
      kid = .other(start..<scanner.position)
    }
    _ = scanner.take(" ")
    return kid
  }
}
