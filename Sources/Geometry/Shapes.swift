/// A point on a page; the origin is the upper left corner, y grows downwards.
public struct Point: Hashable, Sendable {
  /// The distance from the left edge of the page.
  public let x: Length
  /// The distance from the upper edge of the page.
  public let y: Length

  /// Makes a point of its distances from the left and the upper edge.
  public init(x: Length, y: Length) {
    self.x = x
    self.y = y
  }
}

/// Width and height.
public struct Size: Hashable, Sendable {
  /// The extent from left to right.
  public let width: Length
  /// The extent from top to bottom.
  public let height: Length

  /// Makes a size of its two extents.
  public init(width: Length, height: Length) {
    self.width = width
    self.height = height
  }

  /// The same sheet turned by a quarter.
  public var turned: Size { Size(width: height, height: width) }
}

/// An upright rectangle on a page.
public struct Rectangle: Hashable, Sendable {
  /// The upper left corner.
  public let origin: Point
  /// The extents to the right of the corner and below it.
  public let size: Size

  /// Makes a rectangle of its upper left corner and its size.
  public init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// A rectangle by its left and upper edge, width and height.
  public init(x: Length, y: Length, width: Length, height: Length) {
    self.init(origin: Point(x: x, y: y), size: Size(width: width, height: height))
  }

  /// The left edge.
  public var minX: Length { origin.x }
  /// The right edge.
  public var maxX: Length { origin.x + size.width }
  /// The upper edge.
  public var minY: Length { origin.y }
  /// The lower edge, as y grows downwards.
  public var maxY: Length { origin.y + size.height }
}

/// The distances of a text area from the four edges of its sheet.
public struct Insets: Hashable, Sendable {
  /// The distance from the upper edge.
  public let top: Length
  /// The distance from the right edge.
  public let right: Length
  /// The distance from the lower edge.
  public let bottom: Length
  /// The distance from the left edge.
  public let left: Length

  /// Takes the four distances clockwise from the top.
  public init(top: Length, right: Length, bottom: Length, left: Length) {
    self.top = top
    self.right = right
    self.bottom = bottom
    self.left = left
  }
}
