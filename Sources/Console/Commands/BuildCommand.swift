public import ArgumentParser
internal import Audit
internal import Comparison
internal import Diagnostics
internal import Domain
internal import FoundationEssentials
internal import Submission

/// `gongkai build`: a dossier into its submission.
public struct BuildCommand<Taking: DossierTaking>: ParsableCommand {
  /// Its name, and what help says of it.
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "build",
      abstract: "读一个卷宗，生成决算公开表、项目支出绩效自评表（xlsx）和部门决算公开（pdf）。",
      discussion: """
        默认写入当前文件夹的 Out/<部门代码>-<年度>/。全部文件先做好，再替换；有错时原来的文件保持不变，\
        文件夹里不是 gongkai 生成的文件也保留。
        环境变量 SOURCE_DATE_EPOCH（秒）可替换公开日期；GONGKAI_HOME 指定 Layouts 和 Fonts 所在的文件夹。

        例：
          gongkai build 我的卷宗
          gongkai build 我的卷宗 --out 草稿 --formats pdf --forms 01,05
          gongkai build 我的卷宗 --out 草稿 --formats pdf --parts 1,3
        """)
  }

  @Argument(help: ArgumentHelp("卷宗文件夹。", valueName: "DOSSIER"))
  var dossier: String

  @OptionGroup var options: DossierOptions

  /// With nothing asked for.
  public init() {}

  @Option(help: ArgumentHelp("输出文件夹，没有就新建；不能在卷宗里面。只生成一部分时必须写。", valueName: "DIR"))
  var out: String?

  @Option(help: ArgumentHelp("生成哪些文件：xlsx、pdf，用逗号隔开。", valueName: "xlsx,pdf"))
  var formats: String?

  @Option(help: ArgumentHelp("只生成哪几张表，不要文字：编号（5 就是 05）、表号、工作表名或表名，用逗号隔开。", valueName: "NN,NN"))
  var forms: String?

  @Option(
    help: ArgumentHelp(
      "只生成哪几个部分，按印出的次序从 1 数起，如 1,3；封面和目录只随全文生成。", valueName: "N,N"))
  var parts: String?

  @Flag(
    help: ArgumentHelp(
      "审核有错误也写出文件，每页和每个工作表标“\(BuildOrder.draftMark)”。"))
  var draft = false

  @Flag(help: ArgumentHelp("在最后列出每一步用了多少时间。"))
  var timings = false

  /// Refuses options that contradict one another.
  public func validate() throws {
    if forms != nil && parts != nil {
      throw ValidationError("--forms 和 --parts 只能用一个：前者只要表，后者要整个部分。")
    }
    if (formats != nil || forms != nil || parts != nil) && out == nil {
      throw ValidationError("只生成一部分（--formats、--forms、--parts）时，要用 --out 另给一个文件夹，免得盖掉全套文件。")
    }
    _ = try chosenFormats()
  }

  /// Does it.
  public func run() throws {
    let surroundings = try Surroundings(data: options.data)
    var request = try options.request(dossier, in: surroundings, taking: Taking.self)
    request.order.out = out.map(surroundings.url)
    request.order.formats = try chosenFormats()
    request.order.forms = forms.map { Self.list($0) }
    request.order.parts = parts.map { Self.list($0) }
    request.order.isDraft = draft
    let progress = ProgressLine()
    var times = StageTimes()
    let result = build(request) { stage in
      progress.show(stage.rawValue)
      times.begin(stage.rawValue)
    }
    times.end()
    progress.clear()
    tell(result)
    guard let summary = result.summary else { throw ExitCode(result.findings.outcome) }
    print(Self.text(of: summary, took: times.total))
    if let audit = result.audit, !audit.runs.isEmpty { print("审核：\(audit.summary)") }
    if let changes = Self.changes(of: summary) { print(Self.text(of: changes)) }
    if timings { print(times.text) }
    // A draft is written in spite of errors, which the code tells.
    let outcome = result.findings.outcome
    guard outcome == .done else { throw ExitCode(outcome) }
  }

  /// What was found, and what the audit says where it stands in the way.
  private func tell(_ result: BuildResult) {
    if let audit = result.audit, audit.hasErrors {
      Terminal.printError(audit.text(of: dossier, mostNotes: 0))
    }
    guard !result.findings.isEmpty else { return }
    Terminal.printError(
      DiagnosticPrinter(lines: result.lines).text(
        of: result.findings,
        consequence: result.summary == nil ? "没有写出任何文件。" : "文件已写出，请核对。"))
  }

  private func chosenFormats() throws -> Set<OutputFormat> {
    guard let formats else { return Set(OutputFormat.allCases) }
    let names = OutputFormat.allCases.map(\.rawValue).joined(separator: "、")
    let wanted = Self.list(formats)
    guard !wanted.isEmpty else {
      throw ValidationError("--formats 后没有写格式；可用：\(names)。")
    }
    return try Set(
      wanted.map { name in
        let plain = name.lowercased().drop { $0 == "." }
        guard let format = OutputFormat(rawValue: String(plain)) else {
          throw ValidationError("不认识的格式“\(name)”；可用：\(names)。")
        }
        return format
      })
  }

  /// The parts of a list; Chinese commas and full-width letters and digits serve as well.
  private static func list(_ text: String) -> [String] {
    var narrow = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      narrow.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(narrow).split { ",、;".contains($0) || $0.isWhitespace }.map(String.init)
  }

  private static func text(of summary: BuildSummary, took duration: Duration) -> String {
    var lines = ["已写入 \(summary.folder.path)"]
    for (isPublished, title) in [(true, "上报、公开："), (false, "留存备查，不公开：")] {
      let files = summary.files.filter { $0.isPublished == isPublished }
      // A draft is for nobody else.
      if !files.isEmpty, !summary.isDraft { lines.append(title) }
      lines += files.map { "  \($0.name)（\(($0.bytes + 1023) / 1024) KB）" }
    }
    let parts = [
      summary.forms > 0 ? "\(summary.forms) 张表" : nil,
      summary.evaluations > 0 ? "\(summary.evaluations) 张绩效自评表" : nil,
      summary.sheets > 0 ? "\(summary.sheets) 个工作表" : nil,
      summary.pages > 0 ? pages(of: summary) : nil,
      summary.figures > 0 ? "\(summary.figures) 个数据格" : nil,
      "用时 \(seconds(duration, decimals: 2)) 秒",
    ]
    lines.append(parts.compactMap { $0 }.joined(separator: "，"))
    if !summary.glance.isEmpty {
      let amounts = summary.glance.map { "\($0.name) \($0.printed) \($0.unit)" }
      lines.append(amounts.joined(separator: "，"))
    }
    if summary.isDraft {
      lines.append("这是\(BuildOrder.draftMark)，每页和每个工作表都标明，不能公开。")
    }
    return lines.joined(separator: "\n")
  }

  /// What changed since the last build into the same folder; nil where there was none.
  private static func changes(of summary: BuildSummary) -> FigureChanges? {
    let name = BuildSummary.figuresFile
    guard let former = summary.formerFigures,
      let current = try? Data(contentsOf: summary.folder.appendingPathComponent(name))
    else { return nil }
    return FigureChanges.from(former, to: Array(current), named: name, of: summary.book)
  }

  /// What changed, as people read it.
  private static func text(of changes: FigureChanges) -> String {
    guard case .changed(let report) = changes else { return "与上次生成的相比，各数没有变化。" }
    var text = report.text(limit: 50)
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  /// All pages, and how many of them cover and contents take.
  private static func pages(of summary: BuildSummary) -> String {
    let cover = summary.frontPages.cover
    let contents = summary.frontPages.contents
    let front = [
      cover > 0 ? "封面占 \(cover) 页" : nil, contents > 0 ? "目录占 \(contents) 页" : nil,
    ].compactMap { $0 }
    let all = "\(summary.pages) 页"
    return front.isEmpty ? all : "\(all)（其中\(front.joined(separator: "、"))）"
  }
}
