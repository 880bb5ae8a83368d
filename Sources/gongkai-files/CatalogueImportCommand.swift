internal import ArgumentParser
internal import Console
internal import Diagnostics
internal import Domain
internal import Verification

extension CatalogueCommand {
  /// `gongkai catalogue import`: takes over a list as people have it.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "导入手头的科目表：工作簿、CSV 或文本。",
      discussion: """
        代码和名称可以在一栏或两栏，代码可以分成类、款、项几栏；标题、页眉、页码、说明自动略过，一个文件里可以有几种分类。\
        采用支出功能分类（2 开头）和部门预算支出经济分类（3 开头）的科目。
        先列出读到了什么、哪里要核对，不写文件；核对以后加上 --yes 才写。已有的名称不改，要以新的为准加上 --replace。
        退出码：0 完成；2 读不出来；3 写不进去。

        例：
          gongkai catalogue import 政府收支分类科目.xlsx --year 年度
          gongkai catalogue import 政府收支分类科目.xlsx --year 年度 --yes
          gongkai catalogue import 经济科目.csv --year 年度 --chart 支出经济 --yes --replace
        """)

    @Argument(help: ArgumentHelp("科目表：xlsx、csv 或文本。", valueName: "FILE"))
    var file: String

    @Option(help: ArgumentHelp("科目表是哪一年的。", valueName: "YEAR"))
    var year: Int

    @Option(help: ArgumentHelp("只要其中一种：支出功能或支出经济。", valueName: "CHART"))
    var chart: String?

    @Flag(help: "写入；不写这个选项只看不写。")
    var yes = false

    @Flag(help: "已有的名称与这里不同的，以这里的为准。")
    var replace = false

    @Option(help: ArgumentHelp("含有 Layouts 和 Fonts 的文件夹。", valueName: "DIR"))
    var data: String?

    func validate() throws {
      guard (1990...2999).contains(year) else { throw ValidationError("--year 是四位的年份。") }
      guard chart.map({ AccountChart(rawValue: $0) != nil }) ?? true else {
        let charts = AccountChart.allCases.map(\.rawValue).joined(separator: "或")
        throw ValidationError("--chart 是\(charts)。")
      }
    }

    func run() throws {
      let surroundings = try Surroundings(data: data)
      var request = CatalogueRequest(
        ComparisonSource(url: surroundings.url(file), name: file), year: year,
        catalogues: surroundings.catalogues, data: surroundings.data)
      request.isReplacing = replace
      if let chart = chart.flatMap(AccountChart.init) { request.charts = [chart] }
      let (asked, isWriting) = (request, yes)
      try reportingFailures(clearing: ProgressLine()) {
        let list = readList(asked)
        try Self.tell(list)
        guard !list.files.isEmpty else {
          return print("没有要写入的：这些名称都已经有了。")
        }
        guard isWriting else {
          let files = list.files.map { "\n  " + $0 }.joined()
          return print("没有写入。核对以后加上 --yes，写入：\(files)")
        }
        for file in try list.write() { print("已写入 \(file)") }
      }
    }

    /// Prints what was understood and what was found; ends where nothing can be taken over.
    private static func tell(_ list: CatalogueImport) throws {
      if let preview = list.preview { print(preview, terminator: "") }
      let isSound = !list.findings.hasErrors
      try conclude(
        list.findings, lines: list.lines, consequence: isSound ? "其余的照样采用。" : "没有写入。")
    }
  }
}
