internal import Domain

extension ImportTally {
  /// The lines that tell people what was taken and what was not, each with a line end.
  ///
  /// - Parameters:
  ///   - export: what people call the export.
  ///   - table: what people call the table that it becomes: `“支出”表`.
  public func text(of export: String, into table: String) -> String {
    var lines = ["\(export)：表头下面 \(read) 行"]
    lines.append("  取 \(taken) 行，金额 \(allTaken) 元，成为\(table)的 \(rows) 行")
    for passed in passed {
      let money = passed.sum.map { "，其中的金额 \($0) 元不取" } ?? ""
      lines.append("  不取 \(passed.count) 行：\(passed.reason)\(money)")
    }
    if zeros > 0 { lines.append("  横排的金额栏里有 \(zeros) 个零，等于空白") }
    lines.append("  两边的合计（导出表取的、\(table)）：")
    lines += sums.map { line($0) }
    for part in parts {
      lines.append("  按\(part.column)：")
      lines += part.sums.map { line($0) }
    }
    if !ownTotals.isEmpty {
      let totals = ownTotals.map { "\($0.name) \($0.amount)" }.joined(separator: "，")
      lines.append("  导出表最后的合计行：\(totals)")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func line(_ sum: Sum) -> String {
    let name = sum.name.isEmpty ? "（空）" : sum.name
    let end = sum.export == sum.table ? "一致" : "差 \((sum.export - sum.table).magnitude)"
    return "    \(name)  \(sum.export)  \(sum.table)  \(end)"
  }
}
