internal import Foundation
internal import TestSupport
internal import Testing

/// What the pages say about the checkout is true.
@Suite("Pages for readers")
struct DocumentationTests {
  private static let readmes = ["README.md", "README.zh-CN.md"]

  @Test("the README names the two commands", arguments: readmes)
  func commands(path: String) throws {
    let blocks = try MarkdownPage(path).codeBlocks.joined(separator: "\n")
    for command in ["scripts/setup", "scripts/test"] {
      #expect(blocks.contains(command), "\(path) does not show \(command)")
      #expect(FileManager.default.isExecutableFile(atPath: Project.url(command).path))
    }
  }

  @Test("continuous integration runs the README's test command")
  func continuousIntegration() throws {
    let script = try Project.text(".ci/run")
    #expect(script.contains(try Regex(#"(?m)^(exec )?scripts/test\b"#)))
  }

  @Test("the README and its Chinese twin are built alike")
  func twins() throws {
    let pages = try Self.readmes.map { try MarkdownPage($0) }
    #expect(pages[0].headingLevels == pages[1].headingLevels)
    #expect(pages[0].codeBlocks.count == pages[1].codeBlocks.count)
    #expect(pages[0].tableRows.map(\.count) == pages[1].tableRows.map(\.count))
    #expect(pages[0].codeBlocks.count > 0)
  }

  @Test("the README shows every column of the ledger files", arguments: readmes)
  func columns(path: String) throws {
    let rows = try MarkdownPage(path).tableRows
    let source = try Project.text("Sources/Dossiers/Tables/LedgerTable.swift")
    let tables = source.components(separatedBy: "file: \"").dropFirst()
    #expect(tables.count == 5)
    for table in tables {
      let file = table.prefix { $0 != "\"" }
      let row = rows.first { $0[0].contains(file) }?.joined() ?? ""
      for match in table.matches(of: /(?:heading: |remark\(|balance\()"([^"]+)"/) {
        #expect(row.contains(match.1), "\(path): \(file) has no column \(match.1)")
      }
    }
  }

  @Test("the README explains every option", arguments: readmes)
  func options(path: String) throws {
    let page = try Project.text(path)
    let files = ["Console", "gongkai", "gongkai-files"].flatMap(SourceTree.files)
    let options = files.flatMap { file in
      file.source.code.matches(of: /@(?:Option|Flag)\([^@]*?\n\s+(?:public )?var (\w+)/).map(\.1)
    }
    #expect(options.contains("layout") && options.contains("quiet"), "\(options)")
    for option in options {
      #expect(page.contains("--\(option)"), "\(path) says nothing of --\(option)")
    }
  }

  @Test("what pages link to is there")
  func links() throws {
    let pages = SourceTree.paths(below: "", withExtension: "md")
    #expect(pages.count >= 5)
    for path in pages {
      let folder = Project.url(path).deletingLastPathComponent()
      for target in try MarkdownPage(path).targets {
        let file = target.split(separator: "#", omittingEmptySubsequences: false)[0]
        guard !file.isEmpty, !target.contains("://"), !target.hasPrefix("mailto:") else { continue }
        let name = String(file).removingPercentEncoding ?? String(file)
        #expect(
          FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path),
          "\(path) links to \(target), which is not there")
      }
    }
  }

  @Test("pictures are small")
  func pictures() throws {
    let pictures = SourceTree.paths(below: "docs", withExtension: "png")
    #expect(pictures.contains("docs/page.png") && pictures.count > 1, "\(pictures)")
    let sizes = try pictures.map { try Data(contentsOf: Project.url($0)).count }
    for (path, size) in zip(pictures, sizes) {
      #expect(size <= 60 * 1024, "\(path) has \(size) bytes")
    }
    #expect(sizes.reduce(0, +) <= 600 * 1024)
  }

  @Test("the clerks' guide tells of checks that there are")
  func checks() throws {
    let sets = try SourceTree.paths(below: "Layouts", withExtension: "yaml").map(Project.text)
      .joined(separator: "\n")
    let guide = try Project.text("docs/clerk-guide.md")
    let cited = guide.matches(of: /`([a-z]+(?:-[a-z]+)+)`/).map { String($0.1) }
    #expect(cited.count > 10)
    for check in cited {
      #expect(sets.contains("id: \(check)"), "no set has a check \(check)")
    }
  }

  @Test("no font is committed", .enabled(if: isCheckout))
  func fonts() throws {
    let files = try run("git", ["ls-files"])
    #expect(files.status == 0)
    let fonts = files.output.split(separator: "\n").filter {
      $0.lowercased().contains(/\.(ttf|ttc|otf|otc|pfb|woff2?)"?$/)
    }
    #expect(fonts.isEmpty, "licences forbid some fonts, size all of them: \(fonts)")
  }

  /// Whether there is a git repository to ask.
  private static var isCheckout: Bool {
    FileManager.default.fileExists(atPath: Project.url(".git").path)
  }
}
