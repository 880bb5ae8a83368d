internal import Dispatch
internal import Synchronization

/// Work that is done on a thread of its own while others go on.
final class SideJob<Value: Sendable>: Sendable {
  private let result = Mutex<Value?>(nil)
  private let group = DispatchGroup()

  /// Begins the work.
  init(_ work: @escaping @Sendable () -> Value) {
    group.enter()
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      let value = work()
      result.withLock { $0 = value }
      group.leave()
    }
  }

  /// Waits for the work's end; may be asked more than once.
  func wait() -> Value {
    group.wait()
    guard let value = result.withLock({ $0 }) else {
      preconditionFailure("a job that has ended has a result")
    }
    return value
  }
}
