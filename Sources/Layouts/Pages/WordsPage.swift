internal import Domain

/// The page that tells by which words tables may be filled in: docs/words.md, generated so that it is
/// never out of date.
public func wordsPage(of set: LayoutSet) -> String {
  let vocabulary = set.vocabulary
  var lines = [
    "# 表里的词", "",
    "*The words that stand for those of a dossier's tables, generated from the layout sets; a test holds"
      + " this page current.*",
    "",
    "各表里只能选填的词、列名，和程序认识的别的说法。这里没有的从不去猜，报错并提示最接近的一个。空格、全角和半角不影响。",
  ]
  for list in Vocabulary.List.allCases {
    lines += ["", "## \(list.rawValue)", ""] + vocabulary.table(of: list, words(of: list, in: set))
    lines += vocabulary.refusals(of: list)
  }
  lines += ["", "## 列名", "", "| 列 | 也能写作 | 旁边可以有的名称列 |", "|---|---|---|"]
  for heading in TableHeading.allCases {
    let others = vocabulary.headings.keys(standingFor: heading)
    let names = vocabulary.named.keys(standingFor: heading)
    guard !others.isEmpty || !names.isEmpty else { continue }
    lines.append(tableRow([heading.rawValue, others, names]))
  }
  lines += ["", "不读取的列：" + vocabulary.passedOver.sorted().joined(separator: "、") + "。", ""]
  lines.append("末尾的合计行以这些词开头，核对以后不计入：" + vocabulary.totals.sorted().joined(separator: "、") + "。")
  return lines.joined(separator: "\n") + "\n"
}

/// The words of a list, as its tables have them.
private func words(of list: Vocabulary.List, in set: LayoutSet) -> [String] {
  switch list {
  case .fund: Fund.allCases.map(\.rawValue)
  case .source: IncomeSource.allCases.map(\.rawValue)
  case .kind: ExpenditureKind.allCases.map(\.rawValue)
  case .indicator: set.priorYearIndicators
  }
}

extension Vocabulary {
  /// The words of a list with what people write in their place.
  fileprivate func table(of list: List, _ meant: [String]) -> [String] {
    ["| 词 | 也能写作 |", "|---|---|"]
      + meant.map { word in
        tableRow([word, words[list, default: [:]].keys(standingFor: word)])
      }
  }

  /// The words that are refused, with what they may mean and why.
  fileprivate func refusals(of list: List) -> [String] {
    let refused = Dictionary(grouping: unclear[list, default: [:]], by: \.value)
      .map { (words: $1.map(\.key).sorted().joined(separator: "、"), meant: $0) }
      .sorted { $0.words < $1.words }
    guard !refused.isEmpty else { return [] }
    return ["", "不能写的：", "", "| 写的 | 可能是 | 为什么 |", "|---|---|---|"]
      + refused.map { entry in
        let meanings = entry.meant.meanings.joined(separator: "、")
        return tableRow([entry.words, meanings, entry.meant.reason])
      }
  }
}

extension Dictionary where Key == String, Value: Equatable {
  /// The keys that stand for a value, sorted, in one text.
  fileprivate func keys(standingFor value: Value) -> String {
    filter { $0.value == value }.map(\.key).sorted().joined(separator: "、")
  }
}
