import Foundation
import TestSupport
import Testing

/// `gongkai check` as clerks run it, on dossiers and on finished files.
@Suite("gongkai check") struct CheckCommandTests {
  private let example = Project.url(DossierWriting.example)

  /// Lets a test work in a folder of its own.
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("gongkai-check-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  /// A copy of the example with a text replaced in a file.
  private func copy(
    of dossier: URL, into folder: URL, _ file: String? = nil, _ old: String = "", _ new: String = ""
  ) throws -> URL {
    let copy = folder.appendingPathComponent("卷宗")
    try FileManager.default.copyItem(at: dossier, to: copy)
    if let file {
      let url = copy.appendingPathComponent(file)
      let text = try String(contentsOf: url, encoding: .utf8)
      try #require(text.contains(old))
      try Data(text.replacingOccurrences(of: old, with: new).utf8).write(to: url)
    }
    return copy
  }

  @Test("the example has no error, and no warning without a reason")
  func shipped() throws {
    let result = try gongkai(["check", example.path, "--strict"])
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(result.output.contains("错误 0 处，警告 0 处"))
    #expect(result.output.contains("说明: "))
  }

  @Test("a workbook that clerks fill in is audited as a dossier; reasons are to be pasted")
  func workbook() throws {
    try withFolder { folder in
      let dossier = try copy(of: example, into: folder)
      let book = folder.appendingPathComponent("填报.xlsx")
      func convert() throws {
        try? FileManager.default.removeItem(at: book)
        let result = try gongkai(["convert", dossier.path, book.path])
        try #require(result.status == 0, "\(result.errors)")
      }
      try convert()
      let sound = try gongkai(["check", book.path, "--strict"])
      #expect(sound.status == 0, "\(sound.output)\(sound.errors)")
      #expect(sound.output.contains("错误 0 处，警告 0 处"))

      try FileManager.default.removeItem(at: dossier.appendingPathComponent("审核说明.yaml"))
      try convert()
      let open = try gongkai(["check", book.path, "--reasons"])
      #expect(open.output.contains("粘贴到“审核说明”表的空行里"), "\(open.output)\(open.errors)")
      let rows = open.output.split(separator: "\n").filter { $0.hasPrefix("说明\t") }
      #expect(!rows.isEmpty && rows.allSatisfy { $0.split(separator: "\t").count == 4 })
    }
  }

  @Test("files that were built pass; one cell changed fails, told by cell and address")
  func files() throws {
    try withFolder { folder in
      let out = folder.appendingPathComponent("out")
      try build(example, into: out)
      let sound = try gongkai(["check", out.path, "--json", "-"])
      #expect(sound.status == 0, "\(sound.errors)")
      let report = try #require(
        try JSONSerialization.jsonObject(with: Data(sound.output.utf8)) as? [String: Any])
      #expect(report["passed"] as? Bool == true)
      let book = out.appendingPathComponent("决算公开表.xlsx")
      let script = """
        import sys, openpyxl
        book = openpyxl.load_workbook(sys.argv[1])
        sheet = book["公开05表"]
        cell = next(c for row in sheet.iter_rows() for c in row if isinstance(c.value, (int, float)))
        cell.value = cell.value + 1
        print(cell.coordinate)
        book.save(sys.argv[2])
        """
      let changed = folder.appendingPathComponent("改过.xlsx")
      let edit = try python(["-c", script, book.path, changed.path])
      try #require(edit.status == 0, "\(edit.errors)")
      let cell = edit.output.trimmingCharacters(in: .whitespacesAndNewlines)
      let result = try gongkai(["check", changed.path])
      #expect(result.status == 1)
      #expect(result.output.contains("general-row-total"))
      #expect(result.output.contains("改过.xlsx 公开05表!\(cell)"))
    }
  }

  @Test("reports are written in each form, and only over reports")
  func reports() throws {
    try withFolder { folder in
      let files = ["报告.json", "报告.xml", "审核表.html"].map { folder.appendingPathComponent($0) }
      let arguments =
        ["check", example.path]
        + zip(["--json", "--junit", "--html"], files).flatMap { [$0, $1.path] }
      for _ in 0..<2 { #expect(try gongkai(arguments).status == 0) }
      let page = try String(contentsOf: files[2], encoding: .utf8)
      #expect(page.contains("<h1>部门决算公开审核表</h1>") && !page.contains("http"))
      #expect(
        try run("xmllint", ["--noout", files[1].path]).status == 0 || !isInstalled("xmllint"))
      let other = folder.appendingPathComponent("笔记.txt")
      try Data("记录".utf8).write(to: other)
      let refused = try gongkai(["check", example.path, "--html", other.path])
      #expect(refused.status == 64)
      #expect(try String(contentsOf: other, encoding: .utf8) == "记录")
    }
  }

  @Test("what cannot be audited is told, with its own exit code")
  func unreadable() throws {
    try withFolder { folder in
      let empty = folder.appendingPathComponent("空")
      try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
      let text = folder.appendingPathComponent("a.txt")
      try Data("一段文字".utf8).write(to: text)
      let nothing = folder.appendingPathComponent("无.xlsx")
      try Data().write(to: nothing)
      for (path, code) in [
        (empty.path, "C152"), (text.path, "C153"), (folder.path + "/没有.xlsx", "C108"),
        (nothing.path, "C"),
      ] {
        let result = try gongkai(["check", path])
        #expect(result.status == 2, "\(path): \(result.output)\(result.errors)")
        #expect(result.errors.contains(code), "\(result.errors)")
      }
      #expect(try gongkai(["check"]).status == 64)
      #expect(try gongkai(["check", example.path, example.path]).status == 64)
      #expect(try gongkai(["check", text.path, "--reasons"]).status == 64)
    }
  }

  @Test(
    "a build with errors writes nothing and leaves what was there; a draft is written and fails")
  func refusedBuild() throws {
    try withFolder { folder in
      // 小微 above 中小企业: a contradiction inside of the document.
      let dossier = try copy(
        of: example, into: folder, "department.yaml", "授予小微企业: 0", "授予小微企业: 5000")
      let out = folder.appendingPathComponent("out")
      try build(example, into: out)
      let before = try Data(contentsOf: out.appendingPathComponent("manifest.json"))
      let refused = try gongkai(["build", dossier.path, "--out", out.path])
      #expect(refused.status == 1, "\(refused.output)\(refused.errors)")
      #expect(refused.errors.contains("X430") && refused.errors.contains("小微"))
      #expect(try Data(contentsOf: out.appendingPathComponent("manifest.json")) == before)
      let draft = try gongkai(["build", dossier.path, "--out", out.path, "--draft"])
      #expect(draft.status == 1)
      #expect(draft.errors.contains("X431") && draft.output.contains("草稿"))
      #expect(try Data(contentsOf: out.appendingPathComponent("manifest.json")) != before)
      #expect(try gongkai(["check", dossier.path]).status == 1)
    }
  }

  @Test("--reasons lists the open warnings; written reasons settle them")
  func reasons() throws {
    try withFolder { folder in
      let dossier = try copy(of: example, into: folder)
      let file = dossier.appendingPathComponent("审核说明.yaml")
      try FileManager.default.removeItem(at: file)
      let open = try gongkai(["check", dossier.path, "--strict"])
      #expect(open.status == 1)
      #expect(try gongkai(["check", dossier.path, "--reasons"]).status == 0)
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.contains("（请写明理由）"))
      try Data(text.replacingOccurrences(of: "（请写明理由）", with: "已逐笔核对").utf8).write(to: file)
      let settled = try gongkai(["check", dossier.path, "--strict"])
      #expect(settled.status == 0, "\(settled.output)\(settled.errors)")
      #expect(settled.output.contains("已逐笔核对"))
    }
  }
}
