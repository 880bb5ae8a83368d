public import Diagnostics
public import FoundationEssentials

extension FontListing {
  /// Every face that the roles may use, each opened, and where its file is.
  ///
  /// - Parameters:
  ///   - folder: the folder of `roles.yaml`.
  ///   - preferred: a file of the same shape whose faces are asked first.
  /// - Returns: the faces, also where files are missing or others than declared, which is reported.
  public static func inventory(
    from folder: URL, preferring preferred: URL? = nil
  ) -> Loaded<FontListing> {
    let library = FontLibrary.load(from: folder, preferring: preferred)
    guard let opened = library.value?.set() else { return Loaded(nil, library.findings) }
    var findings = library.findings + opened.findings
    guard let set = opened.value else { return Loaded(nil, findings) }
    var seen = Set<String>()
    for face in set.roles.roles.flatMap(\.own) + set.roles.fallback {
      do { _ = try set.open(face) } catch {
        if seen.insert(error.key).inserted { findings.append(error.located(at: nil)) }
      }
    }
    var roles = set.roles.roles.map {
      Role(name: $0.name, official: $0.official, faces: $0.own.map { Face($0) })
    }
    if !set.roles.fallback.isEmpty {
      roles.append(Role(name: "", official: "", faces: set.roles.fallback.map { Face($0) }))
    }
    return Loaded(FontListing(roles: roles, substitutions: []), findings)
  }
}
