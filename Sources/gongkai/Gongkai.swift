internal import ArgumentParser
internal import Console

/// The program: parses the command line, calls the pipeline, prints, and sets the exit code.
@main
struct Gongkai: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gongkai",
    abstract: "由一套账生成部门决算公开的全部文件。",
    discussion: """
      一个部门的决算账目放在一个文件夹（卷宗）里：收入、支出、结转、预算、上年数各一张表，加一份 \
      department.yaml。gongkai 据此编出版式规定的各张公开表，写成工作簿和 PDF；表格、工作簿和 PDF \
      里的同一个数出自同一个单元格。

      例：
        gongkai new 我的卷宗          新建空白卷宗，填好其中的各张表和 department.yaml
        gongkai import 导出表.xlsx …   各张表也可以由预算、财务系统的导出表变来
        gongkai check 我的卷宗        审核：哪里不一致，怎样改
        gongkai build 我的卷宗        生成公开文件，写在当前文件夹的 Out 里
        gongkai diff 上次 这次        两套文件（文件夹）说的是否相同

      退出码：0 完成（可能有警告）；1 比较或审核发现差异；2 输入有错；3 机器出错（磁盘、字体、权限）；64 用法不对。
      每条错误都有代码，docs/exit-codes.md 逐个说明。
      """,
    subcommands: [
      BuildCommand<FolderDossiers>.self, CheckEntry.self, DiffEntry.self, VerifyEntry.self,
      FontsCommand<FolderDossiers>.self, NewCommand.self, ImportEntry.self, ConvertEntry.self,
      LayoutCommand.self, CatalogueEntry.self,
    ])

  @Flag(help: "显示两个程序的版本。")
  var version = false

  /// Hands commands that read finished files over before their options are looked at.
  static func main() {
    if let refusal = CommandStart.refusal() { exit(withError: refusal) }
    let arguments = Array(CommandLine.arguments.dropFirst())
    if FileCommand.isAsked(by: arguments) {
      exit(withError: SecondExecutable.take(over: arguments))
    }
    main(nil)
  }

  func run() throws {
    guard version else { throw CleanExit.helpRequest(self) }
    print("gongkai \(ProgramEdition.version)")
    throw SecondExecutable.take(over: ["--version"])
  }
}

/// `gongkai catalogue` as the overview lists it; the second executable has the command.
struct CatalogueEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: FileCommand.catalogue.rawValue, abstract: FileCommand.catalogue.abstract)
}

/// `gongkai check` as the overview lists it; the second executable has the command.
struct CheckEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: FileCommand.check.rawValue, abstract: FileCommand.check.abstract)
}

/// `gongkai convert` as the overview lists it; the second executable has the command.
struct ConvertEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: FileCommand.convert.rawValue, abstract: FileCommand.convert.abstract)
}

/// `gongkai diff` as the overview lists it; the second executable has the command.
struct DiffEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: FileCommand.diff.rawValue, abstract: FileCommand.diff.abstract)
}

/// `gongkai import` as the overview lists it; the second executable has the command.
struct ImportEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: FileCommand.takeOver.rawValue, abstract: FileCommand.takeOver.abstract)
}

/// `gongkai verify` as the overview lists it; the second executable has the command.
struct VerifyEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: FileCommand.verify.rawValue, abstract: FileCommand.verify.abstract)
}
