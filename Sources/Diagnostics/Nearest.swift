/// The word among the candidates that was most likely meant, for “您是否想写……？”.
///
/// - Returns: the candidate with the smallest edit distance (insert, delete, replace, or swap of
///   neighbours), the first of equals in the given order; nil when even that differs in more than a
///   third of the longer word's characters, two at least.
public func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let letters = Array(word)
  var best: (word: String, distance: Int)?
  for candidate in candidates {
    let other = Array(candidate)
    let allowed = max(2, max(letters.count, other.count) / 3)
    // Words differ at least by their lengths; this spares the reckoning for very long ones.
    guard abs(letters.count - other.count) <= allowed else { continue }
    let distance = editDistance(letters, other)
    guard distance <= allowed, distance < max(letters.count, other.count) else { continue }
    if distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.word
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
