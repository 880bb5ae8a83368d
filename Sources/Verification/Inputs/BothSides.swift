internal import Dispatch
internal import Synchronization

/// Does the work for both sides of a comparison at once, the left one's number being 0.
func atOnce<Value: Sendable>(
  _ work: @Sendable (_ side: Int) -> Value
) -> (left: Value, right: Value) {
  let left = Mutex<Value?>(nil)
  let right = Mutex<Value?>(nil)
  DispatchQueue.concurrentPerform(iterations: 2) { side in
    let value = work(side)
    if side == 0 { left.withLock { $0 = value } } else { right.withLock { $0 = value } }
  }
  guard let first = left.withLock({ $0 }), let second = right.withLock({ $0 }) else {
    preconditionFailure("both iterations have ended")
  }
  return (first, second)
}
