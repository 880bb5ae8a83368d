/// Words of layout sets that a file may have all the same.
struct LiteralException {
  /// The file, or a folder that ends in `/`, from the root of the checkout.
  let path: String
  let words: Set<String>
  let reason: String

  /// Whether the file may have the word.
  func covers(_ word: String, in file: String) -> Bool {
    words.contains(word) && (file == path || path.hasSuffix("/") && file.hasPrefix(path))
  }

  private init(_ path: String, _ words: Set<String>, because reason: String) {
    self.path = path
    self.words = words
    self.reason = reason
  }

  /// The whole list; one that nothing needs any more is a failure too.
  static let all = [
    LiteralException(
      "Sources/Domain/Ledger/Classifications.swift",
      [
        "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款",
        "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入", "其他",
        "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出",
        "收入", "支出", "年初结转和结余", "使用非财政拨款结余和专用结余", "结余分配", "年末结转和结余",
      ],
      because: "the budget law's own terms, the same for every issuer; headings may equal them"),
    LiteralException(
      "Sources/Layouts/",
      [
        "科目代码", "科目名称", "项目", "行次", "金额", "决算", "预算", "合计", "序号", "数序", "财政拨款",
      ],
      because:
        "the schema's words for columns, cells, facts and wordings, the headings of a catalogue"),
    LiteralException(
      "Sources/WorkbookReader/XML/Namespaces.swift", ["2006"],
      because: "the year in the names of the workbook format's namespaces"),
    LiteralException(
      "Sources/Audit/Reasons/AuditReasons.swift", ["说明"],
      because: "a key of the file of reasons; a fact of a set equals it"),
    LiteralException(
      "Sources/Audit/Texts/StatedScores.swift", ["分"],
      because: "what points are counted in; a set's unit equals it"),
    LiteralException(
      "Sources/", ["类", "款", "项", "资金性质", "功能科目", "指标"],
      because:
        "the budget law's levels of accounts, and what a dossier's tables ask for; headings may equal them"
    ),
    LiteralException(
      "Sources/", ["数字", "标题", "名称", "代码", "增加", "减少", "多"],
      because: "words of everyday that messages use"),
    LiteralException(
      "Sources/Layouts/Loading/SetFault.swift", ["210"],
      because: "the width of A4 paper in mm, in a message"),
    LiteralException(
      "Sources/SpreadsheetOutput/SpreadsheetError+Wording.swift", ["210", "32767"],
      because: "the width of A4 paper in mm, and Excel's limit for a text"),
    LiteralException(
      "Sources/Dossiers/Faults/DepartmentFault.swift", ["2023", "2024"],
      because: "messages show how a year and a day are written"),
    LiteralException(
      "Sources/gongkai/BuildCommand.swift", ["2023"],
      because: "the help's example names a dossier"),
    LiteralException(
      "Sources/gongkai/NewCommand.swift", ["2023"],
      because: "the help's example names a layout set"),
  ]
}
