import Diagnostics
import Foundation
import Geometry
import TestSupport
import Testing
import Typesetting

@testable import Graphics

@Suite("Rare characters")
struct CharacterCoverageTests {
  private static let roles = ["公文标题", "正文", "标题", "楷体", "表格", "表格标题", "数字"]

  /// The Chinese characters of GB 18030-2022, by the ranges that the standard states.
  private static var standard: [Unicode.Scalar] {
    let ranges: [ClosedRange<UInt32>] = [
      // 基本集 up to where it was when the standard was made, then the extensions A to F.
      0x4E00...0x9FEF, 0x3400...0x4DB5, 0x20000...0x2A6D6, 0x2A700...0x2B734, 0x2B740...0x2B81D,
      0x2B820...0x2CEA1, 0x2CEB0...0x2EBE0,
    ]
    // Among the compatibility characters there are twelve that are unified ones.
    let twelve: [UInt32] = [
      0xFA0E, 0xFA0F, 0xFA11, 0xFA13, 0xFA14, 0xFA1F, 0xFA21, 0xFA23, 0xFA24, 0xFA27, 0xFA28,
      0xFA29,
    ]
    return (ranges.flatMap { Array($0) } + twelve).compactMap(Unicode.Scalar.init)
  }

  /// What of it the standard has beside: 〇 and its 228 radicals.
  private static var radicals: [Unicode.Scalar] {
    let components: [UInt32] = [
      0x2E81, 0x2E84, 0x2E88, 0x2E8B, 0x2E8C, 0x2E97, 0x2EA7, 0x2EAA, 0x2EAE, 0x2EB3, 0x2EB6,
      0x2EB7,
      0x2EBB, 0x2ECA,
    ]
    return (Array(0x2F00...0x2FD5) + components + [0x3007]).compactMap(Unicode.Scalar.init)
  }

  private func text(_ scalars: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  private func load(_ text: String, roles: [String]) -> Loaded<FontSet> {
    FontSet.load(
      from: Project.url("Fonts"), needing: FontDemand(roles.map { .init(role: $0, text: text) }))
  }

  @Test(
    "Every role has each of the 87,887 characters of GB 18030-2022, and none as an empty glyph",
    arguments: roles)
  func standard(role: String) {
    #expect(Self.standard.count == 87_887)
    #expect(Set(Self.standard).count == 87_887)
    let loaded = load(text(Self.standard), roles: [role])
    #expect(loaded.findings.prefix(5).map(\.what) == [])
    #expect(loaded.value != nil)
  }

  @Test("And 〇 and its 228 radicals, with a warning for radicals only")
  func radicalsArePrintable() {
    #expect(Self.radicals.count == 229)
    let loaded = load(text(Self.radicals), roles: Self.roles)
    #expect(loaded.value != nil)
    #expect(!loaded.findings.isEmpty)
    #expect(loaded.findings.allSatisfy { $0.code == "F108" && $0.severity == .warning })
  }

  @Test("What names are written with is set with a glyph of its own that shows", arguments: roles)
  func namesAreSet(role: String) throws {
    let sample = "𠮷䶮㛃⺁𬭚𰻝〇龥\u{9FEF}\u{FA0E}𪚥\u{2EBE0}\u{4DB5}"
    let set = try #require(load(sample, roles: [role]).value)
    let line = try #require(try set.shape(sample, role: role, size: .pt(10), width: nil).first)
    #expect(line.runs.map(\.text).joined() == sample)
    let glyphs = line.runs.flatMap { run in run.glyphs.map { (run.face, $0.id) } }
    #expect(glyphs.count == sample.unicodeScalars.count)
    #expect(line.width == .pt(10) * Double(glyphs.count))
    let library = try FreeTypeLibrary()
    for (face, glyph) in glyphs {
      #expect(glyph != 0)
      #expect(try FreeTypeFace(set.files[face.index], library: library).hasInk(glyph))
    }
    #expect(Set(glyphs.map { "\($0.0.index) \($0.1)" }).count == glyphs.count)
  }

  @Test("A glyph without ink is no glyph, but a blank needs none")
  func inkIsDemanded() throws {
    let collection = try FontCollection(configuration: Project.url("Fonts/fonts.conf").path)
    let noto = try collection.open(
      FontFile(path: "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", index: 2))
    // The font has an empty glyph for the Hangul filler.
    #expect(!collection.covers(noto, "\u{3164}"))
    #expect(collection.covers(noto, "\u{3000}") && collection.covers(noto, " "))
    #expect(collection.covers(noto, "一") && !collection.covers(noto, "\u{2EBE0}"))
  }
}
