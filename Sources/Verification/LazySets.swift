internal import Diagnostics
internal import Layouts
internal import Recognition
internal import Synchronization

/// The layout sets of a library, read when they are asked for first: two PDFs at `content` need none.
final class LazySets: Sendable {
  private let library: LayoutLibrary
  private let state = Mutex(State())

  /// What was found out of the library, each once.
  private struct State {
    var official: [String]?
    var accounts: Set<TextMark>?
    var sets: [String: LayoutSet?] = [:]
    var texts: [String: Set<TextMark>?] = [:]
  }

  init(_ library: LayoutLibrary) { self.library = library }

  /// What sets without faults tell of files that belong together: those whose official forms have been
  /// seen, and where one of the files is none of theirs, those that are assumed as well.
  ///
  /// Where one official set is the likeliest by far, and finds nothing amiss, no other is read.
  func guessed(_ group: FileTables, telling extent: RecognitionExtent) -> [RecognisedFile] {
    let likely = likeliest(for: group)
    if let likely {
      let files = recognise(group, among: sets([likely]), telling: extent)
      if files.allSatisfy(\.isWhole) { return files }
    }
    return triedAll(group, first: likely, telling: extent)
  }

  /// The same, each of the sets tried; where several find as many figures, the likeliest has them.
  private func triedAll(
    _ group: FileTables, first likely: String?, telling extent: RecognitionExtent
  ) -> [RecognisedFile] {
    let official = official
    let order = [likely].compactMap(\.self) + official.filter { $0 != likely }
    let files = recognise(group, among: sets(order), telling: extent)
    guard files.contains(where: \.figures.isEmpty) else { return files }
    let assumed = library.names.filter { !official.contains($0) }
    guard !assumed.isEmpty else { return files }
    return zip(files, recognise(group, among: sets(assumed), telling: extent)).map {
      first, second in
      first.figures.count >= second.figures.count ? first : second
    }
  }

  /// What all sets tell of the files.
  func guessedOfAll(_ group: FileTables, telling extent: RecognitionExtent) -> [RecognisedFile] {
    triedAll(group, first: likeliest(for: group), telling: extent)
  }

  /// The names of the sets that have been read, sorted.
  var read: [String] { state.withLock { $0.sets.keys.sorted() } }

  /// The set that knows all texts of some files that any other one knows, and more; nil where there is
  /// none, because they are of several issuers, or nothing in them tells the sets apart.
  ///
  /// To read and try a set takes a hundred times as long as to see which texts its files have.
  private func likeliest(for group: FileTables) -> String? {
    let names = official
    guard names.count > 1 else { return nil }
    let texts = group.texts.subtracting(accounts)
    let known = names.compactMap { name in
      self.texts(of: name).map { (name: name, texts: texts.intersection($0)) }
    }
    guard known.count == names.count,
      let most = known.max(by: { $0.texts.count < $1.texts.count }),
      known.allSatisfy({ $0.name == most.name || $0.texts.isStrictSubset(of: most.texts) })
    else { return nil }
    return most.name
  }

  private var accounts: Set<TextMark> {
    state.withLock { state in
      let texts = state.accounts ?? library.accountTexts
      state.accounts = texts
      return texts
    }
  }

  private var official: [String] {
    state.withLock { state in
      let names = state.official ?? library.officialNames
      state.official = names
      return names
    }
  }

  /// The texts in the files of a set; nil where they cannot be told.
  private func texts(of name: String) -> Set<TextMark>? {
    state.withLock { state in
      if let texts = state.texts[name] { return texts }
      let texts = library.looseTexts(of: name)
      state.texts[name] = .some(texts)
      return texts
    }
  }

  private func sets(_ names: [String]) -> [LayoutSet] {
    state.withLock { state in
      names.compactMap { name in
        if let set = state.sets[name] { return set }
        let set = library.load(name, extent: .evaluations).value
        state.sets[name] = .some(set)
        return set
      }
    }
  }
}

extension RecognisedFile {
  /// Whether it has figures, and nothing in it was left unread or is otherwise than in the set.
  fileprivate var isWhole: Bool { !figures.isEmpty && findings.isEmpty && unread.isEmpty }
}
