internal import Documents
internal import Geometry

extension FormSheetPlanner {
  /// Completes a plan with what stays in view and how it is printed.
  ///
  /// A form with one section keeps its header rows on every page, one with several keeps only title
  /// and head lines: the first section's headings would be wrong above the second. The same rows
  /// stay in view on the screen, there always with title and head lines.
  func finish(_ layout: SheetLayout, of form: FormSheet, doing: String) throws -> SheetPlan {
    let (draft, pages, page) = (layout.draft, layout.pages, style.formPage)
    let area = CellRange(rows: 0...(draft.rows.count - 1), columns: 0...(draft.columns.count - 1))
    let print = PrintSetup(
      paper: try paper(of: page.size, doing: doing), isLandscape: form.orientation == .landscape,
      margins: page.margins,
      header: mark.map {
        PrintHeader($0, above: page.margins.top, font: officialFont(style.markRole))
      },
      footer: footerCode(page.footer, style.pageNumber, font: officialFont),
      footerMargin: page.footerDistance,
      fitsOnePage: form.fitsOnePage && layout.holdsPages && pages.ends.isEmpty,
      scale: Int(SheetUnits.scale(draft.columns, in: pageArea(of: form).width) * 100),
      pageEnds: pages.ends,
      repeatedRows: pages.repeated.isEmpty ? nil : ClosedRange(pages.repeated), area: area)
    return SheetPlan(
      name: form.sheetName, columns: draft.columns, rows: draft.rows,
      cells: layout.holdsPages ? draft.cells : draft.cells.map { topped($0, draft, of: form) },
      pinned: layout.pinned, print: print)
  }

  /// A cell that takes much of a page, with its text at the top: centred it might fall on the end of
  /// a page that nobody has set, and be cut there.
  private func topped(
    _ cell: PlannedCell, _ draft: SheetDraft, of form: FormSheet
  ) -> PlannedCell {
    guard draft.rows[cell.range.rows].sum() > pageArea(of: form).height / 4 else { return cell }
    var topped = cell
    topped.format.beginsAtTop = true
    return topped
  }
}

/// Excel's number of a sheet of paper; a millimetre more or less is the same paper.
func paper(of size: Size, doing: String) throws(SpreadsheetError) -> PrintSetup.Paper {
  let known: [(PrintSetup.Paper, Double, Double)] = [(.a4, 210, 297), (.a3, 297, 420)]
  let (width, height) = (size.width.millimetres, size.height.millimetres)
  for (paper, knownWidth, knownHeight) in known
  where abs(width - knownWidth) <= 1 && abs(height - knownHeight) <= 1 {
    return paper
  }
  let text = "\(Int(width.rounded()))×\(Int(height.rounded())) 毫米"
  throw SpreadsheetError(.paper(text), doing: doing)
}

extension PrintHeader {
  /// A mark in the middle of the header, as large as leaves the table alone.
  init(_ mark: String, above margin: Length, font: String) {
    let size = 14
    // A digit right behind the size would be read as part of it.
    let gap = mark.first?.isNumber == true ? " " : ""
    text = "&C&\"\(font),Regular\"&\(size)\(gap)\(mark.replacing("&", with: "&&"))"
    self.margin = max(.zero, margin - .pt(Double(size)) * 1.3)
  }
}

/// The page number's line in Excel's notation: centred, in the font and size of its style.
func footerCode(_ footer: PageNumberLine, _ style: TextStyle, font: (String) -> String) -> String {
  // Excel takes whole sizes here; a digit right behind the size would be read as part of it.
  let size = Int(style.size.points.rounded())
  let text =
    footer.before.replacing("&", with: "&&") + "&P" + footer.after.replacing("&", with: "&&")
  let gap = text.first?.isNumber == true ? " " : ""
  return "&C&\"\(font(style.role)),Regular\"&\(size)\(gap)\(text)"
}
