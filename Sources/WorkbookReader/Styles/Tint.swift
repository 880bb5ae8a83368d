/// How much a colour is lightened or darkened (ISO/IEC 29500-1, 18.8.19): its lightness goes that
/// share of the way to white, or to black for a negative one.
struct Tint {
  private let share: Double

  init(_ share: Double) { self.share = min(1, max(-1, share)) }

  /// A colour of six hexadecimal digits with the tint on it.
  func applied(to digits: String) -> String {
    guard share != 0, digits.utf8.count == 6, let number = UInt32(digits, radix: 16) else {
      return digits
    }
    let parts = [16, 8, 0].map { Double((number >> UInt32($0)) & 255) / 255 }
    let (most, least) = (parts.max() ?? 0, parts.min() ?? 0)
    let lightness = (most + least) / 2
    let target = share < 0 ? lightness * (1 + share) : lightness * (1 - share) + share
    let range = most - least
    let saturation =
      range == 0 ? 0 : range / (lightness > 0.5 ? 2 - most - least : most + least)
    // With hue and saturation kept, each part keeps its place between the least and the most.
    let newRange = saturation * (1 - abs(2 * target - 1))
    let newLeast = target - newRange / 2
    return parts.map { part in
      let place = range == 0 ? 0 : (part - least) / range
      let value = UInt32((min(1, max(0, newLeast + place * newRange)) * 255).rounded())
      let text = String(value, radix: 16, uppercase: true)
      return text.utf8.count == 1 ? "0" + text : text
    }.joined()
  }
}
