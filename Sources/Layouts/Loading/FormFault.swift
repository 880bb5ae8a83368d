internal import Diagnostics

/// What can be wrong with the names, ids and wording of a form.
enum FormFault: Fault {
  /// A value that must not be used twice.
  enum Unique {
    case code, sheetName, columnID, rowID, lineNumber
  }

  case repeated(Unique, String)
  case sheetName(String)
  case rowID(String)
  /// An id that could not be told apart from an account of the tree.
  case rowLikeAccount(String)
  case noHeading(column: String)
  case sameHeading(column: String, other: String, text: String)
  case unnamedAccount(String)
  /// What no column of its block can show.
  case vanishing(String, column: String)
  case treeLevels
  case severalTrees(Int)
  case treeWithoutScope
  /// Columns that part a code among them and do not hold it whole.
  case codeLevels(String, expected: String)

  var wording: FaultWording {
    switch self {
    case .repeated(let unique, let value):
      FaultWording(
        code: unique.code, what: "\(unique.name)“\(value)”用了两次",
        expected: "“\(unique.name)”各不相同", mend: "改其中一个")
    case .unnamedAccount(let code):
      FaultWording(
        code: "L115", what: "科目 \(code) 没有名称", expected: "科目目录中有 \(code)",
        mend: "在 catalogues 的支出经济目录中加一行")
    case .noHeading(let column):
      FaultWording(
        code: "L117", what: "列“\(column)”上面没有只属于它的表头文字",
        expected: "每个数字列在表头里有自己的标题或栏次", mend: "在 header 中补上这一列的标题")
    case .vanishing(let what, let column):
      FaultWording(
        code: "L118", what: "\(what)所在的块没有能显示它的列", expected: "块里有 show: \(column) 的列",
        mend: "加上这一列，或去掉这项内容")
    case .sheetName(let name):
      FaultWording(
        code: "L159", what: "工作表名“\(name)”不能用",
        expected: "1 到 31 个字，不含 [ ] : * ? / \\，首尾不是单引号", mend: "换一个短名字")
    case .rowID(let id):
      FaultWording(
        code: "L160", what: "行的 id“\(id)”为空或含有点号", expected: "不含点号（点号用来隔开行和列）",
        mend: "改用连字符")
    case .rowLikeAccount(let id):
      FaultWording(
        code: "L161", what: "行的 id“\(id)”像一个科目代码，与科目树的行分不开",
        expected: "有科目树的表里，行的 id 不是 3、5、7 位数字", mend: "在前面加一个字母")
    case .sameHeading(let column, let other, let text):
      FaultWording(
        code: "L162", what: "列“\(column)”和列“\(other)”的表头都是“\(text)”",
        expected: "同一块里各数字列的标题连同上级标题各不相同", mend: "在 header 中区分两列，或加一行栏次")
    case .treeLevels:
      FaultWording(
        code: "L163", what: "科目树的级次 levels 为空、重复或次序不对",
        expected: "[类, 款, 项]，或其中几级，自上而下", mend: "改为 levels: [类, 款, 项]")
    case .severalTrees(let count):
      FaultWording(
        code: "L164", what: "表里有 \(count) 处按科目或单位列出的行", expected: "每张表最多一处",
        mend: "把另一处放到另一张表")
    case .treeWithoutScope:
      FaultWording(
        code: "L165", what: "有科目树的表没有 scope", expected: "scope 说明哪些账目的科目列成行",
        mend: "加上 scope")
    case .codeLevels(let found, let expected):
      FaultWording(
        code: "L295", what: "科目代码分成几列：\(found)", expected: "每级一列，自左至右 \(expected)",
        mend: "核对各列的 level；代码不分列的不写 level")
    }
  }
}

extension FormFault.Unique {
  fileprivate var code: String {
    switch self {
    case .code: "L104"
    case .lineNumber: "L105"
    case .rowID: "L106"
    case .sheetName: "L116"
    case .columnID: "L166"
    }
  }

  fileprivate var name: String {
    switch self {
    case .code: "表号"
    case .sheetName: "工作表名"
    case .columnID: "列的 id"
    case .rowID: "行的 id"
    case .lineNumber: "行次"
    }
  }
}
