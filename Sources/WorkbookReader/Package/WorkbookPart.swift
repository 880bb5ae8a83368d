internal import Readings

/// What the workbook's own part says: sheets, names, and how dates are counted.
struct WorkbookPart {
  /// A sheet's entry.
  struct Entry {
    let name: String
    let visibility: SheetReading.Visibility
    /// The relationship that leads to the sheet's part.
    let relationship: String
  }

  /// A defined name; print areas and titles are among them.
  struct Name {
    let name: String
    /// The sheet that it belongs to, by its place among the sheets.
    let sheet: Int?
    let isHidden: Bool
    let formula: String
  }

  private(set) var dateSystem = DateSystem.from1900
  private(set) var sheets: [Entry] = []
  private(set) var names: [Name] = []
  private(set) var protection = ""
  private(set) var showsTabs = true

  /// Reads the part.
  init(_ stream: inout XMLStream) throws(FileFault) {
    guard stream.isNamed("workbook") else { throw stream.fault("根元素不是 workbook") }
    try stream.requireMainNamespace()
    var part = Self()
    try stream.children { (stream) throws(FileFault) in
      if stream.isNamed("workbookPr") {
        part.dateSystem = try XMLAttributes(stream).bool("date1904") ? .from1904 : .from1900
      } else if stream.isNamed("sheets") {
        try stream.children { (stream) throws(FileFault) in
          try stream.limit(part.sheets.count, to: 10_000, "工作表")
          part.sheets.append(try Self.entry(stream))
        }
      } else if stream.isNamed("definedNames") {
        try stream.children { (stream) throws(FileFault) in
          try stream.limit(part.names.count, to: 100_000, "定义的名称")
          part.names.append(try Self.name(&stream))
        }
      } else if stream.isNamed("workbookProtection") {
        part.protection = ProtectionElements.ofWorkbook(try XMLAttributes(stream))
      } else if stream.isNamed("bookViews") {
        try stream.children { (stream) throws(FileFault) in
          part.showsTabs = try XMLAttributes(stream).bool("showSheetTabs", default: true)
        }
      }
    }
    guard !part.sheets.isEmpty else { throw stream.fault("没有一张工作表") }
    self = part
  }

  private init() {}

  private static func entry(_ stream: borrowing XMLStream) throws(FileFault) -> Entry {
    let values = try XMLAttributes(stream)
    var id: String?
    try stream.everyAttribute { (name, namespace, value) throws(FileFault) in
      if name == "id", let namespace, Namespaces.links.contains(namespace) { id = value }
    }
    guard let name = values["name"], let id else {
      throw stream.fault("工作表没有名称或编号")
    }
    let visibility = values["state"].flatMap(SheetReading.Visibility.init) ?? .visible
    return Entry(name: XMLEscapes.decoded(name), visibility: visibility, relationship: id)
  }

  private static func name(_ stream: inout XMLStream) throws(FileFault) -> Name {
    let values = try XMLAttributes(stream)
    return Name(
      name: XMLEscapes.decoded(values["name"] ?? ""), sheet: values.int("localSheetId"),
      isHidden: values.bool("hidden"), formula: try stream.text())
  }
}
