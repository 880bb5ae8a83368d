import Diagnostics
import Documents
import Domain
import Geometry
import Testing

@testable import Typesetting

@Suite("The mark across a page")
struct PlacedMarkTests {
  private let setter = MarkSetter(text: "草稿", role: "公文标题", measure: fakeMeasure)

  @Test("lies in the middle of the sheet, large and wholly on it", arguments: [false, true])
  func place(isSideways: Bool) throws {
    let upright = Size(width: .mm(210), height: .mm(297))
    let sheet = isSideways ? upright.turned : upright
    let mark = try #require(try setter.place(on: sheet))
    #expect(mark.text == "草稿" && mark.degrees == 45)
    let corners = corners(of: mark)
    let (xs, ys) = (corners.map(\.x.points), corners.map(\.y.points))
    let (left, right) = (try #require(xs.min()), try #require(xs.max()))
    let (top, bottom) = (try #require(ys.min()), try #require(ys.max()))
    #expect(abs((left + right) / 2 - sheet.width.points / 2) < 0.01)
    #expect(abs((top + bottom) / 2 - sheet.height.points / 2) < 0.01)
    let short = min(sheet.width, sheet.height).points
    for extent in [right - left, bottom - top] {
      #expect(extent > short * 0.8 && extent < short * 0.9)
    }
  }

  @Test("is on every page of a document that has one, and changes nothing else there")
  func pages() throws {
    let form = Sample.form(
      Sample.table(
        rows: (0..<90).map { index in
          Sample.row("\(index)", "支出", Sample.money(100, row: "\(index)", at: 2))
        }), fitsOnePage: false)
    func pages(mark: String?) throws -> [Page] {
      let document = Document(
        title: "题", author: "某局", language: "zh-CN",
        date: try #require(CalendarDate(written: "2024-09-20")), style: Sample.style(),
        forms: [form], mark: mark)
      let result = DocumentTypesetter(document: document, measure: fakeMeasure).typeset()
      return try #require(result.value).pages
    }
    let (plain, marked) = (try pages(mark: nil), try pages(mark: "草稿"))
    #expect(plain.count > 1 && plain.allSatisfy { $0.mark == nil })
    #expect(marked.allSatisfy { $0.mark?.text == "草稿" })
    #expect(marked.map(\.items) == plain.map(\.items))
    let unmarked = marked.map { page in
      var page = page
      page.mark = nil
      return page
    }
    #expect(unmarked == plain)
    #expect(marked[0].description.hasPrefix(plain[0].description))
    #expect(marked[0].description.hasSuffix("turned 45.0 “草稿”)\n"))
  }

  /// The corners of the line's em box, turned about its start.
  private func corners(of mark: PlacedMark) -> [Point] {
    let slant = 0.5.squareRoot()
    let width = mark.size * Double(mark.text.count)
    let heights = [mark.size * -ascent, mark.size * (1 - ascent)]
    return [Length.zero, width].flatMap { x in
      heights.map { y in
        Point(x: mark.origin.x + (x + y) * slant, y: mark.origin.y + (y - x) * slant)
      }
    }
  }
}
