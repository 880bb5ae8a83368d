internal import Diagnostics
internal import FoundationEssentials
internal import SourceFiles

extension FontSet {
  /// Opens what the texts need; reports each fault once, at the first place it concerns.
  ///
  /// - Parameter radicals: the folder of the table of radicals.
  func check(_ demand: FontDemand, radicals folder: URL) -> [Finding] {
    var faults = FaultList()
    for role in roles.roles {
      for face in role.own.prefix(1) where face.url == nil {
        faults.add(.missingFile(face), at: nil)
      }
    }
    // A character is looked for once in a role, however often it occurs.
    var seen: [String: ScalarSet] = [:]
    // Asked for again where the next text is of another role only.
    var (role, known) = ("", ScalarSet())
    for text in demand.texts {
      if text.role != role {
        role = text.role
        known = seen[role] ?? ScalarSet()
        seen[role] = known
      }
      for scalar in text.text.unicodeScalars where known.insert(scalar) && scalar.isDrawn {
        do { _ = try face(for: scalar, role: role) } catch {
          faults.add(error, at: text.place)
        }
      }
    }
    let typed = demand.allPlaces(of: Set(faults.list.compactMap(\.fault.scalar)))
    return faults.list.map { fault, place in
      fault.located(at: place, typed: fault.scalar.flatMap { typed[$0] } ?? [])
    } + radicalFindings(demand, table: folder)
  }

  /// Warns of radicals in what people wrote, and in what is printed besides.
  private func radicalFindings(_ demand: FontDemand, table folder: URL) -> [Finding] {
    var radicals = Set<Unicode.Scalar>()
    var printed: [Unicode.Scalar: Place] = [:]
    for source in demand.sources {
      radicals.formUnion(source.text.unicodeScalars.lazy.filter(RadicalTable.mayHold))
    }
    for text in demand.texts {
      for scalar in text.text.unicodeScalars.lazy.filter(RadicalTable.mayHold) {
        radicals.insert(scalar)
        if printed[scalar] == nil { printed[scalar] = text.place }
      }
    }
    guard !radicals.isEmpty else { return [] }
    let table = RadicalTable.load(from: folder)
    guard let table = table.value else { return table.findings }
    let typed = demand.places(of: radicals)
    return radicals.sorted().compactMap { radical in
      guard let character = table.ordinary(radical) else { return nil }
      let places = typed[radical] ?? []
      return FontFileFault.radical(radical, meant: character, count: places.count)
        .finding(
          at: places.first.map { .source($0) } ?? printed[radical], related: places.others)
    }
  }
}

/// Characters by their numbers: a document's texts are long, and few of their characters are new.
private final class ScalarSet {
  private var words = [UInt64](repeating: 0, count: 0x11_0000 / 64)

  /// Adds a character; says whether it was new.
  func insert(_ scalar: Unicode.Scalar) -> Bool {
    let (word, bit) = (Int(scalar.value >> 6), UInt64(1) << UInt64(scalar.value & 63))
    guard words[word] & bit == 0 else { return false }
    words[word] |= bit
    return true
  }
}

/// Faults, each kind once, with the first place it concerns.
private struct FaultList {
  private(set) var list: [(fault: FontFault, place: Place?)] = []
  private var seen = Set<String>()

  mutating func add(_ fault: FontFault, at place: Place?) {
    if seen.insert(fault.key).inserted { list.append((fault, place)) }
  }
}
