internal import ArgumentParser
internal import Console
internal import Diagnostics
internal import FoundationEssentials
internal import Submission
internal import Verification

/// `gongkai verify`: whether a dossier still gives what its references say.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: FileCommand.verify.rawValue, abstract: FileCommand.verify.abstract,
    discussion: """
      对照文件可以是 figures.csv、sheets 和 pages 里的文字、hashes.txt，也可以是工作簿和 PDF 本身；文件夹里有什么\
      就比什么。默认比到格式。文件夹里的 ignore.yaml 写明哪些差异不算。
      --update 先列出差异，再用现在的结果改写对照文件、删去多余的，并以 1 结束；设了环境变量 CI 时不能用。
      退出码：0 相同；1 不同，或改写了对照文件；2 读不出来或编不出来。

      例：
        gongkai verify 我的卷宗 --against 对照
        gongkai verify 我的卷宗 --against 对照 --update
      """)

  @Argument(help: ArgumentHelp("卷宗文件夹。", valueName: "DOSSIER"))
  var dossier: String

  @Option(help: ArgumentHelp("对照文件所在的文件夹。", valueName: "DIR"))
  var against: String

  @Flag(help: ArgumentHelp("列出差异后，用现在的结果改写对照文件。"))
  var update = false

  @OptionGroup var report: ReportOptions

  @OptionGroup var options: DossierOptions

  func run() throws {
    let surroundings = try Surroundings(data: options.data)
    var request = VerificationRequest(
      build: try options.request(dossier, in: surroundings, taking: WorkbookTaking.self),
      references: DiffRequest.Side(url: surroundings.url(against), name: against))
    request.isUpdating = update
    let progress = ProgressLine()
    let (asked, reporting) = (request, report)
    try reportingFailures(clearing: progress) {
      var request = asked
      if update, surroundings.isContinuousIntegration {
        throw ReportFault.updateInIntegration
      }
      try reporting.checkPlaces(surroundings)
      request.level = try reporting.chosenLevel()
      let result = verify(request) { progress.show($0.rawValue) }
      progress.clear()
      let note = result.updated.isEmpty ? nil : Self.text(of: result.updated)
      try reporting.finish(
        result.diff, outcome: result.outcome, surroundings: surroundings, note: note)
    }
  }

  /// What was rewritten or removed.
  private static func text(of updated: [String]) -> String {
    (["已改写或删去 \(updated.count) 个对照文件，请核对后提交："] + updated.map { "  \($0)" })
      .joined(separator: "\n")
  }
}
