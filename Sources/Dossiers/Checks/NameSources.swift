internal import Diagnostics
internal import Domain
internal import Layouts

/// The lists that name accounts: the dossier's own goes first, then the layout set's catalogue, then
/// those that people have brought in.
struct NameSources {
  /// The names of the layout set's catalogues.
  let shipped: AccountNames
  /// Those of the year that people have brought in.
  let brought: AccountNames
  /// Those of the dossier's own table.
  var own = AccountNames()

  init(shipped: AccountNames, brought: AccountNames) {
    self.shipped = shipped
    self.brought = brought
  }

  /// All names together, each code's by the first list that has it.
  var all: AccountNames { own.filled(by: shipped).filled(by: brought) }

  /// What a catalogue calls an account, whatever the dossier does; nil where none has it.
  func usual(
    _ code: String, in chart: AccountChart
  ) -> (name: String, isBrought: Bool, place: SourcePlace?)? {
    if let name = shipped.name(of: code, in: chart) {
      return (name, false, shipped.place(of: code, in: chart))
    }
    return brought.name(of: code, in: chart).map { ($0, true, brought.place(of: code, in: chart)) }
  }

  /// The names of accounts that are not those of the layout set, with what names them, in the order of
  /// chart and code.
  func added(among printed: [AccountChart: Set<String>]) -> [NameOrigins.Added] {
    let names = all
    return AccountChart.allCases.flatMap { chart in
      (printed[chart] ?? []).sorted().compactMap { code -> NameOrigins.Added? in
        guard let name = names.name(of: code, in: chart), name != shipped.name(of: code, in: chart),
          let place = names.place(of: code, in: chart)
        else { return nil }
        return NameOrigins.Added(
          chart: chart, code: code, name: name, catalogue: place.file,
          isOwn: own.name(of: code, in: chart) != nil)
      }
    }
  }

  /// The names of the dossier's own table beside those of the catalogues.
  var compared: [NameOrigins.Own] {
    AccountChart.allCases.flatMap { chart in
      own.codes(of: chart).compactMap { code -> NameOrigins.Own? in
        guard let name = own.name(of: code, in: chart), let place = own.place(of: code, in: chart)
        else { return nil }
        let usual = usual(code, in: chart)
        return NameOrigins.Own(
          chart: chart, code: code, name: name, place: place, usual: usual?.name,
          source: usual?.place)
      }
    }
  }

  /// The accounts that two catalogues name differently, and the dossier not at all.
  ///
  /// Names that differ in nothing but the width of brackets are the same.
  func undecided(among printed: [AccountChart: Set<String>]) -> [UndecidedName] {
    AccountChart.allCases.flatMap { chart in
      (printed[chart] ?? []).sorted().compactMap { code -> UndecidedName? in
        guard own.name(of: code, in: chart) == nil,
          let first = shipped.name(of: code, in: chart),
          let second = brought.name(of: code, in: chart), !areSameName(first, second),
          let place = brought.place(of: code, in: chart)
        else { return nil }
        let other = shipped.place(of: code, in: chart) ?? place
        return UndecidedName(
          chart: chart, code: code, shipped: (first, other), brought: (second, place))
      }
    }
  }
}

/// An account that two catalogues name differently.
struct UndecidedName {
  let chart: AccountChart
  let code: String
  let shipped: (name: String, place: SourcePlace)
  let brought: (name: String, place: SourcePlace)
}
