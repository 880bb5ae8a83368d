internal import ArgumentParser
internal import Console
internal import Diagnostics
internal import Dossiers
internal import Submission
internal import Verification

extension CatalogueCommand {
  /// `gongkai catalogue check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "核对一个卷宗的科目名称：哪些科目没有名称，accounts.csv 里哪些名称与科目表不同。",
      discussion: """
        没有名称的科目连同它的类、款一起列出，末尾是可以粘贴到 accounts.csv 的各行；别的年度的科目表里有的，写明那里的名称，\
        供核对。
        退出码：0 都有名称，也都与科目表相同；1 有缺少或不同的；2 卷宗读不出来。
        """)

    @Argument(help: ArgumentHelp("卷宗文件夹。", valueName: "DOSSIER"))
    var dossier: String

    @OptionGroup var options: DossierOptions

    func run() throws {
      let surroundings = try Surroundings(data: options.data)
      let report = checkNames(
        try options.request(dossier, in: surroundings, taking: WorkbookTaking.self))
      if !report.findings.isEmpty {
        Terminal.printError(
          DiagnosticPrinter(lines: report.lines).text(of: report.findings, consequence: "名称核对如下。"))
      }
      let isSheet = isWorkbook(surroundings.url(dossier))
      if !report.chains.isEmpty { Self.printMissing(report, isSheet: isSheet) }
      if !report.differing.isEmpty {
        print("accounts.csv 里有 \(report.differing.count) 个名称与科目表不同：")
        for name in report.differing {
          print("  \(name.place) \(name.chart) \(name.code) “\(name.name)”")
          print("    科目表：“\(name.usual)”（\(name.source)）")
        }
      }
      if report.outcome == .done { print("科目都有名称，与科目表没有不同。") }
      if report.outcome != .done { throw ExitCode(report.outcome) }
    }

    private static func printMissing(_ report: NameReport, isSheet: Bool) {
      print("\(report.block.count) 个科目没有名称：")
      // Accounts of one 款 stand below it, which is told once.
      var told: Set<AccountLink> = []
      for chain in report.chains {
        for (depth, link) in chain.enumerated() where told.insert(link).inserted {
          let name = link.name ?? "（没有）" + (link.hint.isEmpty ? "" : "；" + link.hint)
          print(String(repeating: "  ", count: depth + 1) + "\(link.level) \(link.code) \(name)")
        }
      }
      print(
        isSheet ? "\n粘贴到“\(SheetTitle.accounts.rawValue)”表的各行：\n" : "\n写进 accounts.csv 的各行：\n")
      let lines = isSheet ? report.block.map(WorkbookWords.pasted) : report.block
      print(lines.joined(separator: "\n") + "\n")
    }
  }

  /// `gongkai catalogue pin`.
  struct Pin: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "pin",
      abstract: "把要印的、版式没有的名称从自己的科目表抄进卷宗的 accounts.csv，换一台机器也一样。",
      discussion: "只在末尾加行，已有的不动；编码和换行照原样。卷宗有错时不写。")

    @Argument(help: ArgumentHelp("卷宗文件夹。", valueName: "DOSSIER"))
    var dossier: String

    @OptionGroup var options: DossierOptions

    func run() throws {
      let surroundings = try Surroundings(data: options.data)
      guard !isWorkbook(surroundings.url(dossier)) else {
        throw ValidationError(
          "pin 只写卷宗文件夹；工作簿里，把名称填在“\(SheetTitle.accounts.rawValue)”表里。")
      }
      let (pinned, lines) = pinNames(
        try options.request(dossier, in: surroundings, taking: FolderDossiers.self))
      try conclude(
        pinned.findings.filter { $0.severity != .note }, lines: lines,
        consequence: pinned.value == nil ? "没有改动卷宗。" : "请核对。")
      guard let names = pinned.value else { return }
      guard !names.lines.isEmpty else {
        print("没有要抄的名称，\(names.file) 没有改动。")
        return
      }
      print("已在 \(dossier)/\(names.file) 末尾加上 \(names.lines.count) 个名称：")
      for line in names.lines { print("  \(line)") }
    }
  }
}
