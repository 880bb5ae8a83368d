import Diagnostics
import Domain
import Dossiers
import Foundation
import TestSupport
import Testing

@testable import Layouts

/// The words that the shipped set takes for those of the tables, and the guesses beside them.
@Suite("各表用词的别的说法")
struct VocabularyTests {
  private static let set = LayoutLibrary(root: Project.url("Layouts")).load("shanxi-2023").value

  @Test(
    "资金性质",
    arguments: [
      ("一般公共预算", .generalBudget), ("政府性基金", .governmentFund), ("国有资本经营预算", .stateCapital),
      ("单位资金", .other), ("财政专户管理资金", .other), ("一般公共预算　财政拨款", .generalBudget), ("其他资金", .other),
    ] as [(String, Fund)])
  func funds(_ word: String, _ fund: Fund) throws {
    var dossier = SampleDossier()
    dossier.append("\(word),20103,5", to: "budget.csv")
    dossier.replace("算财政拨款,201,", in: "budget.csv", with: "算财政拨款,215,")
    dossier.replace("一般公共预算财政拨款,215,0\n", in: "budget.csv", with: "")
    let reading = try dossier.read()
    #expect(reading.codes == [], "\(reading.printed)")
    #expect(reading.value?.ledger.entries(of: .openingBudget).last?.key.fund == fund)
  }

  @Test(
    "收入来源和支出类别",
    arguments: [
      ("income.csv", "431001,其他收入", "431001,其他收入资金"),
      ("income.csv", "431002,一般公共预算财政拨款", "431002,一般公共预算"),
      ("expenditure.csv", "其他,项目支出", "单位资金,特定目标类"),
      ("expenditure.csv", "基本支出,2010350", "人员类,2010350"),
    ])
  func sourcesAndKinds(_ file: String, _ old: String, _ new: String) throws {
    var dossier = SampleDossier()
    dossier.replace(old, in: file, with: new)
    #expect(try dossier.read().codes == [])
  }

  @Test(
    "说不准的词列出可能的几种，不猜",
    arguments: [
      ("income.csv", "其他收入", "单位资金", "事业收入"), ("income.csv", "其他收入", "其他", "经营收入"),
      ("income.csv", "431002,一般公共预算财政拨款", "431002,财政拨款", "政府性基金预算财政拨款"),
      ("income.csv", "其他收入", "利息收入", "其他收入"), ("income.csv", "其他收入", "财政专户管理资金", "事业收入"),
      ("budget.csv", "一般公共预算财政拨款,215", "财政拨款,215", "国有资本经营预算财政拨款"),
      ("expenditure.csv", "基本支出,2010350", "运转类,2010350", "项目支出"),
      ("prior-year.csv", "收入总计", "收入合计", "收入总计"),
    ])
  func unclear(_ file: String, _ old: String, _ new: String, _ meaning: String) throws {
    var dossier = SampleDossier()
    dossier.replace(old, in: file, with: new)
    let reading = try dossier.read()
    #expect(reading.codes == ["D244"])
    #expect(reading.findings.first?.expected.contains(meaning) == true)
    #expect(reading.printed.contains("您是否想写") == false)
  }

  @Test("自评表的资金性质和功能科目也可以这样写")
  func evaluations() throws {
    var dossier = SampleDossier.withEvaluations
    let file = "evaluations/01-技改.yaml"
    dossier.replace("资金性质: 一般公共预算财政拨款", in: file, with: "资金性质: 一般公共预算")
    dossier.replace("\"2159999\"", in: file, with: "2159999-其他资源勘探工业信息等支出")
    let reading = try dossier.read(under: .evaluating())
    #expect(reading.codes == [], "\(reading.printed)")
    #expect(reading.value?.evaluations.first?.fund == .generalBudget)
    dossier.replace("资金性质: 一般公共预算\n", in: file, with: "资金性质: 财政拨款\n")
    #expect(try dossier.read(under: .evaluating()).codes == ["D244"])
  }

  /// All words by the list that they stand in, synonyms and unclear ones included.
  private static let lists: [[String]] = {
    guard let set else { return [] }
    let words = set.vocabulary
    return [
      Fund.allCases.map(\.rawValue) + words.otherWords(of: .fund),
      IncomeSource.allCases.map(\.rawValue) + words.otherWords(of: .source),
      ExpenditureKind.allCases.map(\.rawValue) + words.otherWords(of: .kind),
      set.priorYearIndicators + words.otherWords(of: .indicator), words.allHeadings,
      set.unitTypes + ["事业单位", "参公事业单位", "企业"], AccountChart.allCases.map(\.rawValue),
      Measure.allCases.map(\.rawValue), set.unitTypes, set.facts.flatMap(\.keys),
      IdentityKey.top + [IdentityKey.code, IdentityKey.name, IdentityKey.type],
    ]
  }()

  /// What a list takes for the same as a word, itself included.
  private static func same(_ word: String) -> Set<String> {
    guard let words = set?.vocabulary else { return [] }
    var meanings: Set<String> = [word]
    for list in Vocabulary.List.allCases {
      if let meaning = words.word(word, in: list) { meanings.insert(meaning) }
    }
    if let heading = words.heading(word) { meanings.insert(heading.rawValue) }
    return meanings
  }

  @Test("没有一个词被猜成同一列里的另一个词")
  func pairs() {
    var count = 0
    for list in Self.lists {
      for word in list {
        for other in list where other != word && !Self.same(word).contains(other) {
          count += 1
          let guess = nearest(to: word, among: [other], apartFrom: list)
          #expect(guess == nil, "\(word) → \(guess ?? "")")
        }
      }
    }
    #expect(count > 5_000)
  }

  @Test("一个词错一个字，不猜成同一列里的另一个词")
  func mistakes() {
    var guessed = 0
    for list in Self.lists {
      for word in list {
        let letters = Array(word)
        for index in letters.indices {
          var replaced = letters
          replaced[index] = "某"
          var shorter = letters
          shorter.remove(at: index)
          for mistaken in [replaced, shorter].map({ String($0) }) where !list.contains(mistaken) {
            guard let guess = nearest(to: mistaken, among: list) else { continue }
            guessed += 1
            #expect(
              Self.same(word).contains(guess)
                || !Self.same(guess).isDisjoint(with: Self.same(word)),
              "\(word): \(mistaken) → \(guess)")
          }
        }
      }
    }
    #expect(guessed > 500)
  }

  @Test("50101 这样的科目：说出部门账里的科目，照改之后没有下一个错误")
  func otherChart() throws {
    let set = try #require(Self.set)
    let accounts = set.vocabulary.otherAccounts
    #expect(accounts.count > 60)
    for (code, account) in accounts {
      #expect(set.accountNames.name(of: code, in: .economic) == nil)
      for meaning in account.meanings {
        #expect(set.accountNames.name(of: meaning.code, in: .economic) != nil, "\(code)")
      }
    }
    var rules = DossierRules.sample
    rules.accountNames = set.accountNames
    for code in ["50101", "50203", "501", "50102-社会保障缴费", "50188", "51201"] {
      var dossier = SampleDossier()
      dossier.replace("30101,700", in: "expenditure.csv", with: "\(code),700")
      let reading = try dossier.read(under: rules)
      #expect(reading.codes == ["D246"], "\(code)")
      #expect(reading.findings[0].paste.isEmpty)
    }
    var dossier = SampleDossier()
    dossier.replace("30101,700", in: "expenditure.csv", with: "50203,700")
    #expect(try dossier.read(under: rules).findings.first?.mend == "改为 30216（培训费）")
    dossier.replace("50203", in: "expenditure.csv", with: "30216")
    #expect(try dossier.read(under: rules).codes == [])
  }
}
