/// A ledger as the files of a dossier, written without the project's code.
extension LedgerModel {
  /// The texts of income.csv, expenditure.csv and balances.csv, and of accounts.csv for the functions
  /// that only perturbed ledgers book under.
  ///
  /// A running number in the remarks keeps equal rows from being taken for pasted ones.
  public var tables: [String: String] {
    let income = incomes.enumerated().map {
      "\($1.unit),\($1.source),\($1.function),\(yuan($1.fen)),第\($0)笔"
    }
    let expenditure = expenditures.enumerated().map {
      "\($1.unit),\($1.fund),\($1.kind),\($1.function),\($1.economic),\(yuan($1.fen)),第\($0)笔"
    }
    let balance = balances.map { row in
      let amounts = Balance.Kind.allCases.map { $0 == row.kind ? yuan(row.fen) : "" }
      return ([row.unit, row.fund, row.function] + amounts).joined(separator: ",")
    }
    let codes = Set(LedgerPerturbation.functions.flatMap { [String($0.prefix(5)), $0] })
    let names = codes.sorted().map { "支出功能,\($0),测试科目\($0)" }
    return [
      "income.csv": text("单位代码,收入来源,功能科目,金额（元）,摘要", income),
      "expenditure.csv": text("单位代码,资金性质,支出类别,功能科目,经济科目,金额（元）,摘要", expenditure),
      "balances.csv": text(
        "单位代码,资金性质,功能科目,年初结转和结余（元）,使用非财政拨款结余和专用结余（元）,结余分配（元）,年末结转和结余（元）", balance),
      "accounts.csv": text("科目类型,科目代码,科目名称", names),
    ]
  }

  private func text(_ header: String, _ lines: [String]) -> String {
    ([header] + lines).joined(separator: "\n") + "\n"
  }
}

/// 分 in 元 with two decimals.
public func yuan(_ fen: Int64) -> String {
  let digits = String(fen.magnitude)
  let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  return (fen < 0 ? "-" : "") + padded.dropLast(2) + "." + padded.suffix(2)
}
