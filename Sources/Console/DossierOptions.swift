public import ArgumentParser

/// What every command that reads a dossier takes: the layout set, and where data and fonts are.
public struct DossierOptions: ParsableArguments {
  @Option(help: ArgumentHelp("版式的名称；不写则用 department.yaml 中的“版式”。", valueName: "SET"))
  public var layout: String?

  @Option(help: ArgumentHelp("含有 Layouts 和 Fonts 的文件夹。", valueName: "DIR"))
  public var data: String?

  @Option(help: ArgumentHelp("一个字体表，其中的字体（如有授权的）排在最前。", valueName: "FILE"))
  public var fonts: String?

  /// None given.
  public init() {}
}
