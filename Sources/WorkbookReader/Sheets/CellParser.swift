internal import Readings

/// Reads the cells of a sheet, one row after the other.
struct CellParser {
  /// How a cell's value is written (ISO/IEC 29500-1, 18.18.11).
  private enum Kind {
    case number, shared, inline, formulaText, boolean, error, isoDate
  }

  /// A cell's attributes.
  private struct Head {
    var row: Int
    var column: Int
    var style = 0
    var kind = Kind.number
  }

  private let context: SheetContext
  private(set) var cells: [CellReading] = []
  private(set) var rows: [RowReading] = []
  private var formulas = SharedFormulas()
  /// Long texts that stand in cells, so that equal ones are held once.
  private var texts: Set<String> = []
  /// Bytes of the value that is being read; kept to spare the memory's management.
  private var buffer: [UInt8] = []
  private var row = -1
  private var column = -1
  private var isInOrder = true
  /// The place of the last cell.
  private var last = (row: -1, column: -1)
  /// Cells that may still come.
  private(set) var left: Int

  /// A parser for a sheet.
  ///
  /// - Parameter left: how many cells the workbook may still have.
  init(_ context: SheetContext, left: Int) {
    self.context = context
    self.left = left
  }

  /// Reads the element of the rows.
  mutating func read(_ stream: inout XMLStream) throws(FileFault) {
    try stream.children { (stream) throws(FileFault) in
      guard stream.isNamed("row") else { return }
      try beginRow(stream)
      try stream.children { (stream) throws(FileFault) in
        if stream.isNamed("c") { try readCell(&stream) }
      }
    }
    try order(stream)
  }

  /// Takes a row's number, height and visibility.
  private mutating func beginRow(_ stream: borrowing XMLStream) throws(FileFault) {
    var number: Int?
    var height: Double?
    var isHidden = false
    var (level, isCollapsed) = (0, false)
    try stream.attributes { (name, value) throws(FileFault) in
      switch name {
      case "r": number = CellPlace.number(value) ?? -1
      case "ht": height = Double(String(decoding: value, as: UTF8.self))
      case "hidden": isHidden = XMLAttributes.isOn(value)
      case "outlineLevel": level = CellPlace.number(value) ?? 0
      case "collapsed": isCollapsed = XMLAttributes.isOn(value)
      default: break
      }
    }
    row = number.map { $0 - 1 } ?? row + 1
    column = -1
    guard 0..<CellPlace.rows ~= row else { throw stream.fault("行号不在 1 到 \(CellPlace.rows) 之间") }
    if isHidden || height?.isFinite == true || level > 0 || isCollapsed {
      try stream.limit(rows.count, to: CellPlace.rows, "行高")
      var reading = RowReading(row: row, height: height, isHidden: isHidden)
      (reading.outlineLevel, reading.isCollapsed) = (level, isCollapsed)
      rows.append(reading)
    }
  }

  private mutating func readCell(_ stream: inout XMLStream) throws(FileFault) {
    let head = try readHead(stream)
    let own = stream.depth
    var formula: FormulaReading?
    var text: RichText?
    var hasValue = false
    buffer.removeAll(keepingCapacity: true)
    while let event = try stream.next() {
      if case .end = event, stream.depth < own { break }
      guard case .start = event, stream.depth == own + 1 else { continue }
      if stream.isNamed("v") {
        hasValue = true
        try stream.readText(into: &buffer)
      } else if stream.isNamed("f") {
        formula = try formulas.read(&stream, row: head.row, column: head.column)
      } else if stream.isNamed("is") {
        text = try RichText(&stream, palette: context.palette)
      }
    }
    let value = try value(head, hasValue: hasValue, text: &text, stream)
    // A cell without a value, a formula or a style is the same as none.
    guard value != .blank || head.style != 0 || formula != nil else { return }
    if head.kind == .inline { left -= 2 * (text?.runs.count ?? 0) }
    try append(
      CellReading(
        row: head.row, column: head.column, value: value, style: head.style,
        runs: text?.runs ?? [], formula: formula), stream)
  }

  private mutating func readHead(_ stream: borrowing XMLStream) throws(FileFault) -> Head {
    var head = Head(row: row, column: column + 1)
    try stream.attributes { (name, value) throws(FileFault) in
      switch name {
      case "r":
        guard let place = CellPlace.parse(value) else {
          throw stream.fault("单元格的位置“\(String(decoding: value, as: UTF8.self))”不能用")
        }
        (head.row, head.column) = place
      case "s":
        guard let style = CellPlace.number(value), style < max(1, context.isDate.count) else {
          throw stream.fault("单元格的样式 \(String(decoding: value, as: UTF8.self)) 不存在")
        }
        head.style = style
      case "t": head.kind = Self.kind(value)
      default: break
      }
    }
    column = head.column
    guard column < CellPlace.columns else { throw stream.fault("一行的单元格多于 \(CellPlace.columns) 个") }
    return head
  }

  private static func kind(_ value: UnsafeBufferPointer<UInt8>) -> Kind {
    switch String(decoding: value, as: UTF8.self) {
    case "s": .shared
    case "inlineStr": .inline
    case "str": .formulaText
    case "b": .boolean
    case "e": .error
    case "d": .isoDate
    default: .number
    }
  }

  /// The value that the buffer or the cell's own text comes to.
  private mutating func value(
    _ head: Head, hasValue: Bool, text: inout RichText?, _ stream: borrowing XMLStream
  ) throws(FileFault) -> CellValue {
    if head.kind == .inline { return text.map { .text(kept($0.text)) } ?? .blank }
    text = nil
    guard hasValue else { return .blank }
    if head.kind == .formulaText {
      return .text(kept(XMLEscapes.decoded(String(decoding: buffer, as: UTF8.self))))
    }
    let source = buffer.trimmingBlanks
    guard !source.isEmpty else { return .blank }
    switch head.kind {
    case .shared:
      guard let index = CellPlace.number(source), context.strings.indices.contains(index) else {
        throw fault("引用的共享文字不存在", head, stream)
      }
      text = context.strings[index]
      return .text(context.strings[index].text)
    case .boolean: return .boolean(XMLAttributes.isOn(source))
    case .error: return .error(String(decoding: source, as: UTF8.self))
    case .isoDate:
      let written = String(decoding: source, as: UTF8.self)
      guard let serial = ISODate.serial(written, context.dateSystem) else {
        throw fault("“\(written)”不是日期", head, stream)
      }
      return .date(serial: serial)
    default:
      let number = String(decoding: source, as: UTF8.self)
      guard Self.isNumber(source) else { throw fault("“\(number.prefix(40))”不是数", head, stream) }
      let isDate = context.isDate.indices.contains(head.style) && context.isDate[head.style]
      return isDate ? .date(serial: number) : .number(number)
    }
  }

  /// Whether bytes are a number, as ``ExactDecimal`` reads it but without keeping the digits.
  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.count <= 24, isPlainNumber(bytes) { return true }
    return bytes.count <= 400 && ExactDecimal(String(decoding: bytes, as: UTF8.self)) != nil
  }

  /// Whether bytes are digits with a point among them, as nearly all numbers are.
  private static func isPlainNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    var (digits, points) = (0, 0)
    for byte in bytes.first == 0x2D ? bytes.dropFirst() : bytes {
      if 0x30...0x39 ~= byte {
        digits += 1
      } else if byte == 0x2E {
        points += 1
      } else {
        return false
      }
    }
    return digits > 0 && points <= 1
  }

  private func fault(
    _ reason: String, _ head: Head, _ stream: borrowing XMLStream
  ) -> FileFault {
    stream.fault("\(CellRange.reference(row: head.row, column: head.column)) \(reason)")
  }

  /// The text, shared with an equal one where it is too long to stand in the cell itself.
  private mutating func kept(_ text: String) -> String {
    guard text.utf8.count > 15 else { return text }
    // Tables of texts that are all different are of no use.
    guard texts.count < 65_536 else { return text }
    return texts.insert(text).memberAfterInsert
  }

  /// From how many cells on a sheet is likely to be as large as any may be.
  private static let manyCells = 400_000

  private mutating func append(
    _ cell: CellReading, _ stream: borrowing XMLStream
  ) throws(FileFault) {
    // Long formulas and many fonts count as the cells that they take the memory of: one shared
    // formula of a few bytes may stand in a million cells.
    left -= 1 + (cell.formula?.text.utf8.count ?? 0) / 64
    guard left >= 0 else {
      throw .beyondLimit(part: nil, limit: "单元格不超过 \(SheetContext.mostCells) 个")
    }
    let place = (cell.row, cell.column)
    if last >= place { isInOrder = false }
    last = place
    if let drain = context.drain {
      if cells.count == CellDrain.block { drainCells(into: drain) }
    } else if cells.count == Self.manyCells {
      // Doubling once more would hold the half million twice; room that is not used costs nothing.
      cells.reserveCapacity(SheetContext.mostCells)
    }
    cells.append(cell)
  }

  private mutating func drainCells(into drain: CellDrain) {
    drain.isInOrder = drain.isInOrder && isInOrder
    drain.take(&cells)
  }

  /// Puts cells in order where the file does not, and refuses two at one place.
  private mutating func order(_ stream: borrowing XMLStream) throws(FileFault) {
    rows.sort { $0.row < $1.row }
    if let drain = context.drain { return drainCells(into: drain) }
    guard !isInOrder else { return }
    cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    for (cell, next) in zip(cells, cells.dropFirst())
    where (cell.row, cell.column) == (next.row, next.column) {
      throw stream.fault("单元格 \(cell.reference) 写了两次")
    }
  }
}
