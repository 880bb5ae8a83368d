internal import Geometry

/// A paragraph as pango sets it on one line, in pango's whole units.
///
/// There is no kerning and no ligature across clusters, so a part of it is set as the whole is, and
/// can be made a line of its own.
struct SetParagraph {
  /// A glyph by its offset from its cluster's start.
  struct PlacedGlyph {
    let id: UInt32
    let x: Int
    let y: Int
  }

  /// Bytes that are set together: a character, mostly.
  struct Cluster {
    /// Of the whole text.
    let bytes: Range<Int>
    /// Of the paragraph's glyphs.
    let glyphs: Range<Int>
    let advance: Int
    /// From the start of the paragraph to its own.
    let x: Int
    /// Whether nothing is to be seen of it.
    let isBlank: Bool
    /// The number of the run that it belongs to; runs differ in their face or their script.
    let run: Int
  }

  /// The bytes of the text, without the line break at the end.
  let bytes: Range<Int>
  private(set) var clusters: [Cluster] = []
  private var glyphs: [PlacedGlyph] = []
  private var faces: [FaceID] = []
  /// From the start of the first cluster to the end of the last.
  private var endX = 0

  /// A paragraph without clusters; most have a glyph for each.
  init(bytes: Range<Int>, clusterCount: Int) {
    self.bytes = bytes
    clusters.reserveCapacity(clusterCount)
    glyphs.reserveCapacity(clusterCount)
  }

  /// From the start of the first cluster to the end of the last that is no blank.
  private(set) var advance = 0

  /// The byte behind the last cluster.
  var end: Int { clusters.last?.bytes.upperBound ?? bytes.lowerBound }

  /// The first cluster that starts at a byte or behind it; their number where none does.
  func firstCluster(from byte: Int) -> Int {
    var (low, high) = (0, clusters.count)
    while low < high {
      let middle = (low + high) / 2
      if clusters[middle].bytes.lowerBound < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How far the clusters of some bytes advance.
  func advance(of bytes: Range<Int>) -> Int {
    let (first, end) = (firstCluster(from: bytes.lowerBound), firstCluster(from: bytes.upperBound))
    guard first < end else { return 0 }
    return clusters[end - 1].x + clusters[end - 1].advance - clusters[first].x
  }

  /// Starts a run of a face.
  mutating func beginRun(_ face: FaceID) { faces.append(face) }

  /// Adds a cluster to the run that was begun last.
  mutating func add(
    _ placed: some Collection<PlacedGlyph>, for bytes: Range<Int>, advance: Int, isBlank: Bool
  ) {
    let first = glyphs.count
    for glyph in placed { glyphs.append(glyph) }
    clusters.append(
      Cluster(
        bytes: bytes, glyphs: first..<glyphs.count, advance: advance, x: endX, isBlank: isBlank,
        run: faces.count - 1))
    endX += advance
    if !isBlank { self.advance = endX }
  }

  /// The paragraph with some of its clusters narrower than what is drawn of them.
  func narrowed(at indices: [Int], by width: Int) -> SetParagraph {
    var narrowed = self
    var (shift, rest) = (0, indices[...])
    for index in clusters.indices {
      let cluster = clusters[index]
      let isNarrower = rest.first == index
      narrowed.clusters[index] = Cluster(
        bytes: cluster.bytes, glyphs: cluster.glyphs,
        advance: cluster.advance - (isNarrower ? width : 0), x: cluster.x - shift,
        isBlank: cluster.isBlank, run: cluster.run)
      guard isNarrower else { continue }
      shift += width
      rest = rest.dropFirst()
    }
    narrowed.endX -= shift
    narrowed.advance -= shift
    return narrowed
  }

  /// Some of its clusters as a line.
  ///
  /// - Parameters:
  ///   - shifts: how far each of them is moved; none where all stay.
  ///   - trim: what is left out of the width at the line's end.
  func line(
    _ range: Range<Int>, of text: [UInt8], size: Length, shifts: [Int] = [], trim: Int = 0
  ) -> ShapedLine {
    var x = 0
    // Where the last glyph ends that is not a blank.
    var inkEnd = 0
    var runs: [GlyphRun] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let run = clusters[start].run
      let end = clusters[start..<range.upperBound].firstIndex { $0.run != run } ?? range.upperBound
      let moved = shifts.dropFirst(start - range.lowerBound)
      runs.append(
        self.run(
          start..<end, of: text, size: size, shifts: moved, x: &x,
          inkEnd: &inkEnd))
      start = end
    }
    let whole = runs.count == 1 ? runs[0].text : string(of: range, in: text)
    return ShapedLine(text: whole, width: points(inkEnd - trim), runs: runs)
  }

  /// Clusters of one run.
  private func run(
    _ range: Range<Int>, of text: [UInt8], size: Length, shifts: ArraySlice<Int>,
    x: inout Int, inkEnd: inout Int
  ) -> GlyphRun {
    var drawn: [Glyph] = []
    var counts: [GlyphCluster] = []
    drawn.reserveCapacity(range.count)
    counts.reserveCapacity(range.count)
    var shifts = shifts
    for cluster in clusters[range] {
      let shift = shifts.popFirst() ?? 0
      for index in cluster.glyphs {
        let glyph = glyphs[index]
        drawn.append(Glyph(id: glyph.id, x: points(x + shift + glyph.x), y: points(glyph.y)))
      }
      counts.append(GlyphCluster(bytes: cluster.bytes.count, glyphs: cluster.glyphs.count))
      x += cluster.advance
      if !cluster.isBlank { inkEnd = x + shift }
    }
    return GlyphRun(
      face: faces[clusters[range.lowerBound].run], size: size, text: string(of: range, in: text),
      glyphs: drawn, clusters: counts)
  }

  private func string(of range: Range<Int>, in text: [UInt8]) -> String {
    guard let first = clusters[range].first, let last = clusters[range].last else { return "" }
    return String(decoding: text[first.bytes.lowerBound..<last.bytes.upperBound], as: UTF8.self)
  }

  private func points(_ units: Int) -> Length { .pt(Double(units) / pangoScale) }
}

/// How many of pango's units are a point; PANGO_SCALE is a macro of the library.
let pangoScale = 1024.0
