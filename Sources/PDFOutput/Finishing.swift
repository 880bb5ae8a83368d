internal import Domain

/// Adds to a drawn file what cairo cannot write, and packs it: language, the attributes of table
/// cells, dates as ISO 32000-1 (7.9.4) wants them, an identity that depends on nothing but the
/// content.
func finish(
  _ drawing: Drawing, language: String, date: CalendarDate
) throws(PDFFault) -> [UInt8] {
  let file = try QPDFFile(drawing.bytes)
  let root = file.root
  try file.set("/Lang", of: root, to: file.string(language))
  try file.set("/MarkInfo", of: root, to: file.parse("<< /Marked true >>"))
  try file.set("/ViewerPreferences", of: root, to: file.parse("<< /DisplayDocTitle true >>"))
  for page in try file.pages() {
    // The order in which the keyboard goes from link to link: that of the structure.
    try file.set("/Tabs", of: page, to: file.name("/S"))
  }
  let midnight = "D:\(date.description.filter { $0 != "-" })000000Z"
  try file.setInformation("/CreationDate", to: midnight)
  try file.setInformation("/ModDate", to: midnight)
  let tree = try file.value("/StructTreeRoot", of: root)
  try describe([drawing.structure], in: file, below: tree)
  return try file.write()
}

/// Gives the elements below an element of the file their attributes.
///
/// Cairo writes the elements in the order in which they were begun; that type and number agree is
/// checked, so that no cell gets what another ought to have.
private func describe(
  _ elements: [StructureElement], in file: borrowing QPDFFile, below parent: QPDFObject
) throws(PDFFault) {
  let objects = try file.items(file.value("/K", of: parent))
  guard objects.count == elements.count else {
    throw PDFFault(
      "qpdf", doing: "describe the table cells",
      reason: "\(elements.count) elements drawn, \(objects.count) found")
  }
  for (element, object) in zip(elements, objects) where element.hasAttributesWithin {
    guard try file.name("/S", of: object) == "/\(element.type)" else {
      throw PDFFault(
        "qpdf", doing: "describe the table cells", reason: "no \(element.type) where one was drawn")
    }
    if let attributes = element.attributes {
      try file.set("/A", of: object, to: file.parse(attributes))
    }
    // What holds no elements holds text, which cairo counts in its stead.
    if !element.children.isEmpty { try describe(element.children, in: file, below: object) }
  }
}
