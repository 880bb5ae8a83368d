internal import ArgumentParser
internal import Console
internal import Diagnostics
internal import FoundationEssentials
internal import Submission

/// `gongkai layout`: the layout sets, and new ones.
struct LayoutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layout", abstract: "列出版式，检查版式，画出空表，由一套版式新建下一年的。",
    discussion: """
      例：
        gongkai layout list
        gongkai layout check 版式
        gongkai layout show 版式 05
        gongkai layout new 新版式 --from 版式
      """,
    subcommands: [List.self, Check.self, LayoutShowCommand.self, New.self])

  /// Where the sets are.
  struct Place: ParsableArguments {
    @Option(help: ArgumentHelp("含有 Layouts 和 Fonts 的文件夹。", valueName: "DIR"))
    var data: String?
  }

  /// `gongkai layout list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "列出全部版式：名称、年度、从哪一套继承、有几张表。")

    @OptionGroup var place: Place

    func run() throws {
      let report = reportLayouts(data: try Surroundings(data: place.data).data)
      var table = TextTable(["名称", "年度", "继承自", "表", "", "全称"])
      for set in report.sets {
        table.add([
          set.name, "\(set.year)", set.parent ?? "", "\(set.forms.count) 张",
          set.isAssumed ? "推定" : "", set.title,
        ])
      }
      print(table.text)
      // That sets are assumed stands in the list.
      try conclude(
        report.findings.filter { $0.severity != .note }, lines: report.lines,
        consequence: "有错的版式没有列出。")
    }
  }

  /// `gongkai layout check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "检查一套版式，连同它继承的：每处错误都说明在哪个文件的哪一行。")

    @Argument(help: ArgumentHelp("版式的名称。", valueName: "SET"))
    var name: String

    @OptionGroup var place: Place

    func run() throws {
      let report = reportLayouts(name, data: try Surroundings(data: place.data).data)
      if let set = report.sets.first {
        print("\(set.name)：\(set.title)，\(set.forms.count) 张表（\(set.forms.joined(separator: "、"))）")
      }
      try conclude(
        report.findings, lines: report.lines,
        consequence: report.sets.isEmpty ? "这套版式不能用。" : "版式可以用。")
    }
  }

  /// `gongkai layout new`.
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new", abstract: "新建一套从另一套继承的版式，马上就能用；以后只写不同的地方。")

    @Argument(help: ArgumentHelp("新版式的名称，字母、数字和连字符；其中的四位年份就是它的年度。", valueName: "SET"))
    var name: String

    @Option(help: ArgumentHelp("从哪一套继承。", valueName: "PARENT"))
    var from: String

    @OptionGroup var place: Place

    func run() throws {
      let made = makeNewLayout(
        name, from: from, data: try Surroundings(data: place.data).data)
      try conclude(
        made.findings.filter { $0.severity != .note },
        consequence: made.value == nil ? "没有写出任何文件。" : "文件已写出，请核对。")
      guard let file = made.value else { return }
      print("已新建 \(file.path)")
      print("怎样只写不同的地方，见 docs/layout-guide.md；写好后运行：gongkai layout check \(name)")
    }
  }
}
