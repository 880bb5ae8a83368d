import Diagnostics
import Testing

@testable import SourceFiles

@Suite("Which characters are printed")
struct CharacterPolicyTests {
  private static let all = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)

  private func treatment(_ value: UInt32) -> CharacterTreatment? {
    Unicode.Scalar(value).map { CharacterPolicy.treatment(of: $0, after: "字") }
  }

  @Test("Nothing that cannot be seen, or that Unicode does not have, is taken as it is")
  func invisible() {
    for scalar in Self.all {
      let properties = scalar.properties
      let isFit: Bool
      switch properties.generalCategory {
      case .control: isFit = "\t\n\r".unicodeScalars.contains(scalar)
      case .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: isFit = false
      case .unassigned:
        isFit =
          (0x20000...0x3FFFD).contains(scalar.value) && !properties.isNoncharacterCodePoint
      default:
        isFit = !properties.isDefaultIgnorableCodePoint && !properties.isBidiControl
      }
      guard !isFit else { continue }
      #expect(
        CharacterPolicy.treatment(of: scalar, after: "字") != .kept,
        "\(characterName(scalar)) \(properties.generalCategory)")
    }
  }

  @Test("All of Chinese, Latin, Greek, Cyrillic and their signs is")
  func ordinary() {
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0xA1...0xAC, 0xAE...0x17F, 0x391...0x3A1, 0x410...0x44F, 0x2010...0x2027,
      0x2030...0x205E, 0x20A0...0x20BF, 0x2150...0x218B, 0x2190...0x23FF, 0x2460...0x27BF,
      0x2E80...0x2E99, 0x2F00...0x2FD5, 0x3000...0x303E, 0x3041...0x3096, 0x3105...0x312F,
      0x3200...0x321E, 0x3220...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFA6D,
      0xFF01...0xFF9F,
      0x20000...0x2FFFD, 0x30000...0x323AF, 0x1F300...0x1F64F,
    ]
    for value in ranges.joined() { #expect(treatment(value) == .kept, "\(value)") }
  }

  /// Four characters of each bidirectional class that turns texts, spread over all of the class, as
  /// the Unicode Character Database 14 has them.
  private static let turning: [UInt32] = [
    0x5BE, 0x5D0, 0x5D1, 0x109C1, 0x10CC4, 0x1E95F,  // R
    0x608, 0x627, 0xFBB9, 0xFDC7, 0x1EEBB,  // AL
    0x600, 0x660, 0x891, 0x10E69, 0x10E7E,  // AN
  ]

  @Test("What runs from right to left, or turns what does not, is refused")
  func direction() {
    for value in Self.turning {
      #expect(treatment(value) == .refused(.rightToLeft), "\(value)")
    }
    for value in [0x61C, 0x200F].map(UInt32.init) + (0x202A...0x202E) + (0x2066...0x2069) {
      #expect(treatment(value) == .refused(.direction), "\(value)")
    }
    #expect(treatment(0x200E) == .left)
  }

  @Test(
    "Each other kind is treated as decided",
    arguments: [
      (0x0B, .refused(.control)), (0x7F, .refused(.control)), (0x85, .refused(.control)),
      (0x9B, .refused(.control)), (0x2028, .refused(.control)), (0x2029, .refused(.control)),
      (0xA0, .space), (0x2003, .oddSpace), (0x202F, .oddSpace), (0x3000, .kept),
      (0xAD, .left), (0x200B, .left), (0x200C, .left), (0x200D, .left), (0x2060, .left),
      (0xFEFF, .left), (0x34F, .left), (0xFE0F, .left), (0xFE0E, .left),
      (0xFE00, .refused(.variant)), (0xE0100, .refused(.variant)), (0x180B, .refused(.variant)),
      (0x115F, .refused(.invisible)), (0x3164, .refused(.invisible)),
      (0xFFA0, .refused(.invisible)), (0x2800, .refused(.invisible)),
      (0x2061, .refused(.invisible)), (0xE0041, .refused(.invisible)),
      (0xFFF9, .refused(.invisible)), (0x17B4, .refused(.invisible)),
      (0xE000, .refused(.privateUse)), (0x10FFFD, .refused(.privateUse)),
      (0xFDD0, .refused(.unassigned)), (0xFFFF, .refused(.unassigned)),
      (0x2FFFE, .refused(.unassigned)), (0x378, .refused(.unassigned)), (0x3FFFD, .kept),
      (0xFFFC, .refused(.placeholder)), (0xFFFD, .refused(.placeholder)),
      (0x301, .kept), (0x20DD, .kept), (0x93E, .kept), (0x1F98A, .kept),
    ] as [(UInt32, CharacterTreatment)])
  func kinds(value: UInt32, expected: CharacterTreatment) {
    #expect(treatment(value) == expected)
  }

  @Test("A mark stands on a character, not on a blank, a sign of the file or nothing")
  func marks() {
    for before: Unicode.Scalar? in [nil, " ", "\u{3000}", "\n", "\"", ",", ":", "-"] {
      #expect(CharacterPolicy.treatment(of: "\u{301}", after: before) == .refused(.loneMark))
    }
    for before: Unicode.Scalar in ["a", "5", "字", "\u{300}", "（"] {
      #expect(CharacterPolicy.treatment(of: "\u{301}", after: before) == .kept)
    }
  }
}

@Suite("Characters of a file")
struct CharacterCheckTests {
  private func read(_ text: String) -> Loaded<SourceText> {
    SourceText.decode(Array(text.utf8), file: "a", family: "D", characters: .printed)
  }

  private func told(_ findings: [Finding]) -> [String] {
    findings.map { "\($0.place.map(DiagnosticPrinter.text) ?? "") \($0.code) \($0.what)" }
  }

  @Test("What is left out is told once, with all its places, and lines are quoted as typed")
  func left() {
    let loaded = read("甲\u{200B}乙\r\n丙\u{200B}\u{200B}丁\u{AD}\n")
    #expect(loaded.value?.text == "甲乙\r\n丙丁\n")
    #expect(loaded.value?.lines == ["甲\u{200B}乙", "丙\u{200B}\u{200B}丁\u{AD}", ""])
    #expect(
      told(loaded.findings) == [
        "a:2:5 D018 有U+00AD 软连字符，看不见，也不起作用，没有印出",
        "a:1:2 D018 有U+200B 零宽空格，共 3 处，看不见，也不起作用，没有印出",
      ])
    #expect(loaded.findings.last?.related.map(\.description) == ["a:2:2", "a:2:3"])
    #expect(!loaded.findings.hasErrors)
    let any = SourceText.decode(Array("甲\u{200B}".utf8), file: "a", family: "C")
    #expect(any.value?.text == "甲\u{200B}" && any.findings.isEmpty)
  }

  @Test("What is refused is told with its code and name, and the rest is read on")
  func refused() {
    let loaded = read("甲\u{202E}乙\n名\u{0}\n\u{E000}")
    #expect(loaded.value?.text == "甲\u{FFFD}乙\n名\u{FFFD}\n\u{FFFD}")
    #expect(
      told(loaded.findings) == [
        "a:2:2 D019 有U+0000 空字符，是看不见的控制字符，印不出来",
        "a:1:2 D019 有U+202E 从右向左覆盖，看不见，却会改变后面文字和标点的次序",
        "a:3:1 D019 有“\u{E000}”（U+E000），是私用区编码，每个字体的字形各不相同",
      ])
  }

  @Test("Byte order marks at the start are none of the text's characters")
  func marks() {
    #expect(read("\u{FEFF}\u{FEFF}甲").findings.isEmpty)
    #expect(read("\u{FEFF}\u{FEFF}甲").value?.text == "甲")
    #expect(read("甲\u{FEFF}").value?.text == "甲")
    #expect(read("甲\u{A0}乙\u{2003}").value?.text == "甲 乙 ")
  }

  @Test("Places behind what is left out are those of the file, in tables and in YAML")
  func places() throws {
    let table = try #require(read("\u{200B}甲,乙\n\u{200B}一\u{200B},\u{200B}\"二\"\u{200B}\n").value)
    let records = try #require(CSVFile.parse(table, family: "D").value).records
    #expect(records.map { $0.map(\.text) } == [["甲", "乙"], ["一", "二"]])
    #expect(records[1].map(\.place.column) == [2, 6])
    let yaml = try #require(read("甲: 一\n\u{200B}乙\u{200B}: \u{200B}二\n").value)
    let map = try #require(YAMLValue.parse(yaml, family: "D").value?.entries)
    #expect(map.map { $0.key.text } == ["甲", "乙"])
    #expect(map[1].key.place == SourcePlace(file: "a", line: 2, column: 2))
    #expect(map[1].value.place == SourcePlace(file: "a", line: 2, column: 7))
  }

  @Test("What cannot stand in a file cannot be written as an escape either; a tab is a blank")
  func escapes() throws {
    let text = try #require(
      read(#"甲: ["\u200B", "\x0B", "a\u202Eb", "\u0301", "一\n二", "字\u0301", "\r"]"#).value)
    let loaded = YAMLValue.parse(text, family: "D")
    #expect(loaded.findings.map(\.code) == Array(repeating: "D026", count: 5))
    #expect(
      told(loaded.findings).first == "a:1:5 D026 双引号里用反斜杠写出了U+200B 零宽空格，它不能印出")
    let tabs = try #require(read("甲: \"一\t二\\t三\"\n").value)
    #expect(
      YAMLValue.parse(tabs, family: "D").value?.entries?.first?.value.text == "一 二 三")
    let table = try #require(read("甲\t乙\n一\t二\n").value)
    #expect(
      CSVFile.parse(table, family: "D").value?.records.map { $0[0].text } == ["甲\t乙", "一 二"])
  }
}
