internal import Diagnostics
internal import Readings

/// What keeps two files from passing for equal: forms that one of them lacks, and what was not read.
extension ComparisonRun {
  /// Compares two files by their forms alone.
  ///
  /// - Parameters:
  ///   - isSame: whether they are the same byte by byte, in which case nothing need be read.
  ///   - isAlone: whether they are all that is compared.
  mutating func compareFigures(
    _ left: ComparedFile, _ right: ComparedFile, isSame: Bool, isAlone: Bool
  ) {
    if left.kind != right.kind {
      crossesKinds = true
      if let level, level > .figures {
        let fault = ComparisonFault.unlikeKinds(left.kind, right.kind, level: level)
        return findings.append(fault.finding(at: .file(left.name)))
      }
    } else if !left.mayHaveFigures {
      // Texts and other files have no figures to compare.
      return
    }
    guard let own = left.figures, let others = right.figures else {
      let unknown = left.figures == nil ? left : right
      let fault = ComparisonFault.noFigures(kind: unknown.kind)
      return findings.append(fault.finding(at: .file(unknown.name)))
    }
    log.extent.unreadLeft.note(left)
    log.extent.unreadRight.note(right)
    let comparison = FigureComparison(file: left.name, left: own, right: others)
    let common = comparison.counts.filter { $0.count > 0 }
    guard !isSame else { return count(common, left.name) }
    let unread = UnreadParts(left, right)
    unread.count(in: &log.extent)
    if common.isEmpty, isAlone {
      findings.append(nothingInCommon(comparison, left, right).finding(at: nil))
      // Of two lists every form has changed, which is worth telling all the same.
      guard left.isList, right.isList else { return }
    }
    count(comparison.counts, left.name)
    for difference in comparison.differences {
      log.add(difference.explained(by: unread, comparison))
    }
    let rest = unread.differences(
      file: left.name, onlyLeft: comparison.onlyLeft, onlyRight: comparison.onlyRight)
    for difference in rest { log.add(difference) }
    if unread.sameCount > 0 {
      log.compared(unread.sameCount, file: left.name, group: "没有读出而文字相同的")
    }
  }

  private mutating func count(_ forms: [(group: String, count: Int)], _ file: String) {
    log.extent.forms += forms.count { $0.count > 0 }
    for (group, count) in forms { log.compared(count, file: file, group: group) }
  }

  private func nothingInCommon(
    _ comparison: FigureComparison, _ left: ComparedFile, _ right: ComparedFile
  ) -> ComparisonFault {
    let sides = [(left, comparison.onlyLeft), (right, comparison.onlyRight)].map { file, forms in
      "\(file.name) 有 \(forms.isEmpty ? "0 张" : forms.joined(separator: "、"))"
        + (file.unread.isEmpty ? "" : "，没有读出 \(file.unread.count) 处")
    }
    return .nothingInCommon(sides.joined(separator: "；"))
  }

  /// Tells pages without text, which nothing here can compare; a rule may excuse them.
  mutating func comparePictures(_ file: String, _ left: PDFReading, _ right: PDFReading) {
    log.extent.unreadLeft.hasPages = true
    log.extent.unreadRight.hasPages = true
    let own = left.pages.filter(\.isPicture).map(\.number)
    let others = right.pages.filter(\.isPicture).map(\.number)
    func side(_ page: Int?) -> Difference.Side? {
      page.map { Difference.Side(value: "没有文字的一页", at: .page($0)) }
    }
    var (leftPages, rightPages): ([Int], [Int]) = ([], [])
    for index in 0..<max(own.count, others.count) {
      let page = index < own.count ? own[index] : nil
      let other = index < others.count ? others[index] : nil
      let counts = log.add(
        Difference(
          .unread, file: file, group: PDFComparison.group(page ?? other ?? 1), left: side(page),
          right: side(other)))
      guard counts else { continue }
      leftPages += page.map { [$0] } ?? []
      rightPages += other.map { [$0] } ?? []
    }
    log.extent.unreadLeft.pages += own.count
    log.extent.unreadRight.pages += others.count
    guard !leftPages.isEmpty || !rightPages.isEmpty else { return }
    let fault = ComparisonFault.pictures(left: leftPages, right: rightPages)
    findings.append(fault.finding(at: .file(file)))
  }

  /// Sees to it that a comparison of nothing does not pass for equal.
  mutating func checkReach() {
    let extent = log.extent
    let isReached =
      log.hasCompared || extent.sheets + extent.pages + extent.sameFiles > 0
    guard !isReached, log.isEmpty, !findings.hasErrors else { return }
    findings.append(ComparisonFault.nothingCompared.finding(at: nil))
  }
}

extension Difference {
  /// A form that one side lacks, with where it may stand unread there; anything else as it is.
  fileprivate func explained(
    by unread: UnreadParts, _ comparison: FigureComparison
  ) -> Difference {
    guard case .form(let number) = address else { return self }
    var result = self
    result.note = unread.note(
      ofForm: number, missingOn: comparison.onlyLeft.contains(number))
    return result
  }
}
