internal import Diagnostics
internal import FoundationEssentials
internal import SourceFiles

/// A file that declares font roles: `roles.yaml`, or one of the same shape whose faces go first.
struct FontRolesFile {
  /// A role as the file declares it.
  struct Role {
    let name: String
    let place: SourcePlace
    let official: String?
    /// The role that sets its digits, with where it is named.
    let numbers: YAMLValue?
    let faces: [FontRoles.Face]
  }

  let roles: [Role]
  let fallback: [FontRoles.Face]

  /// What messages call the project's own file.
  static let name = "Fonts/roles.yaml"
}

extension FontRoles {
  /// Reads `roles.yaml` in a folder.
  ///
  /// - Parameter preferred: a file of the same shape; its faces are asked before those of
  ///   `roles.yaml`, its official names replace theirs.
  static func load(from folder: URL, preferring preferred: URL? = nil) -> Loaded<FontRoles> {
    let base = FontRolesFile.read(
      folder.appendingPathComponent("roles.yaml"), as: FontRolesFile.name, folderName: "Fonts")
    guard let preferred else {
      guard let file = base.value else { return Loaded(nil, base.findings) }
      return checked(file.roles, fallback: file.fallback, findings: base.findings)
    }
    let name = preferred.lastPathComponent
    let first = FontRolesFile.read(preferred, as: name, folderName: nil)
    var findings = base.findings + first.findings
    guard let base = base.value, let first = first.value else { return Loaded(nil, findings) }
    let names = base.roles.map(\.name)
    for role in first.roles where !names.contains(role.name) {
      findings.append(
        FontFault.role(role.name, nearest: nearest(to: role.name, among: names))
          .finding(at: role.place))
    }
    let roles = base.roles.map { role in
      let preferred = first.roles.first { $0.name == role.name }
      return FontRolesFile.Role(
        name: role.name, place: role.place, official: preferred?.official ?? role.official,
        numbers: preferred?.numbers ?? role.numbers,
        faces: (preferred?.faces ?? []) + role.faces)
    }
    return checked(roles, fallback: first.fallback + base.fallback, findings: findings)
  }

  /// The roles, unless one names a role for its digits that there is not.
  private static func checked(
    _ roles: [FontRolesFile.Role], fallback: [Face], findings: [Finding]
  ) -> Loaded<FontRoles> {
    var findings = findings
    let names = roles.map(\.name)
    for numbers in roles.compactMap(\.numbers) {
      guard let name = numbers.text, !names.contains(name) else { continue }
      findings.append(
        FontFault.role(name, nearest: nearest(to: name, among: names)).finding(at: numbers.place))
    }
    return Loaded(findings.hasErrors ? nil : FontRoles(roles, fallback: fallback), findings)
  }

  private init(_ roles: [FontRolesFile.Role], fallback: [Face]) {
    self.init(
      roles: roles.map { role in
        Role(
          name: role.name, official: role.official ?? "", numbers: role.numbers?.text,
          own: role.faces,
          faces: role.faces + fallback)
      },
      fallback: fallback)
  }
}

extension FontRolesFile {
  /// Reads a file of font roles.
  ///
  /// - Parameters:
  ///   - name: what messages call the file.
  ///   - folderName: what messages call its folder; nil for a file of the user's own, whose faces may
  ///     lie beside it and need not say which official face they are.
  fileprivate static func read(
    _ url: URL, as name: String, folderName: String?
  ) -> Loaded<FontRolesFile> {
    let source = SourceText.read(url, as: name, family: "F")
    guard let text = source.value else { return Loaded(nil, source.findings) }
    let parsed = YAMLValue.parse(text, family: "F")
    guard let root = parsed.value else { return Loaded(nil, parsed.findings) }
    let log = FindingLog(family: "F")
    guard let map = YAMLMap(root, log: log) else { return Loaded(nil, log.findings) }
    let reader = Reader(
      folder: url.deletingLastPathComponent(), folderName: folderName, log: log)
    let file = reader.file(map)
    map.finish()
    return Loaded(log.findings.hasErrors ? nil : file, log.findings)
  }
}

/// Reads the parts of a file of font roles.
private struct Reader {
  let folder: URL
  let folderName: String?
  let log: FindingLog

  func file(_ map: YAMLMap) -> FontRolesFile {
    var directories = map.strings("directories").map { directory($0.text) }
    if folderName == nil, directories.isEmpty { directories = [directory(".")] }
    let fallback = faces(of: map, "fallback", in: directories)
    var roles: [FontRolesFile.Role] = []
    for (key, value) in map.required("roles")?.entries ?? [] {
      guard let name = key.text, let role = YAMLMap(value, log: log) else { continue }
      let official = folderName == nil ? role.optionalString("official") : role.string("official")
      let numbers = role.optionalString("numbers") == nil ? nil : role.optional("numbers")
      let own = faces(of: role, "faces", in: directories)
      role.finish()
      if own.isEmpty {
        log.report(FontFileFault.roleWithoutFaces(name), at: key.place)
      }
      roles.append(
        FontRolesFile.Role(
          name: name, place: key.place, official: official, numbers: numbers, faces: own))
    }
    return FontRolesFile(roles: roles, fallback: fallback)
  }

  private func directory(_ entry: String) -> FontRoles.Directory {
    if entry.hasPrefix("/") {
      return FontRoles.Directory(url: URL(fileURLWithPath: entry), name: entry)
    }
    let url = folder.appendingPathComponent(entry).standardizedFileURL
    return FontRoles.Directory(url: url, name: folderName.map { "\($0)/\(entry)" } ?? url.path)
  }

  private func faces(
    of map: YAMLMap, _ key: String, in directories: [FontRoles.Directory]
  ) -> [FontRoles.Face] {
    map.list(key).compactMap { value in
      guard let entry = YAMLMap(value, log: log) else { return nil }
      let (family, file) = (entry.string("family"), entry.string("file"))
      let index = entry.optionalInteger("index") ?? 0
      entry.finish()
      guard let family, let file else { return nil }
      return FontRoles.Face(
        family: family, file: file, index: index, place: value.place, directories: directories)
    }
  }
}
