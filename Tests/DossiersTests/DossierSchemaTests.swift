import Foundation
import Layouts
import TestSupport
import Testing

/// docs/schema tells editors which keys a dossier's own files have.
@Suite("卷宗文件的 JSON Schema")
struct DossierSchemaTests {
  private static let dossiers = ["Examples/xiangyuan-2023", "Examples/putuo-finance-2024"]

  /// What a schema finds in files, as lines that begin with the file.
  private static func faults(_ kind: String, in files: [URL]) throws -> [String] {
    let tool = Project.url("Tests/Tools/validate_files.py").path
    let result = try run("/usr/bin/python3", [tool, kind] + files.map(\.path))
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(result.status == (lines.isEmpty ? 0 : 1), "\(result.errors)")
    return lines
  }

  @Test(
    "示例的文件合规",
    arguments: [("department", "department.yaml"), ("reasons", "审核说明.yaml")])
  func examples(kind: String, file: String) throws {
    let files = Self.dossiers.map { Project.url("\($0)/\(file)") }
    #expect(try Self.faults(kind, in: files) == [])
  }

  /// A text that is wrong in a file: `old` of the example is made `new`.
  private static let slips: [(kind: String, file: String, old: String, new: String)] = [
    ("department", "department.yaml", "年度: 2024", "年份: 2024"),
    ("department", "department.yaml", "年度: 2024", "年度: 24"),
    ("department", "department.yaml", "公开日期: 2025-08-29", "公开日期: 2025-08"),
    ("department", "department.yaml", "部门: {代码: \"103\"", "部门: {编码: \"103\""),
    ("department", "department.yaml", "部门: {代码: \"103\"", "部门: {代码: \"一〇三\""),
    ("department", "department.yaml", "（本级）, 类型: 行政单位", "（本级）"),
    ("reasons", "审核说明.yaml", "检查: idle-unit", "审核: idle-unit"),
    ("reasons", "审核说明.yaml", "说明:", "解释:"),
  ]

  @Test("写错的键和值，Schema 也拒绝")
  func refusal() throws {
    try withTemporaryFolder { root in
      for (index, slip) in Self.slips.enumerated() {
        let example = Project.url("Examples/putuo-finance-2024/\(slip.file)")
        let text = try String(contentsOf: example, encoding: .utf8)
        #expect(text.contains(slip.old), "\(slip.old)")
        let file = root.appendingPathComponent("\(index).yaml")
        try Data(text.replacing(slip.old, with: slip.new).utf8).write(to: file)
        #expect(try Self.faults(slip.kind, in: [file]) != [], "\(slip.new)")
      }
    }
  }

  @Test("Schema 的键就是程序的键")
  func keys() throws {
    let data = try Data(contentsOf: Project.url("docs/schema/department.schema.json"))
    let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let definitions = try #require(schema["definitions"] as? [String: [String: Any]])
    let root = try #require(definitions["department"])
    #expect(
      Set(try #require(root["required"] as? [String]))
        == Set(IdentityKey.top).subtracting([IdentityKey.lastYear]))
    let properties = try #require(root["properties"] as? [String: [String: Any]])
    #expect(Set(properties.keys) == Set(IdentityKey.top))
    let department = properties[IdentityKey.department]?["properties"] as? [String: Any]
    #expect(Set(department?.keys.map(\.self) ?? []) == [IdentityKey.code, IdentityKey.name])
    let unit = properties[IdentityKey.units]?["items"] as? [String: Any]
    #expect(
      Set((unit?["properties"] as? [String: Any])?.keys.map(\.self) ?? [])
        == [IdentityKey.code, IdentityKey.name, IdentityKey.type])
  }
}
