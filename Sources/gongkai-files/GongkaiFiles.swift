internal import ArgumentParser
internal import Console
internal import ReaderProcess

/// The commands that read finished files, with the readers and their libraries.
///
/// `gongkai` becomes this program for them, so its help speaks of `gongkai`.
@main
struct GongkaiFiles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gongkai", abstract: "gongkai 中读成品文件的命令；全部命令见 gongkai --help。",
    subcommands: [
      BuildCommand<WorkbookTaking>.self, CatalogueCommand.self, CheckCommand.self,
      ConvertCommand.self, DiffCommand.self, FontsCommand<WorkbookTaking>.self,
      ImportCommand.self, NewFromCommand.self, VerifyCommand.self,
    ])

  @Flag(help: "显示版本。")
  var version = false

  /// Refuses to work for another edition, whose options it may not know.
  static func main() {
    if CommandLine.arguments.dropFirst().first == ReaderChild.argument { ReaderChild.run() }
    if let refusal = CommandStart.refusal() { exit(withError: refusal) }
    let isAsked = CommandLine.arguments.dropFirst().first == "--version"
    if isAsked { print("\(SecondExecutable.name) \(ProgramEdition.version)") }
    if let refusal = SecondExecutable.refusal() { exit(withError: refusal) }
    if !isAsked { main(nil) }
  }

  func run() throws { throw CleanExit.helpRequest(self) }
}
