import Documents
import Testing

@testable import SpreadsheetOutput

@Suite("Head lines: sharing the columns of a table among the texts")
struct HeadLineTests {
  /// A text needs ten pixels a character.
  private func rows(_ line: HeadLine, _ columns: [Int]) -> [[HeadPlacement]] {
    headRows(of: line, columns: columns) { $0.count * 10 }
  }

  @Test("A single text stands over all columns, on its own side")
  func singleText() {
    let columns = [100, 100]
    #expect(
      rows(HeadLine(left: "", middle: "", right: "右"), columns)
        == [[HeadPlacement(text: "右", alignment: .right, columns: 0..<2)]])
    #expect(
      rows(HeadLine(left: "左", middle: "", right: ""), columns)
        == [[HeadPlacement(text: "左", alignment: .left, columns: 0..<2)]])
    #expect(
      rows(HeadLine(left: "", middle: "中", right: ""), columns)
        == [[HeadPlacement(text: "中", alignment: .centre, columns: 0..<2)]])
  }

  @Test("Three texts: the middle one as near the centre as it can be, all columns used")
  func threeTexts() {
    let result = rows(
      HeadLine(left: "部门", middle: "年度", right: "单位"), [30, 30, 30, 30, 30])
    #expect(result.count == 1)
    #expect(result[0].map(\.columns) == [0..<1, 1..<4, 4..<5])
    #expect(result[0].map(\.alignment) == [.left, .centre, .right])
  }

  @Test("A long text on the left takes as many columns as it needs")
  func longLeftText() {
    let result = rows(
      HeadLine(left: "很长的部门名称", middle: "年度", right: "单位"), [30, 30, 30, 30, 30])
    #expect(result.map { $0.map(\.columns) } == [[0..<3, 3..<4, 4..<5]])
  }

  @Test("Two texts share what they do not need")
  func twoTexts() {
    let result = rows(HeadLine(left: "部门名称", middle: "", right: "单位"), [20, 20, 20, 20, 20])
    #expect(result.map { $0.map(\.columns) } == [[0..<3, 3..<5]])
  }

  @Test("A middle text beside one other stays near the centre")
  func middleAndRight() {
    let result = rows(HeadLine(left: "", middle: "年度", right: "单位"), [20, 20, 20, 20, 20, 20])
    #expect(result.map { $0.map(\.columns) } == [[0..<5, 5..<6]])
    #expect(result[0].map(\.alignment) == [.centre, .right])
  }

  @Test("When three do not fit beside one another, the middle one stands above")
  func middleAbove() {
    let result = rows(
      HeadLine(left: "部门名称某局", middle: "2023年度", right: "万元"), [80, 20, 40])
    #expect(result.map { $0.map(\.text) } == [["2023年度"], ["部门名称某局", "万元"]])
    #expect(result.map { $0.map(\.columns) } == [[0..<3], [0..<1, 1..<3]])
  }

  @Test("When not even two fit, each text has a row of its own")
  func eachAlone() {
    let line = HeadLine(left: "部门名称", middle: "年度", right: "金额单位")
    let result = rows(line, [30, 30])
    #expect(result.map { $0.map(\.text) } == [["部门名称"], ["年度"], ["金额单位"]])
    #expect(rows(line, [500]).map { $0.map(\.columns) } == [[0..<1], [0..<1], [0..<1]])
  }

  @Test("A line without text has no row")
  func emptyLine() {
    #expect(rows(HeadLine(left: "", middle: "", right: ""), [10, 10]).isEmpty)
  }

  @Test("Every cut covers all columns once, and every text fits", arguments: 3...12)
  func cutsCover(count: Int) throws {
    let columns = (0..<count).map { 15 + ($0 * 37) % 60 }
    let line = HeadLine(left: "部门名", middle: "年", right: "单位")
    let rows = rows(line, columns)
    #expect(rows.joined().map(\.text).sorted() == [line.left, line.middle, line.right].sorted())
    for row in rows {
      #expect(row.flatMap(\.columns) == Array(columns.indices))
      for placement in row where row.count > 1 {
        #expect(columns[placement.columns].reduce(0, +) >= placement.text.count * 10)
      }
    }
  }
}
