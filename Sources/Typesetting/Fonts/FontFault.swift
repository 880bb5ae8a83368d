internal import Diagnostics

/// Why a text cannot be set.
enum FontFault: Error {
  case role(String, nearest: String?)
  case missingFile(FontRoles.Face)
  case unreadable(FontRoles.Face, reason: String)
  case otherFamily(FontRoles.Face, found: [String])
  case character(Unicode.Scalar, role: String)
  case privateUse(Unicode.Scalar)

  /// Equal for faults that are the same to the reader, wherever they occur.
  var key: String {
    switch self {
    case .role(let name, _): "role \(name)"
    case .missingFile(let face): "missing \(face.file)"
    case .unreadable(let face, _): "unreadable \(face.file) \(face.index)"
    case .otherFamily(let face, _): "family \(face.file) \(face.index) \(face.family)"
    case .character(let scalar, let role): "character \(scalar.value) \(role)"
    case .privateUse(let scalar): "character \(scalar.value)"
    }
  }

  /// The character that cannot be set.
  var scalar: Unicode.Scalar? {
    switch self {
    case .character(let scalar, _), .privateUse(let scalar): scalar
    default: nil
    }
  }

  /// The fault in words.
  ///
  /// - Parameters:
  ///   - place: where the text stands; faults of a font file point at `roles.yaml`.
  ///   - typed: where the character was typed, if that is known; the first is the better place.
  func finding(at place: FindingPlace?, typed: [SourcePlace] = []) -> Finding {
    switch self {
    case .role(let name, let nearest):
      Finding(
        "F105", at: place, what: "没有字体角色“\(name)”", expected: "Fonts/roles.yaml 里的角色",
        mend: nearest.map { "您是否想写“\($0)”？" } ?? "在 Fonts/roles.yaml 里补上这个角色")
    case .missingFile(let face):
      Finding(
        "F101", at: face.place, what: "找不到字体文件 \(face.file)",
        expected: "文件在 directories 列出的某个文件夹里",
        mend: face.place.file == FontRolesFile.name
          ? "运行 scripts/setup（或只取 Fandol 字体的 scripts/fonts），或把文件放进 Fonts/files"
          : "把文件放进那个文件夹，或改正 file、directories",
        cause: .machine)
    case .unreadable(let face, let reason):
      Finding(
        "F107", at: face.place, what: "打不开字体 \(face.file)（序号 \(face.index)）：\(reason)",
        expected: "OpenType 或 TrueType 字体文件，序号不超过其中的字体数",
        mend: "检查序号，或重新取得这个文件", cause: .machine)
    case .otherFamily(let face, let found):
      Finding(
        "F102", at: face.place,
        what: "\(face.file)（序号 \(face.index)）的族名是“\(found.joined(separator: "”“"))”",
        expected: "“\(face.family)”", mend: "改正 family 或 index，或换上正确的字体文件",
        cause: .machine)
    case .character(let scalar, let role):
      Finding(
        "F103", at: typed.first.map { .source($0) } ?? place,
        what: "字体角色“\(role)”的所有字体都没有“\(scalar)”（\(codePoint(scalar))）这个字"
          + printed(at: place, typed),
        expected: "角色的某个字体有这个字",
        mend: "核对这个字有没有输错；没有错，就在 Fonts/roles.yaml 的 fallback 里加一个有它的字体",
        related: others(typed))
    case .privateUse(let scalar):
      Finding(
        "F103", at: typed.first.map { .source($0) } ?? place,
        what: "“\(scalar)”（\(codePoint(scalar))）是私用区编码，每个字体的字形各不相同"
          + printed(at: place, typed),
        expected: "Unicode 正式编码的字", mend: "删去它，用新的输入法重新输入这个字",
        related: others(typed))
    }
  }
}

/// Says that a radical stands where an ordinary character is meant.
func radicalFinding(
  _ radical: Unicode.Scalar, for character: Unicode.Scalar, at place: FindingPlace?,
  typed: [SourcePlace]
) -> Finding {
  let count = typed.count > 1 ? "，共 \(typed.count) 处" : ""
  return Finding(
    "F108", .warning, at: typed.first.map { .source($0) } ?? place,
    what: "“\(radical)”（\(codePoint(radical))）是部首，不是汉字“\(character)”\(count)",
    expected: "汉字“\(character)”（\(codePoint(character))），看上去一样，搜索、核对时却是两个字",
    mend: "改用“\(character)”（\(codePoint(character))）；确实要印这个部首的，不必改",
    related: others(typed))
}

/// Where a character that is reported where it was typed would be printed.
private func printed(at place: FindingPlace?, _ typed: [SourcePlace]) -> String {
  guard !typed.isEmpty, case .cell(let address) = place else { return "" }
  return "，它要印在 \(address)"
}

/// The places besides the first that a message has room for.
private func others(_ places: [SourcePlace]) -> [SourcePlace] {
  Array(places.dropFirst().prefix(9))
}

/// Says that the folder's configuration cannot be used.
func configurationFinding(_ reason: String) -> Finding {
  Finding(
    "F104", at: SourcePlace(file: "Fonts/fonts.conf"), what: "读不出字体配置（\(reason)）",
    expected: "随程序发布的 fonts.conf", mend: "恢复 Fonts/fonts.conf", cause: .machine)
}
