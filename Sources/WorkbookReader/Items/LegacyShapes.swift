internal import Readings

/// The drawing of old that notes, buttons and pictures of headers and footers still stand in
/// (ISO/IEC 29500-4, 8).
struct LegacyShapes {
  /// A picture of a header or footer.
  struct Picture {
    /// Which place it has: `LH`, `CF`.
    let name: String
    let picture: String
    /// How it is drawn: its size.
    let look: String
  }

  /// The cells whose notes are always open.
  private(set) var visibleNotes: Set<CellRange> = []
  private(set) var controls: [SheetItem] = []
  private(set) var pictures: [Picture] = []

  init() {}

  /// Shapes that cannot be told apart.
  ///
  /// - Parameter unread: what is the same for equal parts.
  init(unread: String) { controls = [SheetItem(.shape, details: unread)] }

  /// What one shape says.
  private struct Shape {
    var kind: String?
    var row: Int?
    var column: Int?
    var isVisible = false
    var words = ""
    var picture: String?
    var anchor = ""
  }

  /// Reads the part from its root on.
  mutating func read(
    _ stream: inout XMLStream, palette: ColourPalette, marks: [String: PartMark]
  ) throws(FileFault) {
    try stream.children { (stream) throws(FileFault) in
      guard stream.isNamed("shape") || stream.isNamed("rect") else { return }
      try stream.limit(
        visibleNotes.count + controls.count + pictures.count, to: ItemElements.most, "图形")
      let values = try XMLAttributes(stream)
      let shape = try Self.shape(&stream, marks: marks)
      take(shape, id: values["id"] ?? "", style: values["style"] ?? "")
    }
  }

  private static func shape(
    _ stream: inout XMLStream, marks: [String: PartMark]
  ) throws(FileFault) -> Shape {
    var shape = Shape()
    try stream.children { (stream) throws(FileFault) in
      switch stream.name {
      case "ClientData":
        shape.kind = try stream.attribute("ObjectType")
        try stream.children { (stream) throws(FileFault) in
          let name = stream.name
          let text = try stream.text()
          switch name {
          case "Row": shape.row = Int(text)
          case "Column": shape.column = Int(text)
          case "Visible": shape.isVisible = text != "False"
          case "Anchor": shape.anchor = text.filter { !$0.isWhitespace }
          case "Checked", "Val", "Sel", "FmlaLink", "FmlaRange": shape.words += " \(name)=\(text)"
          default: break
          }
        }
      case "textbox": shape.words += try stream.wholeText()
      case "imagedata":
        try stream.everyAttribute { (name, _, value) throws(FileFault) in
          if name == "relid" || name == "id" { shape.picture = marks[value]?.text ?? "缺失" }
        }
      default: break
      }
    }
    return shape
  }

  private mutating func take(_ shape: Shape, id: String, style: String) {
    switch shape.kind {
    case "Note":
      if shape.isVisible, let row = shape.row, let column = shape.column,
        0..<CellPlace.rows ~= row, 0..<CellPlace.columns ~= column
      {
        visibleNotes.insert(
          CellRange(firstRow: row, firstColumn: column, lastRow: row, lastColumn: column))
      }
    case let kind?:
      controls.append(
        SheetItem(
          .shape, position: shape.anchor, text: "\(kind) \(shape.words)",
          details: shape.picture ?? ""))
    case nil:
      guard let picture = shape.picture else { return }
      // The style begins with places on the screen, which change by themselves; sizes count.
      let sizes = style.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
        .filter { $0.hasPrefix("width:") || $0.hasPrefix("height:") }
      pictures.append(Picture(name: id, picture: picture, look: sizes.joined(separator: ";")))
    }
  }
}
