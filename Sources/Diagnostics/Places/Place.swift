/// Where something stands that a finding or a difference tells of.
///
/// A value that tools can follow without taking a text apart; the words for it are made by
/// ``DiagnosticPrinter`` and by reports alone. docs/report.md shows each case as JSON.
public enum Place: Hashable, Sendable {
  /// A dossier, or the document that is made of it, as a whole: by its name.
  case dossier(String)
  /// A place in a text that people wrote, or a line of one.
  case source(SourcePlace)
  /// A file as a whole, by its name.
  case file(String)
  /// A cell, some cells or all cells of a sheet.
  case cell(CellPlace)
  /// A page of a paged file, or a part of it.
  ///
  /// Kept apart, so that a million cells of a workbook do not have room for boxes.
  indirect case page(PagePlace)
  /// A form as a whole, by its number in addresses.
  case form(String)
  /// A place in the table of a form, where what stands there has no address.
  case position(TablePosition)
  /// A figure, by its public address.
  case figure(FigureAddress)
  /// A text that is printed, on a form or, with nil, outside all forms.
  case text(String, form: String?)
}

extension Place {
  /// A cell or some cells of a sheet: `D13`, `A1:C3`, `7:7`, `F:F`.
  public static func cell(sheet: String, reference: String, file: String? = nil) -> Place {
    .cell(CellPlace(sheet: sheet, reference: reference, file: file))
  }

  /// A sheet as a whole.
  public static func sheet(_ name: String, file: String? = nil) -> Place {
    .cell(CellPlace(sheet: name, reference: nil, file: file))
  }

  /// A page, from 1, or a part of it.
  public static func page(
    _ number: Int, paragraph: Int? = nil, box: PageBox? = nil, file: String? = nil
  ) -> Place {
    .page(PagePlace(page: number, paragraph: paragraph, box: box, file: file))
  }

  /// A line of a text file, from 1.
  public static func line(_ number: Int, of file: String) -> Place {
    .source(SourcePlace(file: file, line: number))
  }

  /// The same place as one of a file, where it is in a workbook or on a page.
  public func inFile(_ name: String) -> Place {
    switch self {
    case .cell(var cell):
      cell.file = name
      return .cell(cell)
    case .page(var page):
      page.file = name
      return .page(page)
    default: return self
    }
  }

  /// The page, from 1, where it is on one.
  public var page: Int? { if case .page(let place) = self { place.page } else { nil } }

  /// The paragraph or line on its page, from 1, where it is one.
  public var paragraph: Int? { if case .page(let place) = self { place.paragraph } else { nil } }
}
