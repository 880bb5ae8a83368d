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
      "Sources/Dossiers/Sheets/SheetTitle.swift", ["收入", "支出"],
      because: "the budget law's two sides of a ledger, after which sheets are called"),
    LiteralException(
      "Sources/", ["决算"],
      because: "what the budget law is about; placeholders of wordings go by it"),
  ]
}
