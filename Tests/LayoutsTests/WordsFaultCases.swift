/// Faults of the words that a set takes for those of a dossier's tables.
extension FaultCase {
  static let words = [
    FaultCase("词的文件在别的文件夹", "set", "words: words.yaml", "words: ../words.yaml"),
    FaultCase("不认识的列名", "words", "发生额（元）]", "发生额（元）]\n  金额（千元）: [千元]"),
    FaultCase("一个列名有两个意思", "words", "passedOver: [序号]", "passedOver: [序号, 单位编码]"),
    FaultCase("列名就是别的列", "words", "[单位编码]", "[资金性质]"),
    FaultCase("不认识的资金性质", "words", "一般公共预算财政拨款: [", "一般公共预算: ["),
    FaultCase("一个词有两个意思", "words", "其他: [单位资金]", "其他: [单位资金, 一般公共 预算]"),
    FaultCase("说得准的词又说不准", "words", "收入来源:\n", "资金性质:\n")
      .also("words", "[事业收入, 其他收入]", "[其他]"),
    FaultCase("说不准的词没有可能的意思", "words", "means: [事业收入, 其他收入]", "means: []"),
    FaultCase("说不准的词没有理由", "words", ", because: 按来源分列", ""),
    FaultCase("不认识的一类词", "words", "支出类别: {", "类别: {"),
    FaultCase("别的科目表的文件不存在", "words", "government-sample.csv", "government-2022.csv"),
    FaultCase("别的科目表的表头不对", government, "部门科目代码", "部门科目"),
    FaultCase("别的科目表少一栏", government, "债务还本支出,", "债务还本支出"),
    FaultCase("别的科目表写错科目", government, "30101 30201", "30101、30201"),
    FaultCase("别的科目表写了没有名称的科目", government, "30101 30201", "30101 30199"),
    FaultCase("别的科目表写了两遍", government, "512,", "501,"),
  ]

  private static let government = "catalogues/government-sample.csv"
}
