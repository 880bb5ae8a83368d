public import Diagnostics
public import Domain
public import Figures
public import Readings

/// What a file says, once its tables are known as forms of a layout set.
public struct RecognisedFile: Hashable, Sendable {
  /// The forms in the order in which the file has them.
  public let forms: [RecognisedForm]
  /// Tables that are no form, rows and columns that are none of the form's, forms found twice.
  public let findings: [Finding]

  public init(forms: [RecognisedForm], findings: [Finding]) {
    self.forms = forms
    self.findings = findings
  }

  /// All figures, form by form.
  public var figures: [RecognisedFigure] { forms.flatMap(\.figures) }
}

/// A table that is a form of a layout set.
public struct RecognisedForm: Codable, Hashable, Sendable {
  /// The form's number in addresses: `05`, `自评-03`.
  public let number: String
  /// The title that it has in the layout set.
  public let title: String
  /// What the file calls it: the name of its sheet.
  public let name: String
  /// Where its table begins.
  public let place: ReadPlace
  /// The figures in reading order, blanks among them; each address once.
  public let figures: [RecognisedFigure]

  public init(
    number: String, title: String, name: String, place: ReadPlace, figures: [RecognisedFigure]
  ) {
    self.number = number
    self.title = title
    self.name = name
    self.place = place
    self.figures = figures
  }
}

/// A cell of a form, by its public address.
public struct RecognisedFigure: Codable, Hashable, Sendable {
  /// What a cell shows; a blank, a zero and `——` are three different things.
  public enum Content: Codable, Hashable, Sendable {
    case blank
    /// `——`, in whatever strokes.
    case dash
    /// A number with the decimals that are printed.
    case number(FixedDecimal)
    /// Something that is none of these.
    case text
  }

  public let address: FigureAddress
  /// What is printed, without space around it.
  public let printed: String
  public let content: Content
  public let place: ReadPlace

  public init(address: FigureAddress, printed: String, content: Content, place: ReadPlace) {
    self.address = address
    self.printed = printed
    self.content = content
    self.place = place
  }
}
