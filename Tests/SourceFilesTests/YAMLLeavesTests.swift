import Diagnostics
import SourceFiles
import TestSupport
import Testing

@Suite("一份文件的各个值，连同通到它的键")
struct YAMLLeavesTests {
  @Test("列表的项有 id 写 id，没有的写第几项；只有文字的列表是一个值")
  func paths() throws {
    let text = """
      title: 甲
      none: ~
      columns:
        - {id: name, width: 40}
        - {path: 甲.乙, list: [1, "", 3]}
      header:
        - [{text: 丙, columns: 2}, 丁]
        - [戊, 己]
      """
    let root = try #require(
      YAMLValue.parse(SourceText(file: "a.yaml", text: text), family: "L").value)
    let leaves = root.leaves.map { leaf in
      "\(leaf.path.joined(separator: ".")) \(leaf.texts)\(leaf.isList ? " list" : "") \(leaf.place.line)"
    }
    #expect(
      leaves == [
        #"title ["甲"] 1"#, "none [] 2", #"columns.name.id ["name"] 4"#,
        #"columns.name.width ["40"] 4"#, #"columns.甲.乙.path ["甲.乙"] 5"#,
        #"columns.甲.乙.list ["1", "", "3"] list 5"#, #"header.1.1.text ["丙"] 7"#,
        #"header.1.1.columns ["2"] 7"#, #"header.1.2 ["丁"] 7"#, #"header.2 ["戊", "己"] list 8"#,
      ])
  }
}
