import Diagnostics
import Documents
import Foundation
import Geometry
import TestSupport
import Testing

@testable import Graphics
@testable import Typesetting

/// Texts that nobody would write: any character may stand beside any other.
@Suite("Random texts")
struct RandomTextTests {
  /// Characters from blocks of every direction and behaviour, and some of all others.
  private static let blocks: [ClosedRange<UInt32>] = [
    0x00...0x1F, 0x20...0x7E, 0x7F...0x9F, 0xA0...0x17F, 0x300...0x36F, 0x590...0x5FF,
    0x600...0x6FF, 0x700...0x8FF, 0x900...0x97F, 0xE00...0xE7F, 0xF00...0xFFF, 0x1100...0x11FF,
    0x1800...0x18AF, 0x2000...0x206F, 0x20D0...0x20F0, 0x2E80...0x2FDF, 0x3000...0x30FF,
    0x3130...0x318F, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xE000...0xE0FF, 0xFB1D...0xFDFF,
    0xFE00...0xFEFF, 0xFF00...0xFFFF, 0x10800...0x10FFF, 0x1D150...0x1D180, 0x1E800...0x1EFFF,
    0x1F300...0x1F6FF, 0x20000...0x2A6DF, 0xE0000...0xE01EF, 0xF0000...0x10FFFF,
  ]

  private static func text(_ generator: inout SeededRandom) -> String {
    let kinds = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
      blocks.randomElement(using: &generator) ?? 0...0x10FFFF
    }
    var scalars = String.UnicodeScalarView()
    let length = [3, 12, 40, 200].randomElement(using: &generator) ?? 3
    while scalars.count < length {
      let block = kinds.randomElement(using: &generator) ?? 0x20...0x7E
      guard let scalar = Unicode.Scalar(UInt32.random(in: block, using: &generator)) else {
        continue
      }
      let run = Int.random(in: 0..<40, using: &generator) == 0 ? 30 : 1
      for _ in 0..<run { scalars.append(scalar) }
    }
    return String(scalars)
  }

  private let style = TextStyle(role: "正文", size: .pt(16), lineHeight: 1.8)

  @Test("20,000 of them are set whole or refused, in one face and with all of a role")
  func shaping() throws {
    var generator = SeededRandom(seed: 202_619)
    let fonts = try #require(
      FontSet.load(from: Project.url("Fonts"), needing: FontDemand([])).value)
    var (whole, refused) = (0, 0)
    for _ in 0..<20_000 {
      let text = Self.text(&generator)
      do {
        try check(text, fonts)
        whole += 1
      } catch is FontFault { refused += 1 } catch is GraphicsError { refused += 1 }
      // Whether or not the face has the characters: pango is asked all the same.
      do { try checkLines(try inOneFace(text, fonts), of: text) } catch is GraphicsError {}
    }
    #expect(whole > 2_000 && refused > 2_000, "\(whole) \(refused)")
  }

  private func inOneFace(_ text: String, _ fonts: FontSet) throws -> [ShapedLine] {
    let face = try fonts.face(of: style.role, at: 0)
    let spans = [FontSpan(face: face, bytes: 0..<text.utf8.count)]
    return try fonts.collection.shape(text, spans: spans, size: .pt(10), width: .pt(55))
  }

  private func check(_ text: String, _ fonts: FontSet) throws {
    let lines = try fonts.shape(text, role: style.role, size: .pt(10), width: .pt(40))
    try checkLines(lines, of: text)
    let setter = ParagraphSetter(measure: fonts.measure, width: .mm(50))
    for line in try setter.justified(text, style: style, indent: 2)
      + setter.centred(
        text, style: style)
    {
      for run in line.line.runs { #expect(isSound(run)) }
    }
  }

  /// Everything but what ends paragraphs is on the lines, in order.
  private func checkLines(_ lines: [ShapedLine], of text: String) throws {
    let ends: Set<Unicode.Scalar> = ["\n", "\r", "\u{2029}"]
    let set = lines.flatMap { $0.text.unicodeScalars.filter { !ends.contains($0) } }
    #expect(set == text.unicodeScalars.filter { !ends.contains($0) })
    for run in lines.flatMap(\.runs) { #expect(isSound(run)) }
  }

  private func isSound(_ run: GlyphRun) -> Bool {
    run.clusters.map(\.bytes).reduce(0, +) == run.text.utf8.count
      && run.clusters.map(\.glyphs).reduce(0, +) == run.glyphs.count
  }
}
