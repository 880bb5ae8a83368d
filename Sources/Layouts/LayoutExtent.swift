/// What is read of a layout set beside its forms; whoever asks for less is served sooner.
///
/// Faults of what is not read are not told.
public struct LayoutExtent: OptionSet, Sendable {
  /// The bits of the parts, one each.
  public let rawValue: Int

  /// Makes an extent of its bits; those without a name here mean nothing.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// The form of self-evaluations, and what is prescribed for them.
  public static let evaluations = LayoutExtent(rawValue: 1)
  /// Cover, contents and text.
  public static let narrative = LayoutExtent(rawValue: 2)
  /// The checks of the audit that a dossier, and what is made of it, may fail.
  public static let checks = LayoutExtent(rawValue: 4)
  /// The checks that hold by construction in what this program makes: for files that are read in.
  public static let identities = LayoutExtent(rawValue: 8)
  /// All that a build needs; only then can be told what of the set nobody uses.
  public static let whole: LayoutExtent = [.evaluations, .narrative, .checks]
}
