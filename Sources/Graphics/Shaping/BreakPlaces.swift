/// Where a justified line may end, found out for a place when it is asked for.
struct BreakPlaces {
  /// What a place is for a line's end.
  enum Place: UInt8 {
    case none
    case good
    /// Between a number and its unit: 万元, 年, 个.
    case unit
  }

  let measures: LineMeasures
  let breaker: LineBreaker
  private var known: [Place?]

  init(measures: LineMeasures, breaker: LineBreaker) {
    self.measures = measures
    self.breaker = breaker
    known = Array(repeating: nil, count: measures.kinds.count)
  }

  /// The place before a cluster that is not the paragraph's first.
  subscript(index: Int) -> Place {
    mutating get {
      if let place = known[index] { return place }
      let place = place(before: index)
      known[index] = place
      return place
    }
  }

  private func place(before index: Int) -> Place {
    let (left, right) = (measures.kinds[index - 1], measures.kinds[index])
    if left.isIdeograph, right.isIdeograph {
      // 万元 behind a number is whole.
      let isInUnit = left == .myriad && index > 1 && measures.kinds[index - 2] == .digit
      return isInUnit ? .none : .good
    }
    guard breaker.isGoodEnd(before: index) else { return .none }
    return left == .digit && right.isIdeograph ? .unit : .good
  }
}
