import Layouts
import TestSupport
import Testing

@testable import Audit

@Suite("Numbers of people, cards and telephones") struct NumberSlipTests {
  private func slips(_ text: String) -> [String] {
    ScannedText(text).numberSlips(by: .sample).map { "\($0.kind.rawValue) \($0.text)" }
  }

  @Test(
    "numbers of identity cards are found by date and check digit",
    arguments: [
      ("补助张某某110101199003077571元", ""), ("身份证号11010119900307002X。", "11010119900307002X"),
      ("（11010519491231002X）", "11010519491231002X"),
      ("证号：１１０１０５１９４９１２３１００２Ｘ", "１１０１０５１９４９１２３１００２Ｘ"),
      ("110105 19491231 002x发放", "110105 19491231 002x"), ("440524188001010014", ""),
      ("110105194912310021", ""), ("身份证110105491231002", "110105491231002"),
      ("110105491231002", ""),
      ("身份证110105491331002", ""), ("编号110105194913310025", ""),
    ])
  func identityCards(text: String, expected: String) {
    #expect(slips(text) == (expected.isEmpty ? [] : ["identityCard \(expected)"]))
  }

  @Test(
    "numbers of cards and accounts are found",
    arguments: [
      ("卡号6222021234567890128", "6222021234567890128"),
      ("打入6222 0212 3456 7890 128账户", "6222 0212 3456 7890 128"),
      ("4111111111111111", "4111111111111111"), ("4111-1111-1111-1111", "4111-1111-1111-1111"),
      ("账号：50100045678912345", "50100045678912345"),
      ("开户账号 0405016809024500123", "0405016809024500123"),
      ("4111111111111112", ""), ("社会信用代码12140423012345678X", ""), ("总额4111111111111111元", ""),
      ("项目代码140423230000000012345", ""), ("科目2080505、2080506", ""), ("431001431002431003", ""),
      ("4111111111111111.00", ""), ("第1111111111111117号", ""), ("20230920123456789", ""),
    ])
  func cards(text: String, expected: String) {
    #expect(slips(text) == (expected.isEmpty ? [] : ["bankCard \(expected)"]))
  }

  @Test(
    "telephone numbers are found however they are written",
    arguments: [
      ("联系人13812345678", "13812345678"), ("138 1234 5678", "138 1234 5678"),
      ("138-1234-5678", "138-1234-5678"),
      ("１３８１２３４５６７８", "１３８１２３４５６７８"), ("+8613812345678", "8613812345678"),
      ("+86 13812345678", "13812345678"),
      ("+86-13812345678", "13812345678"), ("0355-7221234", "0355-7221234"),
      ("电话：0355－７２２１２３４", "0355－７２２１２３４"),
      ("010-12345678", "010-12345678"), ("（0355）7221234", "0355）7221234"),
      ("(0355)7221234", "0355)7221234"),
      ("0355 7221234", "0355 7221234"), ("0355-7221234-801", "0355-7221234"),
      ("联系电话：7221234", "7221234"),
      ("12812345678", ""), ("7221234", ""), ("138123456789", ""), ("113812345678", ""),
      ("13812345678元", ""),
      ("13812345678.90", ""), ("013-7221234", ""), ("2023-09-20", ""), ("0355-722123", ""),
      ("GX13812345678", ""),
      ("2023-13812345678", ""), ("2080505 2080506", ""), ("3154.597448万元", ""),
      ("预算1234-12345678", ""),
    ])
  func telephones(text: String, expected: String) {
    #expect(slips(text) == (expected.isEmpty ? [] : ["telephone \(expected)"]))
  }

  @Test("several in a text are told one by one, in order")
  func several() {
    #expect(
      slips("甲13812345678，乙11010519491231002X、0355-7221234") == [
        "telephone 13812345678", "identityCard 11010519491231002X", "telephone 0355-7221234",
      ])
    #expect(slips("13812345678 13912345678") == ["telephone 13812345678", "telephone 13912345678"])
  }

  @Test("random numbers of identity cards are right, and wrong with one digit changed")
  func identityProperty() {
    var random = SeededRandom(seed: 21)
    let regions: [[UInt8]] = [[1, 1], [1, 4], [3, 7], [6, 5], [5, 2]]
    for _ in 0..<500 {
      var places = regions.randomElement(using: &random) ?? []
      places += (0..<4).map { _ in UInt8.random(in: 0...9, using: &random) }
      let (year, month) = (
        Int.random(in: 1900...2023, using: &random), Int.random(in: 1...12, using: &random)
      )
      let day = Int.random(in: 1...28, using: &random)
      places += Array(String(year * 10_000 + month * 100 + day)).compactMap { UInt8(String($0)) }
      places += (0..<3).map { _ in UInt8.random(in: 0...9, using: &random) }
      places.append(CheckDigits.identityCheckDigit(places))
      let number = written(places)
      #expect(slips("人员（\(number)）") == ["identityCard \(number)"])
      let index = Int.random(in: 0..<18, using: &random)
      let old = places[index]
      places[index] = (old + UInt8.random(in: 1...9, using: &random)) % 10
      if places[index] != old {
        #expect(!slips("人员（\(written(places))）").contains { $0.hasPrefix("identity") })
      }
    }
  }

  @Test("random numbers of cards are right, and wrong with one digit changed")
  func cardProperty() {
    var random = SeededRandom(seed: 22)
    for round in 0..<500 {
      var digits: [UInt8] = [6, 2]
      digits += (0..<(13 + round % 4)).map { _ in UInt8.random(in: 0...9, using: &random) }
      let check = (0...9).first { CheckDigits.passesLuhn(digits + [$0]) }
      digits.append(UInt8(check ?? 0))
      let number = written(digits)
      // 18 digits may be the number of a person in Gansu, but hardly at random.
      #expect(slips("转入\(number)") == ["bankCard \(number)"])
      let index = Int.random(in: 0..<digits.count, using: &random)
      digits[index] = (digits[index] + UInt8.random(in: 1...9, using: &random)) % 10
      #expect(!slips("转入\(written(digits))").contains { $0.hasPrefix("bank") })
    }
  }

  private func written(_ places: [UInt8]) -> String {
    places.map { $0 == 10 ? "X" : String($0) }.joined()
  }
}
