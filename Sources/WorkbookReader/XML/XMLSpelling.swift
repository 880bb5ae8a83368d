internal import Readings

/// An element with all that is in it as a text that is the same however a program writes it: without
/// prefixes, attributes sorted, colours and the parts that it points to resolved.
struct XMLSpelling {
  /// What an id of a relationship stands for; nil where nothing is known of it.
  typealias Resolver = (String) -> String?

  /// The whole element.
  private(set) var text = ""
  /// The texts that people read in it.
  private(set) var words: [String] = []
  /// Formulas that stand in it.
  private(set) var formulas: [String] = []
  /// The names of the elements in it that are charts: `barChart`.
  private(set) var charts: [String] = []
  /// The ids of relationships that it names.
  private(set) var ids: [String] = []
  private let palette: ColourPalette
  private let resolve: Resolver

  /// What programs number and name anew, and copies of what cells say.
  private static let passedOver: Set<String> = [
    "numCache", "strCache", "multiLvlStrCache", "uniqueId", "creationId",
  ]

  /// Spells the element at which the stream stands, and goes past its end.
  init(
    _ stream: inout XMLStream, palette: ColourPalette, resolve: @escaping Resolver = { _ in nil }
  ) throws(FileFault) {
    self.palette = palette
    self.resolve = resolve
    try spell(&stream)
  }

  /// The text without the element itself: what is in it.
  var inside: String {
    guard let start = text.firstIndex(of: "{"), text.last == "}" else { return "" }
    return String(text[text.index(after: start)...].dropLast())
  }

  private mutating func spell(_ stream: inout XMLStream) throws(FileFault) {
    let (name, own) = (stream.name, stream.depth)
    if name.hasSuffix("Chart"), name != "chart" { charts.append(name) }
    text += name
    try spellAttributes(of: name, stream)
    var bytes: [UInt8] = []
    var isOpen = false
    while let event = try stream.next() {
      switch event {
      case .text:
        if stream.depth == own { stream.appendText(to: &bytes) }
      case .start:
        if Self.passedOver.contains(stream.name) {
          try stream.children { (_) throws(FileFault) in }
          continue
        }
        text += isOpen ? " " : "{"
        isOpen = true
        try spell(&stream)
        continue
      case .end: break
      }
      if stream.depth < own { break }
    }
    let content = bytes.trimmingBlanks
    if !content.isEmpty { take(XMLEscapes.decoded(String(decoding: content, as: UTF8.self)), name) }
    if isOpen { text += "}" }
  }

  private mutating func take(_ content: String, _ name: String) {
    text += "“\(content)”"
    if name == "t" { words.append(content) }
    if name == "f" || name == "formula" { formulas.append(content) }
  }

  /// Attributes that programs number or name anew.
  private static func isPassedOver(_ attribute: String, of element: String) -> Bool {
    switch attribute {
    case "uid": true
    case "id", "name": element == "cNvPr"
    default: false
    }
  }

  private mutating func spellAttributes(
    of name: String, _ stream: borrowing XMLStream
  ) throws(FileFault) {
    let plain = try XMLAttributes(stream)
    var values: [(name: String, value: String)] = []
    if ["color", "fgColor", "bgColor"].contains(name) || name.hasPrefix("color"),
      plain["rgb"] != nil || plain["theme"] != nil || plain["indexed"] != nil
    {
      if case .rgb(let digits) = ColourReading(plain, palette: palette) {
        values.append(("", digits))
      }
    } else {
      var links: [String] = []
      try stream.everyAttribute { (attribute, namespace, value) throws(FileFault) in
        guard !value.isEmpty, !Self.isPassedOver(attribute, of: name) else { return }
        if namespace?.hasSuffix("/relationships") == true {
          links.append(value)
          values.append((attribute, resolve(value) ?? "缺失"))
        } else {
          values.append((attribute, value))
        }
      }
      ids += links
      if name == "schemeClr", let digits = plain["val"].flatMap(palette.schemeColour) {
        values.append(("", digits))
      }
    }
    guard !values.isEmpty else { return }
    values.sort { ($0.name, $0.value) < ($1.name, $1.value) }
    text +=
      "("
      + values.map { $0.name.isEmpty ? $0.value : "\($0.name)=\($0.value)" }
      .joined(separator: " ") + ")"
  }
}

/// A number that two texts or files have in common only by a rare chance (FNV-1a of 64 bits).
func fingerprint(_ text: String) -> String {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return String(hash, radix: 16)
}
