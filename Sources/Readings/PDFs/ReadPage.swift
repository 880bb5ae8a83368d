public import Diagnostics

/// A page of a PDF: its size, text and links.
public struct ReadPage: Codable, Hashable, Sendable {
  /// From 1.
  public var number: Int
  /// What a viewer calls the page: `iii`, `12`.
  public var label: String
  /// In points, as the page is shown.
  public var width: Double
  /// In points, as the page is shown.
  public var height: Double
  /// The lines from the top to the bottom; all that stands on one baseline is one line, across the
  /// columns of a table too.
  public var lines: [ReadLine]
  /// The links in the order of their places, from the top; empty unless they were asked for.
  public var links: [ReadLink]
  /// The cells that rules mark off, table by table from the top; empty unless they were asked for.
  public var grids: [ReadGrid]
  /// Whether ``grids`` says all: plain pages tell their rules with their text, others have to be drawn
  /// for them.
  public var areRulesKnown: Bool
  /// The lines of a page whose text runs up or down it, as they read once the page is turned; empty
  /// for an upright page.
  public var turnedLines: [String]
  /// Whether a page without any text shows something all the same, as a scan does.
  public var isPicture: Bool

  /// Makes a page; what is not given was not asked for, or the page has none.
  public init(
    number: Int, label: String = "", width: Double, height: Double, lines: [ReadLine] = [],
    links: [ReadLink] = [], grids: [ReadGrid] = [], turnedLines: [String] = [],
    isPicture: Bool = false, areRulesKnown: Bool = false
  ) {
    self.number = number
    self.label = label
    self.width = width
    self.height = height
    self.lines = lines
    self.links = links
    self.grids = grids
    self.turnedLines = turnedLines
    self.isPicture = isPicture
    self.areRulesKnown = areRulesKnown
  }
}

extension ReadPage {
  /// Whether there may be a table: the page has lines of several words, running text hardly ever
  /// has.
  ///
  /// Pages without are not drawn to look for rules.
  public var mayHaveTable: Bool { lines.filter { $0.words.count > 1 }.count > 1 }
}

/// The text on one baseline.
public struct ReadLine: Codable, Hashable, Sendable {
  /// The words with a space between any two, but for narrow gaps beside Chinese punctuation, which
  /// come and go with the justification of the line.
  public var text: String
  /// The smallest box around the line's words.
  public var box: ReadBox
  /// From left to right.
  public var words: [ReadWord]
  /// Stretches of one font and size, from left to right; empty unless fonts were asked for.
  ///
  /// No run goes beyond its word.
  public var runs: [ReadRun]

  /// Makes a line of its text and where it stands.
  public init(text: String, box: ReadBox, words: [ReadWord] = [], runs: [ReadRun] = []) {
    self.text = text
    self.box = box
    self.words = words
    self.runs = runs
  }
}

/// Characters of a line without a gap between them: the text of a cell, in Chinese a whole phrase.
public struct ReadWord: Codable, Hashable, Sendable {
  /// The characters, without a space at either end.
  public var text: String
  /// Where the word stands.
  public var box: ReadBox

  /// Pairs a text with where it stands.
  public init(text: String, box: ReadBox) {
    self.text = text
    self.box = box
  }
}

/// Characters of one font and size.
public struct ReadRun: Codable, Hashable, Sendable {
  /// The characters of the run.
  public var text: String
  /// Where the run stands.
  public var box: ReadBox
  /// The font's name without the mark of a subset.
  public var font: String
  /// In points.
  public var size: Double

  /// Makes a run; the size is in points.
  public init(text: String, box: ReadBox, font: String, size: Double) {
    self.text = text
    self.box = box
    self.font = font
    self.size = size
  }
}

/// A rectangle in points from the upper left corner of the page.
public struct ReadBox: Codable, Hashable, Sendable {
  /// From the left edge of the page to the left side.
  public var left: Double
  /// From the upper edge of the page to the upper side.
  public var top: Double
  /// From the left edge of the page to the right side.
  public var right: Double
  /// From the upper edge of the page to the lower side.
  public var bottom: Double

  /// Makes a box of its sides, each measured from the upper left corner of the page.
  public init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// From the left to the right side, in points.
  public var width: Double { right - left }
  /// From the upper to the lower side, in points.
  public var height: Double { bottom - top }
  /// Halfway between the left and the right side.
  public var middleX: Double { (left + right) / 2 }
  /// Halfway between the upper and the lower side.
  public var middleY: Double { (top + bottom) / 2 }

  /// The box as places have it.
  public var onPage: PageBox { PageBox(left: left, top: top, right: right, bottom: bottom) }

  /// The smallest box that holds both.
  public func union(_ other: ReadBox) -> ReadBox {
    ReadBox(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }
}

/// An area that leads somewhere.
public struct ReadLink: Codable, Hashable, Sendable {
  /// Where readers may click.
  public var area: ReadBox
  /// Where it leads.
  public var target: ReadTarget

  /// Pairs an area with where it leads.
  public init(area: ReadBox, target: ReadTarget) {
    self.area = area
    self.target = target
  }
}

/// Where a link or an entry of the outline leads.
public enum ReadTarget: Codable, Hashable, Sendable {
  /// A page of the same file, from 1, and the height there from its upper edge in points; nil where
  /// only the page is meant.
  case page(Int, top: Double?)
  case address(String)
  /// Anything else, by its kind: another file, a program, a name that the file does not have.
  case other(String)

  /// The page of the same file, if it leads to one.
  public var page: Int? {
    if case .page(let number, _) = self { number } else { nil }
  }
}
