public import Diagnostics
public import FoundationEssentials

/// The text of a file that a person wrote, decoded without being told how it was saved.
public struct SourceText: Sendable {
  /// The name that messages print.
  public let file: String
  /// The text, without a byte order mark and without what ``CharacterRule/printed`` leaves out.
  public let text: String
  /// What was found of its characters.
  public let findings: [Finding]
  /// Which characters it may have.
  let rule: CharacterRule
  /// The text with all of its characters.
  private let typed: String
  /// For each line, from 1, the columns of characters that were left out.
  private let removed: [Int: [Int]]
  /// Whether its places are cells of a sheet, which has no lines to quote.
  private var isSheet = false
  /// The file as it was read, so that whoever records what was read need not read it again.
  public let bytes: [UInt8]

  /// A text that is already at hand.
  public init(file: String, text: String) {
    self.file = file
    self.text = text
    (typed, removed, rule) = (text, [:], .any)
    bytes = Array(text.utf8)
    findings = []
  }

  /// Something that was read, whatever it is, so that it is recorded; it has no text of its own.
  public init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    (text, typed, removed, rule, findings) = ("", "", [:], .any, [])
  }

  /// What stands for a sheet by that name, so that places in it are cells.
  init(cellsOf sheet: String) {
    self.init(file: sheet, bytes: [])
    isSheet = true
  }

  private init(
    file: String, typed: String, bytes: [UInt8], family: String, rule: CharacterRule
  ) {
    self.file = file
    self.bytes = bytes
    self.rule = rule
    // Some programs write the mark twice, or one of GB18030.
    let typed = typed.unicodeScalars.first == "\u{FEFF}" ? typed.droppingFirst : typed
    self.typed = typed
    guard rule == .printed else {
      (text, removed, findings) = (typed, [:], [])
      return
    }
    let check = CharacterCheck(typed, file: file, family: family)
    (text, removed, findings) = (check.text, check.removed, check.findings)
  }

  /// A place in ``text`` as a place in the file.
  func place(line: Int = 0, column: Int = 0) -> SourcePlace {
    if isSheet { return SourcePlace(sheet: file, row: line, column: column) }
    var column = column
    // Each character that was left out before the column moves it on by one.
    if column > 0, !removed.isEmpty {
      for other in removed[line] ?? [] where other <= column { column += 1 }
    }
    return SourcePlace(file: file, line: line, column: column)
  }

  /// The lines, for quoting in messages; they end where ``CSVFile`` ends them and editors do: at LF,
  /// CRLF and CR, not at the rarer separators that Unicode has beside.
  public var lines: [String] {
    let (feed, carriage) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    var lines: [String] = []
    // By bytes, which are looked through much faster than characters.
    var rest = typed.utf8[...]
    while let end = rest.firstIndex(where: { $0 == feed || $0 == carriage }) {
      lines.append(String(Substring(rest[..<end])))
      let isPair = rest[end] == carriage && rest[end...].dropFirst().first == feed
      rest = rest[end...].dropFirst(isPair ? 2 : 1)
    }
    return lines + [String(Substring(rest))]
  }

  /// Decodes the bytes of a file: UTF-8 with or without byte order mark, otherwise GB18030.
  ///
  /// GB18030 is what Excel saves in China. A text that is valid UTF-8 is taken as UTF-8: a GB18030
  /// text of Chinese characters practically never is.
  ///
  /// - Parameters:
  ///   - family: the letter of the finding codes, `D` or `L`.
  ///   - rule: which characters it may have; the text comes with what was found of them.
  public static func decode(
    _ bytes: [UInt8], file: String, family: String, characters rule: CharacterRule = .any
  ) -> Loaded<SourceText> {
    func decoded(_ typed: String) -> Loaded<SourceText> {
      let text = SourceText(file: file, typed: typed, bytes: bytes, family: family, rule: rule)
      return Loaded(text, text.findings)
    }
    func refused(_ fault: TextFault, at place: SourcePlace) -> Loaded<SourceText> {
      Loaded(nil, [FamilyFault(fault, in: family).finding(at: place)])
    }
    if let foreign = ForeignFormat(bytes) {
      return refused(.foreign(foreign), at: SourcePlace(file: file))
    }
    let hasMark = bytes.starts(with: utf8Mark)
    let content = hasMark ? bytes.dropFirst(utf8Mark.count) : bytes[...]
    if let text = String(validating: content, as: UTF8.self) {
      return decoded(text)
    }
    if hasMark || isDamagedUTF8(content) {
      let offset = offsetOfDamage(in: content)
      return refused(.damage(offset: offset), at: placeOfByte(offset, in: content, file: file))
    }
    switch decodeGB18030(content) {
    case .success(let text):
      return decoded(text)
    case .failure(let fault):
      return refused(
        .encoding(offset: fault.offset), at: placeOfByte(fault.offset, in: content, file: file))
    }
  }

  /// The file with further lines at its end, in its own encoding and with its own line ends; nil for a
  /// line that cannot be written so.
  public func bytes(adding lines: [String]) -> [UInt8]? {
    let (feed, carriage) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    let end =
      switch bytes.firstIndex(where: { $0 == feed || $0 == carriage }) {
      case .some(let index) where bytes[index] == carriage:
        bytes[index...].dropFirst().first == feed ? "\r\n" : "\r"
      default: "\n"
      }
    let isEnded = bytes.last.map { $0 == feed || $0 == carriage } ?? true
    let added = (isEnded ? "" : end) + lines.map { $0 + end }.joined()
    if String(validating: bytes, as: UTF8.self) != nil { return bytes + Array(added.utf8) }
    return (try? encodeGB18030(added).get()).map { bytes + $0 }
  }

  /// Reads and decodes a file.
  ///
  /// - Returns: the text, or the finding that says why there is none.
  public static func read(
    _ url: URL, as file: String, family: String, characters rule: CharacterRule = .any
  ) -> Loaded<SourceText> {
    do {
      let bytes = Array(try Data(contentsOf: url))
      return decode(bytes, file: file, family: family, characters: rule)
    } catch {
      let exists = FileManager.default.fileExists(atPath: url.path)
      let fault = exists ? TextFault.unreadable : .missing
      return Loaded(nil, [FamilyFault(fault, in: family).finding(at: SourcePlace(file: file))])
    }
  }
}

extension String {
  /// Without its first scalar.
  fileprivate var droppingFirst: String {
    String(String.UnicodeScalarView(unicodeScalars.dropFirst()))
  }
}

private let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// Whether bytes that are no valid UTF-8 were meant as such: most of their Chinese characters are.
///
/// Read as GB18030, a text with one broken byte would turn into nonsense without any error. The
/// three-byte sequences of UTF-8 are rare in GB18030 texts, broken sequences are everywhere there.
private func isDamagedUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
  let broken: Unicode.Scalar = "\u{FFFD}"
  let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
  let intact = scalars.count { $0.value >= 0x800 && $0 != broken }
  return intact > scalars.count { $0 == broken }
}

/// The first byte at which bytes that were meant as UTF-8 are broken.
private func offsetOfDamage(in bytes: ArraySlice<UInt8>) -> Int {
  let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
  return text.prefix { $0 != "\u{FFFD}" }.reduce(0) { $0 + UTF8.width($1) }
}

/// The line on which a byte stands.
private func placeOfByte(_ offset: Int, in bytes: ArraySlice<UInt8>, file: String) -> SourcePlace {
  let line = bytes.prefix(offset).count { $0 == UInt8(ascii: "\n") } + 1
  return SourcePlace(file: file, line: line)
}
