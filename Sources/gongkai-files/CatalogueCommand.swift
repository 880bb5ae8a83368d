internal import ArgumentParser
internal import Console

/// `gongkai catalogue`: the names of accounts, where they come from and which a dossier lacks.
struct CatalogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: FileCommand.catalogue.rawValue, abstract: FileCommand.catalogue.abstract,
    discussion: """
      科目名称先看卷宗的 accounts.csv，再看版式的科目表和自己的科目表；自己的科目表在 \
      $XDG_DATA_HOME/gongkai/catalogues（不设时是 ~/.local/share/gongkai/catalogues），每年每类科目一份。
      详见 docs/catalogues.md。

      例：
        gongkai catalogue import 政府收支分类科目.xlsx --year 年度
        gongkai catalogue list
        gongkai catalogue show 科目代码
        gongkai catalogue check 我的卷宗
        gongkai catalogue learn 部门决算公开.pdf --year 年度
        gongkai catalogue pin 我的卷宗
      """,
    subcommands: [Import.self, List.self, Show.self, Check.self, Learn.self, Pin.self])

  /// Where the layout sets are.
  struct Place: ParsableArguments {
    @Option(help: ArgumentHelp("含有 Layouts 和 Fonts 的文件夹。", valueName: "DIR"))
    var data: String?
  }
}
