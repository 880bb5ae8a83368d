/// How much of one text stands in another, by the runs of four characters that they have in common.
///
/// Blanks, line ends and places for figures do not count.
public struct TextLikeness: Sendable {
  /// The different runs of four characters, in order; each scalar with its last 16 bits.
  private let grams: [UInt64]

  /// Takes a text apart.
  public init(_ text: ScannedText) { grams = Self.distinct(TextLikeness.grams(of: text)) }

  /// The share of the shorter text's runs that the other has too, in thousandths; 0 where one of them
  /// has none.
  public func permille(with other: TextLikeness) -> Int {
    let least = min(grams.count, other.grams.count)
    guard least > 0 else { return 0 }
    var (left, right, common) = (0, 0, 0)
    while left < grams.count, right < other.grams.count {
      let (a, b) = (grams[left], other.grams[right])
      if a == b { common += 1 }
      if a <= b { left += 1 }
      if b <= a { right += 1 }
    }
    return common * 1000 / least
  }

  private static func distinct(_ grams: [UInt64]) -> [UInt64] {
    var distinct: [UInt64] = []
    distinct.reserveCapacity(grams.count)
    for gram in grams.sorted() where gram != distinct.last { distinct.append(gram) }
    return distinct
  }

  /// The runs of four characters in the order of the text.
  private static func grams(of text: ScannedText) -> [UInt64] {
    var grams: [UInt64] = []
    grams.reserveCapacity(text.scalars.count)
    forEachGram(of: text) { grams.append($0) }
    return grams
  }

  @inline(__always)
  fileprivate static func forEachGram(of text: ScannedText, _ body: (UInt64) -> Void) {
    var (gram, length): (UInt64, Int) = (0, 0)
    for scalar in text.scalars {
      if scalar.isBlank || scalar.isNewline || scalar == .quoted { continue }
      gram = gram << 16 | UInt64(scalar & 0xFFFF)
      length += 1
      if length >= 4 { body(gram) }
    }
  }
}

/// Texts that are the same or nearly.
public struct TextGroup: Hashable, Sendable {
  /// Which texts, by their places in the list that was given, in order; two at least.
  public let members: [Int]
  /// How alike the two least alike ones that were held against each other are, in thousandths.
  public let permille: Int
}

/// Groups the texts that are the same or nearly.
///
/// Two texts belong together if the shorter one has at least the given share of its runs of four
/// characters in common with the other and neither is longer than twice the other; whoever belongs to
/// one of a group belongs to it. Which pairs are held against each other is told by one run in eight,
/// so that texts that have nothing in common cost nothing.
///
/// - Parameters:
///   - permille: the share from which on texts are nearly the same, in thousandths.
///   - leastLength: shorter texts, in scalars, are left out: everybody writes “达成预期指标”.
public func groupsOfLikeTexts(
  _ texts: [ScannedText], from permille: Int = 800, leastLength: Int = 40
) -> [TextGroup] {
  let sample = Sample(of: texts, leastLength: leastLength)
  var groups = Groups(count: texts.count)
  var likenesses: [Int: TextLikeness] = [:]
  func likeness(_ index: Int) -> TextLikeness {
    if let known = likenesses[index] { return known }
    let new = TextLikeness(texts[index])
    likenesses[index] = new
    return new
  }
  for (pair, count) in sample.common.sorted(by: { $0.key < $1.key }) {
    let least = min(sample.counts[pair.first], sample.counts[pair.second])
    let lengths = [texts[pair.first].scalars.count, texts[pair.second].scalars.count].sorted()
    // The sample errs; half of the share is enough to look closer.
    guard lengths[1] <= 2 * lengths[0], count * 2000 >= least * permille else { continue }
    let share = likeness(pair.first).permille(with: likeness(pair.second))
    if share >= permille { groups.join(pair.first, pair.second, permille: share) }
  }
  return groups.all
}

/// One run in eight of each text, and how many of them two texts have in common.
private struct Sample {
  private(set) var counts: [Int]
  private(set) var common: [Pair: Int] = [:]

  init(of texts: [ScannedText], leastLength: Int) {
    counts = Array(repeating: 0, count: texts.count)
    var held: [(gram: UInt64, text: Int)] = []
    for (index, text) in texts.enumerated() where text.scalars.count >= leastLength {
      TextLikeness.forEachGram(of: text) { gram in
        if Self.has(gram) { held.append((gram, index)) }
      }
    }
    held.sort { ($0.gram, $0.text) < ($1.gram, $1.text) }
    var start = 0
    for place in held.indices {
      if held[place].gram != held[start].gram { start = place }
      let isRepeated = place > start && held[place].text == held[place - 1].text
      guard !isRepeated else { continue }
      counts[held[place].text] += 1
      var last = -1
      for other in held[start..<place] where other.text != last {
        common[Pair(first: other.text, second: held[place].text), default: 0] += 1
        last = other.text
      }
    }
  }

  private static func has(_ gram: UInt64) -> Bool {
    (gram &* 0x9E37_79B9_7F4A_7C15) >> 61 == 0
  }
}

private struct Pair: Hashable, Comparable {
  let first: Int
  let second: Int

  static func < (left: Pair, right: Pair) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }
}

/// Which texts belong together.
private struct Groups {
  private var leaders: [Int]
  private var permilles: [Int: Int] = [:]

  init(count: Int) { leaders = Array(0..<count) }

  mutating func join(_ first: Int, _ second: Int, permille: Int) {
    let (left, right) = (leader(first), leader(second))
    let least = min(permilles[left] ?? 1000, permilles[right] ?? 1000, permille)
    leaders[max(left, right)] = min(left, right)
    permilles[min(left, right)] = least
  }

  private func leader(_ index: Int) -> Int {
    var index = index
    while leaders[index] != index { index = leaders[index] }
    return index
  }

  var all: [TextGroup] {
    guard !permilles.isEmpty else { return [] }
    return Dictionary(grouping: leaders.indices, by: leader).filter { $0.value.count > 1 }
      .sorted { $0.key < $1.key }
      .map { TextGroup(members: $0.value, permille: permilles[$0.key] ?? 1000) }
  }
}
