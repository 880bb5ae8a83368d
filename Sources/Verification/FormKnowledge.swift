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
  /// One set is named by a build among the files; it is read once a form has to be known.
  case named(LazySet)
  /// Any of these may be; each file is held against all.
  case guess(LazySets)

  /// Finds the set: the one that is named; otherwise the one that a build of ours beside the files
  /// names; otherwise whichever of all sets knows a file's forms.
  ///
  /// - Parameters:
  ///   - name: the set that the user names; nil for none.
  ///   - places: the files or folders to compare.
  ///   - isLazy: whether the set that a build names is read only once it is needed.
  /// - Returns: the set; or findings for a set that does not exist or is faulty.
  static func find(
    named name: String?, near places: [URL], in library: LayoutLibrary, isLazy: Bool = false
  ) -> Loaded<FormKnowledge> {
    let named = name ?? setName(near: places, in: library)
    guard let named else {
      // A set that another issuer left half-written must not stand in the way here.
      return Loaded(.guess(LazySets(library)), [])
    }
    guard library.has(named) else {
      let fault = SidesFault.unknownSet(named, known: library.names)
      return Loaded(nil, [fault.finding(at: nil)])
    }
    // Whoever names a set is told what is wrong with it; a build names its own every time.
    guard name != nil || !isLazy else { return Loaded(.named(LazySet(named, in: library)), []) }
    return library.load(named, extent: .evaluations).map(FormKnowledge.set)
  }

  /// What was found in the set when it had to be read.
  var findings: [Finding] { if case .named(let set) = self { set.findings } else { [] } }

  /// How files are recognised by it.
  var recognition: FigureRecognition {
    switch self {
    case .set(let set):
      FigureRecognition(
        details: [.grids], workbooks: { recognise(workbooks: $0, by: set, telling: $1) },
        pdfs: { recognise(pdfs: $0, by: set, telling: $1) })
    case .named(let set):
      FigureRecognition(
        details: [.grids],
        workbooks: { books, extent in
          set.value.map { recognise(workbooks: books, by: $0, telling: extent) }
            ?? books.map { _ in .none }
        },
        pdfs: { documents, extent in
          set.value.map { recognise(pdfs: documents, by: $0, telling: extent) }
            ?? documents.map { _ in .none }
        })
    case .guess(let sets):
      FigureRecognition(
        details: [.grids],
        workbooks: { sets.guessed(FileTables(of: $0), telling: $1) },
        pdfs: { sets.guessed(FileTables(of: $0), telling: $1) })
    }
  }

  /// The set of the library that a manifest in one of some folders, or beside one of some files, names.
  static func setName(near places: [URL], in library: LayoutLibrary) -> String? {
    places.lazy.compactMap(setName).first { library.has($0) }
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

extension RecognisedFile {
  /// Nothing, for want of a set.
  fileprivate static var none: RecognisedFile {
    RecognisedFile(book: FigureBook([]), findings: [])
  }
}

/// A layout set of a library, read when it is asked for first.
final class LazySet: Sendable {
  private let name: String
  private let library: LayoutLibrary
  private let loaded = Mutex<Loaded<LayoutSet>?>(nil)

  init(_ name: String, in library: LayoutLibrary) { (self.name, self.library) = (name, library) }

  /// The set; nil for one with faults.
  var value: LayoutSet? {
    loaded.withLock { loaded in
      let set = loaded ?? library.load(name, extent: .evaluations)
      loaded = set
      return set.findings.hasErrors ? nil : set.value
    }
  }

  /// What was found in the set; nothing as long as it was not read.
  var findings: [Finding] { loaded.withLock { $0?.findings ?? [] } }
}
