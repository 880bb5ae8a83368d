public import Diagnostics
public import FoundationEssentials
public import Geometry
public import Graphics

/// The faces of every font role, and the one place where text is set with them.
///
/// A font set belongs to one task; documents that are made side by side load one each.
public final class FontSet {
  let roles: FontRoles
  let collection: FontCollection
  private var faces: [TextBytes: RoleFaces] = [:]
  private var shaped: [ShapeKey: [ShapedLine]] = [:]

  /// What is known of a role so far.
  private final class RoleFaces {
    /// What `roles.yaml` says of it; nil where there is no such role.
    let declared: FontRoles.Role?
    /// Its faces that were asked for, in the role's order.
    var opened: [FaceID] = []
    /// The face that sets each character.
    var ofCharacter = ScalarTable<FaceID>()
    /// Those that set any character.
    var used: Set<FaceID> = []

    init(_ declared: FontRoles.Role?) { self.declared = declared }
  }

  private struct ShapeKey: Hashable {
    let text: TextBytes
    let role: String
    let size: Length
    let width: Length?

    /// Without the role: hardly any text is set in two.
    func hash(into hasher: inout Hasher) {
      hasher.combine(text)
      hasher.combine(size)
      hasher.combine(width)
    }
  }

  init(roles: FontRoles, collection: FontCollection) {
    self.roles = roles
    self.collection = collection
  }

  /// Reads what a folder declares of fonts and makes a set for a document, as ``FontLibrary`` does.
  public static func load(
    from folder: URL, preferring preferred: URL? = nil, needing demand: FontDemand
  ) -> Loaded<FontSet> {
    let library = FontLibrary.load(from: folder, preferring: preferred)
    guard let value = library.value else { return Loaded(nil, library.findings) }
    let set = value.set(needing: demand)
    return Loaded(set.value, library.findings + set.findings)
  }

  /// The name of the licensed face that users of the workbook have: 宋体.
  public func officialName(_ role: String) -> String { known(role).declared?.official ?? "" }

  /// Which faces each role came to use, in the order of `roles.yaml`.
  ///
  /// A face that was opened for a character and lacked it is not among them.
  public var resolved: [ResolvedFont] {
    roles.roles.flatMap { role in
      let used = known(role.name).used
      let faces = zip(role.faces, opened(role.name)).filter { used.contains($0.1) }
      return faces.map { face, _ in
        ResolvedFont(
          role: role.name, family: face.family, file: face.file, official: role.official)
      }
    }
  }

  /// The faces that are open, in the order that ``FaceID`` counts.
  public var files: [FontFile] { collection.files }

  /// Sets a text in lines; lines are broken at the width, if there is one.
  public func shape(
    _ text: String, role: String, size: Length, width: Length?
  ) throws -> [ShapedLine] {
    let key = ShapeKey(text: TextBytes(text), role: role, size: size, width: width)
    if let lines = shaped[key] { return lines }
    let lines = try set(text, role: role, size: size).lines(width: width)
    shaped[key] = lines
    return lines
  }

  /// Shapes a text once, for being broken into lines of any width.
  func set(_ text: String, role: String, size: Length) throws -> SetText {
    try collection.set(text, spans: try spans(of: text, role: role), size: size)
  }

  /// Which face sets which bytes of a text.
  private func spans(of text: String, role: String) throws(FontFault) -> [FontSpan] {
    let known = known(role)
    var spans: [FontSpan] = []
    var last: FaceID?
    var (start, offset) = (0, 0)
    for scalar in text.unicodeScalars {
      // What is never drawn stays with its neighbour.
      let face: FaceID
      if let found = known.ofCharacter[scalar] {
        face = found
      } else if scalar.isDrawn {
        face = try self.face(for: scalar, role: role)
      } else if let last {
        face = last
      } else {
        face = try self.face(of: role, at: 0)
      }
      if let last, last != face {
        spans.append(FontSpan(face: last, bytes: start..<offset))
        start = offset
      }
      last = face
      offset += UTF8.width(scalar)
    }
    if let last { spans.append(FontSpan(face: last, bytes: start..<offset)) }
    return spans
  }

  /// The first face of the role that has the character; for a digit, of the role that sets its digits.
  func face(for scalar: Unicode.Scalar, role: String) throws(FontFault) -> FaceID {
    let known = known(role)
    if let face = known.ofCharacter[scalar] { return face }
    // Every font has signs of its own under private codes; taking any would print a wrong one.
    guard scalar.properties.generalCategory != .privateUse else {
      throw FontFault.privateUse(scalar)
    }
    let numbers = scalar.isOfNumbers ? known.declared?.numbers : nil
    let face = try ownFace(for: scalar, role: numbers ?? role)
    known.ofCharacter[scalar] = face
    return face
  }

  /// The first of a role's own faces that has the character.
  private func ownFace(for scalar: Unicode.Scalar, role: String) throws(FontFault) -> FaceID {
    let known = known(role)
    let count = known.declared?.faces.count ?? 0
    for index in 0..<max(count, 1) {
      let face = try self.face(of: role, at: index)
      if collection.covers(face, scalar) {
        known.used.insert(face)
        return face
      }
    }
    throw FontFault.character(scalar, role: role)
  }

  /// A face of a role, opened when it is asked for the first time.
  func face(of role: String, at index: Int) throws(FontFault) -> FaceID {
    let known = known(role)
    if index < known.opened.count { return known.opened[index] }
    guard let entry = known.declared else {
      throw FontFault.role(role, nearest: nearest(to: role, among: roles.roles.map(\.name)))
    }
    let face = try open(entry.faces[index])
    known.opened.append(face)
    return face
  }

  /// The faces of a role that were asked for so far, in the role's order.
  func opened(_ role: String) -> [FaceID] { known(role).opened }

  private func known(_ role: String) -> RoleFaces {
    let key = TextBytes(role)
    if let known = faces[key] { return known }
    let known = RoleFaces(roles.role(role))
    faces[key] = known
    return known
  }

  func open(_ face: FontRoles.Face) throws(FontFault) -> FaceID {
    guard let url = face.url else { throw FontFault.missingFile(face) }
    let id: FaceID
    do {
      id = try collection.open(FontFile(path: url.path, index: face.index))
    } catch {
      throw FontFault.unreadable(face, reason: error.description)
    }
    let names = collection.familyNames(of: id)
    guard names.contains(face.family) else { throw FontFault.otherFamily(face, found: names) }
    return id
  }
}

/// A face that a role came to use, and the licensed one that it stands for.
public struct ResolvedFont: Hashable, Sendable {
  /// The role's name.
  public let role: String
  /// The face's family, as `roles.yaml` declares it.
  public let family: String
  /// The name of the font file, without its folder.
  public let file: String
  /// The name of the licensed face.
  public let official: String
}

extension Unicode.Scalar {
  /// Whether it is a digit or a sign that numbers are written with.
  fileprivate var isOfNumbers: Bool {
    "0" <= self && self <= "9" || self == "." || self == "," || self == "%"
  }

  /// Whether a glyph is needed; line breaks and the like, and invisible signs, need none.
  var isDrawn: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: false
    default: !properties.isDefaultIgnorableCodePoint
    }
  }
}
