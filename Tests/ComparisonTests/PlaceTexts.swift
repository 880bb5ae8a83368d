internal import Comparison
internal import Diagnostics

/// Places as tests cite them, so that they can be read beside a report.
extension Difference {
  var addressText: String? { address.map { DiagnosticPrinter.text(of: $0) } }
}
