internal import FoundationEssentials
internal import Glibc

/// Mishaps that tests ask for; no release has them.
///
/// The variable `GONGKAI_READER_TRIAL` names the kind and the file that it is to happen to:
/// `crash:a.pdf`.
enum ReaderTrial {
  static func happen(to request: ReadingRequest, answers: Int32) {
    #if DEBUG
      guard let wish = ProcessInfo.processInfo.environment["GONGKAI_READER_TRIAL"] else { return }
      let parts = wish.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2, request.url.lastPathComponent == parts[1] else { return }
      switch parts[0] {
      case "kill": kill(getpid(), SIGKILL)
      case "crash": raise(SIGSEGV)
      case "leave": exit(1)
      case "hang": sleep(3_600)
      case "spin": while getppid() != 0 {}
      case "hog": hog()
      case "babble":
        let text = Array("nonsense".utf8)
        _ = write(answers, text, text.count)
      default: break
      }
    #endif
  }

  /// The limits of the project; in tests those that `GONGKAI_READER_MEMORY` (MB) and
  /// `GONGKAI_READER_SECONDS` set.
  static var limits: ReaderLimits {
    var limits = ReaderLimits()
    #if DEBUG
      let environment = ProcessInfo.processInfo.environment
      if let memory = environment["GONGKAI_READER_MEMORY"].flatMap({ Int($0) }) {
        limits.memory = memory << 20
      }
      if let seconds = environment["GONGKAI_READER_SECONDS"].flatMap({ Int($0) }) {
        (limits.seconds, limits.processorSeconds) = (seconds, seconds)
      }
    #endif
    return limits
  }

  #if DEBUG
    /// Takes memory until there is none.
    private static func hog() {
      var pieces: [[UInt8]] = []
      while getppid() != 0 { pieces.append([UInt8](repeating: 1, count: 1 << 22)) }
      print(pieces.count)
    }
  #endif
}
