internal import Diagnostics
internal import Glibc
internal import Synchronization

/// A process that reads, while it runs; it is gone when the value is.
struct RunningReader: ~Copyable {
  private let process: pid_t
  private let answers: Int32

  /// Files that one process opens must not be handed on to another that begins meanwhile.
  private static let turn = Mutex(())

  /// Starts a process and gives it its order.
  init(_ program: String, order: ReadingOrder) throws(StartFault) {
    var (requests, answers): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    var process: pid_t = 0
    let failure = Self.turn.withLock { _ -> Int32 in
      guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &requests) == 0,
        pipe(&answers) == 0
      else { return errno }
      for file in requests + answers { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
      let result = Self.spawn(program, input: requests[1], output: answers[1], &process)
      for file in [requests[1], answers[1]] { close(file) }
      return result
    }
    guard failure == 0 else {
      for file in [requests[0], answers[0]] where file >= 0 { close(file) }
      throw StartFault(
        isMissing: failure == ENOENT, reason: String(cString: strerror(failure)))
    }
    // More at a time: fewer changes from one process to the other (F_SETPIPE_SZ, Linux).
    _ = fcntl(answers[0], 1031, 1 << 20)
    self.process = process
    self.answers = answers[0]
    Self.send(order, to: requests[0])
    close(requests[0])
  }

  deinit {
    close(answers)
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1, errno == EINTR {}
  }

  private static func spawn(
    _ program: String, input: Int32, output: Int32, _ process: inout pid_t
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    // What libraries print of a stranger's file is for nobody.
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var words = [strdup(program), strdup(ReaderChild.argument), nil]
    defer { for word in words { free(word) } }
    return posix_spawn(&process, program, &actions, nil, &words, environ)
  }

  /// Sends an order; a process that is gone already shows when its answer is read.
  private static func send(_ order: ReadingOrder, to file: Int32) {
    var writer = ByteWriter { bytes in
      var rest = bytes
      while !rest.isEmpty {
        let sent = Glibc.send(
          file, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
        guard sent > 0 else { return }
        rest = UnsafeRawBufferPointer(rebasing: rest[sent...])
      }
    }
    writer.value(order)
    writer.flush()
  }

  /// Waits for bytes of an answer.
  ///
  /// - Returns: how many came; 0 where no more will.
  static func receive(
    _ file: Int32, into buffer: UnsafeMutableRawBufferPointer, until end: ContinuousClock.Instant
  ) throws(WireFault) -> Int {
    while true {
      let left = ContinuousClock.now.duration(to: end).components.seconds
      guard left >= 0 else { throw .late }
      var wanted = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
      let ready = poll(&wanted, 1, Int32(clamping: (left + 1) * 1_000))
      if ready == 0 || (ready < 0 && errno == EINTR) { continue }
      let count = read(file, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .truncated }
      return count
    }
  }

  /// Reads answers one after the other, as the body asks for them.
  func answers<Result>(
    _ body: (inout ByteReader, Deadline) -> Result
  ) -> Result {
    let deadline = Deadline()
    let file = answers
    var reader = ByteReader { (buffer) throws(WireFault) in
      try Self.receive(file, into: buffer, until: deadline.instant)
    }
    return body(&reader, deadline)
  }

  /// How the process ended, once its answers stop too early.
  consuming func fault(_ limits: ReaderLimits, of program: String) -> ReaderFault {
    var status: Int32 = 0
    // One that keeps running without a voice is not waited for.
    var patience = 100
    while waitpid(process, &status, WNOHANG) == 0 {
      patience -= 1
      if patience == 0 { kill(process, SIGKILL) }
      usleep(20_000)
    }
    close(answers)
    discard self
    let signal = status & 0x7F
    guard signal == 0 else {
      return signal == SIGXCPU
        ? .late(seconds: limits.processorSeconds) : .crashed(signal: Int(signal))
    }
    switch (status >> 8) & 0xFF {
    case 0: return .malformed
    case ChildEnd.outOfMemory: return .outOfMemory(limit: limits.memory)
    case ChildEnd.otherEdition: return .foreign(program)
    case let code: return .ended(code: Int(code))
    }
  }
}

/// Why a process did not begin.
struct StartFault: Error {
  /// Whether there is no such program.
  let isMissing: Bool
  let reason: String
}

/// When an answer must have come.
final class Deadline {
  var instant = ContinuousClock.now
}
