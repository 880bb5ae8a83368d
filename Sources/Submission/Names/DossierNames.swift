public import Diagnostics
internal import Domain
internal import Dossiers
internal import FoundationEssentials
internal import Glibc
internal import Layouts

/// An account of a dossier in the chain of those above it.
public struct AccountLink: Hashable, Sendable {
  /// 类, 款 or 项.
  public let level: String
  /// The account's code.
  public let code: String
  /// What it is called; nil where nothing of the year names it.
  public let name: String?
  /// What a catalogue of another year calls it, in words; empty where there is a name, or none has one.
  public let hint: String
}

/// A name of a dossier's own that is not the one of a catalogue.
public struct DifferingName: Sendable {
  /// The line of the dossier's table, as `file:line`.
  public let place: String
  /// The chart of the account.
  public let chart: String
  /// The account's code.
  public let code: String
  /// What the dossier calls it.
  public let name: String
  /// What the catalogue calls it.
  public let usual: String
  /// Where the catalogue names it, with the year where it is another one's.
  public let source: String
}

/// What a dossier's names of accounts come to.
public struct NameReport: Sendable {
  /// Accounts without a name, each with those above it.
  public let chains: [[AccountLink]]
  /// The lines of accounts.csv that would name them.
  public let block: [String]
  /// The dossier's names that are none of the catalogues'.
  public let differing: [DifferingName]
  /// Everything else that was found in the dossier.
  public let findings: [Finding]
  /// The lines of the files that findings point to.
  public let lines: @Sendable (_ file: String) -> [String]?
  /// How it ended: a dossier that could not be read comes first, then names to be mended.
  public let outcome: Outcome
}

/// Looks over the names of a dossier's accounts: which are missing, and which are not a catalogue's.
public func checkNames(_ request: BuildRequest) -> NameReport {
  var log = WorkLog()
  var report: (chains: [[AccountLink]], block: [String], differing: [DifferingName]) = ([], [], [])
  var isRead = false
  _ = log.attempt { log in
    let (set, _, reading) = try read(request, log: &log)
    // These are told in full below.
    log.add(reading.findings.filter { !NameOrigins.toldCodes.contains($0.code) })
    guard let names = reading.names else { return }
    isRead = true
    let known = AllCatalogues(data: request.data, catalogues: request.order.catalogues)
    log.add(known.findings.filter { !log.findings.contains($0) })
    let finder = NameFinder(
      names: names.all, known: known, year: set.set.year,
      missing: Set(names.nameless.map { "\($0.chart.rawValue)\($0.code)" }))
    report = (
      finder.chains(of: names.nameless), names.nameless.map(\.line), finder.differing(names)
    )
  }
  let hasFaults = !report.block.isEmpty || !report.differing.isEmpty
  let outcome = log.findings.outcome(isEqual: isRead && !hasFaults)
  return NameReport(
    chains: report.chains, block: report.block, differing: report.differing,
    findings: log.findings, lines: log.lines, outcome: outcome)
}

/// Names that were written into a dossier's own table.
public struct PinnedNames: Sendable {
  /// The lines that were added; empty where there was nothing to do.
  public let lines: [String]
  /// The table that has them, by its name in the dossier.
  public let file: String
}

/// Copies names that are printed, and that neither the layout set nor the dossier has, into the
/// dossier's own table, so that it builds alike where nobody has brought those names in.
///
/// - Returns: what was added; or what stands in the way, and nothing was changed then.
public func pinNames(
  _ request: BuildRequest
) -> (pinned: Loaded<PinnedNames>, lines: @Sendable (_ file: String) -> [String]?) {
  var log = WorkLog()
  let pinned = log.attempt { log -> PinnedNames in
    let (_, rules, reading) = try read(request, log: &log)
    log.add(reading.findings)
    guard !reading.findings.hasErrors, let names = reading.names else { throw Halt() }
    let added = names.added.filter { !$0.isOwn }
    guard let table = accountsFile(of: reading.texts, adding: added, under: rules) else {
      throw MachineFault.file(NameOrigins.table, SystemReason(EILSEQ))
    }
    guard !added.isEmpty else { return PinnedNames(lines: [], file: table.file) }
    let url = request.order.dossier.appendingPathComponent(table.file)
    do throws(SystemReason) {
      try writeFile(Data(table.bytes), to: url)
    } catch {
      throw MachineFault.file(table.file, error)
    }
    return PinnedNames(
      lines: added.map { "\($0.chart.rawValue),\($0.code),\($0.name)（\($0.catalogue)）" },
      file: table.file)
  }
  return (Loaded(pinned, log.findings), log.lines)
}

/// Reads a dossier by its set; its findings are for the caller to tell.
private func read(
  _ request: BuildRequest, log: inout WorkLog
) throws -> (set: LoadedSet, rules: DossierRules, reading: DossierReading<FinalAccounts>) {
  let (set, texts) = try LoadedSet.load(for: request, log: &log)
  let catalogues = request.order.catalogues
  let rules = DossierRules(set.set, catalogues: catalogues)
  let reading = readDossier(request.order.source, under: rules, alreadyRead: texts)
  let lines = set.lines
  log.lines = { file in
    reading.lines(of: file) ?? catalogues?.lines(of: file) ?? lines(file)
  }
  return (set, rules, reading)
}

/// Puts codes beside what catalogues call them.
private struct NameFinder {
  let names: AccountNames
  let known: AllCatalogues
  let year: Int
  /// Chart and code of the accounts without a name.
  let missing: Set<String>

  /// Accounts without a name in their chains, one for each that none of the others stands below.
  func chains(of nameless: [NameOrigins.Missing]) -> [[AccountLink]] {
    nameless.filter { one in
      !nameless.contains {
        $0.chart == one.chart && $0.code != one.code && $0.code.hasPrefix(one.code)
      }
    }.map { account in
      account.chart.lineage(of: account.code).map { link($0, in: account.chart) }
    }
  }

  private func link(_ code: String, in chart: AccountChart) -> AccountLink {
    let isMissing = missing.contains("\(chart.rawValue)\(code)")
    let other = isMissing ? known.elsewhere(code, in: chart, than: year) : nil
    return AccountLink(
      level: chart.levelName(of: code), code: code,
      name: isMissing ? nil : names.name(of: code, in: chart) ?? "",
      hint: other.map { "\($0.year) 年度的 \($0.file) 写作“\($0.name)”" } ?? "")
  }

  /// The dossier's names that differ from those of the year's catalogues, or where these have none, of
  /// the nearest year's.
  func differing(_ origins: NameOrigins) -> [DifferingName] {
    origins.own.compactMap { own in
      let usual: (name: String, source: String)? =
        own.usual.map { ($0, own.source?.description ?? "") }
        ?? known.elsewhere(own.code, in: own.chart, than: year).map {
          ($0.name, "\($0.file)，\($0.year) 年度")
        }
      guard let usual, usual.name != own.name else { return nil }
      return DifferingName(
        place: own.place.lineDescription, chart: own.chart.rawValue, code: own.code,
        name: own.name, usual: usual.name, source: usual.source)
    }
  }
}
