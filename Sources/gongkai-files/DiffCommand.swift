internal import ArgumentParser
internal import Console
internal import Diagnostics
internal import FoundationEssentials
internal import Submission
internal import Verification

/// `gongkai diff`: whether two submissions say the same, and where not.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: FileCommand.diff.rawValue, abstract: FileCommand.diff.abstract,
    discussion: """
      左边是原来的，右边是现在的。同类文件默认比较全部文字，不同类的文件比较印出的数。左边（或右边）文件夹里的 \
      ignore.yaml 写明哪些差异不算，每条写明理由。
      退出码：0 相同；1 不同；2 读不出来。

      例：
        gongkai diff 上次 Out/我的部门
        gongkai diff 决算公开表.xlsx 部门决算公开.pdf
        gongkai diff 上次 这次 --level format --junit 报告.xml --quiet
      """)

  @Argument(help: ArgumentHelp("原来的文件或文件夹。", valueName: "LEFT"))
  var left: String

  @Argument(help: ArgumentHelp("现在的文件或文件夹。", valueName: "RIGHT"))
  var right: String

  @OptionGroup var report: ReportOptions

  @Option(help: ArgumentHelp("规则文件，代替文件夹里的 ignore.yaml。", valueName: "FILE"))
  var rules: String?

  @Option(help: ArgumentHelp("按哪个版式认表；不写则看 manifest.json，或逐个版式去认。", valueName: "SET"))
  var layout: String?

  @Option(help: ArgumentHelp("含有 Layouts 和 Fonts 的文件夹。", valueName: "DIR"))
  var data: String?

  func run() throws {
    let surroundings = try Surroundings(data: data)
    func side(_ path: String) -> DiffRequest.Side {
      DiffRequest.Side(url: surroundings.url(path), name: path)
    }
    var request = DiffRequest(left: side(left), right: side(right), data: surroundings.data)
    request.rules = rules.map(side)
    request.layout = layout
    let (asked, options) = (request, report)
    try reportingFailures(clearing: ProgressLine()) {
      var request = asked
      try options.checkPlaces(surroundings)
      request.level = try options.chosenLevel()
      let result = diff(request)
      try options.finish(result, outcome: result.outcome, surroundings: surroundings)
    }
  }
}
