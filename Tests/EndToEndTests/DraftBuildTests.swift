import Foundation
import TestSupport
import Testing

@Suite("gongkai build --draft") struct DraftBuildTests {
  private let example = Project.url(DossierWriting.example)
  private let glance =
    "收入总计 6,548.68 万元，支出总计 6,548.68 万元，财政拨款 5,998.11 万元，“三公”经费 0.00 万元，机关运行经费 77.80 万元"

  @Test("marks what it writes and says so; the next build without it takes the mark away")
  func draft() throws {
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out")
      var sizes: [Int] = []
      for isDraft in [true, false] {
        let more = ["--formats", "pdf", "--forms", "09"] + (isDraft ? ["--draft"] : [])
        let result = try build(example, into: out, more)
        #expect(result.output.contains("这是草稿") == isDraft)
        #expect(result.output.contains(glance), "\(result.output)")
        sizes.append(try Data(contentsOf: out.appendingPathComponent("部门决算公开.pdf")).count)
        let manifest = try String(
          contentsOf: out.appendingPathComponent("manifest.json"), encoding: .utf8)
        #expect(manifest.contains("\"draft\" : true") == isDraft)
        #expect(manifest.contains("\"draft\"") == isDraft)
      }
      #expect(sizes[0] > sizes[1])
    }
  }

  @Test("is among the options that the help explains")
  func help() throws {
    let result = try gongkai(["build", "--help"])
    #expect(result.status == 0)
    #expect(result.output.contains("--draft") && result.output.contains("标“草稿”"))
  }

  @Test("gives the same bytes twice")
  func isReproducible() throws {
    try withTemporaryFolder { folder in
      let outs = ["a", "b"].map { folder.appendingPathComponent($0) }
      for out in outs { try build(example, into: out, ["--draft"]) }
      let names = try FileManager.default.contentsOfDirectory(atPath: outs[0].path).sorted()
      #expect(names.count == 5)
      for name in names {
        let files = try outs.map { try Data(contentsOf: $0.appendingPathComponent(name)) }
        #expect(files[0] == files[1], "\(name)")
      }
    }
  }
}
