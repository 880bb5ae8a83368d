public import Diagnostics
internal import Glibc
internal import Readings
internal import WorkbookReader

/// The process that reads: takes its requests from standard input, limits itself, and answers on
/// standard output.
public enum ReaderChild {
  /// The argument with which an executable is to call ``run()``, or that of a reader of its own, and
  /// do nothing else.
  public static let argument = "--read-files-for-parent"

  /// Reads workbooks and texts that are asked for, and ends.
  public static func run() -> Never { run { readHere($0, cells: $1) } }

  /// Reads what is asked for as a program of its own does it, and ends.
  ///
  /// - Parameter reading: what a file holds; nil for a request that is not for this program.
  public static func run(_ reading: (ReadingRequest) -> Loaded<FileReading>?) -> Never {
    run { request, _ in reading(request) }
  }

  private static func run(
    reading: (ReadingRequest, CellOutlet) -> Loaded<FileReading>?
  ) -> Never {
    // Whatever a library prints must not come among the answers.
    let answers = dup(STDOUT_FILENO)
    dup2(STDERR_FILENO, STDOUT_FILENO)
    guard answers >= 0, let order = order() else { _exit(ChildEnd.badRequest) }
    guard order.edition == ReadingOrder.edition else { _exit(ChildEnd.otherEdition) }
    ChildEnd.watch(memory: order.limits.memory)
    var writer = ByteWriter { write($0, to: answers) }
    for request in order.requests {
      allow(seconds: order.limits.processorSeconds)
      ReaderTrial.happen(to: request, answers: answers)
      let outlet = CellOutlet()
      let answer = withUnsafeMutablePointer(to: &writer) { writer in
        outlet.writer = writer
        return reading(request, outlet)
      }
      guard let answer else { _exit(ChildEnd.badRequest) }
      writer.answer(answer)
      writer.flush()
    }
    // What is left in memory need not be given back piece by piece.
    _exit(0)
  }

  private static func order() -> ReadingOrder? {
    var reader = ByteReader { (buffer) throws(WireFault) in
      let count = read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      guard count >= 0 else { throw .truncated }
      return count
    }
    return try? reader.value(ReadingOrder.self)
  }

  /// Lets the next file take so many more seconds of the processor.
  private static func allow(seconds: Int) {
    var usage = rusage()
    guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return }
    let used = Int(usage.ru_utime.tv_sec) + Int(usage.ru_stime.tv_sec)
    var limit = rlimit()
    limit.rlim_cur = rlim_t(used + 1 + seconds)
    limit.rlim_max = rlim_t.max
    setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) {
    var rest = bytes
    while !rest.isEmpty {
      let written = Glibc.write(file, rest.baseAddress, rest.count)
      // Nobody is left to read the answer.
      guard written > 0 else { _exit(ChildEnd.badRequest) }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
  }
}

/// Sends the cells of a workbook as they are read.
private final class CellOutlet: CellTaker {
  var writer: UnsafeMutablePointer<ByteWriter>?

  func take(_ cells: [CellReading], ofSheet sheet: Int) {
    writer?.pointee.part(cells, ofSheet: sheet)
  }

  func startAfresh() { writer?.pointee.byte(AnswerPart.afresh.rawValue) }
}
