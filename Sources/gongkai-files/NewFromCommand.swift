internal import ArgumentParser
internal import Console
internal import Diagnostics
internal import FoundationEssentials
internal import Submission
internal import Verification

/// `gongkai new --from`: a dossier that is begun from the year before.
struct NewFromCommand: ParsableCommand {
  static let configuration = NewOptions.configuration

  @OptionGroup var options: NewOptions

  func validate() throws {
    guard options.from?.isEmpty == false else {
      throw ValidationError("在 \(NewOptions.from) 后写明上年的卷宗、输出文件夹或公开的文件。")
    }
  }

  func run() throws {
    let surroundings = try Surroundings(data: options.data)
    let former = options.from ?? ""
    let source = LastYearSource(
      url: surroundings.url(former), name: former, data: surroundings.data,
      catalogues: surroundings.catalogues)
    let folder = surroundings.url(options.folder)
    let made = makeNextDossier(
      folder, from: source, layout: options.layout, reader: readPublishedYear())
    try conclude(
      made.findings, consequence: made.value == nil ? "没有写出任何文件。" : "文件已写出，请核对。")
    guard let begun = made.value else { return }
    print("已由 \(former) 新建 \(folder.path)（版式 \(begun.layout)）")
    if !begun.written.isWorkbook { for file in begun.written.files { print("  \(file)") } }
    print("沿用的：")
    for line in begun.carried { print("  \(line)") }
    print("还要做的：")
    for line in begun.open { print("  \(line)") }
    print("填好后运行：gongkai check \(options.folder)")
  }
}
