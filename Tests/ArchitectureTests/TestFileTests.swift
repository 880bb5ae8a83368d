internal import Testing

/// A reference or fixture that no test reads looks as if it held something.
@Suite("Files beside the tests")
struct TestFileTests {
  @Test("every reference is held against something")
  func golden() throws {
    let folder = "Tests/Golden/"
    let tests = try TestSources.ofCheckout(without: #filePath)
    let paths = SourceTree.paths(below: folder).map { String($0.dropFirst(folder.count)) }
    #expect(paths.count > 100)
    let unused = Self.unused(paths, by: tests)
    #expect(unused.isEmpty, "no test reads these files of \(folder): \(unused)")
  }

  @Test("every fixture is read")
  func fixtures() throws {
    let tree = try FixtureTree.ofCheckout()
    #expect(tree.paths.count > 30)
    let unused = tree.unused(by: try TestSources.ofCheckout(without: #filePath))
    #expect(unused.isEmpty, "no test reads these files of \(FixtureTree.folder): \(unused)")
  }

  @Test("a reference that nobody names is seen")
  func judgesReferences() {
    let tests = TestSources(
      """
      Golden.check(text, against: "messages/named.txt")
      Golden.check(text, against: "sheets/\\(number).tsv")
      Golden.checkFiles(of: "forms", are: names)
      let folder = "Tests/Golden/submission"
      """)
    let used = ["messages/named.txt", "forms/99.tsv", "submission/a/b.txt"]
    let unused = ["messages/named.tx", "sheets/01.tsv", "forms2/1.tsv", "submissions.txt"]
    #expect(Self.unused(used + unused, by: tests) == unused)
  }

  @Test("a fixture that nobody reads is seen")
  func judgesFixtures() {
    let tests = TestSources(
      #"load("known"); url("Tests/Fixtures/books"); text("Tests/Fixtures/one/cells.csv")"#)
    let used = [
      "one/cells.csv", "books/department.yaml", "books/evaluations/1.yaml",
      "layouts/known/set.yaml", "layouts/known/forms/01.yaml", "layouts/known/narrative/a.mustache",
      "layouts/known/narrative/values.yaml", "layouts/catalogues/a.csv",
    ]
    let unused = [
      "one/other.csv", "ledger/department.yaml", "layouts/known/forms/02.yaml",
      "layouts/known/notes.txt", "layouts/strange/set.yaml", "layouts/catalogues/b.csv",
    ]
    let tree = FixtureTree(paths: used + unused) { _ in
      #"forms: ["01"]\#nparts: [{text: narrative/a.mustache}]\#ncatalogues: {甲: a.csv}"#
    }
    #expect(tree.unused(by: tests) == unused)
  }

  /// The references that no test names, alone or with all of their folder.
  private static func unused(_ paths: [String], by tests: TestSources) -> [String] {
    paths.filter { path in
      !tests.name(path) && !tests.countedFolders.contains { path.hasPrefix($0) }
    }
  }
}
