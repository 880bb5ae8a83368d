import Foundation
import TestSupport
import Testing

@Suite("Files of other kinds and other programs") struct FileKindTests {
  private static let cells = Project.url("Tests/Fixtures/xiangyuan-2023/cells.csv")

  /// Both sides, how many figures they have in common, and how many forms only one of them has.
  private static func pairs() throws -> [(left: URL, right: URL, count: String, alone: Int)] {
    let base = try ComparedBuilds.shared.get().base
    let forms = base.appendingPathComponent(ComparedBuilds.forms)
    let evaluations = base.appendingPathComponent(ComparedBuilds.evaluations)
    let document = base.appendingPathComponent(ComparedBuilds.document)
    let list = base.appendingPathComponent("figures.csv")
    return [
      (forms, document, "1,230", 19), (document, evaluations, "571", 10),
      (forms, list, "1,230", 19), (list, evaluations, "571", 10), (document, list, "1,801", 0),
      (forms, cells, "1,230", 0), (cells, document, "1,230", 19),
    ]
  }

  @Test("workbook, document and lists of one submission say the same, every figure matched")
  func acrossKinds() throws {
    for (left, right, count, alone) in try Self.pairs() {
      let result = try gongkai(["diff", left.path, right.path, "--quiet"])
      #expect(result.status == (alone == 0 ? 0 : 1), "\(result.errors)")
      // What one of them lacks is told, and nothing else.
      #expect(
        result.output.contains("：比较 \(count) 项，")
          && result.output.hasSuffix("；差异 \(alone) 处，忽略 0 处。\n"),
        "\(left.lastPathComponent), \(right.lastPathComponent): \(result.output)")
    }
  }

  @Test("what one of them says otherwise is found across kinds as well")
  func acrossKindsDifferent() throws {
    let builds = try ComparedBuilds.shared.get()
    let (old, new) = (try figures(in: builds.base), try figures(in: builds.changed))
    let report = try compared(
      builds.base.appendingPathComponent(ComparedBuilds.forms),
      builds.changed.appendingPathComponent(ComparedBuilds.document))
    #expect(report.level == "figures")
    #expect(
      Set(report.differences.filter { $0.kind == "value" }.compactMap(\.address?.text))
        == Set(old.keys.filter { old[$0] != new[$0] }))
  }

  @Test(
    "the order of a ZIP, compression and object numbers make no difference",
    .enabled(if: isInstalled("qpdf"), "qpdf is not installed"))
  func samePackedOtherwise() throws {
    let base = try ComparedBuilds.shared.get().base
    try withTemporaryFolder { folder in
      let (left, right) = (
        folder.appendingPathComponent("left"), folder.appendingPathComponent("right")
      )
      let book = base.appendingPathComponent(ComparedBuilds.forms)
      let document = base.appendingPathComponent(ComparedBuilds.document)
      try copy(book, to: left.appendingPathComponent("a.xlsx"))
      let repack = """
        import os, sys, zipfile
        source = zipfile.ZipFile(sys.argv[1])
        os.makedirs(os.path.dirname(sys.argv[2]))
        with zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_STORED) as target:
            for name in reversed(source.namelist()):
                target.writestr(name, source.read(name))
        """
      let packed = try python([
        "-c", repack, book.path, right.appendingPathComponent("a.xlsx").path,
      ])
      try #require(packed.status == 0, "\(packed.errors)")
      for (name, option) in [("b.pdf", "--object-streams=disable"), ("c.pdf", "--linearize")] {
        try copy(document, to: left.appendingPathComponent(name))
        let written = try run(
          "qpdf", [option, document.path, right.appendingPathComponent(name).path])
        try #require(written.status == 0, "\(written.errors)")
      }
      for level in ["figures", "format"] {
        let report = try compared(left, right, ["--level", level])
        #expect(report.equal, "\(level): \(report.differences)")
        #expect(report.summary.compared > 3_000)
      }
    }
  }

  @Test("what openpyxl saves of our workbooks says the same")
  func openpyxl() throws {
    let script = """
      import os, sys, openpyxl
      for source in sys.argv[2:]:
          openpyxl.load_workbook(source).save(os.path.join(sys.argv[1], os.path.basename(source)))
      """
    try savedOtherwise { folder, books in
      let saved = try python(["-c", script, folder.path] + books.map(\.path))
      try #require(saved.status == 0, "\(saved.errors)")
    }
  }

  @Test(
    "what LibreOffice saves of our workbooks says the same",
    .enabled(if: isInstalled("soffice"), "soffice is not installed"))
  func libreOffice() throws {
    try savedOtherwise { folder, books in
      let profile = "-env:UserInstallation=file://\(folder.path)/.profile"
      let saved = try run(
        "soffice",
        [profile, "--headless", "--convert-to", "xlsx", "--outdir", folder.path]
          + books.map(\.path))
      try #require(saved.status == 0, "\(saved.errors)")
    }
  }

  /// Both workbooks against what another program makes of them.
  private func savedOtherwise(_ save: (_ folder: URL, _ books: [URL]) throws -> Void) throws {
    let base = try ComparedBuilds.shared.get().base
    let names = [ComparedBuilds.forms, ComparedBuilds.evaluations]
    try withTemporaryFolder { folder in
      let left = folder.appendingPathComponent("left")
      let right = folder.appendingPathComponent("right")
      for name in names {
        try copy(base.appendingPathComponent(name), to: left.appendingPathComponent(name))
      }
      try FileManager.default.createDirectory(at: right, withIntermediateDirectories: false)
      try save(right, names.map { left.appendingPathComponent($0) })
      let figures = try compared(left, right, ["--level", "figures"])
      #expect(figures.equal, "\(figures.differences)")
      #expect(figures.summary.compared == 1801)
      let content = try compared(left, right, ["--level", "content"])
      #expect(content.equal, "\(content.differences)")
    }
  }
}
