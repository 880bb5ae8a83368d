/// A way to spoil the sample set; its message stands in the golden file under the title.
struct FaultCase: Sendable {
  let title: String
  let spoil: @Sendable (inout SampleSet) throws -> Void

  init(_ title: String, _ spoil: @escaping @Sendable (inout SampleSet) throws -> Void) {
    self.title = title
    self.spoil = spoil
  }

  /// One text of one file written otherwise.
  init(_ title: String, _ file: String, _ old: String, _ new: String) {
    self.init(title) { try $0.replace(old, in: file, with: new) }
  }

  /// The same, with a further change.
  func also(_ file: String, _ old: String, _ new: String) -> FaultCase {
    FaultCase(title) { set in
      try spoil(&set)
      try set.replace(old, in: file, with: new)
    }
  }

  static let all =
    files + identity + parents + styles + formats + evaluation + evaluationForm + evaluationCells
    + facts
    + catalogues + words + forms + rows + cells + proofs + citations + glance + nextYear + checks
}
