internal import Readings

/// Document properties of the three parts that may have some.
enum PropertiesPart {
  /// Texts directly below the root: `creator`, `created`, `Application`.
  ///
  /// Lists that repeat what the sheets say (their titles) are left out.
  static func texts(_ stream: inout XMLStream) throws(FileFault) -> [PropertyReading] {
    var found: [PropertyReading] = []
    try stream.children { (stream) throws(FileFault) in
      try stream.limit(found.count, to: 10_000, "文档属性")
      let name = stream.name
      var hasChildren = false
      var bytes: [UInt8] = []
      let own = stream.depth
      while stream.depth >= own {
        guard let event = try stream.next() else { return }
        switch event {
        case .start: hasChildren = true
        case .text: if stream.depth == own { stream.appendText(to: &bytes) }
        case .end: continue
        }
      }
      if !hasChildren, !bytes.isEmpty {
        found.append(PropertyReading(name: name, value: String(decoding: bytes, as: UTF8.self)))
      }
    }
    return found
  }

  /// A user's own properties, each with its value of whatever type.
  static func custom(_ stream: inout XMLStream) throws(FileFault) -> [PropertyReading] {
    var found: [PropertyReading] = []
    try stream.children { (stream) throws(FileFault) in
      try stream.limit(found.count, to: 10_000, "文档属性")
      let name = try stream.attribute("name") ?? ""
      var value = ""
      try stream.children { (stream) throws(FileFault) in value = try stream.text() }
      found.append(PropertyReading(name: "custom:" + name, value: value))
    }
    return found
  }
}
