import Diagnostics
import Foundation
import Submission
import TestSupport

/// A dossier with a text put into every field that holds words, names or codes.
struct CharacterFields {
  /// The files by name, with § in each field of text and ¤ in each field of codes and words.
  private let files: [(name: String, text: String)]

  init() {
    var sketch = DossierSketch()
    sketch.texts = """
      概况:
        主要职责: "拟订§规划。"
        机构设置: "设§两个股。"
      说明:
        收支总体原因: "因§项目减少"
        财政拨款收支原因: "因§项目减少"

      """
    sketch.spend(1_000_000, "2150805¤")
    sketch.spend(2_000_000, "2159999")
    sketch.name("2159999¤", "其他§支出")
    sketch.name("215", "资源§勘探")
    sketch.plan(100, "215¤")
    sketch.lastYear("收入总计¤", 100)
    sketch.lastYear("支出总计", 100)
    sketch.evaluations = [
      SketchedEvaluation(
        project: "技术§改造", unit: "431001¤", funding: [["县§级", "40", "40", "50", "25.5"]],
        indicators: [["产§出", "数§量", "企§业数", "90", "90"]],
        analysis: SketchedEvaluation.shippedAnalysis)
    ]
    files = sketch.files.map { name, text in
      var text = text
      for (old, new) in [
        ("代码: \"431\"", "代码: \"431¤\""), ("名称: 某局", "名称: \"某§局\""),
        ("代码: \"431001\"", "代码: \"431001¤\""), ("行政单位", "行政单位¤"),
        ("431001,一般公共预算财政拨款,项目支出,2159999", "431001¤,一般公共预算财政拨款¤,项目支出¤,2159999"),
        ("年度目标: 支持企业改造。", "年度目标: \"支持§改造。\""),
        ("实际完成情况: 支持了12家企业。", "实际完成情况: \"支持了§企业。\""),
        ("年初指标值: 甲, 实际完成值: 乙", "年初指标值: \"甲§\", 实际完成值: \"乙§\""),
        ("偏差原因: 丙", "偏差原因: \"丙§\""), (": 好", ": \"好§\""),
      ] { text = text.replacing(old, with: new) }
      return (name, text)
    }
  }

  /// How many fields there are.
  var count: Int { files.map { $0.text.count { "§¤".contains($0) } }.reduce(0, +) }

  /// Writes the dossier with a text in its fields.
  func write(_ text: String, codes: String, to folder: URL) throws {
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("evaluations"), withIntermediateDirectories: true)
    for file in files {
      let content = Self.filled(file.text, text, codes)
      try Data(content.utf8).write(to: folder.appendingPathComponent(file.name))
    }
  }

  /// The places of a character that stands in every field, as `file:line:column`, file by file.
  func places(of scalar: Unicode.Scalar) -> [String: [String]] {
    var places: [String: [String]] = [:]
    for file in files {
      let lines = Self.filled(file.text, String(scalar), String(scalar)).components(
        separatedBy: "\n")
      for (line, text) in lines.enumerated() {
        for (column, other) in text.unicodeScalars.enumerated() where other == scalar {
          places[file.name, default: []].append("\(file.name):\(line + 1):\(column + 1)")
        }
      }
    }
    return places
  }

  private static func filled(_ file: String, _ text: String, _ codes: String) -> String {
    String(
      String.UnicodeScalarView(
        file.unicodeScalars.flatMap { scalar in
          scalar == "§"
            ? Array(text.unicodeScalars) : scalar == "¤" ? Array(codes.unicodeScalars) : [scalar]
        }))
  }
}
