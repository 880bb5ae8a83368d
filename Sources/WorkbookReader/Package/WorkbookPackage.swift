/// The parts of an Office file, found by their relationships.
struct WorkbookPackage {
  /// What one part says about another.
  struct Relationship {
    let id: String
    /// The last word of its type, which is the same in both dialects of the format: `worksheet`.
    let type: String
    /// The name of the part it points to.
    let part: String
    /// What it points to outside of the file; nil for a part of the file.
    var external: String?
  }

  private let archive: ZipArchive

  /// Opens an archive.
  init(_ archive: ZipArchive) { self.archive = archive }

  /// Whether there is a part of that name.
  func contains(_ part: String) -> Bool { archive.contains(part) }

  /// A number that tells a part from others, without unpacking it: its length and checksum; nil for
  /// a part that is not there.
  func mark(of part: String) -> (length: Int, checksum: UInt32)? { archive.mark(of: part) }

  /// Whether a part is there byte by byte in another file too, or in neither.
  func hasSame(_ part: String, as other: WorkbookPackage) -> Bool {
    archive.hasSame(part, as: other.archive)
  }

  /// Counts parts that are not unpacked as if they were; false where that would be too much.
  func reserve(_ parts: [String]) -> Bool { archive.reserve(parts) }

  /// Reads a part: all of it, so that its checksum is held against its bytes.
  func read<Result>(
    _ part: String, _ body: (inout XMLStream) throws(FileFault) -> Result
  ) throws(FileFault) -> Result {
    let source = try archive.part(part)
    do {
      var stream = try XMLStream.open(source, name: part)
      let result = try body(&stream)
      try stream.finish()
      try source.finish()
      return result
    } catch .malformed(let part, let line, let reason) {
      // Bytes that were damaged make no sense as XML; the damage is the cause.
      try source.finish()
      throw .malformed(part: part, line: line, reason: reason)
    }
  }

  /// The relationships of a part within the file, in order; none where it has none.
  ///
  /// - Parameter part: empty for the file itself.
  func relationships(of part: String) throws(FileFault) -> [Relationship] {
    try links(of: part).filter { $0.external == nil }
  }

  /// The same with those that lead out of the file.
  func links(of part: String) throws(FileFault) -> [Relationship] {
    let name = PartName.relationships(of: part)
    guard contains(name) else { return [] }
    return try read(name) { (stream) throws(FileFault) in
      guard stream.namespace == Namespaces.packageLinks else {
        throw stream.fault("根元素的命名空间“\(stream.namespace ?? "")”不是关系表的")
      }
      var found: [Relationship] = []
      try stream.children { (stream) throws(FileFault) in
        try stream.limit(found.count, to: 100_000, "关系")
        let values = try XMLAttributes(stream)
        guard let id = values["Id"], let type = values["Type"], let target = values["Target"]
        else { return }
        let word = type.split(separator: "/").last.map(String.init) ?? ""
        let isExternal = values["TargetMode"] == "External"
        found.append(
          Relationship(
            id: id, type: word, part: isExternal ? "" : PartName.resolve(target, from: part),
            external: isExternal ? target : nil))
      }
      return found
    }
  }

  /// What a part is, by the list of contents; nil where the list has nothing on it.
  func contentType(of part: String) throws(FileFault) -> String? {
    let list = "[Content_Types].xml"
    guard contains(list) else { return nil }
    let wanted = part.lowercased()
    return try read(list) { (stream) throws(FileFault) in
      var byEnding: String?
      var own: String?
      try stream.children { (stream) throws(FileFault) in
        let values = try XMLAttributes(stream)
        if let name = values["PartName"], PartName.resolve(name, from: "").lowercased() == wanted {
          own = values["ContentType"]
        } else if let ending = values["Extension"], wanted.hasSuffix("." + ending.lowercased()) {
          byEnding = values["ContentType"]
        }
      }
      return own ?? byEnding
    }
  }
}
