import Foundation
import TestSupport
import Testing

/// `docs/layout-example.md`, followed to the letter: what it says that the program shows is what it shows.
@Suite("The example of the layout guide") struct LayoutExampleTests {
  /// A file that the page writes.
  private struct File {
    let path: String
    let text: String
  }

  private let page = Result { try Project.text("docs/layout-example.md") }
  private static let setFile = "Layouts/example-2024/set.yaml"

  /// The page's files in its order: each block whose first line is a comment with the file's name.
  private func files() throws -> [File] {
    try page.get().matches(of: /(?ms)^```(?:yaml|csv|text)\n(.*?)^```$/).compactMap { match in
      let block = match.1
      let first = block.prefix { $0 != "\n" }
      let mark = /(?:# |\{\{! )([\w.\/-]+\.(?:yaml|csv|mustache))(?: \}\})?/
      guard let path = first.wholeMatch(of: mark)?.1 else { return nil }
      // A table has no comments.
      let text = path.hasSuffix(".csv") ? block.dropFirst(first.count + 1) : block
      return File(path: String(path), text: String(text))
    }
  }

  @Test("from the published form to the next year")
  func steps() throws {
    let files = try files()
    let second = try #require(files.lastIndex { $0.path == Self.setFile })
    try #require(files.count == 13 && second > 0)
    try withTemporaryFolder { folder in
      for name in ["national", "catalogues"] {
        let set = folder.appendingPathComponent("Layouts/\(name)")
        try FileManager.default.createDirectory(
          at: set.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: Project.url("Layouts/\(name)"), to: set)
      }
      try FileManager.default.createSymbolicLink(
        at: folder.appendingPathComponent("Fonts"), withDestinationURL: Project.url("Fonts"))
      let own = ["GONGKAI_HOME": folder.path]
      func told(_ arguments: String...) throws -> ProcessResult {
        try gongkai(arguments, in: folder, environment: own)
      }
      func write(_ files: some Sequence<File>) throws {
        for file in files {
          let url = folder.appendingPathComponent(file.path)
          try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
          try file.text.write(to: url, atomically: true, encoding: .utf8)
        }
      }
      let first = files[..<second]
      try write(first.filter { $0.path.hasPrefix("Layouts/") })
      try expectSound("example-2024", told)
      try expectDoubled(in: folder, told)

      let made = try told("new", "dossier", "--layout", "example-2024")
      #expect(made.status == 0, "\(made.errors)")
      try write(first.filter { !$0.path.hasPrefix("Layouts/") })
      try expectPublished(in: folder, told)

      try write(files[second...])
      try expectSound("example-2024", told)
      try expectSound("example-2025", told)
      let built = try told("build", "dossier", "--out", "Out")
      #expect(built.status == 0, "\(built.errors)")
      let printed = try run(
        "pdftotext", [folder.appendingPathComponent("Out/部门决算公开.pdf").path, "-"])
      let sentence = try #require(try page.get().firstMatch(of: /(?m)^> (.*)$/)?.1)
      #expect(printed.output.filter { $0 != "\n" }.contains(sentence), "\(printed.output)")

      let checked = try told("check", "dossier")
      #expect(checked.output.contains("错误 0 处，警告 2 处"), "\(checked.output)")
      #expect(checked.output.contains("[general-over-budget]"), "\(checked.output)")
      #expect(checked.output.contains("121.75"), "\(checked.output)")
    }
  }

  private typealias Telling = (String...) throws -> ProcessResult

  private func expectSound(_ set: String, _ told: Telling) throws {
    let result = try told("layout", "check", set)
    #expect(result.status == 0 && result.errors.isEmpty, "\(set)\n\(result.errors)")
  }

  /// What the page shows of a total that is written as a selection.
  private func expectDoubled(in folder: URL, _ told: Telling) throws {
    let url = folder.appendingPathComponent("Layouts/example-2024/forms/05.yaml")
    let sound = try String(contentsOf: url, encoding: .utf8)
    try replace("sum: [basic, project]", "select: {measure: 支出}", in: url)
    let result = try told("layout", "check", "example-2024")
    try sound.write(to: url, atomically: true, encoding: .utf8)
    #expect(result.status == 2)
    let shown = try #require(
      try page.get().firstMatch(of: /(?ms)^```text\n(example-2024\/forms\/05\.yaml:.*?)^```$/)?.1)
    #expect(result.errors.contains(shown), "\(result.errors)")
  }

  /// The page's figures are what the form prints, and one that is mistyped is found.
  private func expectPublished(in folder: URL, _ told: Telling) throws {
    let built = try told("build", "dossier", "--out", "Out", "--formats", "pdf", "--forms", "05")
    #expect(built.status == 0, "\(built.errors)")
    let same = try told("diff", "published.csv", "Out/figures.csv")
    #expect(same.status == 0, "\(same.output)\(same.errors)")
    let sentence = "相同：比较 18 项，1 张表；差异 0 处，忽略 0 处。"
    #expect(same.output.contains(sentence), "\(same.output)")
    #expect(try page.get().contains(sentence))
    try replace(
      "05,212,合计,\"1,845.60\"", "05,212,合计,\"1,845.06\"",
      in: folder.appendingPathComponent("published.csv"))
    let mistyped = try told("diff", "published.csv", "Out/figures.csv")
    #expect(mistyped.status == 1)
    let shown = try #require(try page.get().firstMatch(of: /(?ms)^```text\n(05：1 处\n.*?)^```$/)?.1)
    #expect(mistyped.output.contains(shown), "\(mistyped.output)")
  }
}
