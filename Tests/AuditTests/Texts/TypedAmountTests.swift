import Testing

@testable import Audit

@Suite("Amounts that people type") struct TypedAmountTests {
  /// The amounts of a text as `fen number unit`, with ~ for rough ones and / for rates.
  private func amounts(_ text: String) -> [String] {
    ScannedText(text).amounts().map {
      "\($0.fen.map(String.init) ?? "?") \($0.number) \($0.unit)\($0.isRough ? "~" : "")\($0.isRate ? "/" : "")"
    }
  }

  @Test(
    "are read exactly, in 分",
    arguments: [
      ("支出1,234.56万元", ["1234560000 1,234.56 万元"]), ("1234.56 万元", ["1234560000 1234.56 万元"]),
      ("１２３４．５６万元", ["1234560000 １２３４．５６ 万元"]), ("１，２３４．５６万元", ["1234560000 １，２３４．５６ 万元"]),
      ("12345.67元", ["1234567 12345.67 元"]), ("3亿元", ["30000000000 3 亿元"]),
      ("450万，", ["450000000 450 万"]), ("450万", ["450000000 450 万"]),
      ("三百二十万元", ["320000000 三百二十万 元"]), ("一亿三千万元", ["13000000000 一亿三千万 元"]),
      ("两万元", ["2000000 两万 元"]),
      ("壹佰贰拾元", ["12000 壹佰贰拾 元"]), ("3亿2000万元", ["32000000000 3亿2000 万元"]),
      ("3万5千元", ["3500000 3万5 千元"]),
      ("3154.597448万元", ["3154597448 3154.597448 万元"]), ("0.0000001万元", ["? 0.0000001 万元"]),
      ("1.2345000万元", ["1234500 1.2345000 万元"]),
      ("5百万元", ["500000000 5 百万元"]), ("2千元", ["200000 2 千元"]), ("450余万元", ["450000000 450 万元~"]),
      ("450万余元", ["450000000 450 万元~"]),
      ("10多亿元", ["100000000000 10 亿元~"]), ("100元/人", ["10000 100 元/"]), ("0万元", ["0 0 万元"]),
      ("100—200万元", ["200000000 200 万元"]),
      ("5.005元", ["? 5.005 元"]), ("99999999999999999999元", ["? 99999999999999999999 元"]),
      ("10万元、20万元", ["10000000 10 万元", "20000000 20 万元"]), ("12，345万元", ["12345000000 12，345 万元"]),
    ])
  func found(text: String, expected: [String]) { #expect(amounts(text) == expected) }

  @Test(
    "are not other numbers",
    arguments: [
      "450万人", "3万户", "2.5亿吨", "450万平方米", "50%", "100美元", "3万美元", "二〇二三年", "2023年", "三十人",
      "2080505", "元旦",
      "{{05!211.1}}万元", "单元", "3号", "单价１００", "多元", "A4元", "百元",
    ])
  func none(text: String) { #expect(amounts(text).isEmpty) }

  @Test("have the step of their last place, in 分")
  func steps() {
    let steps = ScannedText("1234.56万元，3亿元，12.5元，0.00000012万元，三万元").amounts().map(\.step)
    #expect(steps == [10_000, 10_000_000_000, 10, 0, 100])
  }

  @Test("have places in scalars and their words as written")
  func places() {
    let found = ScannedText("𠮷村支出 1,234.5 万元和三百元").amounts()
    #expect(found.map(\.offset) == [5, 16])
    #expect(found.map(\.text) == ["1,234.5 万元", "三百元"])
  }

  @Test("numbers in Chinese characters")
  func chinese() {
    func value(_ text: String) -> Int64? { ChineseNumber.value(text.unicodeScalars.map(\.value)) }
    #expect(value("十") == 10 && value("十二") == 12 && value("二十") == 20 && value("一百零五") == 105)
    #expect(value("三百二十万") == 3_200_000 && value("一亿零三万") == 100_030_000)
    #expect(value("一万二千三百四十五") == 12_345 && value("一万亿") == 1_000_000_000_000)
    for wrong in ["", "二〇二三", "百", "十百", "万", "一二", "千元", "九九"] {
      #expect(value(wrong) == nil || wrong.isEmpty && value(wrong) == 0, "\(wrong)")
    }
  }
}
