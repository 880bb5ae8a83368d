internal import Readings

/// The texts of marked content by page and number (ISO 32000-1, 14.6), each page read once.
struct MarkedTexts {
  private let file: StoredFile
  private let pages: [StoredObject]
  private let limits: PDFLimits
  private var known: [Int: [Int: String]] = [:]
  /// The maps of fonts by the numbers of their objects.
  private var maps: [Int: CharacterMap] = [:]

  init(_ file: StoredFile, pages: [StoredObject], limits: PDFLimits) {
    self.file = file
    self.pages = pages
    self.limits = limits
  }

  /// The text of a piece of content.
  ///
  /// - Parameter page: from 1.
  mutating func text(_ mark: Int, on page: Int) -> String {
    if let texts = known[page] { return texts[mark] ?? "" }
    var reader = MarkedContentReader(file, maps: maps)
    let object = pages[page - 1]
    if let content = file.content(of: object) {
      reader.read(content, resources: file.value("/Resources", of: object), depth: 0)
    }
    maps = reader.maps
    known[page] = reader.texts
    return reader.texts[mark] ?? ""
  }
}

/// One pass over the content of a page.
private struct MarkedContentReader {
  /// A mark that is open.
  private struct Mark {
    /// The number of the content; nil inside a mark without one.
    let number: Int?
    /// Whether a text stands for what is shown.
    let isReplaced: Bool
  }

  private let file: StoredFile
  private(set) var maps: [Int: CharacterMap]
  private(set) var texts: [Int: String] = [:]
  private var marks: [Mark] = []
  private var map: CharacterMap?
  private var saved: [CharacterMap?] = []
  /// How many forms were read, and the numbers of those that are being read.
  private var forms = 0
  private var open: Set<Int> = []

  init(_ file: StoredFile, maps: [Int: CharacterMap]) {
    self.file = file
    self.maps = maps
  }

  /// Reads a content stream; forms inside it are read where they are shown.
  mutating func read(_ content: [UInt8], resources: StoredObject?, depth: Int) {
    var scanner = ContentScanner(content)
    var operands: [ContentToken] = []
    while let token = scanner.next() {
      guard case .word(let word) = token else {
        operands.append(token)
        continue
      }
      switch word {
      case "BDC", "BMC": begin(operands, resources: resources)
      case "EMC": _ = marks.popLast()
      case "Tf": setFont(operands, resources: resources)
      case "Tj", "TJ", "'", "\"": show(operands)
      case "q": if saved.count < 1000 { saved.append(map) }
      case "Q": if let last = saved.popLast() { map = last }
      case "Do": readForm(operands, resources: resources, depth: depth)
      case "ID": scanner.skipImage()
      default: break
      }
      operands.removeAll(keepingCapacity: true)
    }
  }

  private mutating func begin(_ operands: [ContentToken], resources: StoredObject?) {
    var number: Int?
    var replacement: String?
    for (key, value) in zip(operands, operands.dropFirst()) {
      switch (key, value) {
      case (.name("MCID"), .integer(let found)): number = found
      case (.name("ActualText"), .text(let bytes)): replacement = textString(bytes)
      default: break
      }
    }
    // The second operand may name a dictionary of the resources.
    if operands.count == 2, case .name(let name) = operands[1] {
      let properties = resources.flatMap { file.value("/Properties", of: $0) }
        .flatMap { file.value("/" + name, of: $0) }
      number = properties.flatMap { file.integer(file.value("/MCID", of: $0)) }
      replacement = properties.flatMap { file.text(file.value("/ActualText", of: $0)) }
    }
    let outer = marks.last
    if let replacement, outer?.isReplaced != true, let number = number ?? outer?.number {
      texts[number, default: ""] += replacement
    }
    marks.append(
      Mark(
        number: number ?? outer?.number,
        isReplaced: replacement != nil || outer?.isReplaced == true))
  }

  private mutating func show(_ operands: [ContentToken]) {
    guard let mark = marks.last, let number = mark.number, !mark.isReplaced, let map else { return }
    for case .text(let codes) in operands { texts[number, default: ""] += map.text(of: codes) }
  }

  private mutating func setFont(_ operands: [ContentToken], resources: StoredObject?) {
    guard case .name(let name)? = operands.first, let resources,
      let fonts = file.value("/Font", of: resources), let font = file.value("/" + name, of: fonts)
    else {
      map = nil
      return
    }
    let number = file.number(of: font)
    if number > 0, let known = maps[number] {
      map = known
      return
    }
    let made = CharacterMap(
      map: file.data(of: file.value("/ToUnicode", of: font)),
      isComposite: file.name(file.value("/Subtype", of: font)) == "Type0")
    if number > 0 { maps[number] = made }
    map = made
  }

  /// Reads a form that is shown; forms may nest, and hostile ones hold themselves.
  private mutating func readForm(
    _ operands: [ContentToken], resources: StoredObject?, depth: Int
  ) {
    guard depth < 6, forms < 200, case .name(let name)? = operands.last, let resources,
      let objects = file.value("/XObject", of: resources),
      let form = file.value("/" + name, of: objects),
      file.name(file.value("/Subtype", of: form)) == "Form",
      open.insert(file.number(of: form)).inserted
    else { return }
    defer { open.remove(file.number(of: form)) }
    guard let content = file.data(of: form) else { return }
    forms += 1
    let (outerMap, outerMarks) = (map, marks)
    read(content, resources: file.value("/Resources", of: form) ?? resources, depth: depth + 1)
    (map, marks) = (outerMap, outerMarks)
  }
}

/// A text of a dictionary (ISO 32000-1, 7.9.2.2): UTF-16 or UTF-8 by its mark, otherwise Latin.
private func textString(_ bytes: [UInt8]) -> String {
  if bytes.starts(with: [0xFE, 0xFF]) { return CharacterMap.decoded(Array(bytes.dropFirst(2))) }
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
    return String(decoding: bytes.dropFirst(3), as: UTF8.self)
  }
  return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
}
