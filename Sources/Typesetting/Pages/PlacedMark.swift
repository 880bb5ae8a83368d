public import Geometry
public import Graphics

/// Words that lie across a page, below everything else on it: a picture of them, and no text.
public struct PlacedMark: Hashable, Sendable {
  /// What it says.
  public let text: String
  /// The start of its line on the baseline.
  public let origin: Point
  /// The em of its type.
  public let size: Length
  /// How far the line is turned about its start, to the left.
  public let degrees: Double
  /// From black, 0, to white, 1.
  public let lightness: Double
  /// The glyphs, counted from the line's start before it is turned.
  public let runs: [GlyphRun]
}

/// Sets a mark across pages, from the lower left to the upper right, as large as a sheet of any
/// orientation holds it.
struct MarkSetter {
  let text: String
  let role: String
  let measure: TextMeasure

  /// How much of the shorter side of the sheet the turned line takes.
  private static let share = 0.86
  private static let degrees = 45.0
  /// So light that rules and the smallest type stand out above it, on paper too.
  private static let lightness = 0.88

  /// The mark in the middle of a sheet; nil where there is nothing to set.
  func place(on sheet: Size) throws -> PlacedMark? {
    let sample = Length.pt(100)
    let sampleWidth = try measure.width(text, role: role, size: sample)
    // Sine and cosine of 45°: the turned line is as wide as it is high.
    let slant = 0.5.squareRoot()
    let extent = (sampleWidth + sample) * slant
    let room = min(sheet.width, sheet.height) * Self.share
    let size = sample * (room.points / extent.points)
    guard let line = try measure.lines(text, role: role, size: size, width: nil).first else {
      return nil
    }
    // From the middle of the sheet to the line's start, before it is turned and after.
    let (x, y) = (line.width * -0.5, size * (ascent - 0.5))
    let origin = Point(
      x: sheet.width / 2 + (x + y) * slant, y: sheet.height / 2 + (y - x) * slant)
    return PlacedMark(
      text: line.text, origin: origin, size: size, degrees: Self.degrees,
      lightness: Self.lightness, runs: line.runs)
  }
}
