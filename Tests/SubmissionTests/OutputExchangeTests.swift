import Diagnostics
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Submission

/// What becomes of an output folder when the disk refuses, or the run is killed, at any step.
@Suite("The exchange of the output folder") struct OutputExchangeTests {
  /// A disk on which changes fail: those of some kinds always, and others from a count on.
  private final class Failing: Sendable {
    private let count = Mutex(0)
    let never: [Disk.Change: Int32]
    let first: Int
    let last: Int

    /// - Parameters:
    ///   - never: changes that this disk does not make, with its error number.
    ///   - steps: the changes that fail besides, counted from 0.
    init(never: [Disk.Change: Int32] = [:], steps: Range<Int> = 0..<0) {
      self.never = never
      (first, last) = (steps.lowerBound, steps.upperBound)
    }

    var steps: Int { count.withLock { $0 } }

    var disk: Disk {
      Disk { [self] change in
        if let number = never[change] { return number }
        let step = count.withLock { value in
          value += 1
          return value - 1
        }
        return step >= first && step < last ? EIO : nil
      }
    }
  }

  private static let names = ["表.xlsx", "figures.csv", "manifest.json"]
  /// An earlier build made one file more; a stranger put two things beside.
  private static let before = [
    "表.xlsx": "旧表", "自评.xlsx": "旧自评", "figures.csv": "旧数", "manifest.json": "旧单",
    "批注.txt": "别人的",
  ]
  private static let after = [
    "表.xlsx": "新表", "figures.csv": "新数", "manifest.json": "新单", "批注.txt": "别人的",
  ]
  private static let former: Set = ["表.xlsx", "自评.xlsx", "figures.csv", "manifest.json"]

  private func write(_ files: [String: String], to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
  }

  /// The visible files.
  private func contents(_ folder: URL) throws -> [String: String] {
    var result: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where !name.hasPrefix(".") {
      result[name] = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    return result
  }

  private func hidden(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix(".") }
  }

  /// Makes the new files and exchanges them, as a build does.
  private func exchange(_ out: URL, on disk: Disk) throws {
    let folder = try OutputFolder(target: out, disk: disk)
    for name in Self.names {
      try Data((Self.after[name] ?? "").utf8).write(to: folder.staging.appendingPathComponent(name))
    }
    do {
      try folder.commit(Self.names, former: Self.former)
    } catch {
      folder.discard()
      throw error
    }
  }

  /// Where whole folders are not exchanged: by file system, and across file systems.
  private static let disks: [[Disk.Change: Int32]] = [
    [.exchange: EINVAL], [.exchange: ENOSYS], [.exchange: EXDEV], [.exchange: EBUSY],
    [.exchange: EXDEV, .link: EPERM],
  ]

  @Test("file by file gives the same folder as at once", arguments: [[:]] + disks)
  func result(never: [Disk.Change: Int32]) throws {
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out")
      try write(Self.before, to: out)
      try exchange(out, on: Failing(never: never).disk)
      #expect(try contents(out) == Self.after)
      #expect(try hidden(out) == [] && hidden(folder) == [])
    }
  }

  @Test("killed at any step, the next run finds the former files or the new ones", arguments: disks)
  func killed(never: [Disk.Change: Int32]) throws {
    // A run that has been killed does nothing any more: from that step on all changes fail.
    for step in 0... {
      let isWhole = try withTemporaryFolder { folder in
        let out = folder.appendingPathComponent("out")
        try write(Self.before, to: out)
        let failing = Failing(never: never, steps: step..<Int.max)
        _ = try? exchange(out, on: failing.disk)
        let torn = try contents(out)
        if torn["manifest.json"] == "新单" { #expect(torn == Self.after, "step \(step)") }
        #expect(torn["批注.txt"] == "别人的")
        // The next run first puts right what it finds, and then goes its own way.
        _ = try OutputFolder(target: out)
        let found = try contents(out)
        #expect(found == Self.before || found == Self.after, "step \(step): \(torn) → \(found)")
        try exchange(out, on: Disk())
        #expect(try contents(out) == Self.after, "step \(step)")
        #expect(try hidden(out) == [] && hidden(folder) == [], "step \(step)")
        return failing.steps <= step
      }
      if isWhole {
        #expect(step > 10)
        return
      }
    }
  }

  @Test("what one step cannot do is undone", arguments: disks)
  func undone(never: [Disk.Change: Int32]) throws {
    for step in 0... {
      let isWhole = try withTemporaryFolder { folder in
        let out = folder.appendingPathComponent("out")
        try write(Self.before, to: out)
        let failing = Failing(never: never, steps: step..<(step + 1))
        let isDone = (try? exchange(out, on: failing.disk)) != nil
        #expect(try contents(out) == (isDone ? Self.after : Self.before), "step \(step)")
        try exchange(out, on: Disk())
        #expect(try contents(out) == Self.after && hidden(out) == [], "step \(step)")
        return failing.steps <= step
      }
      if isWhole { return }
    }
  }

  @Test("killed while undoing, the next run ends the undoing")
  func undoKilled() throws {
    for first in 0..<30 {
      for pause in 1..<8 {
        try withTemporaryFolder { folder in
          let out = folder.appendingPathComponent("out")
          try write(Self.before, to: out)
          // One step fails, some of the undoing works, and then the run is killed.
          let count = Mutex(0)
          let disk = Disk { change in
            if change == .exchange { return EXDEV }
            let step = count.withLock { value in
              value += 1
              return value - 1
            }
            return step == first || step > first + pause ? EIO : nil
          }
          _ = try? exchange(out, on: disk)
          _ = try OutputFolder(target: out)
          let found = try contents(out)
          #expect(found == Self.before || found == Self.after, "\(first) \(pause): \(found)")
        }
      }
    }
  }

  @Test("strangers' folders and names stay where they are, and theirs are never replaced")
  func strangers() throws {
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out")
      try write(Self.before, to: out)
      try write(["旧.txt": "2022"], to: out.appendingPathComponent("往年"))
      // A name of GBK, which Foundation cannot say.
      let made = try run("bash", ["-c", "touch $'\\xCA\\xD5.txt'"], in: out)
      #expect(made.status == 0)
      let inode =
        try FileManager.default.attributesOfItem(
          atPath: out.appendingPathComponent("往年").path)[.systemFileNumber] as? Int
      try exchange(out, on: Disk())
      let listed = try run("bash", ["-c", "printf '%q\\n' *; stat -c %i 往年; cat 往年/*"], in: out)
      #expect(listed.output.contains("$'\\312\\325.txt'"), "\(listed.output)")
      #expect(listed.output.contains("\(inode ?? 0)\n2022"), "\(listed.output)")
      // A folder where an earlier build had a file is a stranger's.
      try FileManager.default.removeItem(at: out.appendingPathComponent("表.xlsx"))
      try write(["我的.txt": "我"], to: out.appendingPathComponent("表.xlsx"))
      let fault = #expect(throws: MachineFault.self) { try exchange(out, on: Disk()) }
      #expect(fault?.wording.code == "X313")
      #expect(try hidden(out) == [])
    }
  }

  @Test("the folder keeps its permissions")
  func permissions() throws {
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out")
      try write(Self.before, to: out)
      #expect(chmod(out.path, 0o2770) == 0)
      try exchange(out, on: Disk())
      var status = stat()
      #expect(stat(out.path, &status) == 0 && status.st_mode & 0o7777 == 0o2770)
    }
  }

  @Test("a journal that leads out of the folder is none of ours")
  func hostileJournal() throws {
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out")
      try write(Self.before, to: out)
      try write(["victim": "mine"], to: folder)
      let work = out.appendingPathComponent(".gongkai")
      try write(["journal": #"{"new":["a"],"former":["../victim"]}"#], to: work)
      let fault = #expect(throws: MachineFault.self) { try OutputFolder(target: out) }
      #expect(fault?.wording.code == "X313")
      let victim = folder.appendingPathComponent("victim")
      #expect(try String(contentsOf: victim, encoding: .utf8) == "mine")
    }
  }

  @Test("two runs never write one folder")
  func heldByAnother() throws {
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out")
      let first = try OutputFolder(target: out)
      let fault = #expect(throws: MachineFault.self) { try OutputFolder(target: out) }
      #expect(fault?.wording.code == "X311")
      first.discard()
    }
  }
}
