internal import CXlsxWriter

/// How a cell looks, as a value.
struct CellFormat: Hashable, Sendable {
  enum Alignment: Hashable, Sendable {
    case left
    case centre
    case right
  }

  let fontName: String
  /// In points.
  let fontSize: Double
  var isBold = false
  let alignment: Alignment
  /// Whether long text is broken into lines.
  let wraps: Bool
  /// Whether all four edges have a thin line.
  let hasBorder: Bool
  /// Excel's code of the number format; nil for the general one.
  let numberFormat: String?
  /// Whether text begins at the upper edge; otherwise it is centred between top and bottom.
  var beginsAtTop = false

  /// Texts last, which are dear to tell apart.
  static func == (left: CellFormat, right: CellFormat) -> Bool {
    left.fontSize == right.fontSize && left.isBold == right.isBold
      && left.alignment == right.alignment && left.wraps == right.wraps
      && left.hasBorder == right.hasBorder && left.beginsAtTop == right.beginsAtTop
      && left.numberFormat == right.numberFormat && left.fontName == right.fontName
  }

  /// Without the texts: there are few formats, and thousands of cells that ask for one.
  func hash(into hasher: inout Hasher) {
    hasher.combine(fontSize)
    hasher.combine(isBold)
    hasher.combine(alignment)
    hasher.combine(wraps)
    hasher.combine(hasBorder)
  }
}

/// The formats of one workbook: equal values share one of the library's formats.
///
/// The library owns the formats and frees them with the workbook, so the cache must not be used
/// after it; both belong to one ``Workbook``.
final class FormatCache {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: [CellFormat: UnsafeMutablePointer<lxw_format>] = [:]

  init(book: UnsafeMutablePointer<lxw_workbook>) { self.book = book }

  /// The library's format for a value; made when it is asked for the first time.
  func pointer(for format: CellFormat) throws -> UnsafeMutablePointer<lxw_format> {
    if let known = formats[format] { return known }
    let made = try present(workbook_add_format(book), doing: "添加单元格格式")
    format_set_font_name(made, format.fontName)
    format_set_font_size(made, format.fontSize)
    if format.isBold { format_set_bold(made) }
    let vertical = format.beginsAtTop ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER
    format_set_align(made, UInt8(vertical.rawValue))
    format_set_align(made, UInt8(format.alignment.constant.rawValue))
    if format.wraps { format_set_text_wrap(made) }
    if format.hasBorder { format_set_border(made, UInt8(LXW_BORDER_THIN.rawValue)) }
    if let code = format.numberFormat { format_set_num_format(made, code) }
    formats[format] = made
    return made
  }
}

extension CellFormat.Alignment {
  fileprivate var constant: lxw_format_alignments {
    switch self {
    case .left: LXW_ALIGN_LEFT
    case .centre: LXW_ALIGN_CENTER
    case .right: LXW_ALIGN_RIGHT
    }
  }
}
