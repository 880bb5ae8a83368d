internal import ArgumentParser
internal import Console
internal import Diagnostics
internal import FoundationEssentials
internal import Submission

/// `gongkai convert`: a dossier in its other form.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: FileCommand.convert.rawValue, abstract: FileCommand.convert.abstract,
    discussion: """
      目标以 .xlsx 结尾的，写成填报工作簿，否则写成文件夹；目标不能已经存在。内容原样照搬，对不对由 check 和 build 说；\
      YAML 文件里的注释不带过去。
      退出码：0 完成；2 读不出来；3 写不进去。

      例：
        gongkai convert 我的卷宗 填报.xlsx
        gongkai convert 填报.xlsx 我的卷宗
      """)

  @Argument(help: ArgumentHelp("卷宗文件夹或填报工作簿。", valueName: "FROM"))
  var source: String

  @Argument(help: ArgumentHelp("要写的文件夹，或以 .xlsx 结尾的工作簿。", valueName: "TO"))
  var target: String

  @OptionGroup var options: DossierOptions

  func run() throws {
    let surroundings = try Surroundings(data: options.data)
    let request = try options.request(source, in: surroundings, taking: WorkbookTaking.self)
    let result = convert(request, to: surroundings.url(target))
    try conclude(
      result.findings, consequence: result.value == nil ? "没有写出任何文件。" : "文件已写出，请核对。")
    guard let written = result.value else { return }
    print("已写入 \(surroundings.url(target).path)")
    if !written.isWorkbook { for file in written.files { print("  \(file)") } }
  }
}
