public import Diagnostics

/// The command line asks for something that cannot be.
public enum UsageFault: Error, Fault {
  /// No form is named where some are to be, with those that there are.
  case noForms(known: [String])
  /// A form that the layout set does not have, with those that it has.
  case unknownForm(String, set: String, known: [String])
  /// No part is named where some are to be, with those that there are.
  case noParts(known: [String])
  /// A part that the document does not have, with those that it has.
  case unknownPart(String, known: [String])
  /// Parts without a form or self-evaluation, of which only workbooks are asked for.
  case partsWithoutTables(known: [String])
  /// An output folder that is another folder, or holds it.
  case outputAround(String, what: String)
  /// An output folder in the dossier, given by its path.
  case outputInside(String)
  /// An output folder that is a file, or a link that leads nowhere.
  case outputIsNoFolder(String, isLink: Bool)
  /// No layout set is named where there are several to choose from.
  case noLayout(known: [String])
  /// A place for a new dossier, or layout set, where something stands already.
  case existing(String)
  /// A layout set that there is not, with those that there are.
  case unknownLayout(String, known: [String])
  /// A form of a layout set that is to be shown and that it does not have, with the numbers and titles of
  /// those that it has.
  case noSuchForm(String, set: String, known: [String])
  /// A name that no layout set can have.
  case layoutName(String)
  /// A text that is looked up as an account and is no code.
  case accountCode(String)

  /// How the fault is told.
  public var wording: FaultWording {
    switch self {
    case .noForms(let known):
      told("X401", "没有写明要哪几张表", oneOf(known), "在 --forms 后写上表的编号")
    case .unknownForm(let form, let set, let known):
      told("X402", "版式 \(set) 没有编号为“\(form)”的表", oneOf(known), "改正 --forms 里的编号")
    case .noParts(let known):
      told("X403", "没有写明要哪几个部分", oneOf(known), "在 --parts 后写上部分的编号")
    case .unknownPart(let number, let known):
      told("X404", "文档没有编号为“\(number)”的部分", oneOf(known), "改正 --parts 里的编号")
    case .partsWithoutTables(let known):
      told(
        "X405", "所选的部分没有表，编不出 xlsx", "有表的部分；文档的部分：" + known.joined(separator: "、"),
        "加上有表的部分，或改编 pdf")
    case .outputAround(let path, let what):
      told("X406", "输出文件夹 \(path) 是\(what)，或把它包在里面", "单独的文件夹", "用 --out 指定单独的文件夹")
    case .outputInside(let path):
      told(
        "X410", "输出文件夹 \(path) 在卷宗里面", "卷宗以外的文件夹，免得生成的文件混在账目里",
        "用 --out 指定卷宗以外的文件夹，如 ../草稿")
    case .outputIsNoFolder(let path, let isLink):
      told(
        "X409", "--out 指定的 \(path) 是" + (isLink ? "不通的链接" : "一个文件，没有动它"),
        "一个文件夹，或还没有的名称", "用 --out 另写一个文件夹")
    case .noLayout(let known):
      told("X411", "没有说明用哪一套版式", oneOf(known), "用 --layout 写上其中一套的名称")
    case .unknownLayout(let name, let known):
      told("X416", "没有名为“\(name)”的版式", oneOf(known), "改正名称")
    case .noSuchForm(let form, let set, let known):
      told("X418", "版式 \(set) 没有编号为“\(form)”的表", oneOf(known), "改正表的编号")
    case .layoutName(let name):
      told("X417", "“\(name)”不能作版式的名称", "字母、数字和连字符", "换一个名称")
    case .accountCode(let code):
      told("X419", "“\(code)”不是科目代码", "功能分类科目 3、5 或 7 位，经济分类科目 3 或 5 位数字", "改正代码")
    case .existing(let path):
      told("X407", "\(path) 已经存在", "一个还没有的文件夹，免得盖掉其中的文件", "换一个名称或位置")
    }
  }

  private func told(
    _ code: String, _ what: String, _ expected: String, _ mend: String
  ) -> FaultWording {
    FaultWording(code: code, cause: .usage, what: what, expected: expected, mend: mend)
  }
}
