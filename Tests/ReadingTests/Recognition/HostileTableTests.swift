import Diagnostics
import Documents
import Figures
import Layouts
import Readings
import Recognition
import TestSupport
import Testing

/// Tables that no program should write: nothing crashes, and nothing takes long.
@Suite("Hostile tables")
struct HostileTableTests {
  @Test("spans without end, holes, cells over one another and negative places")
  func spans() throws {
    let composed = try ComposedForms.example.get()
    var random = SeededRandom(seed: 20_231_124)
    var figures = 0
    for form in composed.forms {
      for _ in 0..<4 {
        let table = form.asSheet.mapCells { cell in
          switch Int.random(in: 0..<12, using: &random) {
          case 0: nil
          case 1:
            ReadCell(
              row: cell.row, column: cell.column, rowSpan: .max, columnSpan: .max,
              text: cell.text, place: cell.place)
          case 2:
            ReadCell(
              row: cell.row, column: cell.column, rowSpan: -3, columnSpan: 0, text: cell.text,
              place: cell.place)
          case 3:
            ReadCell(
              row: -cell.row, column: Int.max - cell.column, text: cell.text, place: cell.place)
          default: cell
          }
        }
        let recognition = recognise([table], in: "样本", by: composed.set)
        #expect(recognition.forms.count <= 1)
        let addresses = recognition.figures.map(\.address)
        #expect(Set(addresses).count == addresses.count)
        figures += addresses.count
      }
    }
    // What is left whole of so many tables is still read.
    #expect(figures > 0)
  }

  @Test("a table beyond every form is refused, not searched")
  func size() throws {
    let composed = try ComposedForms.example.get()
    let cells = (0..<30_000).map { row in
      ReadCell(row: row, column: row % 7, text: "合计", place: .page(1))
    }
    let table = ReadTable(name: "", head: [], cells: cells, notes: [])
    let recognition = recognise([table], in: "样本", by: composed.set)
    #expect(recognition.findings.map(\.code) == ["C060"])
  }

  @Test("empty tables are nothing")
  func nothing() throws {
    let composed = try ComposedForms.example.get()
    let blank = ReadTable(
      name: "公开05表", head: [], cells: [ReadCell(row: 0, column: 0, text: " ", place: .page(1))],
      notes: [])
    let recognition = recognise([blank], in: "样本", by: composed.set)
    #expect(recognition == RecognisedFile(book: FigureBook([]), findings: []))
    #expect(recognise(pdf: PDFReading(file: "空.pdf"), by: composed.set).findings.count == 1)
  }
}
