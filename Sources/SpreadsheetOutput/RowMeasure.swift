public import Documents
public import Geometry

/// How much room text takes; the only thing that the planning of a sheet asks fonts about.
public struct RowMeasure {
  /// The height of a text set in a style and broken into lines of the given width.
  ///
  /// An empty text has the height of one line; nothing is added for padding.
  public let height: (_ text: String, _ style: TextStyle, _ width: Length) throws -> Length

  /// The width of a text on one line.
  public let width: (_ text: String, _ style: TextStyle) throws -> Length

  public init(
    height: @escaping (_ text: String, _ style: TextStyle, _ width: Length) throws -> Length,
    width: @escaping (_ text: String, _ style: TextStyle) throws -> Length
  ) {
    self.height = height
    self.width = width
  }
}
