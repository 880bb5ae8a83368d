internal import Diagnostics

extension AuditReport {
  /// The report as one page by itself, which prints as 审核表: no picture, script or font from elsewhere.
  public func html(of title: String) -> String {
    let rows = findings.map { $0.severity == .note ? noteRow($0) : row($0) }
    let off = switchedOff.map { item in
      "<tr><td>不适用</td><td>\(XMLText.escaped(item.check))</td><td colspan=\"3\">"
        + "\(XMLText.escaped(item.reason.text))</td></tr>\n"
    }
    return """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <title>审核表 \(XMLText.escaped(title))</title>
      <style>
      \(Self.style)</style>
      </head>
      <body>
      <h1>部门决算公开审核表</h1>
      <p>\(XMLText.escaped(title))</p>
      <p>\(XMLText.escaped(summary))</p>
      <table>
      <thead><tr><th>级别</th><th>检查</th><th>位置</th><th>发现</th><th>处理或说明</th></tr></thead>
      <tbody>
      \((rows + off).joined())</tbody>
      </table>
      <p class="sign">经办人：　　　　　　　　审核人：　　　　　　　　日期：　　　　　　</p>
      </body>
      </html>

      """
  }

  private static let style = """
    body { font-family: "Noto Serif CJK SC", "SimSun", serif; margin: 1.5em; color: #000; }
    h1 { text-align: center; font-size: 1.4em; }
    table { border-collapse: collapse; width: 100%; font-size: 0.9em; }
    th, td { border: 1px solid #000; padding: 0.3em 0.5em; text-align: left; vertical-align: top; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    .error { font-weight: bold; }
    .parts { font-size: 0.9em; margin: 0.3em 0 0; padding-left: 1.2em; }
    .sign { margin-top: 2em; }
    @page { size: A4 landscape; margin: 15mm; }

    """

  private func row(_ finding: CheckFinding) -> String {
    let parts = finding.sides.flatMap(\.parts).prefix(12).map { part in
      let places = part.places.map { DiagnosticPrinter.text(of: $0) }.joined(separator: "、")
      return "<li>\(XMLText.escaped("\(part.words) \(part.amount)（\(places)）"))</li>"
    }
    let places = finding.places.prefix(12).map { place in
      "<li>\(XMLText.escaped(DiagnosticPrinter.text(of: place)))</li>"
    }
    let list = parts + places
    let details = list.isEmpty ? "" : "<ul class=\"parts\">\(list.joined())</ul>"
    let answer = finding.reason.map { "说明：\($0.text)" } ?? finding.mend
    return """
      <tr class="\(finding.severity.rawValue)"><td>\(finding.severity.words)</td>\
      <td>\(finding.check)</td><td>\(XMLText.escaped(finding.address))</td>\
      <td>\(XMLText.escaped(finding.what))<br>\(XMLText.escaped("应当：" + finding.words))\
      \(details)</td><td>\(XMLText.escaped(answer))</td></tr>

      """
  }

  private func noteRow(_ finding: CheckFinding) -> String {
    """
    <tr class="note"><td>\(finding.severity.words)</td><td>\(finding.check)</td>\
    <td>\(XMLText.escaped(finding.address))</td><td>\(XMLText.escaped(finding.what))</td>\
    <td>\(XMLText.escaped(finding.mend))</td></tr>

    """
  }
}
