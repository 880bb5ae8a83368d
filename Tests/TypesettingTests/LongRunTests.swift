import Diagnostics
import Documents
import Foundation
import Geometry
import TestSupport
import Testing

@testable import Graphics
@testable import Typesetting

@Suite("Runs without a place to break", .serialized)
struct LongRunTests {
  private let style = TextStyle(role: "正文", size: .pt(16), lineHeight: 1.8)
  private let width = Length.mm(156)

  private func fonts(_ texts: [String]) throws -> FontSet {
    let demand = FontDemand(texts.map { .init(role: style.role, text: $0) })
    return try #require(FontSet.load(from: Project.url("Fonts"), needing: demand).value)
  }

  @Test(
    "are broken between characters, and nothing of them is lost",
    arguments: ["a", "7", "汉", "1,", "a-", "…", "（"])
  func wholeText(unit: String) throws {
    let text = String(repeating: unit, count: 3_000)
    let setter = ParagraphSetter(measure: try fonts([text]).measure, width: width)
    for lines in [
      try setter.justified(text, style: style, indent: 2), try setter.centred(text, style: style),
      try setter.ragged(text, style: style, first: .pt(32), further: .pt(64)),
    ] {
      #expect(lines.map(\.line.text).joined() == text)
      for line in lines { #expect(line.x + line.line.width <= width + .pt(0.06)) }
    }
  }

  @Test("A paragraph is shaped once, whatever its lines need")
  func shapedOnce() throws {
    let text = String(repeating: "x", count: 2_000) + String(repeating: "决算", count: 300)
    let inner = try fonts([text]).measure
    var shaped = 0
    let measure = TextMeasure(
      shape: { text, role, size, width in
        shaped += text.count
        return try inner.lines(text, role: role, size: size, width: width)
      },
      prepare: { text, role, size, closesPairs in
        shaped += text.count
        return try inner.prepared(text, role: role, size: size, closesPairs: closesPairs)
      })
    let setter = ParagraphSetter(measure: measure, width: width)
    _ = try setter.justified(text, style: style, indent: 2)
    #expect(shaped == text.count)
    _ = try setter.centred(text, style: style)
    #expect(shaped == text.count * 2)
  }

  @Test("Twice as long a run takes about twice the time", arguments: ["a", "7"])
  func growth(unit: String) throws {
    let texts = [20_000, 40_000].map { String(repeating: unit, count: $0) }
    let fonts = try fonts(texts)
    let setter = ParagraphSetter(measure: fonts.measure, width: width)
    // The least of some times is not disturbed by what else the machine does; a run that grew with
    // the square of its length would take four times as long, and once took eight.
    let times = try texts.map { text in
      try (0..<4).map { _ in
        try processorTime {
          _ = try setter.justified(text, style: style, indent: 2)
          for size in [9.5, 10.5] {
            let set = try fonts.set(text, role: style.role, size: .pt(size))
            #expect(set.lines(width: .pt(60)).count > 1_000)
          }
        }
      }.min() ?? 0
    }
    #expect(times[1] < times[0] * 3.2, "\(times)")
  }

  private func processorTime(_ work: () throws -> Void) rethrows -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    try work()
    return now() - start
  }
}
