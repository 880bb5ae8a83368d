import TestSupport
import Testing

@testable import Audit

@Suite("Texts that are the same or nearly") struct TextGroupTests {
  private let project = "全年预算741.713万元，全部执行完毕。奖补金额依据企业申报和部门核定结果计算，支付及时，专款专用，没有发现截留和挪用。"
  private let other = "设备和材料一次采购到位，兴趣小组由学校音乐、科学教师和校外辅导人员共同承担，学生参加活动的积极性明显提高。"

  private func groups(_ texts: [String]) -> [[Int]] {
    groupsOfLikeTexts(texts.map { ScannedText($0) }).map(\.members)
  }

  @Test("likeness is a share of the shorter text's runs of four")
  func likeness() {
    func permille(_ a: String, _ b: String) -> Int {
      TextLikeness(ScannedText(a)).permille(with: TextLikeness(ScannedText(b)))
    }
    #expect(permille(project, project) == 1000)
    #expect(permille(project, other) == 0)
    #expect(permille("甲乙丙丁戊", "甲乙丙丁己") == 500)
    #expect(permille("甲乙丙丁", "子甲乙丙丁丑") == 1000)
    #expect(permille("甲乙 丙丁", "甲乙\n丙丁") == 1000)
    #expect(permille("甲乙丙", "甲乙丙") == 0)
  }

  @Test("the same, changed amounts and further sentences are found; others are left alone")
  func grouping() {
    let changed = project.replacing("741.713", with: "919.482")
    let longer = project + "受益群众总体满意。"
    #expect(groups([project, other, project]) == [[0, 2]])
    #expect(groups([other, project, changed, longer]) == [[1, 2, 3]])
    #expect(groups([project, other]).isEmpty)
    #expect(groups(["达成预期指标", "达成预期指标"]).isEmpty)
    #expect(groups([project, project + other + other]).isEmpty)
    #expect(groups([]).isEmpty)
  }

  @Test("sampling misses no pair that measuring each with each finds, in random mixtures")
  func agrees() {
    var random = SeededRandom(seed: 23)
    let sentences = (0..<30).map { index in
      String(
        String.UnicodeScalarView(
          (0..<20).compactMap { Unicode.Scalar(0x4E00 + UInt32(index * 97 + $0 * 13)) })) + "。"
    }
    let texts = (0..<40).map { _ in
      let start = Int.random(in: 0..<24, using: &random)
      return ScannedText(sentences[start..<start + 6].joined())
    }
    let likenesses = texts.map { TextLikeness($0) }
    var alike: Set<Int> = []
    for first in texts.indices {
      for second in texts.indices where second > first {
        if likenesses[first].permille(with: likenesses[second]) >= 800 {
          alike.formUnion([first, second])
        }
      }
    }
    #expect(!alike.isEmpty)
    #expect(Set(groupsOfLikeTexts(texts).flatMap(\.members)) == alike)
  }
}
