internal import Documents
internal import Geometry

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

/// The page number's line in Excel's notation: centred, in the font and size of its style.
func footerCode(_ footer: PageNumberLine, _ style: TextStyle, font: (String) -> String) -> String {
  // Excel takes whole sizes here; a digit right behind the size would be read as part of it.
  let size = Int(style.size.points.rounded())
  let text =
    footer.before.replacing("&", with: "&&") + "&P" + footer.after.replacing("&", with: "&&")
  let gap = text.first?.isNumber == true ? " " : ""
  return "&C&\"\(font(style.role)),Regular\"&\(size)\(gap)\(text)"
}
