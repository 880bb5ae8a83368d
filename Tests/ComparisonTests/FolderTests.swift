internal import Comparison
internal import Diagnostics
internal import Domain
internal import Figures
internal import Readings
internal import Testing

@Suite("Folders")
struct FolderTests {
  private static func folder(_ files: [ComparedFile]) -> ComparisonInput {
    ComparisonInput(name: "out", content: .folder(files))
  }

  private static func text(_ name: String, _ lines: [String]) -> ComparedFile {
    ComparedFile(name: name, content: .text(lines))
  }

  @Test("files are matched by name; one that a side lacks is one difference")
  func names() {
    let left = Self.folder([
      Self.text("b.txt", ["一"]), Self.text("a.txt", ["一", "二"]), Self.text("c.txt", []),
    ])
    let right = Self.folder([
      Self.text("a.txt", ["一", "三"]), Self.text("d.txt", []), Self.text("b.txt", ["一"]),
    ])
    let differences = compare(left, right).differences
    #expect(differences.map(\.file) == ["a.txt", "c.txt", "d.txt"])
    #expect(differences.map(\.kind) == [.text, .missing, .added])
    #expect(differences.first?.left?.at == .line(2, of: "a.txt"))
  }

  @Test("the manifest is passed over, lists of figures are compared as figures")
  func lists() {
    func list(_ printed: String, fen: Int64) -> ComparedFile {
      let figure = Figure(
        address: FigureAddress(form: "01", row: "行1", column: "1"), printed: printed,
        content: Figure.Content(printed: printed), unit: "万元", value: .money(Money(fen: fen)),
        exactUnit: "元", at: .line(2, of: "figures.csv"))
      let book = FigureBook([FigureForm(number: "01", figures: [figure])])
      return ComparedFile(name: "figures.csv", content: .figures(book))
    }
    let left = Self.folder([
      Self.text("manifest.json", ["{1}"]), list("5.00", fen: 50_000_00),
    ])
    let same = Self.folder([
      Self.text("manifest.json", ["{2}"]), list("5.00", fen: 50_000_01),
    ])
    #expect(compare(left, same).isEqual)
    let other = Self.folder([list("5.01", fen: 50_100_00)])
    #expect(compare(left, other).differences.map(\.addressText) == ["01!行1.1"])
  }

  @Test("a record of a table is compared field by field, bytes as a whole")
  func records() {
    let left = Self.folder([
      ComparedFile(
        name: "a.csv", content: .table([["代码", "金额"], ["1", "2.00"], ["5", "6.00"]])),
      ComparedFile(name: "x.bin", content: .bytes([1, 2])),
    ])
    let right = Self.folder([
      ComparedFile(
        name: "a.csv",
        content: .table([["代码", "金额"], ["1", "3.00"], ["4", "4.00"], ["5", "6.00"]])),
      ComparedFile(name: "x.bin", content: .bytes([1, 3])),
    ])
    let differences = compare(left, right).differences
    #expect(differences.map(\.kind) == [.value, .added, .text])
    #expect(differences.first?.right?.value == "3.00")
    // Neither has figures: nothing compared is not equal.
    #expect(compare(left, right, level: .figures).findings.map(\.code) == ["C120"])
  }

  @Test("a file is not compared with a folder")
  func mixed() {
    let file = ComparisonInput(name: "a.txt", content: .file(Self.text("a.txt", [])))
    let report = compare(file, Self.folder([]))
    #expect(report.findings.map(\.code) == ["C105"])
    #expect(!report.isEqual)
  }
}
