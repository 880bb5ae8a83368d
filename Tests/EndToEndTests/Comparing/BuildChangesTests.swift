import Foundation
import TestSupport
import Testing

@Suite("build tells what it changed") struct BuildChangesTests {
  @Test("the first build into a folder has nothing to tell")
  func first() throws {
    let builds = try ComparedBuilds.shared.get()
    #expect(!builds.firstOutput.contains("上次"), "\(builds.firstOutput)")
  }

  @Test("a correction: each figure that changed with its ledger lines; then nothing changed")
  func correction() throws {
    let builds = try ComparedBuilds.shared.get()
    let (old, new) = (try figures(in: builds.base), try figures(in: builds.changed))
    let count = old.keys.count { old[$0] != new[$0] }
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out")
      try copy(builds.base, to: out)
      let result = try build(builds.changedDossier, into: out)
      #expect(result.output.contains("比较：上次生成的 → 这次生成的（按印出的数）"))
      #expect(
        result.output.contains(
          "  数值 05!2010301.1（公开05表 “行政运行”行，“小计”栏）  134.84 → 134.96（+0.12 万元）"),
        "\(result.output)")
      #expect(result.output.contains("来源：expenditure.csv:3–19"))
      #expect(result.output.hasSuffix("不同：比较 1,801 项，29 张表；差异 \(count) 处，忽略 0 处。\n"))
      let again = try build(builds.changedDossier, into: out)
      #expect(again.output.hasSuffix("与上次生成的相比，各数没有变化。\n"), "\(again.output)")
    }
  }

  @Test("an earlier list that cannot be read is no reason to stop")
  func brokenList() throws {
    let builds = try ComparedBuilds.shared.get()
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out")
      try copy(builds.base, to: out)
      try Data([0, 1, 2]).write(to: out.appendingPathComponent("figures.csv"))
      let result = try build(
        Project.url(DossierWriting.example), into: out, ["--formats", "xlsx"])
      #expect(!result.output.contains("上次"), "\(result.output)")
      #expect(try figures(in: out) == figures(in: builds.base))
    }
  }
}
