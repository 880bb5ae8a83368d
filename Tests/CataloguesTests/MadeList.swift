import Domain
import TestSupport

/// A made-up chart of accounts of the size of a real one: the same in every run.
struct MadeList {
  struct Account: Hashable {
    let code: String
    var name: String

    /// 0 for 类.
    var level: Int { (code.count - 3) / 2 }
    /// The digits that the levels add.
    var parts: [String] {
      var parts = [String(code.prefix(3))]
      var rest = code.dropFirst(3)
      while !rest.isEmpty {
        parts.append(String(rest.prefix(2)))
        rest = rest.dropFirst(2)
      }
      return parts
    }
  }

  let function: [Account]
  let economic: [Account]

  var all: [Account] { function + economic }

  /// 27 类, 250 款 and as many 项 as make 1,420; and an economic chart of 80.
  init() {
    var random = SeededRandom(seed: 20)
    var seen: Set<String> = []
    func name() -> String {
      while true {
        var text = random.chance(15) ? "其他" : ""
        for _ in 0..<random.number(below: 3) + 1 {
          text += Self.words[random.number(below: Self.words.count)]
        }
        if random.chance(8) { text += "（\(Self.words[random.number(below: Self.words.count)])）" }
        text += Self.ends[random.number(below: Self.ends.count)]
        if seen.insert(text).inserted { return text }
      }
    }
    var function: [Account] = []
    var sections: [String] = []
    for kind in 0..<27 {
      let code = "\(201 + kind)"
      function.append(Account(code: code, name: name()))
      for section in 1...(kind < 7 ? 10 : 9) {
        sections.append(code + Self.two(section))
      }
    }
    let items = 1_420 - 27 - sections.count
    for (index, section) in sections.enumerated() {
      function.append(Account(code: section, name: name()))
      let count = items / sections.count + (index < items % sections.count ? 1 : 0)
      for item in 1...count {
        function.append(
          Account(code: section + (item == count ? "99" : Self.two(item)), name: name()))
      }
    }
    self.function = function.sorted { $0.code < $1.code }
    var economic: [Account] = []
    for kind in 0..<8 {
      economic.append(Account(code: "\(301 + kind)", name: name()))
      for section in 1...9 {
        economic.append(Account(code: "\(301 + kind)\(Self.two(section))", name: name()))
      }
    }
    self.economic = economic
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static let words = [
    "河渠", "山林", "集市", "桥梁", "学馆", "医馆", "驿路", "粮仓", "水文", "星象", "织造", "陶瓷",
    "茶叶", "渔业", "盐务", "矿务", "船政", "邮传", "典藏", "乐舞", "营造", "历书", "海塘", "堤防",
  ]
  private static let ends = ["事务", "支出", "管理", "建设", "补助", "服务", "运行", "保护"]
}

extension SeededRandom {
  /// A number from 0 up to, and without, a bound.
  mutating func number(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  /// True so many times of a hundred.
  mutating func chance(_ percent: Int) -> Bool { number(below: 100) < percent }
}
