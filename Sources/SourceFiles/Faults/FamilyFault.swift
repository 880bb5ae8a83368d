public import Diagnostics

/// What can be wrong with a text file of any family: a dossier's, a layout set's, the fonts'.
///
/// The number of its code says what is wrong, the letter before it whose file it is.
public protocol FileFormatFault {
  /// How the fault is told of a file of a family.
  ///
  /// - Parameter family: the letter of the codes: `D`.
  func wording(in family: String) -> FaultWording
}

/// A fault of a text file, with the family that the file belongs to.
public struct FamilyFault: Fault {
  /// How the fault is told.
  public let wording: FaultWording

  /// A fault in a file of a family, given by the letter of its codes.
  public init(_ fault: some FileFormatFault, in family: String) {
    wording = fault.wording(in: family)
  }
}

/// Collects the findings of one file while its values are read.
public final class FindingLog {
  /// The letter of the finding codes: `D` for dossiers, `L` for layout sets, `F` for fonts.
  public let family: String
  /// What was found so far, in the order in which it was reported.
  public private(set) var findings: [Finding] = []

  /// A log for the files of a family.
  public init(family: String) { self.family = family }

  /// Adds a fault.
  public func report(_ fault: some Fault, at place: SourcePlace, related: [SourcePlace] = []) {
    findings.append(fault.finding(at: place, related: related))
  }

  /// Adds a fault that files of every family may have.
  public func report(
    _ fault: some FileFormatFault, at place: SourcePlace, related: [SourcePlace] = []
  ) {
    report(FamilyFault(fault, in: family), at: place, related: related)
  }

  /// Adds what another reader has found.
  public func report(_ others: [Finding]) { findings += others }
}
