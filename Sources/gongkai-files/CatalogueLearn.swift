internal import ArgumentParser
internal import Console
internal import Diagnostics
internal import FoundationEssentials
internal import Submission
internal import Verification

extension CatalogueCommand {
  /// `gongkai catalogue learn`.
  struct Learn: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "learn", abstract: "从已公开的工作簿或 PDF 里取得科目的代码和名称，记入自己的科目表。",
      discussion: """
        不加 --yes 只列出会记下什么。已有的名称从不改写；与已有的不同的列出来，不取。来源记文件名。
        PDF 里的表要有框线，某套版式认得；认不出时用 --layout 写明版式。
        """)

    @Argument(help: ArgumentHelp("已公开的工作簿（.xlsx）或 PDF。", valueName: "FILE"))
    var file: String

    @Option(help: ArgumentHelp("这些名称是哪个年度的。", valueName: "Y"))
    var year: Int

    @Option(help: ArgumentHelp("按哪个版式认表；不写则看 manifest.json，或逐个版式去认。", valueName: "SET"))
    var layout: String?

    @Flag(help: ArgumentHelp("把新的名称记入自己的科目表。"))
    var yes = false

    @OptionGroup var place: Place

    func validate() throws {
      guard (1_000...9_999).contains(year) else { throw ValidationError("--year 后写四位年份。") }
    }

    func run() throws {
      let surroundings = try Surroundings(data: place.data)
      var request = LearningRequest(
        ComparisonSource(url: surroundings.url(file), name: file), year: year,
        data: surroundings.data, catalogues: surroundings.catalogues)
      request.files.layout = layout
      request.isTaking = yes
      let result = try reportingFailures(clearing: ProgressLine()) { [request] in
        learnNames(request)
      }
      try conclude(
        result.findings, lines: result.lines,
        consequence: result.isDone ? "已经读完，请核对。" : "没有记下任何名称。")
      Self.printNames(of: result, year)
      guard !result.new.isEmpty else { return }
      print(
        yes
          ? "已记入 \(result.written.joined(separator: "、"))"
          : "还没有记下；核对无误后加 --yes 再运行一次。")
    }

    private static func printNames(of result: LearningResult, _ year: Int) {
      print(
        "\(year) 年度：\(result.new.count) 个新名称，\(result.known) 个科目表里已有，"
          + "\(result.differing.count) 个与已有的不同。")
      for name in result.new { print("  \(name.chart),\(name.code),\(name.name)") }
      guard !result.differing.isEmpty else { return }
      print("不同的没有取：")
      for name in result.differing {
        let known = name.known ?? ""
        print("  \(name.code) “\(name.name)”；已有：“\(known)”（\(name.source ?? "")）")
      }
    }
  }
}
