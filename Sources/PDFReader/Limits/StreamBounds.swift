internal import Glibc
internal import Readings

/// Measures what the streams of a PDF file become before a library unpacks them.
///
/// poppler holds objects, fonts and the text of a page in memory whatever their size, and has no
/// limits of its own. So each stream is unpacked once into a small buffer and counted; where streams
/// stand is told by the words around them, not by the table of objects, which a hostile file bends.
///
/// What a page shows by calling forms ``FormCalls`` counts, where ``mayMultiply`` asks for it.
///
/// Not seen are streams packed with LZW, behind ASCII85, or encrypted (a file that opens without a
/// password may be), and a page that lists one stream a thousand times without calling a form.
/// poppler has no door to stop a page, so such a file costs time and memory until the page is done;
/// only then the limit of characters holds.
struct StreamBounds {
  private let limits: PDFLimits
  private let inflaters = [ZlibInflater(), ZlibInflater(), ZlibInflater()]
  private var total = 0
  private var size = 0
  private var text = ShownText()
  private var fault: PDFFileFault?
  /// Whether forms call others, or a stream calls so often that it may be the same one.
  private(set) var mayMultiply = false

  init(_ limits: PDFLimits) { self.limits = limits }

  /// The first stream beyond a limit; nil where none is.
  mutating func check(_ bytes: UnsafeRawBufferPointer) -> PDFFileFault? {
    var place = 0
    while fault == nil, let start = bytes.index(of: "stream", from: place) {
      var begin = start + 6
      if begin < bytes.count, bytes[begin] == 0x0D { begin += 1 }
      if begin < bytes.count, bytes[begin] == 0x0A { begin += 1 }
      let end = bytes.index(of: "endstream", from: begin) ?? bytes.count
      (size, text) = (0, ShownText())
      let data = UnsafeRawBufferPointer(rebasing: bytes[begin..<max(begin, end)])
      inflaters[0].reset()
      take(data, level: 0)
      let head = UnsafeRawBufferPointer(rebasing: bytes[max(0, start - 512)..<start])
      let isForm = text.calls > 0 && head.index(of: "/Form", from: 0) != nil
      if isForm || text.calls > 1_000 { mayMultiply = true }
      place = end + 9
    }
    return fault
  }

  /// Counts a piece of a stream, and what it becomes where it is packed itself.
  ///
  /// - Parameter level: how often it was unpacked.
  private mutating func take(_ data: UnsafeRawBufferPointer, level: Int) {
    guard data.isZlib else {
      count(data)
      return
    }
    guard level < inflaters.count else {
      fault = .overpacked(limit: limits.streamBytes)
      return
    }
    var isFirst = true
    var isPacked = false
    _ = inflaters[level].feed(data) { piece in
      if isFirst { isPacked = level + 1 < inflaters.count && piece.isZlib }
      count(piece)
      if isPacked { unpackAgain(piece, level: level + 1, isFirst: isFirst) }
      isFirst = false
      return fault == nil
    }
  }

  /// Filters may stand behind one another, each making a thousand bytes of one.
  private mutating func unpackAgain(
    _ piece: UnsafeRawBufferPointer, level: Int, isFirst: Bool
  ) {
    if isFirst { inflaters[level].reset() }
    _ = inflaters[level].feed(piece) { inner in
      count(inner)
      if level + 1 < inflaters.count, inner.isZlib {
        unpackAgain(inner, level: level + 1, isFirst: true)
      }
      return fault == nil
    }
  }

  private mutating func count(_ piece: UnsafeRawBufferPointer) {
    size += piece.count
    total += piece.count
    text.take(piece)
    if size > limits.streamBytes || total > limits.inflatedBytes {
      fault = .overpacked(
        limit: size > limits.streamBytes ? limits.streamBytes : limits.inflatedBytes)
    } else if text.count > limits.shownBytes {
      fault = .overfull(limit: limits.shownBytes)
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether the bytes begin as zlib data does (RFC 1950, 2.2): deflate, and a sum of its own.
  fileprivate var isZlib: Bool {
    count > 2 && self[0] & 0x0F == 8 && (Int(self[0]) << 8 | Int(self[1])) % 31 == 0
  }

  /// Where a word stands next.
  func index(of word: StaticString, from start: Int) -> Int? {
    let length = word.utf8CodeUnitCount
    var place = start
    while place + length <= count, let base = baseAddress,
      let found = memchr(base + place, Int32(word.utf8Start.pointee), count - place - length + 1)
    {
      let index = base.distance(to: UnsafeRawPointer(found))
      if memcmp(found, word.utf8Start, length) == 0 { return index }
      place = index + 1
    }
    return nil
  }
}
