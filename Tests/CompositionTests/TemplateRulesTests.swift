import TestSupport
import Testing

/// What the tags of templates do with lines, blanks, lists and values.
///
/// The rules are those of Mustache as far as templates use it. The dossier has two units, one of them
/// a centre, and spent in one class; it has no fund and no terms.
@Suite("模板的规则")
struct TemplateRulesTests {
  /// A template and the lines that it makes.
  struct Case: CustomTestStringConvertible, Sendable {
    let rule: String
    let template: String
    let lines: [String]

    init(_ rule: String, _ template: String, _ lines: [String]) {
      self.rule = rule
      self.template = template
      self.lines = lines
    }

    var testDescription: String { rule }
  }

  private static let values = [
    Case("值，名称前后可以有空格", "甲{{year}}乙{{ year }}", ["甲2021乙2021"]),
    Case("说明不印", "{{! 一 }}\n甲{{! 二 }}乙\n  {{! 三 }}丙", ["甲乙", "丙"]),
    Case(
      "条件", "甲{{#has_classes}}乙{{/has_classes}}{{#has_fund}}丙{{/has_fund}}丁", ["甲乙丁"]),
    Case(
      "条件的反面", "甲{{^has_classes}}乙{{/has_classes}}{{^has_fund}}丙{{/has_fund}}丁", ["甲丙丁"]),
    Case(
      "有内容可印的值", "甲{{#year}}{{year}}年{{/year}}{{#own_total}}乙{{/own_total}}", ["甲2021年"]),
    Case("没有内容可印的值", "甲{{^year}}乙{{/year}}{{^own_total}}丙{{/own_total}}", ["甲丙"]),
    Case(
      "段里的段",
      "{{#has_classes}}{{^has_fund}}甲{{#year}}乙{{/year}}{{/has_fund}}丙{{/has_classes}}",
      ["甲乙丙"]),
    Case("空行不印；什么也没印的行不印", "甲\n\n{{own_total}}\n{{#has_fund}}乙{{/has_fund}}\n丙", ["甲", "丙"]),
    Case(
      "段里的文字和后面的连成标题",
      "{{#has_classes}}## {{/has_classes}}题\n{{#has_fund}}## {{/has_fund}}文", ["§2 题", "文"]),
  ]

  private static let lists = [
    Case("列表逐项重复", "{{#units}}{{unit_code}}{{unit}}；{{/units}}", ["431001某局；431002某中心；"]),
    Case(
      "没有项的列表", "甲{{#terms}}乙{{/terms}}{{^terms}}丙{{/terms}}",
      ["甲丙"]),
    Case("有项的列表的反面", "甲{{^units}}乙{{/units}}", ["甲"]),
    Case(
      "首项和末项",
      "{{#units}}{{#first()}}（{{/first()}}{{^first()}}，{{/first()}}{{unit}}{{#last()}}）{{/last()}}{{/units}}",
      ["（某局，某中心）"]),
    Case("列表里引用外面的值", "{{#units}}{{unit}}{{year}}；{{/units}}", ["某局2021；某中心2021；"]),
    Case(
      "里面的列表的值在先，出来以后又是外面的",
      "{{#centres}}{{#units}}{{unit}}、{{/units}}{{unit}}{{/centres}}", ["某局、某中心、某中心"]),
    Case(
      "里面的列表没有的，用外面的列表的",
      "{{#units}}{{#centres}}{{unit_code}}{{unit}}；{{/centres}}{{/units}}",
      ["431001某中心；431002某中心；"]),
    Case(
      "条件里的首项和末项是列表的",
      "{{#units}}{{#has_classes}}{{unit}}{{^last()}}、{{/last()}}{{/has_classes}}{{/units}}",
      ["某局、某中心"]),
    Case(
      "首项和末项是最里面的列表的",
      "{{#units}}{{#centres}}{{unit}}{{^last()}}、{{/last()}}{{/centres}}{{/units}}",
      ["某中心某中心"]),
    Case(
      "没有项才印的一段不是任何列表的首项或末项",
      "{{#units}}{{^terms}}{{unit}}{{^last()}}、{{/last()}}{{#first()}}甲{{/first()}}{{/terms}}{{/units}}",
      ["某局、某中心、"]),
  ]

  private static let lines = [
    Case(
      "单独一行的标记不留下行，表格不断",
      "| 单位 |\n| :-- |\n  {{#units}}\t\n| {{unit}} |\n {{! 说明 }} \n  {{/units}}  \n后",
      ["[]", "后"]),
    Case(
      "不单独一行的标记留下空白，表格断开",
      "| 单位 |\n| :-- |\n| 甲 |\n {{#has_classes}}{{/has_classes}}\n| 乙 |", ["[]", "| 乙 |"]),
    Case("和行写在一起的标记各自一行", "| 单位 |\n| :-- |\n{{#units}} | {{unit}} | {{/units}}\n后", ["[]", "后"]),
    Case(
      "一段从一行到另一行", "甲{{#has_classes}}乙\n丙{{/has_classes}}丁", ["甲乙", "丙丁"]),
    Case("逐项重复的一段从一行到另一行", "甲{{#units}}{{unit}}\n乙{{/units}}丁", ["甲某局", "乙某中心", "乙丁"]),
    Case("没有印的一段带走它里面的行尾", "甲{{#has_fund}}乙\n丙{{/has_fund}}丁", ["甲丁"]),
    Case(
      "各段之外，一行总是结束", "甲{{#has_fund}}\n乙\n{{/has_fund}}\n丙", ["甲", "丙"]),
    Case(
      "段里，单独一行的结束标记不结束前面的行",
      "{{#has_classes}}\n甲{{#has_fund}}\n乙\n{{/has_fund}}\n丙\n{{/has_classes}}", ["甲丙"]),
    Case(
      "单独一行开始的段之后，别的标记也算单独一行",
      "{{#has_classes}}\n{{#year}}\n甲{{/year}} {{#year}}\n乙\n{{/year}}\n{{/has_classes}}",
      ["甲乙"]),
    Case(
      "在句子里开始的段之后，直到行尾标记都不算单独一行",
      "{{#has_classes}}\n甲{{#has_fund}}\n乙\n{{/has_fund}}\n{{#year}}\n丙\n{{/year}}\n{{/has_classes}}",
      ["甲", "丙"]),
  ]

  @Test("每条规则", arguments: values + lists + lines)
  func rule(_ rule: Case) throws {
    var books = Books.sentences
    books.spend("5000000", "2050201")
    try books.rewriteInSet("narrative/kinds.mustache") { $0 = "始\n\(rule.template)\n终\n" }
    let lines = try books.compose().narrative.lines
    let start = try #require(lines.firstIndex(of: "始"))
    #expect(Array(lines[(start + 1)...].prefix { $0 != "终" }) == rule.lines)
  }
}
