internal import TestSupport

/// A workbook as a real file, with one of everything that people see beside the cells; tests edit the
/// model and have the file written anew.
struct LookWorkbook {
  /// An object over the cells.
  struct Object {
    var column: Int
    var row: Int
    /// The text of a form, the title of a chart, or what tells a picture from others.
    var content: String
  }

  /// A rule by which cells look otherwise.
  struct Rule {
    var range: String
    var limit: Int
    var colour: String
  }

  /// A font beside the plain one, by what stands in its element.
  var fonts = ["<b/>"]
  /// Styles of cells by their references: an index among ``fonts``.
  var fontOfCell: [String: Int] = [:]
  var fillOfStyles = #"<fgColor theme="4" tint="0.4"/>"#
  var notes = [("B5", "核对过"), ("D9", "见附件")]
  var openNotes: Set<String> = []
  var threads = [("C6", "谁填的？")]
  var pictures = [Object(column: 6, row: 2, content: "甲"), Object(column: 6, row: 8, content: "乙")]
  var charts = [Object(column: 8, row: 2, content: "收入")]
  var forms = [Object(column: 8, row: 20, content: "草稿")]
  var rules = [Rule(range: "C4:C9", limit: 7, colour: "FFFF0000")]
  var addition: String?
  var validations = [(range: "A4:A9", list: "一,二")]
  var links = [(place: "A6", target: "https://example.org/a", tip: "")]
  var filter: String? = "A3:E12"
  var sheetProtection = ""
  var bookProtection = ""
  var view = ""
  var pane = ""
  var groupedRows: [Int: String] = [11: #"outlineLevel="1""#]
  var groupedColumns = ""
  var outline = ""
  var width = "29.71"
  var merges = ["A1:E1"]
  var properties = ""

  static let rows = 14

  private static let main =
    #"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let r = #"xmlns:r="\#(office)""#
  private static let threading =
    "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"

  private static func relationships(_ links: [(type: String, target: String)]) -> String {
    let items = links.enumerated().map { index, link in
      let type = link.type.contains("/") ? link.type : "\(office)/\(link.type)"
      let mode = link.type == "hyperlink" ? #" TargetMode="External""# : ""
      return
        #"<Relationship Id="r\#(index + 1)" Type="\#(type)" Target="\#(link.target)"\#(mode)/>"#
    }
    let space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return #"<Relationships xmlns="\#(space)">\#(items.joined())</Relationships>"#
  }

  /// The file.
  var bytes: [UInt8] {
    var zip = ZipBuilder()
    for (name, content) in parts.sorted(by: { $0.key < $1.key }) { zip.add(name, content) }
    return zip.bytes
  }

  /// The parts by name.
  var parts: [String: String] {
    var parts = [
      "_rels/.rels": Self.relationships([("officeDocument", "xl/workbook.xml")]),
      "xl/workbook.xml": """
      <workbook \(Self.main) \(Self.r)>\(bookProtection)<sheets>\
      <sheet name="表一" sheetId="1" r:id="r1"/></sheets></workbook>
      """,
      "xl/_rels/workbook.xml.rels": Self.relationships([
        ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"),
      ]),
      "xl/styles.xml": styles, "xl/worksheets/sheet1.xml": sheet,
      "xl/comments1.xml": """
      <comments \(Self.main)><authors><author>财务科</author></authors><commentList>\
      \(notes.map { #"<comment ref="\#($0)" authorId="0"><text><t>\#($1)</t></text></comment>"# }
        .joined())</commentList></comments>
      """,
      "xl/threads1.xml": """
      <ThreadedComments>\(threads.map {
        #"<threadedComment ref="\#($0)" personId="p"><text>\#($1)</text></threadedComment>"#
      }.joined())</ThreadedComments>
      """,
      "xl/vml1.vml": vml, "xl/drawings/drawing1.xml": drawing,
    ]
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = Self.relationships(
      [
        ("comments", "../comments1.xml"), (Self.threading, "../threads1.xml"),
        ("vmlDrawing", "../vml1.vml"), ("drawing", "../drawings/drawing1.xml"),
      ] + links.map { ("hyperlink", $0.target) })
    for (index, picture) in pictures.enumerated() {
      parts["xl/media/image\(index + 1).png"] = "PNG" + picture.content
    }
    for (index, chart) in charts.enumerated() {
      parts["xl/charts/chart\(index + 1).xml"] = """
        <chartSpace><chart><title><t>\(chart.content)</t></title><plotArea><barChart><ser><val>\
        <numRef><f>表一!$C$4:$C$9</f><numCache><v>1</v></numCache></numRef></val></ser></barChart>\
        </plotArea></chart></chartSpace>
        """
    }
    parts["xl/drawings/_rels/drawing1.xml.rels"] = Self.relationships(
      pictures.indices.map { ("image", "../media/image\($0 + 1).png") }
        + charts.indices.map { ("chart", "../charts/chart\($0 + 1).xml") })
    return parts
  }

  private var styles: String {
    let fonts = self.fonts.map { #"<font>\#($0)<sz val="10"/><name val="宋体"/></font>"# }.joined()
    let cells = self.fonts.indices.map { #"<xf fontId="\#($0 + 1)"/>"# }.joined()
    let looks = rules.map { #"<dxf><font><color rgb="\#($0.colour)"/></font></dxf>"# }.joined()
    return """
      <styleSheet \(Self.main)><fonts><font><sz val="10"/><name val="宋体"/></font>\(fonts)</fonts>\
      <fills><fill><patternFill/></fill><fill><patternFill patternType="solid">\(fillOfStyles)\
      </patternFill></fill></fills><borders><border/></borders><cellXfs><xf/>\(cells)\
      <xf fillId="1"/></cellXfs><dxfs>\(looks)</dxfs></styleSheet>
      """
  }

  private var sheet: String {
    let data = (1...Self.rows).map { row in
      let cells = ["A", "B", "C", "D", "E"].enumerated().map { column, letter in
        let place = "\(letter)\(row)"
        let plain = place == "E2" ? fonts.count + 1 : 0
        let style = fontOfCell[place].map { $0 + 1 } ?? plain
        return #"<c r="\#(place)" s="\#(style)"><v>\#(row * 10 + column)</v></c>"#
      }
      return #"<row r="\#(row)" \#(groupedRows[row] ?? "")>\#(cells.joined())</row>"#
    }
    let looks = rules.enumerated().map { index, rule in
      """
      <conditionalFormatting sqref="\(rule.range)"><cfRule type="cellIs" dxfId="\(index)" \
      priority="\(index + 1)" operator="greaterThan"><formula>\(rule.limit)</formula></cfRule>\
      </conditionalFormatting>
      """
    }
    let checks = validations.map {
      """
      <dataValidation type="list" sqref="\($0.range)"><formula1>"\($0.list)"</formula1>\
      </dataValidation>
      """
    }
    let targets = links.enumerated().map {
      #"<hyperlink ref="\#($1.place)" r:id="r\#($0 + 5)" tooltip="\#($1.tip)"/>"#
    }
    return """
      <worksheet \(Self.main) \(Self.r)><sheetPr>\(outline)\(properties)</sheetPr>\
      <sheetViews><sheetView \(view) workbookViewId="0">\(pane)</sheetView></sheetViews>\
      <cols><col min="2" max="2" width="\(width)"/>\(groupedColumns)</cols>\
      <sheetData>\(data.joined())</sheetData>\(sheetProtection)\
      \(filter.map { #"<autoFilter ref="\#($0)"/>"# } ?? "")\
      <mergeCells>\(merges.map { #"<mergeCell ref="\#($0)"/>"# }.joined())</mergeCells>\
      \(looks.joined())<dataValidations>\(checks.joined())</dataValidations>\
      <hyperlinks>\(targets.joined())</hyperlinks><drawing r:id="r4"/><legacyDrawing r:id="r3"/>\
      \(addition ?? "")</worksheet>
      """
  }

  private var drawing: String {
    func anchor(_ object: Object, _ body: String) -> String {
      """
      <twoCellAnchor><from><col>\(object.column)</col><colOff>0</colOff><row>\(object.row)</row>\
      <rowOff>0</rowOff></from><to><col>\(object.column + 1)</col><colOff>0</colOff>\
      <row>\(object.row + 3)</row><rowOff>0</rowOff></to>\(body)<clientData/></twoCellAnchor>
      """
    }
    let images = pictures.enumerated().map { index, object in
      anchor(object, #"<pic><blipFill><blip r:embed="r\#(index + 1)"/></blipFill></pic>"#)
    }
    let graphs = charts.enumerated().map { index, object in
      anchor(
        object, #"<graphicFrame><chart r:id="r\#(pictures.count + index + 1)"/></graphicFrame>"#)
    }
    let shapes = forms.map { anchor($0, "<sp><txBody><t>\($0.content)</t></txBody></sp>") }
    return "<wsDr \(Self.r)>\((images + graphs + shapes).joined())</wsDr>"
  }

  private var vml: String {
    let shapes = notes.map { place, _ in
      let column = Int(place.utf8.first ?? 65) - 65
      let row = (Int(place.dropFirst()) ?? 1) - 1
      return """
        <v:shape><x:ClientData ObjectType="Note"><x:Row>\(row)</x:Row><x:Column>\(column)\
        </x:Column>\(openNotes.contains(place) ? "<x:Visible/>" : "")</x:ClientData></v:shape>
        """
    }
    return #"<xml xmlns:v="urn:v" xmlns:x="urn:x">\#(shapes.joined())</xml>"#
  }
}
