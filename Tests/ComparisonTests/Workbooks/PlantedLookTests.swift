internal import Comparison
internal import Diagnostics
internal import Readings
internal import TestSupport
internal import Testing
internal import WorkbookReader

/// Edits of what people see of a workbook beside what its cells say, planted into real files.
@Suite("Planted looks of a workbook") struct PlantedLookTests {
  private typealias Edit = (property: String, apply: @Sendable (inout LookWorkbook) -> Void)

  /// The edits, by the part of the model that they touch: two of one part would mix.
  private static let parts: [[Edit]] = [
    [
      ("comment", { $0.notes[0].1 = "更正" }), ("comment", { $0.notes[0].0 = "B6" }),
      ("comment", { $0.notes.remove(at: 1) }), ("comment", { $0.notes.append(("A9", "审计")) }),
      ("comment", { $0.openNotes = ["D9"] }),
    ],
    [("comment", { $0.threads[0].1 = "我填的" }), ("comment", { $0.threads = [] })],
    [
      ("picture", { $0.pictures[0].content = "丙" }), ("picture", { $0.pictures[1].row = 9 }),
      ("picture", { $0.pictures.append(.init(column: 1, row: 5, content: "丁")) }),
      ("picture", { $0.pictures.removeLast() }), ("drawingOrder", { $0.pictures.swapAt(0, 1) }),
    ],
    [
      ("chart", { $0.charts[0].content = "支出" }), ("chart", { $0.charts[0].column = 9 }),
      ("chart", { $0.charts = [] }),
      ("chart", { $0.charts.append(.init(column: 2, row: 9, content: "结余")) }),
    ],
    [
      ("shape", { $0.forms[0].content = "定稿" }), ("shape", { $0.forms = [] }),
      ("shape", { $0.forms[0].row = 22 }),
    ],
    [
      ("conditionalFormat", { $0.rules[0].colour = "FFFFFFFF" }),
      ("conditionalFormat", { $0.rules[0].limit = 8 }),
      ("conditionalFormat", { $0.rules[0].range = "C4:D9" }),
      ("conditionalFormat", { $0.rules = [] }),
      ("conditionalFormat", { $0.rules.append(.init(range: "D4:D9", limit: 1, colour: "0")) }),
    ],
    [
      ("validation", { $0.validations[0].list = "一,三" }), ("validation", { $0.validations = [] }),
      ("validation", { $0.validations[0].range = "A4:A8" }),
    ],
    [
      ("hyperlink", { $0.links[0].target = "https://example.org/b" }),
      ("hyperlink", { $0.links[0].place = "A7" }), ("hyperlink", { $0.links[0].tip = "打开" }),
      ("hyperlink", { $0.links.append(("B9", "https://example.org/c", "")) }),
    ],
    [("autoFilter", { $0.filter = nil }), ("autoFilter", { $0.filter = "A3:D12" })],
    [
      ("protection", { $0.sheetProtection = #"<sheetProtection sheet="1" objects="1"/>"# })
    ],
    [("protection", { $0.bookProtection = #"<workbookProtection lockStructure="1"/>"# })],
    [
      ("view.formulas", { $0.view = #"showFormulas="1""# }),
      ("view.zeros", { $0.view = #"showZeros="0""# }),
      ("view.headings", { $0.view = #"showRowColHeaders="0""# }),
      ("view.rightToLeft", { $0.view = #"rightToLeft="1""# }),
      ("showsGridLines", { $0.view = #"showGridLines="0""# }),
      ("view.zoom", { $0.view = #"zoomScale="60""# }),
      ("view.mode", { $0.view = #"view="pageBreakPreview""# }),
    ],
    [
      ("freezePane", { $0.pane = #"<pane ySplit="3" state="frozen"/>"# }),
      ("view.split", { $0.pane = #"<pane ySplit="3000"/>"# }),
    ],
    [
      (
        "outlineLevel",
        { $0.groupedRows = [8: "outlineLevel='1'", 9: "outlineLevel='1'", 11: "outlineLevel='1'"] }
      ),
      ("outlineLevel", { $0.groupedRows = [:] }),
      ("isHidden", { $0.groupedRows[11] = "outlineLevel='1' hidden='1'" }),
      ("isCollapsed", { $0.groupedRows[12] = "collapsed='1'" }),
    ],
    [
      ("outlineLevel", { $0.groupedColumns = #"<col min="4" max="5" outlineLevel="1"/>"# }),
      (
        "outlineLevel",
        { $0.groupedColumns = #"<col min="4" max="4" outlineLevel="1" hidden="1"/>"# }
      ),
    ],
    [("outlineBelow", { $0.outline = #"<outlinePr summaryBelow="0"/>"# })],
    [
      ("font.outlined", { $0.plant("<b/><outline/>", on: "D11") }),
      ("font.shadow", { $0.plant("<b/><shadow/>", on: "D11") }),
      ("font.struck", { $0.plant("<b/><strike/>", on: "D11") }),
      ("font.colour", { $0.plant(#"<b/><color theme="5"/>"#, on: "D11") }),
    ],
    [("fill", { $0.fillOfStyles = #"<fgColor theme="4" tint="0.6"/>"# })],
    [("width", { $0.width = "29.9" })],
    [("merge", { $0.merges.append("D13:E13") })],
    [("tabColour", { $0.properties = #"<tabColor rgb="FFFF0000"/>"# })],
    [
      (
        "extension",
        { $0.addition = "<extLst><ext><slicerList><slicer/></slicerList></ext></extLst>" }
      )
    ],
  ]

  private static var plain: LookWorkbook {
    var book = LookWorkbook()
    book.fontOfCell["D11"] = 0
    return book
  }

  @Test("two hundred edits of every kind are each told once, at the level of looks")
  func edits() throws {
    let seed: UInt64 = 1_128
    var random = SeededRandom(seed: seed)
    let left = try input(Self.plain)
    var planted = 0
    // Every edit alone at first, then several at once.
    var trials = Self.parts.flatMap { part in part.map { [$0] } }
    while trials.joined().count < 300 {
      let count = Int.random(in: 2...5, using: &random)
      trials.append(
        Self.parts.shuffled(using: &random).prefix(count).map { part in
          part[Int.random(in: 0..<part.count, using: &random)]
        })
    }
    for (number, edits) in trials.enumerated() {
      var book = Self.plain
      for edit in edits { edit.apply(&book) }
      let right = try input(book)
      planted += edits.count
      let name = "seed \(seed), trial \(number): \(edits.map(\.property))"
      #expect(compare(left, right, level: .content).isEqual, "\(name)")
      let report = compare(left, right, level: .format)
      let found = report.differences.map { $0.property ?? "" }.sorted()
      #expect(found == edits.map(\.property).sorted(), "\(name): \(report.differences)")
      // No line with two equal sides, and the same the other way round.
      #expect(
        report.differences.allSatisfy { $0.left?.value != $0.right?.value }, "\(name)")
      let back = compare(right, left, level: .format)
      #expect(back.differences.count == edits.count, "\(name): \(back.differences)")
      #expect(compare(right, right, level: .format).isEqual, "\(name)")
    }
    #expect(planted >= 200)
  }

  @Test("what looks the same is the same: colours by any name, widths within the tolerance")
  func equals() throws {
    let same: [@Sendable (inout LookWorkbook) -> Void] = [
      // Accent 1 of Office's theme, lightened by two fifths.
      { $0.fillOfStyles = #"<fgColor rgb="FF95B3D7"/><bgColor indexed="64"/>"# },
      { $0.width = "29.72" }, { $0.width = "29.75" },
      { $0.rules[0].colour = "00FF0000" },
      { $0.plant("<b val='1'/><outline val='0'/><color indexed='8'/>", on: "D11") },
      // Cells that a merge covers.
      { $0.plant("<i/>", on: "C1") },
      { $0.view = #"topLeftCell="C3" tabSelected="1" showZeros="1""# },
      { $0.filter = "A3:E12" },
    ]
    let left = try input(Self.plain)
    for (number, edit) in same.enumerated() {
      var book = Self.plain
      edit(&book)
      let report = compare(left, try input(book), level: .format)
      #expect(report.isEqual, "\(number): \(report.differences)")
    }
  }

  @Test("a sheet that cannot be reached is an error, never an empty sheet")
  func unreachable() throws {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let faults: [(String, String)] = [
      (#"<worksheet xmlns="\#(main)""#, #"<worksheet xmlns="urn:wrong""#),
      ("<sheetData>", #"<sheetData xmlns="urn:wrong">"#),
      ("sheetData>", "sheetDat>"),
      (#"r:id="r1"/></sheets>"#, #"id="r1"/></sheets>"#),
      (#"<sheets><sheet name="表一" sheetId="1" r:id="r1"/></sheets>"#, "<sheets/>"),
      (#""worksheets/sheet1.xml""#, #""worksheets/none.xml""#),
      (#"xmlns:r="\#(links)"><sheets>"#, #"xmlns:r="urn:wrong"><sheets>"#),
      (#"<drawing r:id="r4"/>"#, #"<drawing r:id="r99"/>"#),
    ]
    for (old, new) in faults {
      let text = String(decoding: LookWorkbook().bytes, as: UTF8.self)
      try #require(text.contains(old), "\(old)")
      let loaded = readWorkbook(LookWorkbook().replacing(old, new), as: "样本.xlsx")
      #expect(loaded.value == nil && loaded.findings.hasErrors, "\(new)")
    }
  }

  private func input(_ book: LookWorkbook) throws -> ComparisonInput {
    let loaded = readWorkbook(book.bytes, as: "样表.xlsx")
    let reading = try #require(loaded.value, "\(loaded.findings)")
    return ComparisonInput(
      name: "样表.xlsx",
      content: .file(ComparedFile(name: "样表.xlsx", content: .workbook(reading))))
  }
}

extension LookWorkbook {
  /// Gives a cell a font of its own.
  fileprivate mutating func plant(_ font: String, on cell: String) {
    fonts.append(font)
    fontOfCell[cell] = fonts.count - 1
  }

  /// The file with a text of its parts replaced.
  fileprivate func replacing(_ old: String, _ new: String) -> [UInt8] {
    var zip = ZipBuilder()
    for (name, content) in parts.sorted(by: { $0.key < $1.key }) {
      zip.add(name, content.replacing(old, with: new))
    }
    return zip.bytes
  }
}
