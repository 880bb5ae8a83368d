import Foundation
import TestSupport
import Testing

@Suite("比较命令的错误信息") struct CommandWordingTests {
  /// What each command prints about what stands in its way.
  private func cases(in folder: URL) throws -> [(title: String, text: String)] {
    let base = try ComparedBuilds.shared.get().base
    for name in [ComparedBuilds.forms, "figures.csv"] {
      try copy(base.appendingPathComponent(name), to: folder.appendingPathComponent(name))
    }
    let heading = "form,row,column,printed,exact,unit,sources\n"
    for (name, form) in [("部分.csv", "01"), ("其他.csv", "77")] {
      try "\(heading)\(form),行1,1,\"5,924.67\",,万元,\n77,行1,2,1.00,,万元,\n".write(
        to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    let references = folder.appendingPathComponent("对照")
    try FileManager.default.createDirectory(at: references, withIntermediateDirectories: false)
    func run(_ title: String, _ arguments: [String]) throws -> (String, String) {
      (title, try gongkai(arguments, in: folder).errors)
    }
    let example = Project.url(DossierWriting.example).path
    let book = ComparedBuilds.forms
    var cases = [
      try run("没有这个版式", ["diff", book, "部分.csv", "--layout", "shanxi-2032"]),
      try run("没有一张两边都有的表", ["diff", book, "其他.csv"]),
      try run("没有对照文件", ["verify", example, "--against", "对照"]),
    ]
    try copy(
      base.appendingPathComponent("figures.csv"),
      to: references.appendingPathComponent("figures.csv"))
    try "# cairo 0.1\n".write(
      to: references.appendingPathComponent("hashes.txt"), atomically: true, encoding: .utf8)
    try "笔记".write(
      to: references.appendingPathComponent("笔记.md"), atomically: true, encoding: .utf8)
    let (title, text) = try run("不是对照文件的文件，别的版本的校验和", ["verify", example, "--against", "对照"])
    // The versions of today are those of the machine.
    let steady = text.replacing(/# cairo [1-9].*/, with: "# cairo …")
    cases.append((title, steady))
    return cases
  }

  @Test("每种错误的全文")
  func wording() throws {
    try withTemporaryFolder { folder in
      let cases = try cases(in: folder)
      let text = cases.map { "## \($0.title)\n\($0.text)\n" }.joined()
      Golden.check(text, against: "diagnostics/comparison-commands.txt")
      for number in 109...112 {
        #expect(text.contains("C\(number):"), "C\(number) is not among the golden messages")
      }
    }
  }
}
