/// What of a set's declarations is cited, noted while its files are read.
///
/// What nothing cites is most likely a slip: another was cited twice, or a line was lost.
final class SetUsage {
  /// The paths of the facts that a cell or a value cites.
  var facts: Set<String> = []
  /// The indicators that a value reads.
  var indicators: Set<String> = []
  /// Those that a value adds up whatever their fund.
  var indicatorsOverFunds: Set<String> = []
  /// The names of number formats.
  var formats: Set<String> = []
  /// The names of wordings.
  var wordings: Set<String> = []
  /// The keys of values that a template, or another value, names.
  var values: Set<String> = []
}
