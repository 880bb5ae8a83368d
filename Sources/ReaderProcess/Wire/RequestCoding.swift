internal import FoundationEssentials
internal import Readings

/// All that a process is to read, with its limits.
struct ReadingOrder {
  /// Raised with every change of what goes over the wire.
  static let edition: UInt8 = 1

  /// The edition of the program that asks; where it is another one, the rest cannot be read.
  var edition = Self.edition
  var limits: ReaderLimits
  var requests: [ReadingRequest]
}

extension ReadingOrder: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.byte(edition)
    writer.value(limits)
    writer.value(requests)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    let edition = try reader.byte()
    guard edition == Self.edition else {
      self.init(edition: edition, limits: ReaderLimits(), requests: [])
      return
    }
    self.init(limits: try reader.value(), requests: try reader.value())
  }
}

extension ReaderLimits: WireValue {
  func write(to writer: inout ByteWriter) {
    for number in [memory, processorSeconds, seconds] { writer.value(number) }
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init()
    memory = try reader.value()
    processorSeconds = try reader.value()
    seconds = try reader.value()
  }
}

extension ReadingRequest: WireValue {
  /// Bytes of our own files stay where they are: such a request is never sent.
  func write(to writer: inout ByteWriter) {
    writer.value(url.path)
    writer.value(name)
    writer.value(task)
    var other: String?
    if case .file(let url) = beside { other = url.path }
    writer.value(other)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    let (path, name) = (try reader.text(), try reader.text())
    self.init(try reader.value(), of: URL(fileURLWithPath: path), as: name)
    beside = try reader.value(String?.self).map { .file(URL(fileURLWithPath: $0)) }
  }
}

extension ReadingRequest.Task: WireValue {
  func write(to writer: inout ByteWriter) {
    switch self {
    case .workbook: writer.byte(0)
    case .pdf(let details):
      writer.byte(1)
      writer.value(details.rawValue)
    case .text: writer.byte(2)
    case .grids(let pages):
      writer.byte(3)
      writer.value(pages)
    case .pictures(let pages, let dotsPerInch):
      writer.byte(4)
      writer.value(pages)
      writer.value(dotsPerInch)
    case .drawingLibrary: writer.byte(5)
    }
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    switch try reader.byte() {
    case 0: self = .workbook
    case 1: self = .pdf(PDFDetails(rawValue: try reader.value()))
    case 2: self = .text
    case 3: self = .grids(try reader.value())
    case 4: self = .pictures(try reader.value(), dotsPerInch: try reader.value())
    case 5: self = .drawingLibrary
    default: throw .malformed
    }
  }
}
