internal import Domain

/// Adds to a drawn file what cairo cannot write, and packs it: language, the attributes of table
/// cells, elements of structure that take part of several pages, dates as ISO 32000-1 (7.9.4) wants them, an identity that depends on nothing but the
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
  var finishing = try StructureFinishing(file)
  try finishing.finish(drawing.structure, in: file)
  return try file.write()
}
