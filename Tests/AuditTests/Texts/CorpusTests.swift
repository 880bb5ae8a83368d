import Layouts
import Testing

@testable import Audit

@Suite("Sound dossiers") struct CorpusTests {
  @Test("have texts, and no slips but those that are listed")
  func slips() {
    #expect(Corpus.example.count > 500 && Corpus.education.count > 200)
    let found = Corpus.all.flatMap { text in
      ScannedText(text.text).slips(by: .sample, as: text.shape).map {
        "\(text.place): \($0.kind.rawValue) \($0.text)"
      }
    }
    // The project is really called so.
    let name = "2023年困难群众“爱心消费券”(县)发放资金项目"
    #expect(found == ["\(name) name: halfWidth (", "\(name) name: halfWidth )"])
  }

  @Test("name no years but their own")
  func years() {
    let found = Corpus.all.flatMap { text in
      ScannedText(text.text).years(by: .sample, bare: true).filter { $0.year != 2023 }
        .map { "\(text.place): \($0.text)" }
    }
    #expect(found == [])
  }

  @Test("have amounts only where their evaluations do")
  func amounts() {
    let found = Corpus.all.flatMap { text in
      ScannedText(text.text).amounts().filter { $0.unit != "万元" || $0.isRough || $0.fen == nil }
        .map(\.text)
    }
    let expected: Set = [
      "649.6246767万元", "9194819.88元", "13000元", "1200元", "950元", "400元", "2200元", "14328元", "700元",
      "400000元", "287068.6元",
    ]
    #expect(Set(found) == expected)
  }

  @Test("have reasons with these directions")
  func directions() {
    func directions(_ corpus: [Corpus.Text]) -> [String] {
      corpus.filter { $0.place.contains("原因") }
        .map { ScannedText($0.text).directions(by: .sample).direction.rawValue }
    }
    let example = [
      "down", "down", "down", "down", "up", "up", "down", "down", "none", "up", "down", "up",
      "down", "up",
    ]
    let education = [
      "up", "up", "none", "up", "up", "none", "down", "up", "none", "up", "none", "none",
    ]
    #expect(directions(Corpus.example) == example)
    #expect(directions(Corpus.education) == education)
  }

  @Test("state no numbers of units, and no persons")
  func counts() {
    let found = Corpus.all.flatMap { text in
      let scanned = ScannedText(text.text)
      return scanned.unitCounts(by: .sample).map(\.text) + scanned.persons(by: .sample).map(\.text)
    }
    #expect(found == [])
  }

  @Test("write their names right")
  func names() {
    let names = NameList([
      "襄垣县工业和信息化局", "襄垣县中小企业服务中心", "襄垣县商务中心", "襄垣县城镇集体工业联合社", "澜川县教育局", "澜川县汀溪初级中学校",
    ])
    let found = Corpus.all.flatMap { ScannedText($0.text).misspeltNames(among: names).map(\.text) }
    #expect(found == [])
  }

  @Test("have no text under two projects")
  func groups() {
    for corpus in [Corpus.example, Corpus.education] {
      let groups = groupsOfLikeTexts(corpus.map { ScannedText($0.text) })
      let told = groups.map { group in group.members.map { corpus[$0].place + corpus[$0].text } }
      #expect(told == [])
    }
  }
}
