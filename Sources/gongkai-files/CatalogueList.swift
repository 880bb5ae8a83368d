internal import ArgumentParser
internal import Console
internal import Diagnostics
internal import Submission

extension CatalogueCommand {
  /// `gongkai catalogue list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "列出全部科目表：年度、类、款、项各有几个名称；写明年度则列出每一类收了多少。")

    @Option(help: ArgumentHelp("只列这一年度的，逐类说明。", valueName: "Y"))
    var year: Int?

    @OptionGroup var place: Place

    func run() throws {
      let surroundings = try Surroundings(data: place.data)
      let report = reportCatalogues(
        ofYear: year, data: surroundings.data, catalogues: surroundings.catalogues)
      var table = TextTable(["年度", "科目", "来自", "类", "款", "项", "文件"])
      for list in report.items {
        table.add(
          ["\(list.year)", list.chart, list.isShipped ? "随程序" : "自己"]
            + Self.padded(list.counts) + [list.file])
      }
      print(table.text)
      if year != nil { for list in report.items { Self.printClasses(of: list) } }
      try conclude(report.findings, lines: report.lines, consequence: "有错的科目表没有列出。")
    }

    private static func printClasses(of list: CatalogueOverview) {
      var table = TextTable(["类", "名称", "款", "项"])
      for one in list.classes {
        let counts = padded([0] + one.counts).dropFirst()
        table.add([one.code, one.name.isEmpty ? "（没有）" : one.name] + counts)
      }
      print("\n\(list.file)：\n\(table.text)")
    }

    /// Counts of three levels; of a chart with two, the last stays empty.
    private static func padded(_ counts: [Int]) -> [String] {
      (counts.map(String.init) + ["", "", ""]).prefix(3).map(\.self)
    }
  }

  /// `gongkai catalogue show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "一个科目在各年度叫什么，连同它的类、款：写在哪个科目表的哪一行，取自哪里。",
      discussion: "退出码：0 有；1 哪一份科目表里都没有。")

    @Argument(help: ArgumentHelp("科目代码。", valueName: "CODE"))
    var code: String

    @Option(help: ArgumentHelp("只看这一年度。", valueName: "Y"))
    var year: Int?

    @OptionGroup var place: Place

    func run() throws {
      let surroundings = try Surroundings(data: place.data)
      let report = lookUpAccount(
        code, year: year, data: surroundings.data, catalogues: surroundings.catalogues)
      if !report.items.isEmpty {
        var table = TextTable(["年度", "级", "代码", "名称", "科目表", "取自"])
        for entry in report.items {
          table.add([
            "\(entry.year)", entry.level, entry.code, entry.name, entry.place, entry.source,
          ])
        }
        print(table.text)
      }
      try conclude(report.findings, lines: report.lines, consequence: "有错的没有查。")
      guard report.items.isEmpty else { return }
      print(year.map { "\($0) 年度" } ?? "各年度", terminator: "")
      print("的科目表里没有 \(code)。")
      throw ExitCode(Outcome.checksFailed)
    }
  }
}
