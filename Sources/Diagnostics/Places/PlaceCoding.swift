extension Place: Codable {
  /// The names of the cases in files.
  private enum Kind: String, Codable {
    case dossier, line, file, sheet, cell, page, form, position, figure, text
  }

  private enum Key: String, CodingKey {
    case kind, name, file, line, column, sheet, cell, page, paragraph, box, form, section, part, row
    case text
  }

  /// Writes the place as one flat object whose `kind` says which keys it has.
  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(kind, forKey: .kind)
    switch self {
    case .dossier(let name): try object.encode(name, forKey: .name)
    case .file(let name): try object.encode(name, forKey: .file)
    case .source(let place):
      if place.isCell {
        try object.encode(place.file, forKey: .sheet)
        if place.line > 0 { try object.encode(place.reference, forKey: .cell) }
        break
      }
      try object.encode(place.file, forKey: .file)
      if place.line > 0 { try object.encode(place.line, forKey: .line) }
      if place.column > 0 { try object.encode(place.column, forKey: .column) }
    case .cell(let place):
      try object.encodeIfPresent(place.file, forKey: .file)
      try object.encode(place.sheet, forKey: .sheet)
      try object.encodeIfPresent(place.reference, forKey: .cell)
    case .page(let place):
      try object.encodeIfPresent(place.file, forKey: .file)
      try object.encode(place.page, forKey: .page)
      try object.encodeIfPresent(place.paragraph, forKey: .paragraph)
      try object.encodeIfPresent(
        place.box.map { [$0.left, $0.top, $0.right, $0.bottom] }, forKey: .box)
    case .form(let number): try object.encode(number, forKey: .form)
    case .position(let place):
      try object.encode(place.form, forKey: .form)
      try object.encodeIfPresent(place.section, forKey: .section)
      try object.encode(place.part.rawValue, forKey: .part)
      try object.encode(place.row, forKey: .row)
      try object.encode(place.column, forKey: .column)
    case .figure(let address):
      try object.encode(address.form, forKey: .form)
      try object.encode(address.row, forKey: .row)
      try object.encode(address.column, forKey: .column)
    case .text(let text, let form):
      try object.encodeIfPresent(form, forKey: .form)
      try object.encode(text, forKey: .text)
    }
  }

  private var kind: Kind {
    switch self {
    case .dossier: .dossier
    case .source(let place) where place.isCell: place.line > 0 ? .cell : .sheet
    case .source(let place): place.line > 0 ? .line : .file
    case .file: .file
    case .cell(let place): place.reference == nil ? .sheet : .cell
    case .page: .page
    case .form: .form
    case .position: .position
    case .figure: .figure
    case .text: .text
    }
  }

  /// Reads what ``encode(to:)`` writes; a text file as a whole is read as ``file(_:)``, a cell that a
  /// person filled in as any other.
  public init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: Key.self)
    func text(_ key: Key) throws -> String { try object.decode(String.self, forKey: key) }
    func number(_ key: Key) throws -> Int { try object.decode(Int.self, forKey: key) }
    let file = try object.decodeIfPresent(String.self, forKey: .file)
    switch try object.decode(Kind.self, forKey: .kind) {
    case .dossier: self = .dossier(try text(.name))
    case .file: self = .file(try text(.file))
    case .line:
      let column = try object.decodeIfPresent(Int.self, forKey: .column) ?? 0
      self = .source(SourcePlace(file: try text(.file), line: try number(.line), column: column))
    case .sheet: self = .sheet(try text(.sheet), file: file)
    case .cell: self = .cell(sheet: try text(.sheet), reference: try text(.cell), file: file)
    case .page:
      self = .page(
        try number(.page), paragraph: try object.decodeIfPresent(Int.self, forKey: .paragraph),
        box: try Self.box(in: object), file: file)
    case .form: self = .form(try text(.form))
    case .position:
      let part = try object.decode(TablePosition.Part.self, forKey: .part)
      self = .position(
        TablePosition(
          form: try text(.form), section: try object.decodeIfPresent(Int.self, forKey: .section),
          part: part, row: try number(.row), column: try number(.column)))
    case .figure:
      self = .figure(
        FigureAddress(form: try text(.form), row: try text(.row), column: try text(.column)))
    case .text:
      self = .text(
        try text(.text), form: try object.decodeIfPresent(String.self, forKey: .form))
    }
  }

  private static func box(in object: KeyedDecodingContainer<Key>) throws -> PageBox? {
    guard let edges = try object.decodeIfPresent([Double].self, forKey: .box) else { return nil }
    guard edges.count == 4 else {
      throw DecodingError.dataCorruptedError(
        forKey: .box, in: object, debugDescription: "a box has four edges")
    }
    return PageBox(left: edges[0], top: edges[1], right: edges[2], bottom: edges[3])
  }
}

extension TablePosition.Part: Codable {}
