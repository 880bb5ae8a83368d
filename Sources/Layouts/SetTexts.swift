internal import Domain
internal import FoundationEssentials
internal import SourceFiles

extension LayoutLibrary {
  /// What stands between the punctuation of the files of a set's forms, and of those that it inherits: all
  /// that its forms print, and some more.
  ///
  /// Nothing is taken apart or checked, so that it costs next to nothing to ask which of several sets a
  /// file may be of before one is loaded.
  ///
  /// - Returns: nil where it does not show which files there are.
  public func looseTexts(of name: String) -> Set<TextMark>? {
    var chain = [name]
    while let last = chain.last {
      let main = WrittenBytes(of: root.appendingPathComponent("\(last)/\(SetSources.mainFile)"))
      guard !main.bytes.isEmpty else { return nil }
      guard main.has(SetSources.parentKey) else { break }
      guard let parent = main.parent, !chain.contains(parent), has(parent) else { return nil }
      chain.append(parent)
    }
    return chain.reduce(into: []) { texts, name in
      texts.formUnion(looseTexts(in: name, ending: ".yaml"))
      texts.formUnion(looseTexts(in: "\(name)/forms", ending: ".yaml"))
    }
  }

  /// The names of accounts of all years: forms of every issuer print them.
  public var accountTexts: Set<TextMark> {
    AccountChart.allCases.reduce(into: []) { texts, chart in
      texts.formUnion(looseTexts(in: "catalogues", beginning: chart.stem, ending: ".csv"))
    }
  }

  private func looseTexts(
    in folder: String, beginning start: String = "", ending: String
  ) -> [TextMark] {
    let folder = root.appendingPathComponent(folder)
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter {
      $0.hasPrefix(start) && $0.hasSuffix(ending) && $0 != SetSources.mainFile
    }.flatMap { WrittenBytes(of: folder.appendingPathComponent($0)).looseTexts }
  }
}

extension WrittenBytes {
  /// The parent that a set.yaml names on a line of its own; nil where it does so in another way.
  fileprivate var parent: String? {
    let key = Array("\(SetSources.parentKey): ".utf8)
    guard
      let line = bytes.split(separator: UInt8(ascii: "\n")).first(where: { $0.starts(with: key) })
    else { return nil }
    let value = line.dropFirst(key.count).prefix { $0 != UInt8(ascii: "#") }
    let name = String(decoding: value, as: UTF8.self).filter { !" \r\"'".contains($0) }
    return name.isEmpty ? nil : name
  }

  /// What stands between punctuation of YAML, or of a list, and is not ASCII alone.
  fileprivate var looseTexts: [TextMark] {
    bytes.withUnsafeBufferPointer { bytes in
      var texts: [TextMark] = []
      var start = 0
      for index in 0...bytes.count where index == bytes.count || Self.isBoundary(bytes[index]) {
        // The sign of an item is no part of it.
        let text = bytes[start..<index].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
        if let mark = TextMark(text) { texts.append(mark) }
        start = index + 1
      }
      return texts
    }
  }

  private static func isBoundary(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x0A, 0x0D, 0x22, 0x23, 0x27, 0x2C, 0x3A, 0x5B, 0x5D, 0x7B, 0x7C, 0x7D: true
    default: false
    }
  }
}
