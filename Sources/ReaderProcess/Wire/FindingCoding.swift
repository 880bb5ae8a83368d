internal import Diagnostics

extension Finding: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(code)
    writer.value(severity)
    writer.value(cause)
    writer.value(place)
    for text in [what, expected, mend] { writer.value(text) }
    writer.value(related)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    let (code, severity): (String, Severity) = (try reader.value(), try reader.value())
    let (cause, place): (FaultCause, FindingPlace?) = (try reader.value(), try reader.value())
    self.init(
      code, severity, at: place, what: try reader.value(), expected: try reader.value(),
      mend: try reader.value(), related: try reader.value(), cause: cause)
  }
}

extension Severity: WireValue {}
extension FaultCause: WireValue {}

extension FindingPlace: WireValue {
  func write(to writer: inout ByteWriter) {
    switch self {
    case .source(let place):
      writer.byte(0)
      writer.value(place)
    case .cell(let address):
      writer.byte(1)
      writer.value(address)
    }
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    switch try reader.byte() {
    case 0: self = .source(try reader.value())
    case 1: self = .cell(try reader.value())
    default: throw .malformed
    }
  }
}

extension SourcePlace: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(file)
    writer.value(line)
    writer.value(column)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(file: try reader.value(), line: try reader.value(), column: try reader.value())
  }
}
