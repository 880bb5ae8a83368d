/// A point on a page; the origin is the upper left corner, y grows downwards.
public struct Point: Hashable, Sendable {
  public let x: Length
  public let y: Length

  public init(x: Length, y: Length) {
    self.x = x
    self.y = y
  }
}

/// Width and height.
public struct Size: Hashable, Sendable {
  public let width: Length
  public let height: Length

  public init(width: Length, height: Length) {
    self.width = width
    self.height = height
  }

  /// The same sheet turned by a quarter.
  public var turned: Size { Size(width: height, height: width) }
}

/// An upright rectangle on a page.
public struct Rectangle: Hashable, Sendable {
  public let origin: Point
  public let size: Size

  public init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// A rectangle by its left and upper edge, width and height.
  public init(x: Length, y: Length, width: Length, height: Length) {
    self.init(origin: Point(x: x, y: y), size: Size(width: width, height: height))
  }

  public var minX: Length { origin.x }
  public var maxX: Length { origin.x + size.width }
  public var minY: Length { origin.y }
  public var maxY: Length { origin.y + size.height }
}

/// The distances of a text area from the four edges of its sheet.
public struct Insets: Hashable, Sendable {
  public let top: Length
  public let right: Length
  public let bottom: Length
  public let left: Length

  public init(top: Length, right: Length, bottom: Length, left: Length) {
    self.top = top
    self.right = right
    self.bottom = bottom
    self.left = left
  }
}
