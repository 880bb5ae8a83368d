internal import Readings

extension PDFReading: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(file)
    writer.value(version)
    writer.value(properties)
    writer.value(pages)
    writer.value(fonts)
    writer.value(outline)
    writer.value(tags)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(
      file: try reader.value(), version: try reader.value(), properties: try reader.value(),
      pages: try reader.value(), fonts: try reader.value(), outline: try reader.value(),
      tags: try reader.tags(depth: 0))
    // Pages are found by their numbers and their places alike.
    for (index, page) in pages.enumerated() where page.number != index + 1 { throw .malformed }
  }
}

extension PDFProperties: WireValue {
  func write(to writer: inout ByteWriter) {
    for text in [
      title, author, subject, keywords, creator, producer, language, created, modified,
    ] { writer.value(text) }
    writer.value(isTagged)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(
      title: try reader.value(), author: try reader.value(), subject: try reader.value(),
      keywords: try reader.value(), creator: try reader.value(), producer: try reader.value(),
      language: try reader.value(), created: try reader.value(), modified: try reader.value(),
      isTagged: try reader.value())
  }
}

extension ReadFont: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(name)
    writer.value(kind)
    writer.value(isEmbedded)
    writer.value(isSubset)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(
      name: try reader.value(), kind: try reader.value(), isEmbedded: try reader.value(),
      isSubset: try reader.value())
  }
}

extension ReadOutlineEntry: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(title)
    writer.value(level)
    writer.value(target)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(title: try reader.value(), level: try reader.value(), target: try reader.value())
  }
}

extension ReadTarget: WireValue {
  func write(to writer: inout ByteWriter) {
    switch self {
    case .page(let number, let top):
      writer.byte(0)
      writer.value(number)
      writer.value(top)
    case .address(let text):
      writer.byte(1)
      writer.value(text)
    case .other(let text):
      writer.byte(2)
      writer.value(text)
    }
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    switch try reader.byte() {
    case 0: self = .page(try reader.value(), top: try reader.value())
    case 1: self = .address(try reader.value())
    case 2: self = .other(try reader.value())
    default: throw .malformed
    }
  }
}

extension ReadTag: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(kind)
    writer.value(rowSpan)
    writer.value(columnSpan)
    writer.value(scope)
    writer.value(page)
    writer.value(text)
    writer.value(children)
  }

  init(from reader: inout ByteReader) throws(WireFault) { try self.init(from: &reader, depth: 0) }

  /// Readers go no deeper than ``PDFLimits/depth``; a stack must not overflow.
  fileprivate init(from reader: inout ByteReader, depth: Int) throws(WireFault) {
    guard depth < 128 else { throw .malformed }
    self.init(
      kind: try reader.value(), rowSpan: try reader.value(), columnSpan: try reader.value(),
      scope: try reader.value(), page: try reader.value(), text: try reader.value(),
      children: try reader.tags(depth: depth + 1))
    guard rowSpan >= 1, columnSpan >= 1 else { throw .malformed }
  }
}

extension ByteReader {
  fileprivate mutating func tags(depth: Int) throws(WireFault) -> [ReadTag] {
    var tags: [ReadTag] = []
    for _ in 0..<(try count()) { tags.append(try ReadTag(from: &self, depth: depth)) }
    return tags
  }
}
