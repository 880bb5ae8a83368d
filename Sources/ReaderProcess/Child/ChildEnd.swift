internal import Glibc

/// How a reading process ends when it cannot go on.
enum ChildEnd {
  /// The exit code of a process that ran out of its memory.
  static let outOfMemory: Int32 = 75
  /// That of one whose requests make no sense, or whose answers nobody takes.
  static let badRequest: Int32 = 76
  /// That of one that was not installed together with the program that asks.
  static let otherEdition: Int32 = 77

  /// Limits the memory of this process, and has it say so where that is what it dies of: libraries
  /// and Swift itself just stop when there is no memory left.
  static func watch(memory: Int) {
    probe.initialize(to: memory / 4)
    // A stack that may not grow is one way to run out of memory, so the handler has one of its own.
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: stackSize, alignment: 16)
    stack.ss_size = stackSize
    sigaltstack(&stack, nil)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handle
    action.sa_flags = SA_ONSTACK
    for number in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT] { sigaction(number, &action, nil) }
    // poppler ends the process by itself where it gets no memory.
    atexit { if ChildEnd.lacksMemory { _exit(ChildEnd.outOfMemory) } }
    var limit = rlimit(rlim_cur: rlim_t(memory), rlim_max: rlim_t(memory))
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
  }

  private static let stackSize = 1 << 16

  /// Whether a quarter of the memory cannot be had any more.
  ///
  /// Safe in a handler of signals.
  private static var lacksMemory: Bool {
    let size = probe.pointee
    let pages = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let pages, pages != MAP_FAILED else { return true }
    munmap(pages, size)
    return false
  }

  private static let handle: @convention(c) (Int32) -> Void = { number in
    if lacksMemory { _exit(outOfMemory) }
    signal(number, SIG_DFL)
    raise(number)
  }

  /// Written once, before anything can read it.
  private nonisolated(unsafe) static let probe = UnsafeMutablePointer<Int>.allocate(capacity: 1)
}
