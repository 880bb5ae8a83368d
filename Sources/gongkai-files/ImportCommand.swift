internal import ArgumentParser
internal import Console
internal import Diagnostics
internal import Exports
internal import FoundationEssentials
internal import Verification

/// `gongkai import`: a table that another system has exported becomes a table of the dossier.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: FileCommand.takeOver.rawValue, abstract: FileCommand.takeOver.abstract,
    discussion: """
      第一次运行时，--map 的文件还没有：程序看着导出表提出一份对照表，写进这个文件，不写卷宗。人核对、改好“待定”的地方，再运行同一\
      条命令，按它取数。以后各年的导出表，栏目和写法不变的，用同一份对照表，不必再问。
      小计、合计、上级科目各行不取，但都要等于它们所合计的各行；每一行不是取了，就是说明了理由；两边的合计一致才写文件。
      docs/import.md 一步一步地说明。
      退出码：0 完成；1 对照表里还有待定的地方；2 有取不了的行，或两边的合计不一致，没有写表；3 写不进去。

      例：
        gongkai import 支出明细.xlsx --as 支出 --map 支出对照.yaml --to 我的卷宗
        gongkai import 支出明细.xlsx --as 支出 --map 支出对照.yaml --to 填报.xlsx --replace
        gongkai import 年初预算.csv --as 预算 --map 预算对照.yaml --dossier 我的卷宗 --to budget.csv
      """)

  @Argument(help: ArgumentHelp("导出表：xlsx 或 csv。", valueName: "EXPORT"))
  var export: String

  @Option(help: ArgumentHelp("变成哪一张表：支出、收入、结转或预算。", valueName: "TABLE"))
  var `as`: String

  @Option(help: ArgumentHelp("对照表；还没有的，由程序提出一份。", valueName: "FILE"))
  var map: String

  @Option(help: ArgumentHelp("写到哪里：卷宗的文件夹、填报工作簿，或一个 csv 文件；不写只看不写。", valueName: "PATH"))
  var to: String?

  @Option(help: ArgumentHelp("看哪个卷宗的单位和版式；不写则看 --to 的卷宗。", valueName: "DIR"))
  var dossier: String?

  @Option(help: ArgumentHelp("工作簿里的哪一张工作表；只有一张像的，不必写。", valueName: "NAME"))
  var sheet: String?

  @Option(help: ArgumentHelp("版式的名称；不写则用卷宗的。", valueName: "SET"))
  var layout: String?

  @Option(help: ArgumentHelp("哪一年的账；不写则看卷宗的。", valueName: "YEAR"))
  var year: Int?

  @Flag(help: "表里原来的各行不要了。")
  var replace = false

  @Option(help: ArgumentHelp("含有 Layouts 和 Fonts 的文件夹。", valueName: "DIR"))
  var data: String?

  func validate() throws {
    guard ExportTable(named: `as`) != nil else {
      let names = ExportTable.allCases.map(\.name).joined(separator: "、")
      throw ValidationError("--as 是\(names)之一。")
    }
  }

  func run() throws {
    let surroundings = try Surroundings(data: data)
    guard let table = ExportTable(named: `as`) else { return }
    func source(_ path: String) -> ComparisonSource {
      ComparisonSource(url: surroundings.url(path), name: path)
    }
    var request = ExportRequest(
      source(export), as: table, mapping: source(map), data: surroundings.data)
    request.target = to.map(source)
    request.dossier = dossier.map(surroundings.url)
    (request.sheet, request.layout, request.year) = (sheet, layout, year)
    request.isReplacing = replace
    let asked = request
    try reportingFailures(clearing: ProgressLine()) { try Self.tell(readExport(asked)) }
  }

  /// Writes what is to be written and says so; findings end it with their exit code.
  private static func tell(_ made: ExportImport) throws {
    switch made.result {
    case .nothing:
      if !made.report.isEmpty { print("没有写出表。读到的是：\n" + made.report, terminator: "") }
      try conclude(made.findings, lines: made.lines, consequence: "没有写出表。")
    case .proposal(let proposal):
      try conclude(made.findings, lines: made.lines, consequence: "对照表照样提出。")
      let file = try made.write().value?.name ?? ""
      guard proposal.undecided > 0 else {
        return print("已提出对照表 \(file)，没有待定的地方。请核对，再运行同一条命令。")
      }
      print("已提出对照表 \(file)，有 \(proposal.undecided) 处写着“待定”。请改好、核对，再运行同一条命令。")
      throw ExitCode(.checksFailed)
    case .table:
      print(made.report, terminator: "")
      try conclude(made.findings, lines: made.lines, consequence: "照样写出。")
      let written = try made.write()
      try conclude(written.findings, consequence: "没有写出表。")
      if let file = written.value {
        print("已写入 \(file.name)")
        if let former = file.former {
          print("原来的工作簿留在 \(former)：批注、颜色、列宽和自己加的列不带过去")
        }
      } else {
        print("没有写文件；要写的，加上 --to。")
      }
    }
  }
}
