/// Walking through elements.
extension XMLStream {
  /// Gives each element directly inside the one at which the stream stands, and goes past its end.
  ///
  /// The body may read what is inside the child; what it leaves is skipped.
  mutating func children(
    _ body: (inout XMLStream) throws(FileFault) -> Void
  ) throws(FileFault) {
    let own = depth
    while let event = try next() {
      switch event {
      case .start:
        try body(&self)
        while depth > own { guard try next() != nil else { throw fault("元素没有结束") } }
      case .end: return
      case .text: continue
      }
    }
    throw fault("元素没有结束")
  }

  /// Appends the text directly inside the element, without that of its children, and goes past its
  /// end.
  mutating func readText(into bytes: inout [UInt8]) throws(FileFault) {
    let own = depth
    while let event = try next() {
      switch event {
      case .text where depth == own: appendText(to: &bytes)
      case .end where depth < own: return
      default: continue
      }
    }
    throw fault("元素没有结束")
  }

  /// The text directly inside the element; goes past its end.
  mutating func text() throws(FileFault) -> String {
    var bytes: [UInt8] = []
    try readText(into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text inside the element and all that is in it; goes past its end.
  mutating func wholeText() throws(FileFault) -> String {
    let own = depth
    var bytes: [UInt8] = []
    while let event = try next() {
      switch event {
      case .text: appendText(to: &bytes)
      case .end where depth < own:
        return String(decoding: bytes.trimmingBlanks, as: UTF8.self)
      default: continue
      }
    }
    throw fault("元素没有结束")
  }

  /// Refuses a list that has more items than any real file, before they fill the memory.
  func limit(_ count: Int, to most: Int, _ what: String) throws(FileFault) {
    guard count < most else { throw .beyondLimit(part: part, limit: "\(what)不超过 \(most) 个") }
  }

  /// Goes to the end of the document, so that all of it has been seen.
  mutating func finish() throws(FileFault) {
    while try next() != nil {}
  }

  /// An attribute's value; nil where the element has none of that name.
  func attribute(_ name: StaticString) throws(FileFault) -> String? {
    var found: String?
    try attributes { (attribute, value) throws(FileFault) in
      if attribute == name { found = String(decoding: value, as: UTF8.self) }
    }
    return found
  }
}
