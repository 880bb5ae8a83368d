public import Diagnostics
public import FoundationEssentials

/// Every face that the roles may use, and where its file is.
public struct FontInventory: Sendable {
  /// A role with its faces.
  public struct Role: Sendable {
    /// The role's name.
    public let name: String
    /// The licensed face that the faces stand for.
    public let official: String
    /// The faces in the order in which they are asked for a character.
    public let faces: [Face]
  }

  /// A face as it is declared.
  public struct Face: Sendable {
    /// The face's family.
    public let family: String
    /// The font file, without its folder.
    public let file: String
    /// The face's number in the file.
    public let index: Int
    /// The folder in which the file was found; nil where it is missing.
    public let folder: String?
  }

  /// The roles in the order of `roles.yaml`, without the last resorts.
  public let roles: [Role]
  /// The faces that are asked last, whatever the role.
  public let fallback: [Face]

  /// Reads the roles and opens every face of them.
  ///
  /// - Parameters:
  ///   - folder: the folder of `roles.yaml`.
  ///   - preferred: a file of the same shape whose faces are asked first.
  /// - Returns: the faces, also where files are missing or others than declared, which is reported.
  public static func load(
    from folder: URL, preferring preferred: URL? = nil
  ) -> Loaded<FontInventory> {
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
    let roles = set.roles.roles.map {
      Role(name: $0.name, official: $0.official, faces: $0.own.map(Face.init))
    }
    return Loaded(
      FontInventory(roles: roles, fallback: set.roles.fallback.map(Face.init)), findings)
  }
}

extension FontInventory.Face {
  fileprivate init(_ face: FontRoles.Face) {
    self.init(
      family: face.family, file: face.file, index: face.index, folder: face.directory?.name)
  }
}
