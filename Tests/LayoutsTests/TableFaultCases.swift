/// Faults of the text's style, and of tables, page breaks and landscape stretches in templates.
extension NarrativeFaultCase {
  private static let unitRow =
    "{{#units}}| {{unit}} | {{unit_type}} | {{unit_duties}} | {{unit_vehicles}} |{{/units}}"

  static let tables = [
    NarrativeFaultCase("正文式样的页边距太大", "set", "{top: 37, right: 26", "{top: 3700, right: 26"),
    NarrativeFaultCase(
      "表的一行少一格", "tables", unitRow, "{{#units}}| {{unit}} | {{unit_type}} |{{/units}}"),
    NarrativeFaultCase("横线少一格", "tables", "| :-: | :---- | --: | --: |", "| :-: | :---- | --: |"),
    NarrativeFaultCase("表没有表头", "tables", "| 类 | 名称 | 支出（万元） | 占支出合计 |\n", ""),
    NarrativeFaultCase("表头下面没有横线", "tables", "| :-: | :---- | --: | --: |\n", ""),
    NarrativeFaultCase(
      "横线里有别的字", "tables", "| :-: | :---- | --: | --: |", "| :-: | 名称 | --: | --: |"),
    NarrativeFaultCase("一行没有结束", "tables", "{{source_amount}} |", "{{source_amount}}"),
    NarrativeFaultCase(
      "表头在段的标记后面", "tables", "| 类 | 名称 | 支出（万元） | 占支出合计 |",
      "{{#has_fund}}| 类 | 名称 | 支出（万元） | 占支出合计 |{{/has_fund}}"),
    NarrativeFaultCase(
      "一段跨过格子", "tables", "| | 合计 | {{basic}} | {{#has_fund}}另有",
      "| | 合计 {{#has_fund}}| {{basic}} | 另有"),
    NarrativeFaultCase(
      "各行之间有别的文字", "tables", "| {{source}} | {{source_amount}} |",
      "| {{source}} | {{source_amount}} |\n另有一句话。"),
    NarrativeFaultCase(
      "表题后面没有表", "tables", "[表题] 单位一览\n", "[表题] 单位一览\n以下是单位。\n"),
    NarrativeFaultCase("末尾的表题", "tables", "最后一段竖放。", "[表题] 没有表"),
    NarrativeFaultCase(
      "表题在段的标记后面", "tables", "[表题] 单位一览", "{{#has_fund}}[表题] 单位一览{{/has_fund}}"),
    NarrativeFaultCase("横向没有结束", "tables", "[/横向]\n", ""),
    NarrativeFaultCase("横向没有开始", "tables", "[横向]\n", ""),
    NarrativeFaultCase("横向里又有横向", "tables", "表后的一段横放。", "[横向]"),
    NarrativeFaultCase(
      "横向的开始在段里，结束在段外", "tables", "[横向]\n", "{{#has_fund}}\n[横向]\n{{/has_fund}}\n"),
    NarrativeFaultCase("分页和别的文字在一行里", "tables", "[分页]", "[分页]第二页"),
    NarrativeFaultCase("标记写错", "tables", "[分页]", "[分 面]"),
  ]
}
