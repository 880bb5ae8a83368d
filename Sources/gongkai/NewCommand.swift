internal import ArgumentParser
internal import Console
internal import Diagnostics
internal import FoundationEssentials
internal import Submission

/// `gongkai new`: an empty dossier to fill in.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "新建一个空白卷宗：每张表带表头，department.yaml 带全部要填的项目、说明和单位。",
    discussion: """
      例：
        gongkai new 我的卷宗
        gongkai new 我的卷宗 --layout 版式名称
      """)

  @Argument(help: ArgumentHelp("要新建的文件夹。", valueName: "DIR"))
  var folder: String

  @Option(help: ArgumentHelp("版式的名称；只有一套时可以不写。", valueName: "SET"))
  var layout: String?

  @Option(help: ArgumentHelp("含有 Layouts 和 Fonts 的文件夹。", valueName: "DIR"))
  var data: String?

  func run() throws {
    let surroundings = try Surroundings(data: data)
    let made = makeNewDossier(
      surroundings.url(folder), layout: layout, data: surroundings.data)
    try conclude(
      made.findings, consequence: made.value == nil ? "没有写出任何文件。" : "文件已写出，请核对。")
    guard let files = made.value else { return }
    print("已新建 \(surroundings.url(folder).path)")
    for file in files { print("  \(file)") }
    print("填好后运行：gongkai build \(folder)")
  }
}
