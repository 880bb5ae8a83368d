public import Diagnostics

/// Font roles with their faces, for people: all that there are, or those that a document uses.
public struct FontListing: Sendable {
  /// A role with its faces; the last resorts are one without a name.
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
    /// How many characters it sets, each counted once; 0 where no document is looked at.
    public let characters: Int

    init(_ face: FontRoles.Face, characters: Int = 0) {
      family = face.family
      file = face.file
      index = face.index
      folder = face.directory?.name
      self.characters = characters
    }
  }

  /// A character that the first face of its role lacks.
  public struct Substitution: Sendable {
    /// The character.
    public let character: Unicode.Scalar
    /// `U+20BB7`.
    public let code: String
    /// The role that sets it.
    public let role: String
    /// The family of the face that has it.
    public let family: String
    /// How often it is set.
    public let count: Int
    /// Where it was typed first, or, where that is not known, where it is printed first.
    public let place: Place?
  }

  /// The roles in the order of `roles.yaml`.
  public let roles: [Role]
  /// Substitutions by role, then by character; none where no document is looked at.
  public let substitutions: [Substitution]
}
