import Diagnostics
import Readings
import TestSupport
import Testing

@testable import ReaderProcess

@Suite("Values on their way from one process to another")
struct WireTests {
  /// Keeps what is written.
  private final class Sink {
    var bytes: [UInt8] = []
  }

  /// A source that gives some bytes at a time.
  private final class Source {
    private var rest: ArraySlice<UInt8>
    private let most: Int

    init(_ bytes: [UInt8], most: Int) { (rest, self.most) = (bytes[...], most) }

    func read(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
      let piece = rest.prefix(min(most, buffer.count))
      buffer.copyBytes(from: piece)
      rest = rest.dropFirst(piece.count)
      return piece.count
    }

    var isEmpty: Bool { rest.isEmpty }
  }

  private func bytes(of answers: [Loaded<FileReading>]) -> [UInt8] {
    let sink = Sink()
    var writer = ByteWriter { sink.bytes += $0 }
    for answer in answers { writer.answer(answer) }
    writer.flush()
    return sink.bytes
  }

  private func read(
    _ bytes: [UInt8], count: Int, most: Int = .max
  ) throws(WireFault) -> [Loaded<FileReading>] {
    let source = Source(bytes, most: most)
    var reader = ByteReader { (buffer) throws(WireFault) in source.read(buffer) }
    var answers: [Loaded<FileReading>] = []
    for _ in 0..<count { answers.append(try reader.answer()) }
    return answers
  }

  private func answers(seed: UInt64) -> [Loaded<FileReading>] {
    var random = RandomReadings(seed: seed)
    let picture = PagePicture(page: 3, bytes: Array("PNG".utf8))
    let grids = PageGrids(page: 0, grids: random.document().pages.flatMap(\.grids))
    let book = random.workbook()
    let part = PartialWorkbook(book, same: Array(book.sheets.indices.prefix(2)))
    return [
      Loaded(.partialWorkbook(part), []),
      Loaded(.workbook(random.workbook()), [random.finding()]),
      Loaded(.pdf(random.document()), []), Loaded(nil, [random.finding(), random.finding()]),
      Loaded(.text("一行\n又一行"), []), Loaded(.pictures([picture]), []),
      Loaded(.grids([grids]), []),
    ]
  }

  @Test(
    "random readings come back as they were, in whatever pieces",
    arguments: 1...60 as ClosedRange<UInt64>)
  func roundTrip(seed: UInt64) throws {
    let sent = answers(seed: seed)
    let bytes = bytes(of: sent)
    for most in [1, 7, .max] {
      let received = try read(bytes, count: sent.count, most: most)
      #expect(received.map(\.value) == sent.map(\.value))
      #expect(received.map(\.findings) == sent.map(\.findings))
    }
  }

  @Test("a stream that ends too early is a fault, wherever it ends")
  func truncations() {
    let sent = answers(seed: 7)
    let bytes = bytes(of: sent)
    for end in bytes.indices where end < 2_000 || end % 37 == 0 {
      #expect(throws: WireFault.self) { try read(Array(bytes[..<end]), count: sent.count) }
    }
  }

  @Test("bytes that are other ones never trap")
  func changes() {
    let sent = answers(seed: 11)
    let bytes = bytes(of: sent)
    var random = SeededRandom(seed: 5)
    var faults = 0
    for _ in 0..<4_000 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        changed[place] = .random(in: 0...255, using: &random)
      }
      if (try? read(changed, count: sent.count)) == nil { faults += 1 }
    }
    #expect(faults > 0)
  }

  @Test("claims beyond what came take no memory and end with a fault")
  func claims() {
    let sink = Sink()
    var writer = ByteWriter { sink.bytes += $0 }
    writer.byte(AnswerPart.value.rawValue)
    writer.byte(2)
    writer.unsigned(1 << 39)
    writer.flush()
    #expect(throws: WireFault.truncated) { try read(sink.bytes, count: 1) }
    #expect(throws: WireFault.malformed) { try read([9], count: 1) }
    #expect(throws: WireFault.malformed) {
      try read([AnswerPart.nothing.rawValue] + [UInt8](repeating: 0xFF, count: 11), count: 1)
    }
  }

  @Test("a text that comes again is sent once, and held once")
  func sharedTexts() throws {
    let text = String(repeating: "长", count: 40)
    let lines = (0..<100).map {
      ReadLine(text: text, box: ReadBox(left: Double($0), top: 0, right: 1, bottom: 1))
    }
    let page = ReadPage(number: 1, width: 1, height: 1, lines: lines)
    let bytes = bytes(of: [Loaded(.pdf(PDFReading(file: "a.pdf", pages: [page])), [])])
    #expect(bytes.count < 100 * 40)
    let answer = try #require(try read(bytes, count: 1).first)
    #expect(answer.value == .pdf(PDFReading(file: "a.pdf", pages: [page])))
  }
}
