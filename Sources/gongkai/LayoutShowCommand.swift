internal import ArgumentParser
internal import Console
internal import Diagnostics
internal import Submission

/// `gongkai layout show`.
struct LayoutShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "把一套版式的一张空表画成 PDF 和 PNG，写明列和行的 id、每一格取什么数。",
    discussion: """
      供编写、修改版式的人看：表头上面一行是列的 id，左边一列是行的 id；卷宗要填的内容仍是 {部门名称} 这样的\
      占位符。格子里是取数的办法：支出 基本支出……是取这样的账，“= a + b”“= a..b”是这些行（列）相加，“= 各行”\
      是这一栏各明细行相加，带点的是卷宗里填报的事项，“——”不填数。科目树每一级画一行示例，AAA、AAABB、AAABBCC \
      代表科目代码。

      --why 逐项列出这张表的每个值写在哪个文件的哪一行，自己的还是继承的；不写 --out 就不画表。
      """)

  @Argument(help: ArgumentHelp("版式的名称。", valueName: "SET"))
  var name: String

  @Argument(help: ArgumentHelp("表的编号；自评表写它的 number，如“自评”。", valueName: "FORM"))
  var form: String

  @Option(help: ArgumentHelp("写到哪个文件夹；默认是当前文件夹。", valueName: "DIR"))
  var out: String?

  @Flag(help: "列出每个值的出处。")
  var why = false

  @OptionGroup var place: LayoutCommand.Place

  func run() throws {
    let surroundings = try Surroundings(data: place.data)
    let folder = out ?? (why ? nil : ".")
    let result = showForm(
      FormShowing(set: name, form: form, out: folder.map(surroundings.url), tellsOrigins: why),
      data: surroundings.data)
    if let shown = result.shown {
      if why { print(Self.table(of: shown.origins)) }
      for file in shown.files { print("已写入 \(file)") }
    }
    // That a set is assumed says nothing of the drawing.
    try conclude(
      result.findings.filter { $0.severity != .note }, lines: result.lines,
      consequence: result.shown == nil ? "没有写出任何文件。" : "版式可以用。")
  }

  /// The values in lines: keys, value, place, and whether it is inherited.
  private static func table(of origins: [ShownForm.Origin]) -> String {
    var table = TextTable(["键", "值", "出处", ""])
    for origin in origins {
      table.add([
        origin.path, shortened(origin.text), origin.place, origin.isInherited ? "继承" : "",
      ])
    }
    return table.text
  }

  /// The beginning of a long value, so that the places stand near.
  private static func shortened(_ text: String) -> String {
    text.count > mostCharacters ? text.prefix(mostCharacters - 1) + "…" : text
  }

  private static let mostCharacters = 40
}
