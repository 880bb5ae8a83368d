/// Why a stream of values cannot be read to its end.
enum WireFault: Error, Hashable {
  /// It ends in the middle of a value.
  case truncated
  /// It holds what no writer of ours writes.
  case malformed
  /// Nothing came for too long.
  case late
}
