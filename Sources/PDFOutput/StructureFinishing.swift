internal import Typesetting

/// Gives the elements of structure of a drawn file their attributes, and joins the parts of those
/// that stand on several pages (ISO 32000-1, 14.7.4): one paragraph, one row, one table.
///
/// Cairo writes the elements in the order in which they were begun; that type and number agree is
/// checked, so that no cell gets what another ought to have.
struct StructureFinishing {
  /// The element of the file that holds all others.
  private let tree: QPDFObject
  /// The first part of each element that has several.
  private var firsts: [ElementName: QPDFObject] = [:]
  /// The elements that the marked pieces of a page belong to, by the page's key of the parent tree;
  /// read when the first element is joined.
  private var owners: [Int: QPDFObject]?

  init(_ file: borrowing QPDFFile) throws(PDFFault) {
    tree = try file.value("/StructTreeRoot", of: file.root)
  }

  /// Finishes the outermost element and all within it.
  mutating func finish(
    _ root: StructureElement, in file: borrowing QPDFFile
  ) throws(PDFFault) {
    try finish([root], in: file, below: tree)
  }

  /// Finishes the elements below an element of the file; those that continue an earlier one leave it.
  private mutating func finish(
    _ elements: [StructureElement], in file: borrowing QPDFFile, below parent: QPDFObject
  ) throws(PDFFault) {
    let objects = try kids(of: parent, for: elements, in: file)
    var kept: [QPDFObject] = []
    for (element, object) in zip(elements, objects) {
      if element.isUnfinishedWithin {
        guard try finish(element, object, in: file) else { continue }
      }
      kept.append(object)
    }
    guard kept.count < objects.count else { return }
    try file.set("/K", of: parent, to: file.array(kept))
  }

  /// Finishes an element of the file.
  ///
  /// - Returns: whether it stays; not if it went into an earlier one.
  private mutating func finish(
    _ element: StructureElement, _ object: QPDFObject, in file: borrowing QPDFFile
  ) throws(PDFFault) -> Bool {
    if let name = element.sharedName {
      if let first = firsts[name] {
        try join(element, object, to: first, in: file)
        return false
      }
      firsts[name] = object
    }
    if let attributes = element.attributes {
      try file.set("/A", of: object, to: file.parse(attributes))
    }
    // What holds no elements holds text, which cairo counts in its stead.
    if !element.children.isEmpty { try finish(element.children, in: file, below: object) }
    return true
  }

  /// Puts what an element holds behind what an earlier one holds.
  private mutating func join(
    _ element: StructureElement, _ object: QPDFObject, to first: QPDFObject,
    in file: borrowing QPDFFile
  ) throws(PDFFault) {
    guard !element.children.isEmpty else {
      return try joinText(of: object, to: first, in: file)
    }
    let objects = try kids(of: object, for: element.children, in: file)
    for (child, kid) in zip(element.children, objects) {
      guard try finish(child, kid, in: file) else { continue }
      try file.set("/P", of: kid, to: first)
      try file.append(kid, to: "/K", of: first)
    }
  }

  /// Lets an element hold the marked pieces of a later one, which stand on that one's page.
  private mutating func joinText(
    of object: QPDFObject, to first: QPDFObject, in file: borrowing QPDFFile
  ) throws(PDFFault) {
    let page = try file.value("/Pg", of: object)
    for piece in try file.items(file.value("/K", of: object)) {
      // An element without a mark on its page has nothing to give.
      guard let mark = try file.integer(piece) else { continue }
      let reference = try file.parse("<< /Type /MCR >>")
      try file.set("/Pg", of: reference, to: page)
      try file.set("/MCID", of: reference, to: piece)
      try file.append(reference, to: "/K", of: first)
      try give(mark, of: page, to: first, in: file)
    }
  }

  /// Enters an element as the one that a marked piece of a page belongs to.
  private mutating func give(
    _ mark: Int, of page: QPDFObject, to element: QPDFObject, in file: borrowing QPDFFile
  ) throws(PDFFault) {
    let owners = if let read = self.owners { read } else { try readOwners(file) }
    self.owners = owners
    guard let key = try file.integer(file.value("/StructParents", of: page)),
      let list = owners[key]
    else {
      throw PDFFault("qpdf", doing: "join elements", reason: "a page without marked pieces")
    }
    try file.setItem(mark, of: list, to: element)
  }

  private func readOwners(_ file: borrowing QPDFFile) throws(PDFFault) -> [Int: QPDFObject] {
    let numbers = try file.items(file.value("/Nums", of: file.value("/ParentTree", of: tree)))
    var owners: [Int: QPDFObject] = [:]
    for index in stride(from: 0, to: numbers.count - 1, by: 2) {
      if let key = try file.integer(numbers[index]) { owners[key] = numbers[index + 1] }
    }
    return owners
  }

  /// The elements below an element of the file, which must be those that were drawn.
  private func kids(
    of parent: QPDFObject, for elements: [StructureElement], in file: borrowing QPDFFile
  ) throws(PDFFault) -> [QPDFObject] {
    let objects = try file.items(file.value("/K", of: parent))
    guard objects.count == elements.count else {
      throw PDFFault(
        "qpdf", doing: "describe the structure",
        reason: "\(elements.count) elements drawn, \(objects.count) found")
    }
    for (element, object) in zip(elements, objects) where element.isUnfinishedWithin {
      guard try file.name("/S", of: object) == "/\(element.type)" else {
        throw PDFFault(
          "qpdf", doing: "describe the structure", reason: "no \(element.type) where one was drawn")
      }
    }
    return objects
  }
}
