/// What viewers call the pages (ISO 32000-1, 12.4.2).
struct PageLabels {
  /// A range of pages from a place on.
  private struct Range {
    let first: Int
    let style: String?
    let prefix: String
    let start: Int
  }

  private var ranges: [Range] = []

  init(_ file: StoredFile, limits depth: Int = 8) {
    guard let tree = file.value("/PageLabels", of: file.root) else { return }
    collect(tree, of: file, depth: depth)
    ranges.sort { $0.first < $1.first }
  }

  private mutating func collect(_ node: StoredObject, of file: StoredFile, depth: Int) {
    let items = file.items(file.value("/Nums", of: node), limit: 20_000)
    for index in stride(from: 0, to: items.count - 1, by: 2) {
      guard let first = file.integer(items[index]) else { continue }
      let label = items[index + 1]
      ranges.append(
        Range(
          first: first, style: file.name(file.value("/S", of: label)),
          prefix: file.text(file.value("/P", of: label)) ?? "",
          start: file.integer(file.value("/St", of: label)) ?? 1))
    }
    guard depth > 0, file.value("/Kids", of: node) != nil else { return }
    for kid in file.items(file.value("/Kids", of: node), limit: 1_000) {
      collect(kid, of: file, depth: depth - 1)
    }
  }

  /// The label of a page by its place, from 0.
  func label(of page: Int) -> String {
    guard let range = ranges.last(where: { $0.first <= page }) else { return String(page + 1) }
    let number = range.start &+ page &- range.first
    let text =
      switch range.style {
      case "D": String(number)
      case "r": roman(number)
      case "R": roman(number).uppercased()
      case "a": letters(number)
      case "A": letters(number).uppercased()
      default: ""
      }
    return range.prefix + text
  }

  private func roman(_ number: Int) -> String {
    guard (1...4_999).contains(number) else { return String(number) }
    let signs: KeyValuePairs = [
      1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl", 10: "x",
      9: "ix", 5: "v", 4: "iv", 1: "i",
    ]
    var rest = number
    var text = ""
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  /// a to z, then aa to zz.
  private func letters(_ number: Int) -> String {
    guard (1...2_600).contains(number), let scalar = Unicode.Scalar(97 + UInt32((number - 1) % 26))
    else { return "" }
    return String(repeating: String(scalar), count: (number - 1) / 26 + 1)
  }
}
