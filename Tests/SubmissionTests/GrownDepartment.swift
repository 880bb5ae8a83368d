import Foundation

/// A department of one unit with so many 项 of accounts, their names shorter and longer.
struct GrownDepartment {
  let rows: Int

  /// 类 of the function accounts that any department may have.
  private static let classes = [
    "201", "205", "206", "207", "208", "210", "211", "212", "213", "214", "215", "216", "220",
    "221",
    "224",
  ]

  func write(to folder: URL) throws {
    for (file, text) in sketch.files {
      let url = folder.appendingPathComponent(file)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
  }

  private var sketch: DossierSketch {
    var sketch = DossierSketch()
    let words = "支持本地产业发展和公共服务设施建设维护以及人才培养与社会事务管理的专项资金支出"
    var named: Set<String> = []
    for index in 0..<rows {
      let classCode = Self.classes[index * Self.classes.count / max(rows, Self.classes.count)]
      // Five 项 to a 款.
      let code = String(format: "%@%02d%02d", classCode, 40 + index / 5 % 50, 40 + index % 5)
      sketch.spend(123_456_789 + index * 1_234_567, code)
      let length = 4 + index * 7 % 22
      sketch.name(code, String(words.dropFirst(index % 9).prefix(length)))
      let parent = String(code.prefix(5))
      if named.insert(parent).inserted {
        sketch.name(parent, String(words.dropFirst(index % 5).prefix(9)))
      }
      sketch.plan(120_000_000, code)
    }
    sketch.lastYearTotals(200_000_000)
    return sketch
  }
}
