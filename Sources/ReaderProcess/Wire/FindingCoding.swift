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
    let (cause, place): (FaultCause, Place?) = (try reader.value(), try reader.value())
    let wording = FaultWording(
      code: code, severity: severity, cause: cause, what: try reader.value(),
      expected: try reader.value(), mend: try reader.value())
    self.init(wording, at: place, related: try reader.value())
  }
}

extension Severity: WireValue {}
extension FaultCause: WireValue {}

extension Place: WireValue {
  func write(to writer: inout ByteWriter) {
    switch self {
    case .source(let place): tagged(0, place, &writer)
    case .file(let name): tagged(1, name, &writer)
    case .cell(let place): tagged(2, place, &writer)
    case .page(let place): tagged(3, place, &writer)
    case .dossier(let name): tagged(4, name, &writer)
    case .form(let number): tagged(5, number, &writer)
    case .figure(let address): tagged(6, address, &writer)
    case .position(let position): tagged(7, position, &writer)
    case .text(let text, let form):
      tagged(8, text, &writer)
      writer.value(form)
    }
  }

  private func tagged(_ tag: UInt8, _ value: some WireValue, _ writer: inout ByteWriter) {
    writer.byte(tag)
    writer.value(value)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    switch try reader.byte() {
    case 0: self = .source(try reader.value())
    case 1: self = .file(try reader.value())
    case 2: self = .cell(try reader.value(CellPlace.self))
    case 3: self = .page(try reader.value(PagePlace.self))
    case 4: self = .dossier(try reader.value())
    case 5: self = .form(try reader.value())
    case 6: self = .figure(try reader.value())
    case 7: self = .position(try reader.value())
    case 8: self = .text(try reader.value(), form: try reader.value())
    default: throw .malformed
    }
  }
}

extension CellPlace: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(sheet)
    writer.value(reference)
    writer.value(file)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(
      sheet: try reader.value(), reference: try reader.value(), file: try reader.value())
  }
}

extension PagePlace: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(page)
    writer.value(paragraph)
    writer.value(box)
    writer.value(file)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(
      page: try reader.value(), paragraph: try reader.value(), box: try reader.value(),
      file: try reader.value())
  }
}

extension PageBox: WireValue {
  func write(to writer: inout ByteWriter) {
    for edge in [left, top, right, bottom] { writer.value(edge) }
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(
      left: try reader.value(), top: try reader.value(), right: try reader.value(),
      bottom: try reader.value())
  }
}

extension FigureAddress: WireValue {
  func write(to writer: inout ByteWriter) {
    for part in [form, row, column] { writer.value(part) }
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(form: try reader.value(), row: try reader.value(), column: try reader.value())
  }
}

extension TablePosition: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(form)
    writer.value(section)
    writer.value(part)
    writer.value(row)
    writer.value(column)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(
      form: try reader.value(), section: try reader.value(), part: try reader.value(),
      row: try reader.value(), column: try reader.value())
  }
}

extension TablePosition.Part: WireValue {}

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
