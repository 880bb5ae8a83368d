internal import Diagnostics
internal import FoundationEssentials
internal import Glibc
internal import SourceFiles

/// Puts new files in the place of former ones within a folder that cannot be exchanged as a whole: a
/// mount point, a layer of an image, a folder that holds other folders.
///
/// All that it needs stands in `.gongkai` in the folder: the new files complete in `new`, the former
/// ones as they make room in `old`. Before the first file changes places a journal says which they
/// are; from then on the next run completes what was interrupted. Without a journal nothing has been
/// touched. What fails is undone, and a journal of another name says so, should that be interrupted.
struct InPlaceExchange {
  /// The folder that readers see.
  let target: URL
  let disk: Disk

  /// The name of the folder of work.
  static let workName = ".gongkai"
  var work: URL { target.appendingPathComponent(Self.workName) }
  /// Where the new files are complete.
  var new: URL { work.appendingPathComponent("new") }
  private var old: URL { work.appendingPathComponent("old") }
  private var journal: URL { work.appendingPathComponent("journal") }
  private var undoing: URL { work.appendingPathComponent("undo") }

  /// Which files change places, by their names in the folder.
  private struct Journal: Codable {
    /// The new ones in the order in which they are put in place.
    let new: [String]
    /// All former ones of ours; those that are not among the new ones go.
    let former: [String]

    /// Whether each name is one of a file in the folder itself: whoever sends a folder may have
    /// written the journal.
    var isSafe: Bool { (new + former).allSatisfy(isFileName) }
  }

  /// Puts the files of a folder in place, the last one last of all.
  ///
  /// - Parameters:
  ///   - names: the files in the order in which they are put in place.
  ///   - former: the files of ours that stand in the target.
  /// - Throws: why it could not be done; the target is as it was then.
  func run(_ names: [String], from staging: URL, former: Set<String>) throws(SystemReason) {
    do throws(SystemReason) {
      try begin(names, from: staging, former: former)
    } catch {
      // The folder is whole already where only the rest of the work is left to clear away.
      guard !isDone else { return }
      try? undo()
      throw error
    }
  }

  private func begin(
    _ names: [String], from staging: URL, former: Set<String>
  ) throws(SystemReason) {
    try gather(names, from: staging)
    let plan = Journal(new: names, former: former.filter(isFileName).sorted())
    // Names are texts, which can always be written down.
    guard let data = try? JSONEncoder().encode(plan) else { throw SystemReason(EINVAL) }
    try disk.write(data, to: journal)
    disk.settle(work)
    try complete(plan)
  }

  /// Completes what an interrupted run has begun, or takes away what it has left.
  ///
  /// - Throws: ``MachineFault`` where that cannot be done; a later run may.
  func recover() throws(MachineFault) {
    guard disk.exists(work) else { return }
    guard isOurs else { throw .foreignFile(work.path) }
    do throws(SystemReason) {
      if disk.exists(undoing) {
        try undo()
      } else if let plan = plan(journal) {
        try complete(plan)
      } else {
        try disk.remove(work)
      }
    } catch {
      throw .unfinished(target.path, error)
    }
  }

  /// Whether the folder of work holds nothing but what a run of ours puts there.
  private var isOurs: Bool {
    guard let listing = try? FolderListing(work) else { return false }
    let known = [new, old, journal, undoing].map(\.lastPathComponent)
    return listing.foreign.isEmpty
      && listing.names.allSatisfy { known.contains($0) || $0.hasPrefix(temporaryPrefix) }
      && [journal, undoing].allSatisfy { !disk.exists($0) || plan($0) != nil }
  }

  /// A journal; nil where there is none of ours.
  private func plan(_ url: URL) -> Journal? {
    guard let data = try? Data(contentsOf: url),
      let plan = try? JSONDecoder().decode(Journal.self, from: data), plan.isSafe
    else { return nil }
    return plan
  }

  /// Whether all is in place, and only the rest of the work is left to clear away.
  private var isDone: Bool { !disk.exists(journal) && !disk.exists(undoing) && disk.exists(old) }
}

// MARK: - Steps

extension InPlaceExchange {
  /// Brings the new files into the folder, on its own disk.
  private func gather(_ names: [String], from staging: URL) throws(SystemReason) {
    if staging.path != new.path {
      if !disk.exists(work) { try disk.makeFolder(work) }
      if !disk.exists(new) { try disk.makeFolder(new) }
      for name in names {
        let (made, copy) = (
          staging.appendingPathComponent(name), new.appendingPathComponent(name)
        )
        do {
          try disk.move(made, to: copy)
        } catch {
          try disk.copy(made, to: copy)
        }
      }
    }
    for name in names { disk.settle(new.appendingPathComponent(name)) }
    disk.settle(new)
  }

  /// Goes through the journal; whatever has been done before is passed over.
  private func complete(_ plan: Journal) throws(SystemReason) {
    if !disk.exists(old) { try disk.makeFolder(old) }
    for name in plan.new.dropLast() { try place(name, plan) }
    for name in plan.former where !plan.new.contains(name) {
      let (there, kept) = (target.appendingPathComponent(name), old.appendingPathComponent(name))
      // With one kept already, what is there now is somebody else's.
      if disk.exists(there), !disk.exists(kept) { try disk.move(there, to: kept) }
    }
    if let last = plan.new.last { try place(last, plan) }
    disk.settle(target)
    try disk.remove(journal)
    try? disk.remove(work)
  }

  private func place(_ name: String, _ plan: Journal) throws(SystemReason) {
    let (made, there, kept) = places(name)
    guard disk.exists(made) else { return }
    if disk.exists(there) {
      if disk.exists(kept) {
        guard disk.areSame(there, kept) else { throw SystemReason(EEXIST) }
      } else {
        guard plan.former.contains(name) else { throw SystemReason(EEXIST) }
        // With a second name the former file stands until the new one takes its place.
        do { try disk.link(there, to: kept) } catch { try disk.move(there, to: kept) }
      }
    }
    try disk.move(made, to: there)
  }

  /// Gives every former file its place again.
  private func undo() throws(SystemReason) {
    if !disk.exists(undoing), disk.exists(journal) { try disk.move(journal, to: undoing) }
    guard let plan = plan(undoing) else { return try disk.remove(work) }
    for name in plan.new {
      let (made, there, kept) = places(name)
      if disk.exists(kept) {
        try disk.move(kept, to: there)
      } else if !plan.former.contains(name), !disk.exists(made), disk.exists(there) {
        try disk.move(there, to: made)
      }
    }
    for name in plan.former where !plan.new.contains(name) {
      let (_, there, kept) = places(name)
      if disk.exists(kept), !disk.exists(there) { try disk.move(kept, to: there) }
    }
    try disk.remove(undoing)
    try disk.remove(work)
  }

  private func places(_ name: String) -> (made: URL, there: URL, kept: URL) {
    (
      new.appendingPathComponent(name), target.appendingPathComponent(name),
      old.appendingPathComponent(name)
    )
  }
}

/// Whether a name is one of a file in a folder, and leads to no other.
func isFileName(_ name: String) -> Bool {
  !name.isEmpty && name != "." && name != ".." && !name.utf8.contains { $0 == 0x2F || $0 == 0 }
}
