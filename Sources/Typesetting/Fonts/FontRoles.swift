internal import Diagnostics
internal import FoundationEssentials
internal import SourceFiles

/// What `roles.yaml` says: which faces set the text of which role.
struct FontRoles {
  /// A role of the typography.
  struct Role {
    let name: String
    /// The name of the licensed face that Excel users have.
    let official: String
    /// The faces in the order in which they are asked for a character, last resorts included.
    let faces: [Face]
  }

  /// A face as it is declared.
  struct Face {
    let family: String
    let file: String
    let index: Int
    /// Where it is declared.
    let place: SourcePlace
  }

  /// Where font files are looked for, in order.
  let directories: [URL]
  let roles: [Role]

  /// The role of that name.
  func role(_ name: String) -> Role? { roles.first { $0.name == name } }

  /// The first file of that name in the directories.
  func url(of face: Face) -> URL? {
    directories.lazy.map { $0.appending(path: face.file, directoryHint: .notDirectory) }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }

  /// Reads `roles.yaml` in the folder.
  static func load(from folder: URL) -> Loaded<FontRoles> {
    let name = "Fonts/roles.yaml"
    let source = SourceText.read(
      folder.appendingPathComponent("roles.yaml"), as: name, family: "F")
    guard let text = source.value else { return Loaded(nil, source.findings) }
    let parsed = YAMLValue.parse(text, family: "F")
    guard let root = parsed.value else { return Loaded(nil, parsed.findings) }
    let log = FindingLog(family: "F")
    guard let map = YAMLMap(root, log: log) else { return Loaded(nil, log.findings) }
    let roles = read(map, folder: folder)
    map.finish()
    return Loaded(log.findings.hasErrors ? nil : roles, log.findings)
  }

  private static func read(_ map: YAMLMap, folder: URL) -> FontRoles {
    let directories = map.strings("directories").map { entry in
      entry.text.hasPrefix("/")
        ? URL(fileURLWithPath: entry.text) : folder.appendingPathComponent(entry.text)
    }
    let fallback = faces(of: map, "fallback")
    var roles: [Role] = []
    for (key, value) in map.required("roles")?.entries ?? [] {
      guard let name = key.text, let role = YAMLMap(value, log: map.log) else { continue }
      let official = role.string("official")
      let own = faces(of: role, "faces")
      role.finish()
      if own.isEmpty {
        map.log.error(
          "106", at: key.place, what: "角色“\(name)”没有字体", expected: "faces 里至少一个字体",
          mend: "补上 faces: [{family: …, file: …}]")
      }
      roles.append(Role(name: name, official: official ?? "", faces: own + fallback))
    }
    return FontRoles(directories: directories, roles: roles)
  }

  private static func faces(of map: YAMLMap, _ key: String) -> [Face] {
    map.list(key).compactMap { value in
      guard let entry = YAMLMap(value, log: map.log) else { return nil }
      let (family, file) = (entry.string("family"), entry.string("file"))
      let index = entry.optionalInteger("index") ?? 0
      entry.finish()
      guard let family, let file else { return nil }
      return Face(family: family, file: file, index: index, place: value.place)
    }
  }
}
