internal import Diagnostics
internal import Readings

/// The parts of an answer to a request; ``value`` or ``nothing`` comes last, findings after it.
enum AnswerPart: UInt8 {
  /// Cells of a workbook's sheet, as they are read.
  case cells = 1
  /// The cells that came are not to be used; they come again.
  case afresh
  case value
  case nothing
}

extension ByteReader {
  /// An answer to its end.
  mutating func answer() throws(WireFault) -> Loaded<FileReading> {
    var cells: [[CellReading]] = []
    while true {
      switch AnswerPart(rawValue: try byte()) {
      case .cells:
        let sheet = try natural(below: 1 << 16)
        guard sheet + 1 >= cells.count else { throw .malformed }
        while cells.count <= sheet { cells.append([]) }
        try self.cells(appendingTo: &cells[sheet])
      case .afresh: cells = []
      case .value:
        let reading = try reading(cells)
        return Loaded(reading, try value())
      case .nothing: return Loaded(nil, try value())
      case nil: throw .malformed
      }
    }
  }

  private mutating func reading(_ cells: consuming [[CellReading]]) throws(WireFault) -> FileReading
  {
    switch try byte() {
    case 0: return .workbook(try workbook(with: cells))
    case 1: return .pdf(try value())
    case 2: return .text(try value())
    case 3: return .grids(try value())
    case 4: return .pictures(try value())
    case 5: return .partialWorkbook(try partialWorkbook(with: cells))
    default: throw .malformed
    }
  }
}

extension ByteWriter {
  /// The end of an answer, with the cells of a workbook that were not sent as they were read.
  mutating func answer(_ answer: Loaded<FileReading>) {
    let book: WorkbookReading? =
      switch answer.value {
      case .workbook(let book): book
      case .partialWorkbook(let part): part.book
      default: nil
      }
    if let book {
      for (index, sheet) in book.sheets.enumerated() where !sheet.cells.isEmpty {
        part(sheet.cells, ofSheet: index)
      }
    }
    if let reading = answer.value {
      byte(AnswerPart.value.rawValue)
      self.reading(reading)
    } else {
      byte(AnswerPart.nothing.rawValue)
    }
    value(answer.findings)
  }

  /// Cells that are sent before their workbook.
  mutating func part(_ cells: [CellReading], ofSheet sheet: Int) {
    byte(AnswerPart.cells.rawValue)
    unsigned(UInt64(sheet))
    self.cells(cells)
  }

  private mutating func reading(_ reading: FileReading) {
    switch reading {
    case .workbook(let book):
      byte(0)
      workbookWithoutCells(book)
    case .pdf(let reading):
      byte(1)
      value(reading)
    case .text(let text):
      byte(2)
      value(text)
    case .grids(let pages):
      byte(3)
      value(pages)
    case .pictures(let pages):
      byte(4)
      value(pages)
    case .partialWorkbook(let part):
      byte(5)
      workbookWithoutCells(part.book)
      value(part.same)
    }
  }
}

extension PageGrids: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(page)
    writer.value(grids)
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(page: try reader.value(), grids: try reader.value())
  }
}

extension PagePicture: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(page)
    writer.value(WireBytes(bytes))
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self.init(page: try reader.value(), bytes: try reader.value(WireBytes.self).bytes)
  }
}
