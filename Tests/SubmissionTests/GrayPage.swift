import Foundation
import Geometry
import TestSupport
import Testing

/// A page as it is seen: where ink is, at 150 dots an inch.
struct GrayPage {
  static let dotsPerInch = 150
  /// Pixels a point.
  static let scale = Double(dotsPerInch) / 72

  let width: Int
  let height: Int
  /// Row by row: 0 is black, 255 white.
  private let pixels: [UInt8]
  /// The columns of the pixels with ink, in order, for each row of pixels.
  private let ink: [[Int]]

  /// Renders consecutive pages of a PDF, counted from 1.
  static func pages(_ numbers: ClosedRange<Int>, of file: URL, in folder: URL) throws -> [Self] {
    let stem = folder.appendingPathComponent("page")
    let result = try run(
      "pdftoppm",
      [
        "-gray", "-r", "\(dotsPerInch)", "-f", "\(numbers.lowerBound)",
        "-l", "\(numbers.upperBound)", file.path, stem.path,
      ])
    try #require(result.status == 0, "\(result.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".pgm") }.sorted()
    return try names.map { name in
      let url = folder.appendingPathComponent(name)
      defer { try? FileManager.default.removeItem(at: url) }
      return try GrayPage(pgm: [UInt8](Data(contentsOf: url)))
    }
  }

  /// Reads a binary PGM file: four words, then a byte a pixel.
  private init(pgm bytes: [UInt8]) throws {
    var words: [String] = []
    var start = 0
    while words.count < 4 {
      let end = try #require(bytes[start...].firstIndex { $0 <= 32 })
      words.append(String(decoding: bytes[start..<end], as: UTF8.self))
      start = end + 1
    }
    try #require(words[0] == "P5" && words[3] == "255")
    let width = try #require(Int(words[1]))
    let height = try #require(Int(words[2]))
    pixels = Array(bytes[start...])
    try #require(pixels.count == width * height)
    (self.width, self.height) = (width, height)
    // One plain loop: there are two million pixels a page, and the tests are not optimised.
    var ink = Array(repeating: [Int](), count: height)
    pixels.withUnsafeBufferPointer { pixels in
      var index = 0
      var row = 0
      while row < height {
        var column = 0
        while column < width {
          if pixels[index] < darkest { ink[row].append(column) }
          index += 1
          column += 1
        }
        row += 1
      }
    }
    self.ink = ink
  }

  /// The smallest rectangle that holds all ink within some pixels; none where there is none.
  func ink(in area: PixelArea) -> PixelArea? {
    var found: PixelArea?
    for row in ink.indices.clamped(to: area.top..<max(area.top, area.bottom)) {
      let columns = ink[row]
      // Few pixels have ink, so the first and the last in the area are soon found.
      guard let first = columns.first(where: { $0 >= area.left }), first < area.right,
        let last = columns.last(where: { $0 < area.right })
      else { continue }
      found = PixelArea(
        left: min(found?.left ?? first, first), top: found?.top ?? row,
        right: max(found?.right ?? 0, last + 1), bottom: row + 1)
    }
    return found
  }
}

extension GrayPage {
  /// What a light mark does to a page that has none.
  struct Shading {
    /// The width of the page in pixels.
    let width: Int
    /// Whether the page is wider than high.
    let isSideways: Bool
    /// The pixels of white paper that are grey.
    var shaded = 0
    /// The darkest of them.
    var darkest: UInt8 = 255
    /// From the first column with such a pixel to the last.
    var columns = 0..<0
    /// The pixels that are lighter than without the mark: ink that it covers.
    var lost = 0
  }

  /// How the page differs from its rendering without a mark.
  func shading(of plain: GrayPage) -> Shading {
    var shading = Shading(width: width, isSideways: width > height)
    var (first, last) = (width, 0)
    guard plain.pixels.count == pixels.count else { return shading }
    pixels.withUnsafeBufferPointer { marked in
      plain.pixels.withUnsafeBufferPointer { plain in
        var index = 0
        while index < marked.count {
          let (old, new) = (plain[index], marked[index])
          // Soft edges are rounded one way or the other.
          if new > old, new - old > 2 { shading.lost += 1 }
          if old == 255, new < 250 {
            shading.shaded += 1
            shading.darkest = min(shading.darkest, new)
            first = min(first, index % width)
            last = max(last, index % width)
          }
          index += 1
        }
      }
    }
    shading.columns = first..<max(first, last + 1)
    return shading
  }

  /// The pixels between the ruling lines around a cell as they are drawn; none where one is missing.
  func interior(of box: Rectangle) -> PixelArea? {
    let edges = PixelArea(within: box)
    // A renderer moves a line of one pixel onto whole ones, up to one from where it belongs.
    let core = edges.inset(by: 3)
    guard core.left < core.right, core.top < core.bottom else { return nil }
    let isRow = {
      self.isInked(from: $0 * self.width + core.left, count: core.right - core.left, by: 1)
    }
    let isColumn = {
      self.isInked(from: core.top * self.width + $0, count: core.bottom - core.top, by: self.width)
    }
    guard let top = (edges.top - 2..<core.top).last(where: isRow),
      let bottom = (core.bottom..<edges.bottom + 2).first(where: isRow),
      let left = (edges.left - 2..<core.left).last(where: isColumn),
      let right = (core.right..<edges.right + 2).first(where: isColumn)
    else { return nil }
    return PixelArea(left: left + 1, top: top + 1, right: right, bottom: bottom)
  }

  /// Whether so many pixels from a pixel on all have ink.
  private func isInked(from start: Int, count: Int, by step: Int) -> Bool {
    var index = start
    for _ in 0..<count {
      guard pixels.indices.contains(index), pixels[index] < darkest else { return false }
      index += step
    }
    return true
  }
}

/// A pixel that is darker has ink; paler ones are the soft edge of a shape.
private let darkest: UInt8 = 224

/// Some pixels of a page: rows and columns up to, but without, the last.
struct PixelArea: Equatable, CustomStringConvertible {
  let left, top, right, bottom: Int

  var description: String { "[\(left) \(top) – \(right) \(bottom)]" }

  init(left: Int, top: Int, right: Int, bottom: Int) {
    (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
  }

  /// The pixels that lie wholly within a rectangle of the page.
  init(within box: Rectangle) {
    left = Int((box.minX.points * GrayPage.scale).rounded(.up))
    top = Int((box.minY.points * GrayPage.scale).rounded(.up))
    right = Int((box.maxX.points * GrayPage.scale).rounded(.down))
    bottom = Int((box.maxY.points * GrayPage.scale).rounded(.down))
  }

  /// Without so many of its outermost pixels.
  func inset(by count: Int) -> PixelArea {
    PixelArea(left: left + count, top: top + count, right: right - count, bottom: bottom - count)
  }

  func contains(_ other: PixelArea) -> Bool {
    left <= other.left && top <= other.top && other.right <= right && other.bottom <= bottom
  }
}
