internal import Diagnostics

/// Why a text cannot be set.
enum FontFault: Error, Fault {
  case role(String, nearest: String?)
  case missingFile(FontRoles.Face)
  case unreadable(FontRoles.Face, reason: String)
  case otherFamily(FontRoles.Face, found: [String])
  /// A character that no face of a role has; where it is told of at the place where it was typed,
  /// with the place at which it would be printed.
  case character(Unicode.Scalar, role: String, printedAt: Place? = nil)
  case privateUse(Unicode.Scalar, printedAt: Place? = nil)

  var wording: FaultWording {
    switch self {
    case .missingFile(let face):
      FaultWording(
        code: "F101", cause: .machine, what: "找不到字体文件 \(face.file)",
        expected: "文件在 directories 列出的某个文件夹里",
        mend: face.place.file == FontRolesFile.name
          ? "运行 scripts/setup（或只取 Fandol 字体的 scripts/fonts），或把文件放进 Fonts/files"
          : "把文件放进那个文件夹，或改正 file、directories")
    case .otherFamily(let face, let found):
      FaultWording(
        code: "F102", cause: .machine,
        what: "\(face.file)（序号 \(face.index)）的族名是“\(found.joined(separator: "”“"))”",
        expected: "“\(face.family)”", mend: "改正 family 或 index，或换上正确的字体文件")
    case .character(let scalar, let role, let place):
      FaultWording(
        code: "F103",
        what: "字体角色“\(role)”的所有字体都没有“\(scalar)”（\(codePoint(scalar))）这个字" + printed(place),
        expected: "角色的某个字体有这个字",
        mend: "核对这个字有没有输错；没有错，就在 Fonts/roles.yaml 的 fallback 里加一个有它的字体")
    case .role(let name, let nearest):
      FaultWording(
        code: "F105", what: "没有字体角色“\(name)”", expected: "Fonts/roles.yaml 里的角色",
        mend: nearest.map { "您是否想写“\($0)”？" } ?? "在 Fonts/roles.yaml 里补上这个角色")
    case .unreadable(let face, let reason):
      FaultWording(
        code: "F107", cause: .machine,
        what: "打不开字体 \(face.file)（序号 \(face.index)）：\(reason)",
        expected: "OpenType 或 TrueType 字体文件，序号不超过其中的字体数", mend: "检查序号，或重新取得这个文件")
    case .privateUse(let scalar, let place):
      FaultWording(
        code: "F110",
        what: "“\(scalar)”（\(codePoint(scalar))）是私用区编码，每个字体的字形各不相同" + printed(place),
        expected: "Unicode 正式编码的字", mend: "删去它，用新的输入法重新输入这个字")
    }
  }

  private func printed(_ place: Place?) -> String {
    place.map { "，它要印在 \(DiagnosticPrinter.text(of: $0))" } ?? ""
  }
}

extension FontFault {
  /// Equal for faults that are the same to the reader, wherever they occur.
  var key: String {
    switch self {
    case .role(let name, _): "role \(name)"
    case .missingFile(let face): "missing \(face.file)"
    case .unreadable(let face, _): "unreadable \(face.file) \(face.index)"
    case .otherFamily(let face, _): "family \(face.file) \(face.index) \(face.family)"
    case .character(let scalar, let role, _): "character \(scalar.value) \(role)"
    case .privateUse(let scalar, _): "character \(scalar.value)"
    }
  }

  /// The character that cannot be set.
  var scalar: Unicode.Scalar? {
    switch self {
    case .character(let scalar, _, _), .privateUse(let scalar, _): scalar
    case .role, .missingFile, .unreadable, .otherFamily: nil
    }
  }

  /// The fault where its reader can mend it: one of a font file in the file that declares it, one of
  /// a character where that was typed.
  ///
  /// - Parameters:
  ///   - place: where the text stands.
  ///   - typed: where the character was typed, if that is known.
  func located(at place: Place?, typed: [SourcePlace] = []) -> Finding {
    switch self {
    case .role: return finding(at: place)
    case .missingFile(let face), .unreadable(let face, _), .otherFamily(let face, _):
      return finding(at: face.place)
    case .character(let scalar, let role, _):
      let printed = typed.isEmpty ? nil : place
      return FontFault.character(scalar, role: role, printedAt: printed)
        .finding(at: typed.first.map { .source($0) } ?? place, related: typed.others)
    case .privateUse(let scalar, _):
      let printed = typed.isEmpty ? nil : place
      return FontFault.privateUse(scalar, printedAt: printed)
        .finding(at: typed.first.map { .source($0) } ?? place, related: typed.others)
    }
  }
}

/// What can be wrong with the files of the fonts, and a character that looks like another.
enum FontFileFault: Fault {
  /// The configuration cannot be used, for a reason.
  case configuration(String)
  case roleWithoutFaces(String)
  /// A radical where an ordinary character is meant, in so many places.
  case radical(Unicode.Scalar, meant: Unicode.Scalar, count: Int)
  case radicalTable

  var wording: FaultWording {
    switch self {
    case .configuration(let reason):
      FaultWording(
        code: "F104", cause: .machine, what: "读不出字体配置（\(reason)）",
        expected: "随程序发布的 fonts.conf", mend: "恢复 Fonts/fonts.conf")
    case .roleWithoutFaces(let name):
      FaultWording(
        code: "F106", what: "角色“\(name)”没有字体", expected: "faces 里至少一个字体",
        mend: "补上 faces: [{family: …, file: …}]")
    case .radical(let radical, let meant, let count):
      FaultWording(
        code: "F108", severity: .warning,
        what: "“\(radical)”（\(codePoint(radical))）是部首，不是汉字“\(meant)”"
          + (count > 1 ? "，共 \(count) 处" : ""),
        expected: "汉字“\(meant)”（\(codePoint(meant))），看上去一样，搜索、核对时却是两个字",
        mend: "改用“\(meant)”（\(codePoint(meant))）；确实要印这个部首的，不必改")
    case .radicalTable:
      FaultWording(
        code: "F109", what: "部首表的这一行不对", expected: "部首,编码,汉字,编码",
        mend: "运行 scripts/radicals 重新生成")
    }
  }
}

extension [SourcePlace] {
  /// The places besides the first that a message has room for.
  var others: [SourcePlace] { Array(dropFirst().prefix(9)) }
}
