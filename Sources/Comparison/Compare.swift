internal import Diagnostics
internal import Readings

/// Holds two files, or two folders, against each other: the one entry of this module.
///
/// Files of a folder are matched by their names; `manifest.json`, which every build writes anew, is
/// passed over. Two files of one kind are compared at the level asked for, files of two kinds by
/// their figures. Every difference is reported once, at the first level that sees it.
///
/// - Parameters:
///   - left: the older side, or the reference; its order is the order of the report.
///   - level: nil for ``ComparisonLevel/standard``, and ``ComparisonLevel/figures`` between files of
///     different kinds.
///   - rules: which differences do not count.
/// - Returns: the report. Errors among its findings (`C105` to `C107`, `C115`, `C119`, `C120`) say
///   what could not be compared; the command ends with 2 for them, with 1 for differences, with 0 for
///   neither. What was not compared is never equal.
public func compare(
  _ left: ComparisonInput, _ right: ComparisonInput, level: ComparisonLevel? = nil,
  rules: ComparisonRules = .none
) -> ComparisonReport {
  var run = ComparisonRun(level: level, log: DifferenceLog(rules: rules))
  switch (left.content, right.content) {
  case (.file(let file), .file(let other)): run.compare(file, other, isAlone: true)
  case (.folder(let files), .folder(let others)): run.compare(folder: files, others)
  case (.file, .folder), (.folder, .file):
    run.findings.append(
      ComparisonFault.unlikeSides(left.name, right.name).finding(at: nil))
  }
  run.checkReach()
  let uses = zip(rules.rules, run.log.uses).map { RuleUse(rule: $0, count: $1) }
  let merged = run.log.merged()
  return ComparisonReport(
    left: left.name, right: right.name, level: run.reportLevel, groups: merged.groups,
    extent: run.log.extent, differences: merged.differences, rules: uses,
    findings: run.findings + uses.compactMap(\.finding))
}

/// A comparison under way.
struct ComparisonRun {
  /// The level that was asked for.
  let level: ComparisonLevel?
  var log: DifferenceLog
  var findings: [Finding] = []
  /// Whether files of two kinds were met, which only figures can compare.
  var crossesKinds = false

  init(level: ComparisonLevel?, log: DifferenceLog) {
    self.level = level
    self.log = log
  }

  /// The level that the report names.
  var reportLevel: ComparisonLevel { level ?? (crossesKinds ? .figures : .standard) }

  /// Files that every build writes anew.
  private static let passedOver: Set<String> = ["manifest.json"]

  mutating func compare(folder files: [ComparedFile], _ others: [ComparedFile]) {
    let own = files.filter { !Self.passedOver.contains($0.name) }
    let theirs = others.filter { !Self.passedOver.contains($0.name) }
    for file in own.inReadingOrder {
      if let other = theirs.first(where: { $0.name == file.name }) {
        log.extent.files += 1
        compare(file, other, isAlone: false)
      } else {
        onlyOne(file, .missing)
      }
    }
    let names = Set(own.map(\.name))
    for file in theirs.inReadingOrder where !names.contains(file.name) {
      onlyOne(file, .added)
    }
  }

  /// A file that only one side has is one difference.
  private mutating func onlyOne(_ file: ComparedFile, _ kind: Difference.Kind) {
    let side = Difference.Side(value: file.kind, at: .file(file.name))
    log.add(
      Difference(
        kind, file: file.name, group: "", left: kind == .missing ? side : nil,
        right: kind == .added ? side : nil))
  }

  /// Compares two files that belong together.
  ///
  /// - Parameter isAlone: whether they are all that is compared.
  mutating func compare(_ left: ComparedFile, _ right: ComparedFile, isAlone: Bool) {
    let level = level ?? .standard
    let isSame = left.checksum != nil && left.checksum == right.checksum
    if isSame { log.extent.sameFiles += 1 }
    switch (left.content, right.content) {
    case (.workbook(let book), .workbook(let other)) where level > .figures:
      let figures = figureDifferences(left, right)
      var comparison = WorkbookComparison(
        file: left.name, left: book, right: other,
        names: FigureNames(left.figures, right.figures))
      comparison.run(level: level, figures: figures, log: &log)
    case (.pdf(let reading), .pdf(let other)) where level > .figures:
      var comparison = PDFComparison(
        file: left.name, left: reading, right: other, figures: figureDifferences(left, right))
      comparison.run(level: level, log: &log)
      if isSame {
        log.extent.samePages += reading.pages.count
      } else {
        comparePictures(left.name, reading, other)
      }
    case (.table(let rows), .table(let others)) where level > .figures:
      TableComparison(file: left.name, left: rows, right: others).run(&log)
    case (.text(let lines), .text(let others)) where level > .figures:
      TableComparison(file: left.name, left: lines.map { [$0] }, right: others.map { [$0] })
        .run(&log)
    case (.bytes(let bytes), .bytes(let others)) where level > .figures:
      compareBytes(left.name, bytes, others)
    default: compareFigures(left, right, isSame: isSame, isAlone: isAlone)
    }
  }

  /// What differs among the figures of two files; none where they are not known.
  private func figureDifferences(_ left: ComparedFile, _ right: ComparedFile) -> [Difference] {
    guard let own = left.figures, let others = right.figures else { return [] }
    return FigureComparison(file: left.name, left: own, right: others).differences
  }

  private mutating func compareBytes(_ name: String, _ bytes: [UInt8], _ others: [UInt8]) {
    log.compared(1, file: name, group: "")
    guard bytes != others else { return }
    let common = zip(bytes, others).prefix { $0 == $1 }.count
    log.add(
      Difference(
        .text, file: name, group: "",
        left: Difference.Side(value: "\(bytes.count) 字节", at: .file(name)),
        right: Difference.Side(value: "\(others.count) 字节，自第 \(common + 1) 字节起不同", at: .file(name)))
    )
  }
}
