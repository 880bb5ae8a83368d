internal import Domain

/// When each step of a run began; for people only, never for an output.
struct StageTimes {
  private let start = ContinuousClock.now
  private var stages: [(name: String, start: ContinuousClock.Instant)] = []
  private var finish: ContinuousClock.Instant?

  /// Notes that a step begins and the one before has ended.
  mutating func begin(_ name: String) { stages.append((name, .now)) }

  /// Notes that the last step has ended.
  mutating func end() { finish = .now }

  /// From the first moment to the end, or to now.
  var total: Duration { (finish ?? .now) - start }

  /// A line a step, in the order of the run.
  var text: String {
    let ends = stages.dropFirst().map(\.start) + [finish ?? .now]
    return zip(stages, ends).map { stage, end in
      "  \(seconds(end - stage.start, decimals: 3)) 秒  \(stage.name)"
    }.joined(separator: "\n")
  }
}

/// A duration in seconds with so many decimals.
func seconds(_ duration: Duration, decimals: Int) -> String {
  let (whole, attoseconds) = duration.components
  let microseconds = whole * 1_000_000 + attoseconds / 1_000_000_000_000
  return FixedDecimal(rounding: microseconds, shiftedBy: 6, decimals: decimals).description
}
