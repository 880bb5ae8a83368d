import Composition
import Diagnostics
import Documents
import Dossiers
import Foundation
import Geometry
import Layouts
import PDFOutput
import TestSupport
import Testing
import Typesetting

/// A department of many units, whose table in the text takes several pages.
@Suite("Tables in the text, page by page")
struct TextTablePagesTests {
  private static let units = 70

  private static let set = Result {
    try withTemporaryFolder { folder in
      for (name, text) in files {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
      }
      let layouts = LayoutLibrary(root: Project.url("Tests/Fixtures/layouts"))
      let loaded = layouts.load("sentences")
      let set = try #require(loaded.value, "\(loaded.findings)")
      let accounts = try #require(readDossier(.folder(folder), by: set).value)
      let document = try #require(compose(accounts, by: set).value?.document)
      let fonts = FontSet.load(from: Project.url("Fonts"), needing: FontDemand(document))
      let result = typeset(document, with: try #require(fonts.value))
      return (document: document, pages: try #require(result.value, "\(result.findings)"))
    }
  }

  /// A dossier of units with duties of one to nine sentences.
  private static var files: [(String, String)] {
    let numbers = 1...units
    func code(_ number: Int) -> String { "\(431_000 + number)" }
    let duty = "负责辖区内公共服务设施的规划、建设和管理，监督检查运行质量。"
    let department =
      ["年度: 2021", "版式: sentences", "公开日期: 2022-08-20", "部门: {代码: \"431\", 名称: 某局}", "单位:"]
      + numbers.map { "  - {代码: \"\(code($0))\", 名称: 某局第\($0)管理所, 类型: 事业单位}" }
      + ["单位职责:"]
      + numbers.map { number in
        "  \"\(code(number))\": " + String(repeating: duty, count: number % 4 + 1)
      }
      + ["车辆:"] + numbers.map { "  \"\(code($0))\": \($0 * 37)" }
    return [
      ("department.yaml", department.joined(separator: "\n") + "\n"),
      ("income.csv", "单位代码,收入来源,功能科目,金额（元）\n431001,其他收入,2050201,100\n"),
      (
        "expenditure.csv",
        "单位代码,资金性质,支出类别,功能科目,经济科目,金额（元）\n431001,其他,项目支出,2050201,,100\n"
      ),
      (
        "balances.csv",
        "单位代码,资金性质,功能科目,年初结转和结余（元）,使用非财政拨款结余和专用结余（元）,结余分配（元）,年末结转和结余（元）\n"
      ),
      ("budget.csv", "资金性质,功能科目,年初预算（元）\n"),
      ("prior-year.csv", "指标,资金性质,功能科目,上年金额（元）\n"),
    ]
  }

  private var document: Document { get throws { try Self.set.get().document } }
  private var pages: [Page] { get throws { try Self.set.get().pages.pages } }

  /// The blocks of the tables with the pages on which they stand.
  private func tables() throws -> [(block: Int, pages: [Page])] {
    let pages = try pages
    return try document.blocks.indices.filter { index in
      if case .table = try document.blocks[index] { true } else { false }
    }.map { block in (block, pages.filter { $0.cells.contains { $0.block == block } }) }
  }

  @Test("A table over several pages: its header on each, every row once and whole")
  func overPages() throws {
    let table = try #require(try tables().first)
    #expect(table.pages.count > 3)
    var rows: [Int] = []
    for page in table.pages {
      let cells = page.cells.filter { $0.block == table.block }
      #expect(cells.filter(\.isHeader).map(\.text) == ["单位", "类型", "职责", "车辆（辆）"])
      rows += cells.filter { !$0.isHeader && $0.columns.lowerBound == 0 }.map(\.rows.lowerBound)
    }
    #expect(rows == Array(0..<Self.units))
    #expect(table.pages.dropFirst().allSatisfy { page in page.cells[0].isRepeated })
  }

  @Test("The caption and the sentence above stand on the first page, the one below on the last")
  func neighbours() throws {
    let table = try #require(try tables().first)
    let caption = table.pages[0].texts.first { $0.part == .caption }
    #expect(caption?.line.text == "2021年末预算单位情况表")
    let first = table.pages[0].cells.map(\.box.minY).min() ?? .zero
    #expect((caption?.line.box.maxY ?? first) < first)
    let last = try #require(table.pages.last)
    let lowest = last.cells.filter { $0.block == table.block }.map(\.box.maxY).max() ?? .zero
    let below = last.texts.first { $0.line.text.hasPrefix("以上各单位") }
    #expect((below?.line.box.minY ?? .zero) > lowest)
    // Numbers stand flush right, one below the other.
    let numbers = last.cells.filter { $0.role == .number && $0.block == table.block }
    #expect(numbers.count > 1)
    let edges = numbers.flatMap(\.lines).map { ($0.box.maxX.points * 100).rounded() }
    #expect(Set(edges).count == 1)
  }

  @Test("Nothing is clipped, nothing leaves the text area, no text stands on a table")
  func boxes() throws {
    let prose = try #require(try document.style.prose)
    let margins = prose.page.margins
    for (index, page) in try pages.enumerated() where page.form.isEmpty {
      let (right, bottom) = (page.size.width - margins.right, page.size.height - margins.bottom)
      for cell in page.cells {
        #expect(cell.box.minX >= margins.left - .pt(0.01) && cell.box.maxX <= right + .pt(0.01))
        #expect(
          cell.box.minY >= margins.top - .pt(0.01) && cell.box.maxY <= bottom + .pt(0.01),
          "page \(index + 1)")
        for line in cell.lines {
          #expect(line.box.minX >= cell.box.minX && line.box.maxX <= cell.box.maxX)
          #expect(line.box.minY >= cell.box.minY && line.box.maxY <= cell.box.maxY)
        }
      }
      for text in page.texts where text.part != .pageNumber {
        let box = text.line.box
        #expect(box.minY >= margins.top && box.maxY <= bottom && box.maxX <= right + .pt(0.1))
        for cell in page.cells {
          #expect(box.maxY <= cell.box.minY || box.minY >= cell.box.maxY, "\(text.line.text)")
        }
      }
    }
  }

  @Test("A page break begins a page; the landscape stretch alone is held sideways")
  func sheets() throws {
    let pages = try pages
    func page(_ beginning: String) -> Int? {
      pages.firstIndex {
        $0.texts.contains {
          $0.line.text.hasPrefix(beginning) && $0.block != nil
            && $0.part != .contentsEntry(2)
        }
      }
    }
    let second = try #require(page("二、分类支出"))
    #expect(pages[second].texts.first?.line.text == "二、分类支出")
    let sideways = try #require(page("三、横放的表"))
    let upright = try #require(page("最后一段竖放"))
    #expect(sideways > second && upright > sideways)
    for (index, page) in pages.enumerated() {
      let isTurned = page.size.width > page.size.height
      #expect(isTurned == (sideways..<upright).contains(index), "page \(index + 1)")
    }
    // The pages are numbered throughout.
    let numbers = pages.compactMap(\.number)
    #expect(numbers == Array(1...numbers.count))
  }

  @Test("In the file a table is one element with one header, in its place among the paragraphs")
  func tags() throws {
    try withTemporaryFolder { folder in
      let url = folder.appendingPathComponent("tables.pdf")
      let (document, set) = try Self.set.get()
      let metadata = PDFMetadata(
        title: document.title, author: document.author, subject: "", creator: "gongkai",
        date: document.date)
      try Data(makePDF(set, metadata: metadata)).write(to: url)
      let check = try run("qpdf", ["--check", url.path])
      #expect(check.status == 0, "\(check.output)")
      let elements = try pdfStructure(url).flatMap(\.children)
      let caption = try #require(elements.firstIndex { $0.text == "2021年末预算单位情况表" })
      #expect(elements[caption - 1].text == "本部门的预算单位及其年末车辆见下表。")
      let table = elements[caption + 1]
      #expect(table.type == "Table" && table.children.count == Self.units + 1)
      #expect(table.all("TH").map(\.text) == ["单位", "类型", "职责", "车辆（辆）"])
      let types = Set(table.children.dropFirst().map { $0.children.map(\.type).joined() })
      #expect(types == ["TDTDTDTD"])
      #expect(elements[caption + 2].text.hasPrefix("以上各单位"))
    }
  }
}
