public import Diagnostics
internal import Graphics

/// Which faces set the texts of a document, role by role.
public struct FontUse: Sendable {
  /// A role with the faces that set its characters.
  public struct Role: Sendable {
    /// The role's name.
    public let name: String
    /// The licensed face that the faces stand for.
    public let official: String
    /// The faces in the role's order; the first even where the role sets nothing.
    public let faces: [Face]
  }

  /// A face with how much it sets.
  public struct Face: Sendable {
    /// The face's family, as it is declared.
    public let family: String
    /// The font file, without its folder.
    public let file: String
    /// The face's number in the file.
    public let index: Int
    /// The folder in which the file was found.
    public let folder: String?
    /// How many characters it sets, each counted once.
    public let characters: Int
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
  /// Substitutions by role, then by character.
  public let substitutions: [Substitution]
}

extension FontSet {
  /// Which faces set the texts; nil where a character has none, which loading reports.
  public func use(by demand: FontDemand) -> FontUse? {
    guard let occurrences = try? occurrences(in: demand) else { return nil }
    let substituted = occurrences.values.flatMap { role in
      role.filter { $0.value.face > 0 }.keys
    }
    let typed = demand.places(of: Set(substituted))
    var roles: [FontUse.Role] = []
    var substitutions: [FontUse.Substitution] = []
    for role in self.roles.roles {
      let characters = occurrences[role.name] ?? [:]
      let counts = Dictionary(grouping: characters.values, by: \.face).mapValues(\.count)
      let faces = role.faces.enumerated().compactMap { index, face -> FontUse.Face? in
        let count = counts[index] ?? 0
        guard index == 0 || count > 0 else { return nil }
        return FontUse.Face(
          family: face.family, file: face.file, index: face.index, folder: face.directory?.name,
          characters: count)
      }
      roles.append(FontUse.Role(name: role.name, official: role.official, faces: faces))
      for (scalar, found) in characters.sorted(by: { $0.key < $1.key }) where found.face > 0 {
        substitutions.append(
          FontUse.Substitution(
            character: scalar, code: codePoint(scalar), role: role.name,
            family: role.faces[found.face].family, count: found.count,
            place: typed[scalar]?.first.map { .source($0) } ?? found.place))
      }
    }
    return FontUse(roles: roles, substitutions: substitutions)
  }

  /// A character as a role sets it.
  private struct Occurrence {
    /// The face's number in the role.
    let face: Int
    let place: Place?
    var count: Int
  }

  private func occurrences(
    in demand: FontDemand
  ) throws(FontFault) -> [String: [Unicode.Scalar: Occurrence]] {
    var found: [String: [Unicode.Scalar: Occurrence]] = [:]
    for text in demand.texts {
      for scalar in text.text.unicodeScalars where scalar.isDrawn {
        if found[text.role]?[scalar] != nil {
          found[text.role]?[scalar]?.count += 1
          continue
        }
        let face = try face(for: scalar, role: text.role)
        found[text.role, default: [:]][scalar] = Occurrence(
          face: opened(text.role).firstIndex(of: face) ?? 0, place: text.place, count: 1)
      }
    }
    return found
  }
}
