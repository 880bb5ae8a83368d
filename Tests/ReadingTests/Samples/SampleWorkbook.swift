import Diagnostics
import Readings
import TestSupport
import Testing
import WorkbookReader

/// A workbook put together from its parts as text; by default one empty sheet.
struct SampleWorkbook {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let packageLinks = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// What stands in `worksheet`.
  var sheet = "<sheetData/>"
  /// What stands in `workbook` before and after the sheets.
  var beforeSheets = ""
  var afterSheets = ""
  /// What stands in `sst` and `styleSheet`; nil for no such part.
  var strings: String?
  var styles: String?
  /// Put before each part: a declaration of XML, a document type.
  var prologue = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
  /// Parts that replace or join the others.
  var parts: [String: String] = [:]
  /// Parts that are no UTF-8.
  var binaryParts: [String: [UInt8]] = [:]
  var targetOfSheet = "worksheets/sheet1.xml"
  var namespace = Self.main

  /// The parts by name.
  private var texts: [String: String] {
    var texts = [
      "[Content_Types].xml": """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Default Extension="xml" ContentType="application/xml"/></Types>
      """,
      "_rels/.rels": Self.relationships([("officeDocument", "xl/workbook.xml")]),
      "xl/workbook.xml": """
      <workbook xmlns="\(namespace)" xmlns:r="\(Self.links)">\(beforeSheets)
      <sheets><sheet name="表一" sheetId="1" r:id="rId1"/></sheets>\(afterSheets)</workbook>
      """,
      "xl/_rels/workbook.xml.rels": Self.relationships([
        ("worksheet", targetOfSheet), ("sharedStrings", strings == nil ? nil : "sharedStrings.xml"),
        ("styles", styles == nil ? nil : "styles.xml"),
      ]),
      "xl/worksheets/sheet1.xml": #"<worksheet xmlns="\#(namespace)">\#(sheet)</worksheet>"#,
    ]
    texts["xl/sharedStrings.xml"] = strings.map { #"<sst xmlns="\#(namespace)">\#($0)</sst>"# }
    texts["xl/styles.xml"] = styles.map {
      #"<styleSheet xmlns="\#(namespace)">\#($0)</styleSheet>"#
    }
    return texts.merging(parts) { $1 }
  }

  /// A part with relationships, by type and target.
  static func relationships(_ links: [(type: String, target: String?)]) -> String {
    let items = links.enumerated().compactMap { index, link in
      link.target.map {
        """
        <Relationship Id="rId\(index + 1)" Type="\(Self.links)/\(link.type)" Target="\($0)"/>
        """
      }
    }
    return #"<Relationships xmlns="\#(packageLinks)">\#(items.joined())</Relationships>"#
  }

  /// The file.
  var bytes: [UInt8] {
    var zip = ZipBuilder()
    let contents = texts.mapValues { Array((prologue + $0).utf8) }.merging(binaryParts) { $1 }
    for (name, content) in contents.sorted(by: { $0.key < $1.key }) { zip.add(name, content) }
    return zip.bytes
  }

  /// The workbook as it is read; a failure of the test where it is not.
  func read(_ location: SourceLocation = #_sourceLocation) throws -> WorkbookReading {
    let loaded = readWorkbook(bytes, as: "样本.xlsx")
    return try #require(
      loaded.value, "\(loaded.findings.map(\.what))", sourceLocation: location)
  }

  /// The cells of its only sheet.
  func cells(_ location: SourceLocation = #_sourceLocation) throws -> [CellReading] {
    try #require(try read(location).sheets.first, sourceLocation: location).cells
  }
}
