/// A department as the files of a dossier.
public struct DepartmentFiles {
  private let model: DepartmentModel

  public init(_ model: DepartmentModel) { self.model = model }

  /// The files by name.
  ///
  /// - Parameter invented: codes of functions that no catalogue names.
  public func all(invented: [String]) -> [String: String] {
    let ledger = model.ledger
    let kinds = LedgerModel.Balance.Kind.allCases
    return [
      "income.csv": table(
        "单位代码,收入来源,功能科目,金额（元）,摘要",
        ledger.incomes.enumerated().map {
          "\($1.unit),\($1.source),\($1.function),\(yuan($1.fen)),第\($0)笔"
        }),
      "expenditure.csv": table(
        "单位代码,资金性质,支出类别,功能科目,经济科目,金额（元）,摘要",
        ledger.expenditures.enumerated().map {
          "\($1.unit),\($1.fund),\($1.kind),\($1.function),\($1.economic),\(yuan($1.fen)),第\($0)笔"
        }),
      "balances.csv": table(
        "单位代码,资金性质,功能科目,年初结转和结余（元）,使用非财政拨款结余和专用结余（元）,结余分配（元）,年末结转和结余（元）",
        ledger.balances.map { row in
          ([row.unit, row.fund, row.function] + kinds.map { $0 == row.kind ? yuan(row.fen) : "" })
            .joined(separator: ",")
        }),
      "budget.csv": table(
        "资金性质,功能科目,年初预算（元）",
        model.budgets.map { "\($0.fund),\($0.function),\(yuan($0.fen))" }),
      "prior-year.csv": table(
        "指标,资金性质,功能科目,上年金额（元）",
        model.priors.map { "\($0.indicator),\($0.fund),\($0.function),\(yuan($0.fen))" }),
      "accounts.csv": table(
        "科目类型,科目代码,科目名称",
        Set(invented.flatMap { [String($0.prefix(5)), $0] }).sorted().map {
          "支出功能,\($0),测试科目\($0)"
        }),
      "department.yaml": department(),
    ]
  }

  private func table(_ heading: String, _ rows: [String]) -> String {
    ([heading] + rows).joined(separator: "\n") + "\n"
  }

  /// 分 in 元 with two decimals.
  private func yuan(_ fen: Int64) -> String {
    let digits = String(fen.magnitude)
    let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    return (fen < 0 ? "-" : "") + padded.dropLast(2) + "." + padded.suffix(2)
  }

  private func department() -> String {
    let ledger = model.ledger
    let lines =
      ["年度: 2023", "版式: shanxi-2023", "公开日期: 2024-09-20", "部门: {代码: \"431\", 名称: 测试局}", "单位:"]
      + ledger.unitTypes.sorted { $0.key < $1.key }.map {
        "  - {代码: \"\($0.key)\", 名称: 单位\($0.key), 类型: \($0.value)}"
      } + publicLines() + purchaseLines() + holdingLines() + textLines()
    return lines.joined(separator: "\n") + "\n"
  }

  private func publicLines() -> [String] {
    let names = ["因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费"]
    let counted: [[(String, Int)]] = [
      [("团组", 0), ("人次", 1)], [("购置辆数", 2)], [("保有量", 3)],
      [("国内批次", 4), ("国内人次", 5), ("外事批次", 6), ("外事人次", 7), ("国外批次", 8), ("国外人次", 9)],
    ]
    return ["三公经费:"]
      + names.indices.map { index in
        var fields = [
          "预算: \(yuan(model.ledger.publicBudget[index]))",
          "决算: \(yuan(model.ledger.publicFinal[index]))",
        ]
        if let past = model.publicPrior[index] { fields.append("上年决算: \(yuan(past))") }
        fields += counted[index].compactMap { name, place in
          model.counts[place].map { "\(name): \($0)" }
        }
        return "  \(names[index]): {\(fields.joined(separator: ", "))}"
      }
  }

  private func purchaseLines() -> [String] {
    let names = ["货物", "工程", "服务"]
    var fields = zip(names, model.ledger.purchases).map { "\($0): \(yuan($1))" }
    for (size, amount) in zip(["中小", "小微"], model.awarded) {
      if let amount { fields.append("授予\(size)企业: \(yuan(amount))") }
    }
    return ["政府采购: {\(fields.joined(separator: ", "))}"]
  }

  private func holdingLines() -> [String] {
    let vehicles = [
      "副部（省）级及以上领导用车", "主要负责人用车", "机要通信用车", "应急保障用车", "执法执勤用车", "特种专业技术用车",
      "离退休干部服务用车", "其他用车",
    ]
    return ["国有资产:", "  车辆:"] + zip(vehicles, model.ledger.holdings).map { "    \($0): \($1)" }
      + ["  单价100万元（含）以上设备: \(model.ledger.holdings[8])"]
  }

  /// The reasons, which are all that a perturbed department writes.
  private func textLines() -> [String] {
    let texts = model.texts.filter { $0.key.hasPrefix("说明.") }
      .map { (path: $0.key.dropFirst(3), text: $0.value) }.sorted { $0.path < $1.path }
    let inner = texts.filter { $0.path.hasPrefix("三公经费.") }
    var lines = texts.filter { !$0.path.contains(".") }.map { "  \($0.path): \"\($0.text)\"" }
    if !inner.isEmpty {
      lines.append("  三公经费:")
      lines += inner.map { "    \($0.path.dropFirst(5)): \"\($0.text)\"" }
    }
    if !model.classReasons.isEmpty {
      lines.append("  各类支出原因:")
      lines += model.classReasons.sorted { $0.key < $1.key }.map { "    \"\($0)\": \($1)" }
    }
    return lines.isEmpty ? [] : ["说明:"] + lines
  }
}
