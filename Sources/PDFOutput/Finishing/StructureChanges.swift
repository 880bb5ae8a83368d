internal import Typesetting

/// What becomes of the elements of structure of a drawn file: those of tables get their attributes,
/// and the parts of those that stand on several pages are joined (ISO 32000-1, 14.7.4): one
/// paragraph, one row, one table.
///
/// Cairo writes the elements in the order in which they were begun; that type and number agree is
/// checked, so that no cell gets what another ought to have.
struct StructureChanges {
  private let file: DrawnFile
  /// The number of the object that tells which element a marked piece of a page belongs to, by the
  /// page's key; read when the first element is joined.
  private var owners: [Int: Int]?
  /// The first part of each element that has several.
  private var firsts: [ElementName: Int] = [:]

  /// Attributes by the number of their element.
  private(set) var attributes: [Int: String] = [:]
  /// What elements hold that are not left as they are.
  private(set) var kids: [Int: [DrawnElement.Kid]] = [:]
  /// The parents of elements that went into another one.
  private(set) var parents: [Int: Int] = [:]
  /// Elements that went into an earlier one.
  private(set) var joined: Set<Int> = []
  /// New owners of marked pieces, by the number of the list of a page and the place in it.
  private(set) var owned: [Int: [Int: Int]] = [:]

  /// Holds what was drawn against what cairo wrote of it.
  init(_ structure: StructureElement, in file: DrawnFile) throws(PDFFault) {
    self.file = file
    let tree = try Self.tree(of: file)
    let numbers = try numbers(of: tree.kids.map(DrawnElement.Kid.element), for: [structure])
    for number in numbers { _ = try finish(structure, number, below: tree.number) }
  }

  /// Finishes an element of the file.
  ///
  /// - Returns: whether it stays; not if it went into an earlier one.
  private mutating func finish(
    _ element: StructureElement, _ number: Int, below parent: Int
  ) throws(PDFFault) -> Bool {
    let drawn = try drawn(element, number, below: parent)
    if let name = element.sharedName {
      if let first = firsts[name] {
        try join(element, drawn, number, to: first)
        joined.insert(number)
        return false
      }
      firsts[name] = number
    }
    attributes[number] = element.attributes
    // What holds no elements holds text, which cairo counts in its stead.
    guard !element.children.isEmpty else { return true }
    let kids = try finish(element.children, of: drawn, number)
    if kids.count < drawn.kids.count { self.kids[number] = kids.map(DrawnElement.Kid.element) }
    return true
  }

  /// Finishes the elements below an element of the file.
  ///
  /// - Returns: those that stay; one that continues an earlier one leaves.
  private mutating func finish(
    _ elements: [StructureElement], of drawn: DrawnElement, _ parent: Int
  ) throws(PDFFault) -> [Int] {
    var kept: [Int] = []
    let numbers = try numbers(of: drawn.kids, for: elements)
    kept.reserveCapacity(numbers.count)
    for (element, number) in zip(elements, numbers)
    where try finish(element, number, below: parent) {
      kept.append(number)
    }
    return kept
  }

  /// Puts what an element holds behind what an earlier one holds.
  private mutating func join(
    _ element: StructureElement, _ drawn: DrawnElement, _ number: Int, to first: Int
  ) throws(PDFFault) {
    let added: [DrawnElement.Kid]
    if element.children.isEmpty {
      added = try marks(of: drawn, to: first)
    } else {
      let kept = try finish(element.children, of: drawn, number)
      for child in kept { parents[child] = first }
      added = kept.map(DrawnElement.Kid.element)
    }
    guard !added.isEmpty else { return }
    let known = kids[first]
    let own = if let known { known } else { try DrawnElement(file.scanner(first)).kids }
    kids[first] = own + added
  }

  /// The marked pieces of an element on its page, which from now on belong to an earlier one.
  private mutating func marks(
    of drawn: DrawnElement, to first: Int
  ) throws(PDFFault) -> [DrawnElement.Kid] {
    try drawn.kids.map { kid throws(PDFFault) in
      let (mark, page): (Int, Int?)
      switch kid {
      case .mark(let own): (mark, page) = (own, drawn.page)
      case .markElsewhere(let own, let other): (mark, page) = (own, other)
      case .element, .other: (mark, page) = (0, nil)
      }
      guard let page else {
        throw PDFFault("cairo", doing: "join elements", reason: "more than marked pieces")
      }
      owned[try owners(on: page), default: [:]][mark] = first
      return .markElsewhere(mark, page: page)
    }
  }

  /// The elements below an element of the file, which must be as many as were drawn.
  private func numbers(
    of kids: [DrawnElement.Kid], for elements: [StructureElement]
  ) throws(PDFFault) -> [Int] {
    var numbers: [Int] = []
    numbers.reserveCapacity(kids.count)
    for case .element(let number) in kids { numbers.append(number) }
    guard numbers.count == elements.count, numbers.count == kids.count else {
      throw PDFFault(
        "cairo", doing: "describe the structure",
        reason: "\(elements.count) elements drawn, \(kids.count) found")
    }
    return numbers
  }

  /// An element of the file, which must be of the type and in the place that was drawn.
  private func drawn(
    _ element: StructureElement, _ number: Int, below parent: Int
  ) throws(PDFFault) -> DrawnElement {
    let drawn = try DrawnElement(file.scanner(number))
    guard file.bytes[drawn.type].elementsEqual(element.type.utf8), drawn.parent == parent else {
      throw PDFFault(
        "cairo", doing: "describe the structure", reason: "no \(element.type) where one was drawn")
    }
    return drawn
  }
}

extension StructureChanges {
  /// The object that holds all elements: the list of owners and the outermost elements.
  private static func tree(
    of file: DrawnFile
  ) throws(PDFFault) -> (number: Int, owners: Int, kids: [Int]) {
    var catalogue = try file.scanner(file.root)
    try catalogue.skip(to: "\n   /StructTreeRoot ")
    try catalogue.expect("\n   /StructTreeRoot ")
    let number = try catalogue.reference()
    var scanner = try file.scanner(number)
    try scanner.expect("<< /Type /StructTreeRoot\n   /ParentTree ")
    let owners = try scanner.reference()
    try scanner.expect("\n   /K [ ")
    var kids: [Int] = []
    while !scanner.take("]") {
      kids.append(try scanner.reference())
      try scanner.expect(" ")
    }
    return (number, owners, kids)
  }

  /// The list of a page's marked pieces.
  private mutating func owners(on page: Int) throws(PDFFault) -> Int {
    let owners = if let read = self.owners { read } else { try readOwners() }
    self.owners = owners
    var scanner = try file.scanner(page)
    try scanner.skip(to: "\n   /StructParents ")
    try scanner.expect("\n   /StructParents ")
    guard let list = owners[try scanner.number()] else {
      throw PDFFault("cairo", doing: "join elements", reason: "a page without marked pieces")
    }
    return list
  }

  private func readOwners() throws(PDFFault) -> [Int: Int] {
    var scanner = try file.scanner(try Self.tree(of: file).owners)
    try scanner.expect("<< /Nums [")
    var owners: [Int: Int] = [:]
    while scanner.take("\n   ") {
      let key = try scanner.number()
      try scanner.expect(" ")
      owners[key] = try scanner.reference()
    }
    return owners
  }
}
