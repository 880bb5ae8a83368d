internal import SourceFiles

/// What stands around the accounts of a list: titles, heads of pages, explanations.
enum ListWords {
  /// Where the explanation begins in a text that has a name and an explanation; nil where there is none.
  static func explanation(in text: String) -> String.Index? {
    if let range = text.firstRange(of: "反映") { return range.lowerBound }
    var index = text.startIndex
    while let blank = text[index...].firstIndex(where: { isBlank($0) }) {
      let rest = text[blank...].drop { isBlank($0) }
      if isExplanation(String(rest)) { return blank }
      index = rest.startIndex
      if rest.isEmpty { break }
    }
    return isExplanation(text) ? text.startIndex : nil
  }

  /// Whether a text explains an account and does not name one.
  static func isExplanation(_ text: String) -> Bool {
    let text = trimmed(text)
    return openings.contains { text.hasPrefix($0) } || text.contains { "。；;".contains($0) }
      || text.count > 45
  }

  private static let openings = [
    "反映", "包括", "是指", "指按", "指用", "指为", "即", "核算", "说明：", "说明:", "注：", "注:", "本科目",
    "含：", "含:", "（反映", "(反映",
  ]

  /// Whether a text is no part of any list: a title, a page's head or number, a note.
  static func isFurniture(_ text: String) -> Bool {
    let word = folded(text)
    return word.isEmpty || isPageNumber(word) || isHeading(word)
      || ["注:", "单位:", "附件", "附表", "附:", "目录", "编制单位", "说明:"].contains(where: word.hasPrefix)
      || ["分类科目", "科目表", "续表", "(续)", "功能分类", "经济分类", "财政部", "http"].contains(
        where: word.contains)
      || word.hasSuffix("续") || isTitleOfYear(word)
  }

  /// `12`, `— 12 —`, `第 12 页 共 30 页`, `12/30`.
  static func isPageNumber(_ word: String) -> Bool {
    let rest = word.filter { !"-–—―─·.第共页,/、|".contains($0) }
    return rest.count <= 7 && rest.count < 4 + word.count { $0 == "页" } * 4
      && !rest.isEmpty && rest.allSatisfy(\.isASCIIDigit)
      || rest.isEmpty
  }

  /// `一、…`, `（二）…`, `第三部分…`.
  private static func isHeading(_ word: String) -> Bool {
    var rest = word[...]
    let hasBracket = rest.first == "("
    let isOrdinal = rest.first == "第"
    if hasBracket || isOrdinal { rest = rest.dropFirst() }
    let numerals = rest.prefix { "一二三四五六七八九十".contains($0) }
    guard !numerals.isEmpty else { return false }
    let after = rest.dropFirst(numerals.count)
    if hasBracket { return after.hasPrefix(")") }
    if isOrdinal { return ["部分", "章", "节"].contains(where: after.hasPrefix) }
    return after.hasPrefix("、")
  }

  /// `2024年政府收支…`: no account is called after a year.
  private static func isTitleOfYear(_ word: String) -> Bool {
    let digits = word.prefix(while: \.isASCIIDigit)
    return digits.count == 4 && word.dropFirst(4).hasPrefix("年")
  }

  /// What a heading says of its column; nil for a word that heads none.
  static func role(ofHeading text: String) -> ColumnRole? {
    let word = folded(text).replacing("分类", with: "").replacing("级", with: "")
    guard !word.isEmpty, word.count <= 14 else { return nil }
    if let level = levels.firstIndex(of: word) { return .code(level: level) }
    if ["编码", "代码", "编号", "科目号"].contains(where: word.contains) {
      return .code(level: levels.firstIndex { word.hasPrefix($0) })
    }
    if word.hasSuffix("名称") || ["科目名", "名"].contains(word) { return .name }
    if ["说明", "解释", "注释", "备注", "口径", "核算内容", "使用范围"].contains(where: word.hasSuffix) {
      return .explanation
    }
    if ["序号", "行次", "序"].contains(word) { return .passedOver }
    return nil
  }

  /// The levels of a chart, as columns are headed.
  private static let levels = ["类", "款", "项"]
}

/// What a column of a list holds.
enum ColumnRole: Hashable {
  /// Codes; with a level, what this level adds to the code of the level above.
  case code(level: Int?)
  /// One or two digits, which add to the codes of the column before.
  case part
  case name
  case explanation
  case passedOver
}
