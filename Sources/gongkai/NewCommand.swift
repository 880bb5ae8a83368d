internal import ArgumentParser
internal import Console
internal import Diagnostics
internal import FoundationEssentials
internal import Submission

/// `gongkai new`: an empty dossier to fill in.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "新建一个空白卷宗：填报工作簿（.xlsx），或文件夹；每张表带表头，全部要填的项目带说明和单位。",
    discussion: """
      名称以 .xlsx 结尾的是填报工作簿：一张表一个工作表，有下拉表、填写规则和自动的合计、核对，在 Excel、WPS、\
      LibreOffice 里填；build、check、fonts、verify 像文件夹一样读它。

      例：
        gongkai new 填报.xlsx
        gongkai new 我的卷宗
        gongkai new 我的卷宗 --layout 版式名称
      """)

  @Argument(help: ArgumentHelp("要新建的文件夹，或以 .xlsx 结尾的工作簿。", valueName: "DOSSIER"))
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
    guard let written = made.value else { return }
    print("已新建 \(surroundings.url(folder).path)")
    if !written.isWorkbook { for file in written.files { print("  \(file)") } }
    print("填好后运行：gongkai build \(folder)")
  }
}
