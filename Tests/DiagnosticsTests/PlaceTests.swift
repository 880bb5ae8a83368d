import Diagnostics
import Foundation
import Testing

@Suite("Places as values")
struct PlaceTests {
  /// One of each kind and more, in the order in which people read.
  private static let ordered: [Place] = [
    .dossier("某局 2023"),
    .source(SourcePlace(file: "a.csv")), .source(SourcePlace(file: "a.csv", line: 9)),
    .source(SourcePlace(file: "a.csv", line: 9, column: 2)), .line(10, of: "a.csv"),
    .file("表.xlsx"), .sheet("公开05表", file: "表.xlsx"),
    .cell(sheet: "公开05表", reference: "F:F", file: "表.xlsx"),
    .cell(sheet: "公开05表", reference: "Z9", file: "表.xlsx"),
    .cell(sheet: "公开05表", reference: "AA9", file: "表.xlsx"),
    .cell(sheet: "公开05表", reference: "A10:C12", file: "表.xlsx"),
    .page(9, file: "说明.pdf"), .page(9, paragraph: 2, file: "说明.pdf"),
    .page(10, box: PageBox(left: 70, top: 80.125, right: 90, bottom: 95), file: "说明.pdf"),
    .form("05"),
    .position(TablePosition(form: "05", section: nil, part: .header, row: 2, column: 1)),
    .position(TablePosition(form: "05", section: nil, part: .body, row: 1, column: 1)),
    .position(TablePosition(form: "05", section: 2, part: .body, row: 1, column: 3)),
    .figure(FigureAddress(form: "05", row: "2080501", column: "2")), .text("说明", form: "05"),
    .form("06"),
  ]

  @Test("they are ordered as people read, numbers as numbers")
  func order() {
    #expect(Self.ordered.reversed().sorted() == Self.ordered)
    for (place, next) in zip(Self.ordered, Self.ordered.dropFirst()) {
      #expect(place < next && !(next < place))
    }
  }

  @Test("what is written for programs is read again as it was")
  func coding() throws {
    for place in Self.ordered + [.text("标题", form: nil), .cell(sheet: "表", reference: "D2")] {
      let data = try JSONEncoder().encode(place)
      let read = try JSONDecoder().decode(Place.self, from: data)
      if case .source(let source) = place, source.line == 0 {
        #expect(read == .file(source.file))
      } else {
        #expect(read == place)
      }
    }
    let odd = [#"{"kind":"cell"}"#, #"{"kind":"room"}"#, #"{"kind":"page","page":1,"box":[1]}"#]
    for text in odd {
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode(Place.self, from: Data(text.utf8))
      }
    }
  }

  @Test("the words for clerks")
  func words() {
    #expect(
      Self.ordered.map { DiagnosticPrinter.text(of: $0) } == [
        "某局 2023", "a.csv", "a.csv:9", "a.csv:9:2", "a.csv:10", "表.xlsx", "表.xlsx 公开05表",
        "表.xlsx 公开05表!F:F", "表.xlsx 公开05表!Z9", "表.xlsx 公开05表!AA9",
        "表.xlsx 公开05表!A10:C12", "说明.pdf 第 9 页", "说明.pdf 第 9 页第 2 段", "说明.pdf 第 10 页",
        "05", "05!表头第 2 行第 1 列", "05!表体第 1 行第 1 列", "05!第 2 段表体第 1 行第 3 列",
        "05!2080501.2", "05!“说明”", "06",
      ])
    #expect(
      DiagnosticPrinter.text(of: .text(String(repeating: "长", count: 17), form: nil))
        == "“\(String(repeating: "长", count: 15))…”")
  }

  @Test("a place in a text is read from what it prints")
  func parsing() {
    for place in [
      SourcePlace(file: "a.csv", line: 41), SourcePlace(file: "a:b.yaml", line: 5, column: 3),
      SourcePlace(file: "a.csv"), SourcePlace(file: ""),
    ] {
      #expect(SourcePlace(parsing: place.description) == place)
    }
    #expect(SourcePlace(parsing: "a:0") == SourcePlace(file: "a:0"))
    #expect(SourcePlace(parsing: "12") == SourcePlace(file: "12"))
  }
}
