import Testing

@testable import Audit

@Suite("Names that are nearly others") struct NameSlipTests {
  private let names = ["澜川县教育局", "澜川县汀溪初级中学校", "澜川县第一中学", "襄垣县工业和信息化局", "襄垣县中小企业服务中心"]

  private func slip(_ name: String) -> String? {
    nameSlip(name, among: names, by: .sample).map { "\($0.kind.rawValue) \($0.meant)" }
  }

  @Test(
    "one character, or the words for the own office, make the difference",
    arguments: [
      ("澜川县教育局（本级）", "ownOffice 澜川县教育局"), ("澜川县教育局(本级)", "ownOffice 澜川县教育局"),
      ("澜川县教育局本级", "ownOffice 澜川县教育局"),
      ("澜州县教育局", "misspelt 澜川县教育局"), ("澜川县教局", "misspelt 澜川县教育局"),
      ("澜川县汀溪初级中学", "misspelt 澜川县汀溪初级中学校"),
      ("襄垣县工业信息化局", "misspelt 襄垣县工业和信息化局"), ("襄垣县中小企业企服务中心", "misspelt 襄垣县中小企业服务中心"),
      ("襄垣县中小业企服务中心", "misspelt 襄垣县中小企业服务中心"),
    ])
  func near(name: String, expected: String) { #expect(slip(name) == expected) }

  @Test(
    "the same and others are no slips",
    arguments: ["澜川县教育局", "澜川县第二中学", "澜川县财政局", "襄垣县商务中心", "澜川县", "襄垣县商务局（本级）", ""])
  func far(name: String) { #expect(slip(name) == nil) }

  @Test("a text has them where one character inside is wrong")
  func texts() {
    func found(_ text: String) -> [String] {
      ScannedText(text).misspeltNames(among: NameList(names)).map {
        "\($0.offset) \($0.text) \($0.meant)"
      }
    }
    #expect(found("𠮷、襄垣县工业信息化局是政府部门") == ["2 襄垣县工业信息化局 襄垣县工业和信息化局"])
    #expect(found("由襄垣县工业和信怠化局汇总") == ["1 襄垣县工业和信怠化局 襄垣县工业和信息化局"])
    for right in [
      "澜川县教育局是县政府部门", "澜川县教育系统", "临川县教育局", "澜川县第二中学", "澜川县教育工作", "县教育局", "澜川县财政局、澜川县民政局", "澜川县的教育局",
    ] {
      #expect(found(right) == (right.contains("的") ? ["0 澜川县的教育局 澜川县教育局"] : []), "\(right)")
    }
  }

  @Test("persons before 同志 and the like")
  func persons() {
    func found(_ text: String) -> [String] {
      ScannedText(text).persons(by: .sample).map { "\($0.offset) \($0.text)" }
    }
    #expect(found("张三同志抚恤金") == ["0 张三同志"])
    #expect(found("发放李建国等人补助") == ["2 李建国等人"])
    #expect(found("欧阳修先生纪念") == ["0 欧阳修先生"])
    for other in ["老同志活动经费", "困难党员同志慰问", "高层次个人奖励", "先进个人表彰", "对个人和家庭的补助", "离退休老同志慰问", "农民个人补贴"] {
      #expect(found(other).isEmpty, "\(other)")
    }
  }
}
