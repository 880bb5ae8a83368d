import FoundationEssentials
import Geometry
import TestSupport
import Testing

@testable import Graphics

@Suite("Text that needs no shaping") struct PlainSettingTests {
  /// The font files of that family that the roles name.
  private static let fandol = Set(
    ((try? Project.text("Fonts/roles.yaml")) ?? "").matches(of: /file: (Fandol[A-Za-z-]+\.ttf)/)
      .map { String($0.1) }
  ).sorted()

  @Test("The roles name faces to try") func faces() { #expect(Self.fandol.count >= 5) }

  @Test("is set as pango sets it, character by character", arguments: fandol)
  func agreesWithPangoForEachCharacter(file: String) throws {
    let fonts = try FontCollection(configuration: Project.url("Fonts/fonts.conf").path)
    let id = try fonts.open(
      FontFile(path: Project.url("Fonts/files/\(file)").path, index: 0))
    let scalars = [0x20...0x7E, 0xA1...0xBF, 0x2010...0x2027, 0x3000...0x3020, 0x4E00...0x9FA5]
      .joined().compactMap(Unicode.Scalar.init).filter { fonts.covers(id, $0) || $0 == " " }
    #expect(scalars.count > 6_000)
    // Lines of forty, so that neighbours have their say as well.
    for start in stride(from: 0, to: scalars.count, by: 40) {
      let part = scalars[start..<min(start + 40, scalars.count)]
      try compare(String(String.UnicodeScalarView(part)), face: id, fonts: fonts)
    }
  }

  @Test("is set as pango sets it in whole sentences, broken alike")
  func agreesWithPangoInSentences() throws {
    let fonts = try FontCollection(configuration: Project.url("Fonts/fonts.conf").path)
    let id = try fonts.open(
      FontFile(path: Project.url("Fonts/files/FandolSong-Regular.ttf").path, index: 0))
    for text in [
      "2023年度收入总计6,548.68万元，支出总计6,548.68万元。", "“三公”经费（含购置费）——全年预算0万元……",
      "AVATAR fi fl To WA 1/2 12.5%", "公开06表：一般公共预算财政拨款基本支出决算明细表",
    ] {
      try compare(text, face: id, fonts: fonts)
    }
  }

  /// Holds glyphs, advances and places to break against those of pango.
  private func compare(_ text: String, face: FaceID, fonts: FontCollection) throws {
    let bytes = Array(text.utf8)
    let spans = [FontSpan(face: face, bytes: 0..<bytes.count)]
    let size = Length.pt(9.5)
    let plain = try #require(fonts.plainParagraph(text, spans: spans, size: size))
    let shaped = try fonts.shapedParagraphs(text, bytes: bytes, spans: spans, size: size)
    try #require(shaped.count == 1)
    #expect(plain.clusters.map(\.bytes) == shaped[0].clusters.map(\.bytes), "\(text)")
    #expect(plain.clusters.map(\.isBlank) == shaped[0].clusters.map(\.isBlank), "\(text)")
    // Two roundings may differ by one of pango's 1,024 parts of a point.
    for (one, other) in zip(plain.clusters, shaped[0].clusters) {
      #expect(abs(one.advance - other.advance) <= 1, "\(text)")
    }
    let all = plain.clusters.indices
    let (one, other) = (
      plain.line(all, of: bytes, size: size), shaped[0].line(all, of: bytes, size: size)
    )
    #expect(one.runs.flatMap { $0.glyphs.map(\.id) } == other.runs.flatMap { $0.glyphs.map(\.id) })
  }
}
