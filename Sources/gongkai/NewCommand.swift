internal import ArgumentParser
internal import Console
internal import Diagnostics
internal import FoundationEssentials
internal import Submission

/// `gongkai new`: an empty dossier to fill in.
struct NewCommand: ParsableCommand {
  static let configuration = NewOptions.configuration

  @OptionGroup var options: NewOptions

  func validate() throws {
    // Whoever asks for it is handed over before options are looked at.
    guard options.from == nil else { throw ValidationError("\(NewOptions.from) 写在命令之后。") }
  }

  func run() throws {
    let surroundings = try Surroundings(data: options.data)
    let folder = options.folder
    let made = makeNewDossier(
      surroundings.url(folder), layout: options.layout, data: surroundings.data)
    try conclude(
      made.findings, consequence: made.value == nil ? "没有写出任何文件。" : "文件已写出，请核对。")
    guard let written = made.value else { return }
    print("已新建 \(surroundings.url(folder).path)")
    if !written.isWorkbook { for file in written.files { print("  \(file)") } }
    print("填好后运行：gongkai build \(folder)")
  }
}
