import Documents
import Domain
import Foundation
import PDFOutput
import TestSupport
import Testing
import Typesetting

@Suite("The structure of the PDF file")
struct StructureTests {
  private func withSample(_ body: (URL, Document) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let url = folder.appendingPathComponent("sample.pdf")
      try Data(makePDF(sampleTypeset(), metadata: sampleMetadata())).write(to: url)
      try body(url, try sampleDocument())
    }
  }

  @Test("Heading, head lines, one table over all pages, notes: form by form")
  func outermost() throws {
    try withSample { url, document in
      let structure = try pdfStructure(url)
      #expect(structure.map(\.type) == ["Document"])
      let elements = structure.flatMap(\.children)
      let expected = document.forms.flatMap { form in
        [("H1", form.title)]
          + form.head.flatMap { [("P", $0.left), ("P", $0.middle), ("P", $0.right)] }
          + [("Table", "")] + form.notes.map { ("P", $0) }
      }
      #expect(elements.map(\.type) == expected.map(\.0))
      #expect(elements.map(\.text) == expected.map(\.1))
    }
  }

  @Test("Every cell once and in order, blank ones too, a header only where it first stands")
  func cells() throws {
    try withSample { url, document in
      let tables = try pdfStructure(url).flatMap { $0.all("Table") }
      try #require(tables.count == document.forms.count)
      for (table, form) in zip(tables, document.forms) {
        let section = form.table.sections[0]
        let rows = (section.header + section.body).map { row in
          row.cells.map { $0.content.printed.filter { $0 != " " } }
        }
        #expect(table.children.map { $0.children.map(\.text) } == rows)
        let types = table.children.map { Set($0.children.map(\.type)) }
        #expect(types.first == ["TH"])
        #expect(types.dropFirst().allSatisfy { $0 == ["TD"] })
        #expect(table.all("TH").allSatisfy { $0.attributes == ["Scope": "/Column"] })
      }
    }
  }

  @Test("What the catalogue, the pages and the information say")
  func catalogue() throws {
    try withSample { url, document in
      let objects = try PDFObjects(url)
      let root = try #require(objects.dictionary(objects.trailer["/Root"]))
      #expect(root["/Lang"] as? String == "u:zh-CN")
      #expect((root["/MarkInfo"] as? [String: Any])?["/Marked"] as? Bool == true)
      let preferences = root["/ViewerPreferences"] as? [String: Any]
      #expect(preferences?["/DisplayDocTitle"] as? Bool == true)
      let information = try #require(objects.dictionary(objects.trailer["/Info"]))
      for key in ["/CreationDate", "/ModDate"] {
        #expect(information[key] as? String == "u:D:20240920000000Z")
      }
      let identity = try #require(objects.trailer["/ID"] as? [String])
      #expect(identity.count == 2 && identity[0] == identity[1])
      let pages = objects.all(ofType: "/Page")
      #expect(pages.count == (try sampleTypeset()).pages.count)
      #expect(pages.allSatisfy { $0["/Tabs"] as? String == "/S" })
    }
  }

  @Test("Small objects are packed, so that the elements of a cell take few bytes")
  func packed() throws {
    try withSample { url, _ in
      let bytes = try Data(contentsOf: url)
      #expect(bytes.range(of: Data("/Type/ObjStm".utf8)) != nil)
      #expect(bytes.range(of: Data("/StructElem".utf8)) == nil)
    }
  }
}

/// The objects of a PDF as qpdf's JSON has them.
private struct PDFObjects {
  let trailer: [String: Any]
  private let objects: [String: Any]

  init(_ url: URL) throws {
    let result = try run("qpdf", ["--json", "--json-key=qpdf", url.path])
    let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    objects = try #require((json?["qpdf"] as? [[String: Any]])?.last)
    let trailer = objects["trailer"] as? [String: Any]
    self.trailer = try #require(trailer?["value"] as? [String: Any])
  }

  /// The dictionary that is referred to by `12 0 R`.
  func dictionary(_ reference: Any?) -> [String: Any]? {
    guard let reference = reference as? String else { return nil }
    return (objects["obj:\(reference)"] as? [String: Any])?["value"] as? [String: Any]
  }

  func all(ofType type: String) -> [[String: Any]] {
    objects.values.compactMap { ($0 as? [String: Any])?["value"] as? [String: Any] }
      .filter { $0["/Type"] as? String == type }
  }
}
