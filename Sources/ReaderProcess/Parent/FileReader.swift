public import Diagnostics
internal import FoundationEssentials
internal import Readings

/// Reads files in a process of its own, for strangers' files and libraries written in C may take all
/// memory, all time, or the process down with them.
///
/// Files that are read in one go share a process; where one of them ends it, another goes on with
/// the rest.
public struct FileReader: Sendable {
  /// The executable that becomes the process that reads workbooks and texts, by calling
  /// ``ReaderChild/run()``; the one that reads PDFs stands beside it.
  private let program: String
  private let limits: ReaderLimits

  /// A reader.
  ///
  /// - Parameters:
  ///   - program: an executable that calls ``ReaderChild/run()`` for ``ReaderChild/argument``; by
  ///     default the one that runs.
  ///   - limits: nil for those of the project.
  public init(program: String? = nil, limits: ReaderLimits? = nil) {
    self.program = program ?? Self.ownProgram
    self.limits = limits ?? ReaderTrial.limits
  }

  /// The executable that runs, by its path: who counts instructions follows no link of the kernel's.
  private static var ownProgram: String {
    let link = "/proc/self/exe"
    let path = (try? FileManager.default.destinationOfSymbolicLink(atPath: link)) ?? link
    // One that was replaced meanwhile has no path any more, and can be started all the same.
    return FileManager.default.isExecutableFile(atPath: path) ? path : link
  }

  /// Reads files.
  ///
  /// - Returns: for each request what the file holds, or the findings that say why nothing came of
  ///   it: those of its reader, or `C080` to `C086` where the process ended without an answer.
  public func read(_ requests: [ReadingRequest]) -> [Loaded<FileReading>] {
    var results: [Loaded<FileReading>?] = requests.map { $0.staysHere ? readHere($0) : nil }
    for program in ReaderProgram.allCases {
      var open = requests.indices.filter {
        results[$0] == nil && requests[$0].program == program
      }
      while !open.isEmpty {
        let answers = answers(to: open.map { requests[$0] }, of: path(of: program))
        for (index, answer) in zip(open, answers) { results[index] = answer }
        open.removeFirst(answers.count)
      }
    }
    return results.compactMap(\.self)
  }

  private func path(of program: ReaderProgram) -> String {
    switch program {
    case .files: self.program
    case .pdf:
      URL(fileURLWithPath: self.program).deletingLastPathComponent()
        .appendingPathComponent("gongkai-pdf").path
    }
  }

  /// Reads one file.
  public func read(_ request: ReadingRequest) -> Loaded<FileReading> {
    read([request]).first ?? Loaded(nil, [])
  }

  /// The answers of one process: to all requests, or up to the one that ended it.
  private func answers(
    to requests: [ReadingRequest], of program: String
  ) -> [Loaded<FileReading>] {
    let reader: RunningReader
    do throws(StartFault) {
      reader = try RunningReader(
        program, order: ReadingOrder(limits: limits, requests: requests))
    } catch {
      return requests.map {
        failed($0, error.isMissing ? .missing(program) : .notStarted(error.reason))
      }
    }
    var answers: [Loaded<FileReading>] = []
    let fault = reader.answers { (reader, deadline) -> WireFault? in
      do throws(WireFault) {
        for _ in requests {
          deadline.instant = .now + .seconds(limits.seconds)
          answers.append(try reader.answer())
        }
        return nil
      } catch {
        return error
      }
    }
    guard let fault else { return answers }
    let request = requests[answers.count]
    switch fault {
    case .truncated: answers.append(failed(request, reader.fault(limits, of: program)))
    case .malformed: answers.append(failed(request, .malformed))
    case .late: answers.append(failed(request, .late(seconds: limits.seconds)))
    }
    return answers
  }

  private func failed(_ request: ReadingRequest, _ fault: ReaderFault) -> Loaded<FileReading> {
    Loaded(nil, [fault.finding(at: SourcePlace(file: request.name))])
  }
}
