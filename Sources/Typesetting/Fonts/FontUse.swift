internal import Diagnostics
internal import Graphics

extension FontSet {
  /// Which faces set the texts: of each role those that set any, and the first even where it sets none.
  ///
  /// Nil where a character has no face, which loading reports.
  public func use(by demand: FontDemand) -> FontListing? {
    guard let occurrences = try? occurrences(in: demand) else { return nil }
    let substituted = occurrences.values.flatMap { role in
      role.filter { $0.value.face > 0 }.keys
    }
    let typed = demand.places(of: Set(substituted))
    var roles: [FontListing.Role] = []
    var substitutions: [FontListing.Substitution] = []
    for role in self.roles.roles {
      let characters = occurrences[role.name] ?? [:]
      let counts = Dictionary(grouping: characters.values, by: \.face).mapValues(\.count)
      let faces = role.faces.enumerated().compactMap { index, face -> FontListing.Face? in
        let count = counts[index] ?? 0
        guard index == 0 || count > 0 else { return nil }
        return FontListing.Face(face, characters: count)
      }
      roles.append(FontListing.Role(name: role.name, official: role.official, faces: faces))
      for (scalar, found) in characters.sorted(by: { $0.key < $1.key }) where found.face > 0 {
        substitutions.append(
          FontListing.Substitution(
            character: scalar, code: codePoint(scalar), role: role.name,
            family: role.faces[found.face].family, count: found.count,
            place: typed[scalar]?.first.map { .source($0) } ?? found.place))
      }
    }
    return FontListing(roles: roles, substitutions: substitutions)
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
