internal import ArgumentParser
internal import Audit
internal import Console
internal import Diagnostics
internal import Dossiers
internal import FoundationEssentials
internal import Submission
internal import Verification

/// `gongkai check`: what a finance bureau would find, before anything is handed in.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: FileCommand.check.rawValue, abstract: FileCommand.check.abstract,
    discussion: """
      审核卷宗时查全部：账、申报的事实、文字、绩效自评表，以及它们与各表是否一致。审核文件（xlsx、pdf，或装有它们的 \
      文件夹）时只查印出的数：表内合计、表间勾稽、绩效自评表的合计。四舍五入造成的尾差作为提示列出。
      警告可以在卷宗的审核说明.yaml 中逐条写明理由；--reasons 生成它的底稿。docs/checks.md 列出全部检查。
      退出码：0 没有错误；1 有错误（--strict 时还有未说明的警告）；2 读不出来。

      例：
        gongkai check 我的卷宗
        gongkai check 填报.xlsx
        gongkai check 我的卷宗 --reasons
        gongkai check 决算公开表.xlsx 部门决算公开.pdf
        gongkai check 我的卷宗 --strict --html 审核表.html
      """)

  @Argument(help: ArgumentHelp("卷宗文件夹、填报工作簿，或要审核的文件。", valueName: "DOSSIER | FILE…"))
  var subjects: [String]

  @OptionGroup var options: DossierOptions

  @Option(help: ArgumentHelp("把报告写成 JSON；“-”是标准输出。", valueName: "FILE"))
  var json: String?

  @Option(help: ArgumentHelp("把报告写成 JUnit XML；“-”是标准输出。", valueName: "FILE"))
  var junit: String?

  @Option(help: ArgumentHelp("把报告写成可以打印的审核表（HTML）。", valueName: "FILE"))
  var html: String?

  @Flag(help: ArgumentHelp("未说明的警告也算不通过。"))
  var strict = false

  @Flag(help: ArgumentHelp("把没有说明的警告写进卷宗的审核说明.yaml，理由待填。"))
  var reasons = false

  @Flag(help: ArgumentHelp("只印一行总结。"))
  var quiet = false

  func validate() throws {
    guard json != "-" || junit != "-" else {
      throw ValidationError("--json 和 --junit 不能都写到标准输出。")
    }
    guard html != "-" else { throw ValidationError("--html 后写文件名。") }
    guard !subjects.isEmpty else { throw ValidationError("写明要审核的卷宗或文件。") }
  }

  func run() throws {
    let surroundings = try Surroundings(data: options.data)
    let folders = subjects.filter { isDossier(surroundings.url($0)) }
    guard folders.isEmpty || subjects.count == 1 else {
      throw ValidationError("卷宗一次审核一个，也不和文件一起审核。")
    }
    let book =
      subjects.count == 1 && folders.isEmpty
      ? entryBook(surroundings.url(subjects[0]), named: subjects[0]) : nil
    let dossier = book == nil ? folders.first : subjects[0]
    guard !reasons || dossier != nil else {
      throw ValidationError("--reasons 只用于卷宗：说明写在卷宗里。")
    }
    let command = self
    try reportingFailures(clearing: ProgressLine()) {
      for file in command.reports(surroundings) { try file.check() }
      let result = command.result(dossier, saying: book, surroundings)
      try command.finish(result, surroundings)
    }
  }

  private func result(
    _ dossier: String?, saying book: DossierSheets?, _ surroundings: Surroundings
  ) -> CheckResult {
    if let dossier {
      var request = options.request(dossier, saying: book, in: surroundings)
      request.order.lastYearReader = readPublishedYear()
      return check(request)
    }
    var request = FileCheckRequest(
      subjects.map { ComparisonSource(url: surroundings.url($0), name: $0) },
      data: surroundings.data)
    request.layout = options.layout
    return check(request)
  }

  /// Prints what was found and the report, writes the files asked for, and ends with the exit code.
  private func finish(_ result: CheckResult, _ surroundings: Surroundings) throws {
    let outcome = result.outcome(isStrict: strict)
    if !result.findings.isEmpty {
      Terminal.printError(
        DiagnosticPrinter(lines: result.lines).text(
          of: result.findings, consequence: result.report == nil ? "没有审核。" : "已经审核，请核对。"))
    }
    guard let report = result.report else { throw ExitCode(outcome) }
    let title = subjects.joined(separator: "、")
    try ReportFile.write(report.json(of: title), to: json, .audit, surroundings)
    try ReportFile.write(
      Data(report.junit(of: title, isStrict: strict).utf8), to: junit, .junit, surroundings)
    try ReportFile.write(Data(report.html(of: title).utf8), to: html, .page, surroundings)
    if json != "-" && junit != "-" {
      print(
        quiet ? "审核 \(title)：\(report.summary)\n" : report.text(of: title), terminator: "")
    }
    if reasons { try writeReasons(result, surroundings) }
    if outcome != .done { throw ExitCode(outcome) }
  }

  /// Writes the file of reasons with those that are left to be written.
  private func writeReasons(_ result: CheckResult, _ surroundings: Surroundings) throws {
    guard let draft = result.reasonsDraft, let report = result.report, let folder = subjects.first
    else { return }
    let open = report.open(.warning).count
    let isFolder = isDossier(surroundings.url(folder))
    guard open > 0 else {
      let place = isFolder ? AuditReasons.file : "“\(SheetTitle.reasons.rawValue)”表"
      print("没有需要说明的警告，\(place)没有改动。")
      return
    }
    guard isFolder else {
      // A workbook may be open in a program that would write over what was added to it.
      print("把下面 \(open) 行粘贴到“\(SheetTitle.reasons.rawValue)”表的空行里，逐条写明理由：")
      for row in AuditReasons.rows(for: report) { print(row) }
      return
    }
    let url = surroundings.url(folder).appendingPathComponent(AuditReasons.file)
    do {
      try writeFile(Data(draft.utf8), to: url)
    } catch {
      throw ReportFault.file("\(folder)/\(AuditReasons.file)", error)
    }
    print("已在 \(folder)/\(AuditReasons.file) 中列出 \(open) 处警告，请逐条写明理由。")
  }

  /// The files that reports are to be written to.
  private func reports(_ surroundings: Surroundings) -> [ReportFile] {
    [(json, ReportFile.Form.audit), (junit, .junit), (html, .page)].compactMap {
      ReportFile.named($0, $1, surroundings)
    }
  }
}
