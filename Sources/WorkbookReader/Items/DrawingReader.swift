internal import Readings

/// Reads the pictures, charts and forms that lie over a sheet (ISO/IEC 29500-1, 20.5).
struct DrawingReader {
  private let palette: ColourPalette
  /// What the drawing's relationships stand for.
  private let marks: [String: PartMark]
  /// From the back to the front.
  private(set) var items: [SheetItem] = []

  init(palette: ColourPalette, marks: [String: PartMark]) {
    self.palette = palette
    self.marks = marks
  }

  /// A corner: a cell, and how far within it, in the format's units.
  private struct Corner {
    var row = 0
    var column = 0
    var right = 0
    var down = 0

    var offset: String { "\(points(right)),\(points(down))" }
  }

  /// Where an object lies, and what it is.
  private struct Anchor {
    var from: Corner?
    var to: Corner?
    var place = ""
    var spelling = ""
    var words: [String] = []
    var ids: [String] = []
    var element = ""
  }

  /// Reads the part from its root on.
  mutating func read(_ stream: inout XMLStream) throws(FileFault) {
    try stream.children { (stream) throws(FileFault) in
      try stream.limit(items.count, to: ItemElements.most, "图片和图形")
      if stream.name.hasSuffix("Anchor") {
        try readAnchor(&stream)
      } else if stream.isNamed("AlternateContent") {
        // What newer programs see comes first; what they leave to older ones is passed over.
        var isFirst = true
        try stream.children { (stream) throws(FileFault) in
          guard isFirst else { return }
          isFirst = false
          try stream.children { (stream) throws(FileFault) in
            if stream.name.hasSuffix("Anchor") { try readAnchor(&stream) }
          }
        }
      }
    }
  }

  private mutating func readAnchor(_ stream: inout XMLStream) throws(FileFault) {
    var anchor = Anchor()
    try stream.children { (stream) throws(FileFault) in
      switch stream.name {
      case "from": anchor.from = try Self.corner(&stream)
      case "to": anchor.to = try Self.corner(&stream)
      case "pos":
        let values = try XMLAttributes(stream)
        anchor.place = "\(points(values.int("x") ?? 0)),\(points(values.int("y") ?? 0)) "
      case "ext":
        let values = try XMLAttributes(stream)
        anchor.place += "\(points(values.int("cx") ?? 0)) × \(points(values.int("cy") ?? 0))"
      case "clientData":
        if try XMLAttributes(stream).bool("fPrintsWithSheet", default: true) == false {
          anchor.spelling += " 不打印"
        }
      default:
        if anchor.element.isEmpty { anchor.element = stream.name }
        let marks = marks
        let spelling = try XMLSpelling(&stream, palette: palette) { marks[$0]?.text }
        anchor.spelling += spelling.text
        anchor.words += spelling.words
        anchor.ids += spelling.ids
      }
    }
    items.append(item(anchor))
  }

  private static func corner(_ stream: inout XMLStream) throws(FileFault) -> Corner {
    var corner = Corner()
    try stream.children { (stream) throws(FileFault) in
      let name = stream.name
      let number = Int(try stream.text()) ?? 0
      switch name {
      case "row": corner.row = min(max(0, number), CellPlace.rows - 1)
      case "col": corner.column = min(max(0, number), CellPlace.columns - 1)
      case "rowOff": corner.down = number
      case "colOff": corner.right = number
      default: break
      }
    }
    return corner
  }

  private func item(_ anchor: Anchor) -> SheetItem {
    var ranges: [CellRange] = []
    var position = anchor.place
    if let from = anchor.from {
      let to = anchor.to ?? from
      ranges = [
        CellRange(
          firstRow: from.row, firstColumn: from.column, lastRow: max(from.row, to.row),
          lastColumn: max(from.column, to.column))
      ]
      position = from.offset + " " + (anchor.to.map(\.offset) ?? anchor.place)
    }
    let known = anchor.ids.compactMap { marks[$0] }
    let charts = known.flatMap(\.charts)
    let kind: SheetItem.Kind =
      !charts.isEmpty ? .chart : anchor.element == "pic" ? .picture : .shape
    let words = anchor.words + known.flatMap(\.words)
    let text =
      switch kind {
      case .picture: known.first?.text ?? ""
      default: (charts + words.map { "“\($0)”" }).joined(separator: " ")
      }
    return SheetItem(
      kind, ranges: ranges, position: position, text: text,
      // Of a chart: the cells that it shows. They are whole references, not relative ones.
      details: (known.flatMap(\.formulas) + [fingerprint(anchor.spelling)]).joined(separator: " "))
  }
}

/// A length of drawings in whole points; programs round the smaller ones each in its own way.
private func points(_ length: Int) -> Int {
  Int((Double(length) / 12_700).rounded())
}
