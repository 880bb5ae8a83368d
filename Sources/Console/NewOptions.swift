public import ArgumentParser

/// What `gongkai new` takes, in whichever executable: a year that is begun from the one before needs the
/// readers of finished files, an empty dossier does not.
public struct NewOptions: ParsableArguments {
  /// The option that asks for the year before.
  public static let from = "--from"

  /// What is to be made: a folder, or a workbook where the name ends so.
  @Argument(help: ArgumentHelp("要新建的文件夹，或以 .xlsx 结尾的填报工作簿。", valueName: "DOSSIER"))
  public var folder: String

  /// The year before; nil for an empty dossier.
  @Option(
    help: ArgumentHelp(
      "由上年开始新的一年：上年的卷宗或填报工作簿、输出文件夹（Out 下的），或已公开的工作簿、PDF。", valueName: "LAST-YEAR"))
  public var from: String?

  /// The layout set by name; nil for the only one there may be.
  @Option(help: ArgumentHelp("版式的名称；只有一套时可以不写。", valueName: "SET"))
  public var layout: String?

  /// The folder of `Layouts` and `Fonts`; nil to look for it where it may stand.
  @Option(help: ArgumentHelp("含有 Layouts 和 Fonts 的文件夹。", valueName: "DIR"))
  public var data: String?

  /// None given.
  public init() {}

  /// What the help says of the command.
  public static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "新建卷宗：填报工作簿（.xlsx）或文件夹，每张表带表头，全部要填的项目带说明；--from 由上年开始。",
    discussion: """
      名称以 .xlsx 结尾的是填报工作簿：一张表一个工作表，有下拉表、填写规则和自动的合计、核对，在 Excel、WPS、\
      LibreOffice 里填；build、check、fonts、verify 像文件夹一样读它。

      例：
        gongkai new 填报.xlsx
        gongkai new 我的卷宗
        gongkai new 我的卷宗 --layout 版式名称
        gongkai new 今年.xlsx --from 去年

      由上年开始的，沿用单位、文字和科目名称，年初数和上年数取自上年；docs/next-year.md 逐项说明。
      """)
}
