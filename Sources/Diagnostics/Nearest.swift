/// The word among the candidates that was most likely meant, for “您是否想写……？”.
///
/// A guess never crosses a meaning. It is made only where all of this holds:
/// - the word is none that is known to mean something else;
/// - few characters differ (inserted, deleted, replaced, or neighbours swapped): one in words of 3 to 7
///   characters, two in words of 8 to 11, a quarter of the longer word's beyond; or one word is a part
///   of the other, and at least half of it;
/// - none of the characters that differ decides by itself what is meant, as digits do, 初 and 末, 非;
/// - no other candidate is as near;
/// - from each other known word that is at least half like it, the word differs as the candidate does:
///   it has one of the characters at least by which the candidate is told from the other, and less than
///   half of those that only the other has.
///
/// - Parameters:
///   - others: further words of the same kind that have a meaning of their own, from which the guess
///     has to keep apart as it does from the candidates.
/// - Returns: the candidate, the word itself where it is one; nil where no guess is safe.
public func nearest(
  to word: String, among candidates: some Sequence<String>, apartFrom others: [String] = []
) -> String? {
  let candidates = Array(candidates)
  if candidates.contains(word) { return word }
  guard !others.contains(word) else { return nil }
  // Many times as long as any of them it is none of them misspelt; its characters are not counted.
  let longest = candidates.map(\.utf8.count).max() ?? 0
  guard word.utf8.count <= longest * 8 else { return nil }
  let near = nearWords(to: word, among: candidates + others)
  guard near.count < 2, let guess = near.first ?? partner(of: word, among: candidates),
    candidates.contains(guess)
  else { return nil }
  let counted =
    near.isEmpty && guess.count > word.count ? numerals : numerals + contrasts
  guard decisive(word, counted) == decisive(guess, counted) else { return nil }
  let isApart = (candidates + others).allSatisfy { keepsApart(word, from: $0, as: guess) }
  return isApart ? guess : nil
}

/// The words from which the word differs in few characters, the nearest alone.
private func nearWords(to word: String, among words: [String]) -> Set<String> {
  let letters = Array(word)
  var nearest: Set<String> = []
  var least = Int.max
  for other in words {
    let length = max(letters.count, other.count)
    let allowed = length < 3 ? 0 : max(1, length / 4)
    // Words differ at least by their lengths; this spares the reckoning for very long ones.
    guard abs(letters.count - other.count) <= allowed else { continue }
    let distance = editDistance(letters, Array(other))
    guard distance <= allowed, distance <= least else { continue }
    if distance < least { nearest = [] }
    least = distance
    nearest.insert(other)
  }
  return nearest
}

/// The only candidate that the word is a part of, or that is a part of it; nil where there is none, or
/// several, or where less than half of the longer word is left.
private func partner(of word: String, among candidates: [String]) -> String? {
  let length = word.count
  let partners = Set(
    candidates.filter { candidate in
      guard length > 0, !candidate.isEmpty, candidate.count * 2 >= length else { return false }
      return candidate.contains(word) || word.contains(candidate)
    })
  guard partners.count == 1, let partner = partners.first, length * 2 >= partner.count else {
    return nil
  }
  return partner
}

/// Characters that count or negate, beside digits.
private let numerals = "〇零一二三四五六七八九十两非不未无"
/// Characters that stand against one another in words that are otherwise the same.
private let contrasts = "上下前后初末内外收支增减总合"

/// The characters of a word that decide what it means, in no order.
private func decisive(_ word: String, _ characters: String) -> [Character] {
  word.filter { $0.isWholeNumber || characters.contains($0) }.sorted()
}

/// Whether the word differs from the other one as the candidate does.
///
/// 营业收入 is near 事业收入, but has half of what makes 经营收入 of it. Words that are less than half alike
/// are not held against each other.
private func keepsApart(_ word: String, from other: String, as candidate: String) -> Bool {
  guard other != candidate, isHalfAlike(word, other) else { return true }
  let distinctive = characters(of: candidate, beside: other)
  guard distinctive.isEmpty || word.contains(where: distinctive.contains) else { return false }
  let foreign = characters(of: other, beside: candidate)
  let shared = foreign.intersection(characters(of: word, beside: candidate))
  return shared.isEmpty || shared.count * 2 < foreign.count
}

/// Whether at most half of the longer word's characters differ.
private func isHalfAlike(_ word: String, _ other: String) -> Bool {
  let (letters, others) = (Array(word), Array(other))
  let allowed = max(letters.count, others.count) / 2
  return abs(letters.count - others.count) <= allowed && editDistance(letters, others) <= allowed
}

/// The characters that a word has more often than another.
private func characters(of word: String, beside other: String) -> Set<Character> {
  var counts: [Character: Int] = [:]
  for letter in word { counts[letter, default: 0] += 1 }
  for letter in other { counts[letter, default: 0] -= 1 }
  return Set(counts.filter { $0.value > 0 }.keys)
}

/// The restricted Damerau–Levenshtein distance of two words.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var beforeLast = [Int]()
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
