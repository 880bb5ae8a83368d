internal import Comparison
internal import Diagnostics
internal import Figures
internal import FoundationEssentials
internal import Layouts
internal import Readings
internal import Recognition
internal import Submission
internal import Synchronization

/// By which layout set the forms of compared files are recognised.
enum FormKnowledge {
  /// One set is known to be theirs.
  case set(LayoutSet)
  /// Any of these may be; each file is held against all.
  case guess(LazySets)

  /// Finds the set: the one that is named; otherwise the one that a build of ours beside the files
  /// names; otherwise whichever of all sets knows a file's forms.
  ///
  /// - Parameters:
  ///   - name: the set that the user names; nil for none.
  ///   - places: the files or folders to compare.
  /// - Returns: the set; or findings for a set that does not exist or is faulty.
  static func find(
    named name: String?, near places: [URL], in library: LayoutLibrary
  ) -> Loaded<FormKnowledge> {
    let named = name ?? places.lazy.compactMap(setName).first { library.names.contains($0) }
    guard let named else {
      // A set that another issuer left half-written must not stand in the way here.
      return Loaded(.guess(LazySets(library)), [])
    }
    guard library.names.contains(named) else {
      let fault = SidesFault.unknownSet(named, known: library.names)
      return Loaded(nil, [fault.finding(at: nil)])
    }
    return library.load(named, extent: .evaluations).map(FormKnowledge.set)
  }

  /// How files are recognised by it.
  var recognition: FigureRecognition {
    switch self {
    case .set(let set):
      FigureRecognition(
        details: [.grids], workbook: { recognise(workbook: $0, by: set) },
        pdf: { recognise(pdf: $0, by: set, withUnread: $1) })
    case .guess(let sets):
      FigureRecognition(
        details: [.grids],
        workbook: { recognise($0.tables, in: $0.file, among: sets.all) },
        pdf: { recognise(pdf: $0, among: sets.all, withUnread: $1) })
    }
  }

  /// The set that the manifest in a folder, or beside a file, names.
  private static func setName(near place: URL) -> String? {
    struct Origin: Decodable { let layoutSet: String }
    let folders = [place, place.deletingLastPathComponent()]
    return folders.lazy.compactMap { folder in
      let url = folder.appendingPathComponent(BuildSummary.manifestFile)
      guard let data = try? Data(contentsOf: url) else { return nil }
      return try? JSONDecoder().decode(Origin.self, from: data).layoutSet
    }.first
  }
}

/// The layout sets of a library, read when they are asked for first: two PDFs at `content` need none.
final class LazySets: Sendable {
  private let library: LayoutLibrary
  private let loaded = Mutex<[LayoutSet]?>(nil)

  init(_ library: LayoutLibrary) { self.library = library }

  /// All sets without faults.
  var all: [LayoutSet] {
    loaded.withLock { loaded in
      if let loaded { return loaded }
      let sets = library.names.compactMap { library.load($0, extent: .evaluations).value }
      loaded = sets
      return sets
    }
  }
}
