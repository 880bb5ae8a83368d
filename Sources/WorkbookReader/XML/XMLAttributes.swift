/// The attributes of an element as texts, for elements of which a file has few.
struct XMLAttributes {
  private var values: [String: String] = [:]

  init(_ stream: borrowing XMLStream) throws(FileFault) {
    var values: [String: String] = [:]
    try stream.attributes { (name, value) throws(FileFault) in
      values[name.text] = String(decoding: value, as: UTF8.self)
    }
    self.values = values
  }

  /// The value of an attribute; nil where it is not given.
  subscript(_ name: String) -> String? { values[name] }

  /// All of them, by name.
  var sorted: [(name: String, value: String)] {
    values.map { (name: $0.key, value: $0.value) }.sorted { $0.name < $1.name }
  }

  /// A whole number; nil where there is none, or a text.
  func int(_ name: String) -> Int? {
    guard let text = values[name] else { return nil }
    let number = Int(text) ?? Double(text).flatMap { Int(exactly: $0.rounded()) }
    // Larger ones stand for nothing in a sheet, and sums of them would overflow.
    return number.flatMap { $0.magnitude <= 1_000_000_000 ? $0 : nil }
  }

  /// A number; nil where there is none, or a text.
  func double(_ name: String) -> Double? {
    values[name].flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil }
  }

  /// A switch; the given default where it is not set.
  func bool(_ name: String, default standard: Bool = false) -> Bool {
    switch values[name] {
    case "1", "true", "on": true
    case "0", "false", "off": false
    default: standard
    }
  }

  /// Whether bytes say yes.
  static func isOn(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.elementsEqual("1".utf8) || bytes.elementsEqual("true".utf8)
      || bytes.elementsEqual("TRUE".utf8)
  }
}
