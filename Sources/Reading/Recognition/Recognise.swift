public import Layouts

/// Tells which tables of a file are which forms of a layout set, and which cell is which figure.
///
/// - Parameter file: the file's name as messages print it.
/// - Returns: the forms with their figures by public address, and whatever is no form, row or column
///   of the set, each with its place.
public func recognise(_ tables: [ReadTable], in file: String, by set: LayoutSet) -> Recognition {
  FormRecogniser(set: set, file: file).recognise(tables)
}

/// The forms of a set that a workbook has, whatever its sheets are called.
public func recognise(workbook: WorkbookReading, by set: LayoutSet) -> Recognition {
  recognise(workbook.tables, in: workbook.file, by: set)
}

/// The forms of a set that a PDF has, by the rules and words on its pages; it has to be read with
/// ``PDFDetails/grids``.
///
/// Tags are not needed: poppler-glib 22.12 does not tell the spans of their cells. Tables without
/// rules, and pictures, are not recognised as yet.
public func recognise(pdf: PDFReading, by set: LayoutSet) -> Recognition {
  let tables = pdf.tables
  guard !tables.isEmpty else {
    let finding = RecognitionFault.noTables.finding(at: pdf.file)
    return Recognition(forms: [], findings: [finding])
  }
  return recognise(tables, in: pdf.file, by: set)
}

/// The layout set whose forms the tables are, among several.
///
/// - Returns: the set that knows most of the tables, by code, title and header; the first of several
///   that know equally many, and nil where none knows any.
public func guessedSet(for tables: [ReadTable], among sets: [LayoutSet]) -> LayoutSet? {
  var best: (count: Int, set: LayoutSet)?
  for set in sets {
    let count = recognise(tables, in: "", by: set).figures.count
    if count > best?.count ?? 0 { best = (count, set) }
  }
  return best?.set
}
