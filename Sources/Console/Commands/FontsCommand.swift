public import ArgumentParser
internal import Diagnostics
internal import FoundationEssentials
internal import Submission

/// `gongkai fonts`: which fonts set what.
public struct FontsCommand<Taking: DossierTaking>: ParsableCommand {
  /// Its name, and what help says of it.
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "fonts",
      abstract: "列出每个字体角色用哪些字体；给出卷宗时，列出它用到的字体和改用别的字体的字。",
      discussion: """
        例：
          gongkai fonts
          gongkai fonts 我的卷宗
          gongkai fonts 我的卷宗 --fonts 正式字体.yaml
        """)
  }

  @Argument(help: ArgumentHelp("卷宗文件夹；不写则列出全部字体。", valueName: "DOSSIER"))
  var dossier: String?

  @OptionGroup var options: DossierOptions

  /// With nothing asked for.
  public init() {}

  /// Does it.
  public func run() throws {
    let surroundings = try Surroundings(data: options.data)
    let result =
      try dossier.map {
        reportFonts(of: try options.request($0, in: surroundings, taking: Taking.self))
      }
      ?? reportFonts(surroundings.data, preferring: options.fonts.map(surroundings.url))
    if let report = result.report { print(Self.text(of: report)) }
    try conclude(
      result.findings, lines: result.lines,
      consequence: result.findings.hasErrors ? "改正后才能生成 PDF。" : "请核对。")
  }

  private static func text(of report: FontReport) -> String {
    guard let dossier = report.dossier else { return inventory(report).text }
    let substitutions =
      report.substitutions.isEmpty
      ? "每个字都用角色的首选字体。"
      : "首选字体没有、改用别的字体的字：\n" + substitutions(report).text
    return "\(dossier)用到的字体：\n\(use(report).text)\n\n\(substitutions)"
  }

  /// Every face of every role with the folder where its file is.
  private static func inventory(_ report: FontReport) -> TextTable {
    var table = TextTable(["角色", "字体", "文件", "所在文件夹", "代替的正式字体"])
    for role in report.roles {
      for (index, face) in role.faces.enumerated() {
        table.add([
          index > 0 ? "" : role.name.isEmpty ? "（各角色最后）" : role.name, face.family, file(face),
          face.folder ?? "（找不到）", index == 0 ? role.official : "",
        ])
      }
    }
    return table
  }

  /// The faces that set something, with the number of characters.
  private static func use(_ report: FontReport) -> TextTable {
    var table = TextTable(["角色", "字体", "文件", "代替的正式字体", "不同的字"])
    for role in report.roles {
      for (index, face) in role.faces.enumerated() {
        table.add([
          index == 0 ? role.name : "", face.family, file(face), index == 0 ? role.official : "",
          face.characters == 0 ? "没有用到" : "\(face.characters) 个",
        ])
      }
    }
    return table
  }

  private static func substitutions(_ report: FontReport) -> TextTable {
    var table = TextTable(["字", "编码", "角色", "改用的字体", "次数", "首次出现"])
    for item in report.substitutions {
      table.add([item.character, item.code, item.role, item.family, "\(item.count)", item.place])
    }
    return table
  }

  private static func file(_ face: FontReport.Face) -> String {
    face.index == 0 ? face.file : "\(face.file)（序号 \(face.index)）"
  }
}
