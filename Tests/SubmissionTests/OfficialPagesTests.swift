import Composition
import Documents
import Figures
import Foundation
import Geometry
import Submission
import TestSupport
import Testing
import Typesetting

/// What GB/T 9704 and a careful typesetter ask of the pages, held against the places of everything on
/// them.
@Suite("Pages as an official document has them") struct OfficialPagesTests {
  /// The example, and a bureau with schools.
  static let dossiers = ["Examples/xiangyuan-2023", "Tests/Fixtures/lanchuan-education-2023"]

  private func sample(_ dossier: String) throws -> SampleSubmission {
    try SampleSubmission(Project.url(dossier))
  }

  @Test(
    "page numbers stand at the outer edge, in one place on every kind of page", arguments: dossiers)
  func pageNumbers(dossier: String) throws {
    let pages = try sample(dossier).typeset.pages
    var kinds: Set<String> = []
    for page in pages {
      let lines = page.texts.filter { $0.part == .pageNumber }.map(\.line)
      guard let number = page.number else {
        #expect(lines.isEmpty)
        continue
      }
      let line = try #require(lines.first)
      #expect(lines.count == 1 && line.text == "— \(number) —")
      #expect(line.box.size.height == .pt(14))
      let edge = number.isMultiple(of: 2) ? line.box.minX : page.size.width - line.box.maxX
      #expect(abs((edge - .mm(31)).points) < 0.01, "page \(number)")
      #expect(abs((page.size.height - line.origin.y - .mm(9)).points) < 0.01, "page \(number)")
      kinds.insert("\(page.form.isEmpty) \(page.size.width > page.size.height)")
    }
    // Text, forms upright and forms held sideways.
    #expect(kinds.count == 3)
  }

  @Test("the cover has its date, and its title in the upper third", arguments: dossiers)
  func cover(dossier: String) throws {
    let cover = try #require(try sample(dossier).typeset.pages.first)
    let titles = cover.texts.filter { $0.part == .coverIssuer || $0.part == .coverTitle }
    #expect(!titles.isEmpty)
    for title in titles { #expect(title.line.box.maxY <= cover.size.height / 3 + .pt(1)) }
    let foot = cover.texts.filter { $0.part == .coverFoot }.map(\.line.text)
    #expect(foot.count == 1 && foot[0].wholeMatch(of: /20\d\d年\d+月\d+日/) != nil)
  }

  @Test("titles and entries of the contents take no name of a unit apart", arguments: dossiers)
  func names(dossier: String) throws {
    let sample = try sample(dossier)
    let names = sample.document.words
    #expect(names.count > 3)
    var broken = 0
    for page in sample.typeset.pages {
      let titles = page.texts.filter { text in
        switch text.part {
        case .title, .heading, .coverIssuer, .coverTitle, .contentsEntry: true
        default: false
        }
      }
      let texts = Dictionary(grouping: titles) { "\($0.part) \($0.block ?? -1) \($0.paragraph)" }
      for lines in texts.values.map({ $0.map(\.line.text) }) where lines.count > 1 {
        broken += 1
        let whole = lines.joined()
        for name in names where whole.contains(name) {
          #expect(lines.contains { $0.contains(name) }, "\(name): \(lines)")
        }
      }
    }
    // Some do not fit on a line.
    #expect(broken > 0 || dossier != Self.dossiers[0])
  }

  @Test("ordinals go by level: 一、（一）1.", arguments: dossiers)
  func ordinals(dossier: String) throws {
    let sample = try sample(dossier)
    var counts = [0, 0, 0]
    for block in sample.document.blocks {
      switch block {
      case .heading(let heading) where heading.level == 2:
        #expect(heading.text.prefixMatch(of: /[一二三四五六七八九十]+、/) != nil, "\(heading.text)")
        counts[0] += 1
      case .heading(let heading) where heading.level == 3:
        #expect(heading.text.prefixMatch(of: /（[一二三四五六七八九十]+）/) != nil, "\(heading.text)")
        counts[1] += 1
      case .paragraph(let paragraph):
        // A number that begins a sentence, a year, goes on without a sign.
        guard let match = paragraph.text.prefixMatch(of: /([0-9]+)([、.．)）])/) else { continue }
        #expect(match.2 == ".", "\(paragraph.text)")
        counts[2] += 1
      default: break
      }
    }
    #expect(counts.allSatisfy { $0 > 3 }, "\(counts)")
  }

  @Test("pages that go on say so, with the form's code and unit", arguments: dossiers)
  func continued(dossier: String) throws {
    let sample = try sample(dossier)
    var count = 0
    for form in sample.document.sheets {
      let pages = sample.typeset.pages.filter { $0.form == form.number }
      for (index, page) in pages.enumerated() {
        let head = page.texts.filter { $0.part == .head }.map(\.line.text)
        guard index > 0 else {
          #expect(!page.texts.contains { $0.part == .continuedHead })
          continue
        }
        // It is no part of the text: who reads the table is not interrupted.
        let continued = page.texts.filter { $0.part == .continuedHead }.map(\.line.text)
        #expect(head.isEmpty)
        let expected = ["\(form.title)（续表）", form.code, form.head.last?.right ?? ""]
        #expect(continued == expected.filter { !$0.isEmpty }, "\(form.number)")
        count += 1
      }
    }
    #expect(count >= 2)
  }

  @Test("no 类 stands at the foot of a page without its first 款", arguments: dossiers)
  func classes(dossier: String) throws {
    for page in try sample(dossier).typeset.pages where !page.form.isEmpty {
      let codes = page.cells.filter { $0.role == .code && !$0.isHeader }
      guard let last = codes.map(\.rows.lowerBound).max(), page.end != .formEnds else { continue }
      let lowest = codes.filter { $0.rows.lowerBound == last }.map(\.text)
      // A 类 has three digits; of a list of economic accounts the 类 lead nothing.
      guard ["02", "03", "05", "07", "08"].contains(page.form) else { continue }
      #expect(lowest.allSatisfy { $0.count > 3 }, "\(page.form): \(lowest)")
    }
  }

  @Test(
    "the summary is one page after the contents, its bars as long as their figures",
    arguments: dossiers)
  func summary(dossier: String) throws {
    let sample = try sample(dossier)
    let page = try #require(sample.typeset.pages.first { $0.number == 1 })
    #expect(page.texts.contains { $0.part == .heading(1) && $0.line.text == "决算一览" })
    let bars = page.cells.filter { $0.role == .bar }
    let shares = try bars.map { try #require(Double($0.text.dropLast())) }
    let largest = try #require(shares.max())
    let longest = try #require(bars.compactMap(\.bar?.size.width).max())
    for (cell, share) in zip(bars, shares) {
      let length = cell.bar?.size.width ?? .zero
      #expect(abs((length - longest * (share / largest)).points) < 0.01, "\(cell.text)")
      // Its number stands behind it, within the cell.
      let line = try #require(cell.lines.first)
      #expect(line.box.minX >= cell.bar?.maxX ?? cell.box.minX)
      #expect(line.box.maxX <= cell.box.maxX)
    }
    // The classes are those of the form, with its amounts.
    let amounts = page.cells.filter { $0.role == .number }.map(\.text)
    let form = try #require(sample.document.sheets.first { $0.number == "03" })
    let classes = form.table.sections[0].body.filter(\.keepsWithNext)
    #expect(classes.count == bars.count)
    for row in classes {
      let total = try #require(
        row.cells.compactMap { if case .figure(let figure) = $0.content { figure } else { nil } }
          .first)
      #expect(amounts.contains(total.printed), "\(total.printed)")
    }
  }
}
