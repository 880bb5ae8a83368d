public import Diagnostics

/// A part of a file that looks like a form, or a part of one, and was not read: whatever stands in
/// it was not compared.
public struct UnreadPart: Hashable, Sendable {
  /// The sheet or page where it begins.
  public var place: Place
  /// The pages that it is on; empty where it is not on pages.
  public var pages: [Int]
  /// The numbers of the forms that it may be; empty where nothing tells.
  public var forms: [String]
  /// What people call it: the title of the form, or the name of the sheet.
  public var name: String
  /// What can be read in it, made comparable: two files that have the same here differ in nothing.
  public var texts: [String]
  /// Whether it is rows or columns of a form that was read for the rest.
  public var isWithinForm: Bool

  /// Makes a part; it is a whole table unless said otherwise.
  public init(
    place: Place, pages: [Int] = [], forms: [String] = [], name: String = "", texts: [String] = [],
    isWithinForm: Bool = false
  ) {
    self.place = place
    self.pages = pages
    self.forms = forms
    self.name = name
    self.texts = texts
    self.isWithinForm = isWithinForm
  }
}
