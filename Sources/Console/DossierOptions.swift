public import ArgumentParser
internal import Diagnostics
public import Dossiers
internal import FoundationEssentials
public import Submission

/// What every command that reads a dossier takes: the layout set, and where data and fonts are.
public struct DossierOptions: ParsableArguments {
  /// The layout set by name; nil for the one that the dossier names.
  @Option(help: ArgumentHelp("版式的名称；不写则用 department.yaml 中的“版式”。", valueName: "SET"))
  public var layout: String?

  /// The folder of `Layouts` and `Fonts`; nil to look for it where it may stand.
  @Option(help: ArgumentHelp("含有 Layouts 和 Fonts 的文件夹。", valueName: "DIR"))
  public var data: String?

  /// A file of font roles whose faces are asked first; nil for the project's alone.
  @Option(help: ArgumentHelp("一个字体表，其中的字体（如有授权的）排在最前。", valueName: "FILE"))
  public var fonts: String?

  /// None given.
  public init() {}

  /// What is asked of a dossier: all of it, as these options and the surroundings say.
  ///
  /// - Parameter taking: how a dossier that is a workbook is read.
  /// - Throws: the exit code of a workbook that cannot be read, after saying why.
  public func request(
    _ dossier: String, in surroundings: Surroundings, taking: (some DossierTaking).Type
  ) throws -> BuildRequest {
    guard let workbook = taking.sheets(of: surroundings.url(dossier), named: dossier) else {
      return request(dossier, saying: nil, in: surroundings)
    }
    guard let sheets = workbook.value else {
      try conclude(workbook.findings, consequence: "没有写出任何文件。")
      throw ExitCode(workbook.findings.outcome)
    }
    return request(dossier, saying: sheets, in: surroundings)
  }

  /// The same of a dossier whose workbook is read already.
  ///
  /// - Parameter sheets: what it says; nil for a folder.
  public func request(
    _ dossier: String, saying sheets: DossierSheets?, in surroundings: Surroundings
  ) -> BuildRequest {
    var order = BuildOrder(
      dossier: surroundings.url(dossier), workingFolder: surroundings.workingFolder)
    order.sheets = sheets
    order.date = surroundings.date
    order.catalogues = surroundings.catalogues
    var request = BuildRequest(order, data: surroundings.data)
    request.layout = layout
    request.fonts = fonts.map(surroundings.url)
    return request
  }
}
