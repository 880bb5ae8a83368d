internal import CXlsxWriter

/// The library's formats for the looks of cells that people fill in.
///
/// The library owns the formats and frees them with the workbook, so the cache must not be used after
/// it; both belong to one ``Workbook``.
final class EntryFormats {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: [EntryLook: UnsafeMutablePointer<lxw_format>] = [:]

  static let fontName = "宋体"
  static let fontSize = 10.5

  init(book: UnsafeMutablePointer<lxw_workbook>) { self.book = book }

  /// The library's format for a look; made when it is asked for the first time.
  func pointer(for look: EntryLook) throws -> UnsafeMutablePointer<lxw_format> {
    if let known = formats[look] { return known }
    let made = try present(workbook_add_format(book), doing: "添加单元格格式")
    format_set_font_name(made, look.isBold ? "黑体" : Self.fontName)
    format_set_font_size(made, look == .title ? 16 : look == .hint ? 10 : Self.fontSize)
    format_set_align(made, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    if let alignment = look.alignment {
      format_set_align(made, UInt8(alignment.rawValue))
      // Or a figure runs into the unit in the next column.
      if alignment == LXW_ALIGN_RIGHT { format_set_indent(made, 1) }
    }
    if look.wraps { format_set_text_wrap(made) }
    if let code = look.numberFormat { format_set_num_format(made, code) }
    if let fill = look.fill {
      format_set_pattern(made, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_fg_color(made, fill)
    }
    if let ink = look.ink { format_set_font_color(made, ink) }
    if look.hasBorder {
      format_set_border(made, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(made, 0xBF_BFBF)
    }
    if look.isOpen { format_set_unlocked(made) }
    formats[look] = made
    return made
  }

  /// What marks a difference that ought to be zero.
  func alarm() throws -> UnsafeMutablePointer<lxw_format> {
    let made = try present(workbook_add_format(book), doing: "添加单元格格式")
    format_set_font_color(made, 0xC0_0000)
    format_set_bg_color(made, 0xFF_C7CE)
    return made
  }
}

extension EntryLook {
  fileprivate var isBold: Bool {
    switch self {
    case .title, .heading, .optionalHeading, .idleHeading, .band: true
    default: false
    }
  }

  fileprivate var alignment: lxw_format_alignments? {
    switch self {
    case .heading, .optionalHeading, .idleHeading: LXW_ALIGN_CENTER
    case .title, .hint, .fixed, .required, .input, .text, .requiredText, .band, .review:
      LXW_ALIGN_LEFT
    case .amount, .requiredAmount, .count, .requiredCount, .decimal, .sum: LXW_ALIGN_RIGHT
    }
  }

  fileprivate var wraps: Bool {
    switch self {
    case .hint, .heading, .optionalHeading, .idleHeading, .fixed, .required, .text, .requiredText,
      .review:
      true
    case .title, .input, .amount, .requiredAmount, .count, .requiredCount, .decimal, .sum, .band:
      false
    }
  }

  /// Codes are texts, so that no zero before them is lost.
  fileprivate var numberFormat: String? {
    switch self {
    case .amount, .requiredAmount: "#,##0.00"
    // Zero is no news among sums.
    case .sum: #"#,##0.00;-#,##0.00;"—""#
    case .count, .requiredCount: "0"
    case .input, .required, .text, .requiredText, .review: "@"
    default: nil
    }
  }

  fileprivate var fill: lxw_color_t? {
    switch self {
    case .heading: 0x1F_4E79
    case .optionalHeading: 0x9D_C3E6
    case .idleHeading: 0xD9_D9D9
    case .band: 0xDE_EBF7
    case .fixed, .sum: 0xF2_F2F2
    case .required, .requiredText, .requiredAmount, .requiredCount: 0xFF_F8DC
    case .review: 0xFC_E4D6
    case .title, .hint, .input, .text, .amount, .count, .decimal: nil
    }
  }

  fileprivate var ink: lxw_color_t? {
    switch self {
    case .heading: 0xFF_FFFF
    case .title: 0x1F_4E79
    case .hint: 0x59_5959
    default: nil
    }
  }

  fileprivate var hasBorder: Bool {
    switch self {
    case .title, .hint: false
    default: true
    }
  }

  /// The colour of a tab that looks like it.
  var tabColour: lxw_color_t { fill ?? 0xFF_FFFF }
}
