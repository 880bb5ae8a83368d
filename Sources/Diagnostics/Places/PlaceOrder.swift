extension Place: Comparable {
  /// Orders as people read: a dossier as a whole, texts, other files, then forms; what holds others
  /// before what it holds.
  public static func < (left: Place, right: Place) -> Bool { left.order < right.order }

  private var order: ReadingOrder {
    switch self {
    case .dossier(let name): ReadingOrder(rank: 0, name: name)
    case .source(let place):
      ReadingOrder(rank: 1, name: place.file, numbers: [place.line, place.column])
    case .file(let name): ReadingOrder(rank: 2, name: name)
    case .cell(let place): place.order
    case .page(let place): place.order
    case .form(let number): ReadingOrder(rank: 3, name: number)
    case .position(let place): place.order
    case .figure(let address):
      ReadingOrder(rank: 3, name: address.form, numbers: [.max], text: address.description)
    case .text(let text, let form):
      ReadingOrder(rank: 3, name: form ?? "", numbers: [.max], text: "\u{10FFFF}\(text)")
    }
  }
}

/// By what places are ordered, the first that differs.
private struct ReadingOrder: Comparable {
  /// The kind of thing that it is in.
  let rank: Int
  /// The file or form.
  let name: String
  /// The part of a file that has a name of its own.
  var part = ""
  /// What is counted, from the largest to the smallest.
  var numbers: [Int] = []
  var text = ""

  static func < (left: ReadingOrder, right: ReadingOrder) -> Bool {
    if left.rank != right.rank { return left.rank < right.rank }
    if left.name != right.name { return left.name < right.name }
    if left.part != right.part { return left.part < right.part }
    if left.numbers != right.numbers {
      return left.numbers.lexicographicallyPrecedes(right.numbers)
    }
    return left.text < right.text
  }
}

extension CellPlace {
  fileprivate var order: ReadingOrder {
    // Of letters the shorter ones come first: Z before AA.
    let letters = columnLetters ?? ""
    let column = letters.unicodeScalars.reduce(0) { $0 &* 26 &+ Int($1.value) &- 64 }
    let numbers = reference == nil ? [] : [rowNumber ?? 0, column]
    return ReadingOrder(
      rank: 2, name: file ?? "", part: sheet, numbers: numbers, text: reference ?? "")
  }
}

extension PagePlace {
  fileprivate var order: ReadingOrder {
    let edges = box.map { [$0.top, $0.left, $0.bottom, $0.right] } ?? []
    let hundredths = edges.map { Int(exactly: ($0 * 100).rounded()) ?? .max }
    return ReadingOrder(
      rank: 2, name: file ?? "", numbers: [page, paragraph ?? 0] + hundredths)
  }
}

extension TablePosition {
  fileprivate var order: ReadingOrder {
    ReadingOrder(
      rank: 3, name: form, numbers: [section ?? 0, part == .header ? 0 : 1, row, column])
  }
}
