internal import Readings

/// Puts a workbook together from its parts.
struct WorkbookAssembly {
  private let package: WorkbookPackage
  private let file: String
  /// Where cells go as they are read; nil where they are kept.
  private let drain: CellDrain?
  /// A workbook whose sheets need not be read again; nil for none.
  private let other: WorkbookPackage?
  /// The places of sheets that were left out, for the other workbook has the same.
  private(set) var same: [Int] = []
  /// Everything that is wrong, so that it can be told at once.
  private(set) var faults: [FileFault] = []

  /// Prepares the reading of a package.
  init(
    _ package: WorkbookPackage, file: String, drain: CellDrain?, beside other: WorkbookPackage?
  ) {
    self.package = package
    self.other = other
    self.file = file
    self.drain = drain
  }

  /// Reads everything; sheets that cannot be read are left out and told in ``faults``.
  mutating func workbook() throws(FileFault) -> WorkbookReading {
    let main = try mainPart()
    let part = try package.read(main) { (stream) throws(FileFault) in
      try WorkbookPart(&stream)
    }
    let links = try package.relationships(of: main)
    let palette = try palette(links)
    let styles = try read("styles", links) { (stream) throws(FileFault) in
      try StylesPart(&stream, palette: palette)
    }
    var book = WorkbookReading(
      file: file, dateSystem: part.dateSystem, styles: styles?.styles ?? [])
    (book.protection, book.showsTabs) = (part.protection, part.showsTabs)
    let strings =
      try read("sharedStrings", links) { (stream) throws(FileFault) in
        try SharedStringsPart.texts(&stream, palette: palette)
      } ?? []
    let context = SheetContext(
      strings: strings, isDate: book.styles.map { NumberFormat($0.numberFormat).isDate },
      palette: palette, differences: styles?.differences ?? [], dateSystem: part.dateSystem,
      drain: drain)
    let people = try read("person", links) { (stream) throws(FileFault) in
      try CommentParts.people(&stream)
    }
    let common = other.flatMap { CommonParts(package, $0, main: main, links: links) }
    book.sheets = sheets(
      part, links: links, context: context, people: people ?? [:], common: common)
    if faults.isEmpty { book.definedNames = names(part, in: &book.sheets) }
    book.properties = try properties()
    return book
  }

  /// The colours that the workbook's parts name by number.
  private func palette(
    _ links: [WorkbookPackage.Relationship]
  ) throws(FileFault) -> ColourPalette {
    var palette = ColourPalette()
    // Files name a theme that they do not bring, and are opened all the same.
    if links.contains(where: { $0.type == "theme" && package.contains($0.part) }) {
      _ = try read("theme", links) { (stream) throws(FileFault) in try palette.readTheme(&stream) }
    }
    _ = try read("styles", links) { (stream) throws(FileFault) in
      try palette.readIndexed(&stream)
    }
    return palette
  }

  /// The part that an Office file begins with, if it is a workbook's.
  private func mainPart() throws(FileFault) -> String {
    let links = try package.relationships(of: "")
    guard let main = links.first(where: { $0.type == "officeDocument" })?.part else {
      if package.contains("META-INF/manifest.xml"), package.contains("content.xml") {
        throw .otherKind(.openDocument)
      }
      throw .noWorkbook
    }
    let type = try package.contentType(of: main)?.lowercased() ?? ""
    if type.contains("binary.macroenabled") { throw .otherKind(.binaryWorkbook) }
    if type.contains("wordprocessingml") { throw .otherKind(.wordDocument) }
    if type.contains("presentationml") { throw .otherKind(.presentation) }
    guard package.contains(main) else { throw .missingPart(main) }
    return main
  }

  /// Reads the part that a relationship of this type leads to; nil where there is none.
  private func read<Result>(
    _ type: String, _ links: [WorkbookPackage.Relationship],
    _ body: (inout XMLStream) throws(FileFault) -> Result
  ) throws(FileFault) -> Result? {
    guard let link = links.first(where: { $0.type == type }) else { return nil }
    return try package.read(link.part, body)
  }

  /// The sheets in order.
  private mutating func sheets(
    _ part: WorkbookPart, links: [WorkbookPackage.Relationship], context: SheetContext,
    people: [String: String], common: CommonParts?
  ) -> [SheetReading] {
    var sheets: [SheetReading] = []
    // Cells and the texts that they share fill the same memory.
    var left = SheetContext.mostCells - context.strings.count / 2
    for entry in part.sheets {
      do throws(FileFault) {
        guard let link = links.first(where: { $0.id == entry.relationship }) else {
          throw .missingPart(entry.name)
        }
        if common?.hasSame(sheet: link.part) == true {
          same.append(sheets.count)
          sheets.append(SheetReading(name: entry.name, visibility: entry.visibility))
          continue
        }
        drain?.sheet = sheets.count
        let own = try package.links(of: link.part)
        let sheet = try package.read(link.part) { (stream) throws(FileFault) in
          try SheetPart(&stream, entry: entry, context: context, links: own, left: left)
        }
        left = sheet.left
        var reading = sheet.sheet
        let objects = SheetObjects(package, links: own, palette: context.palette, people: people)
        reading.items += try objects.items(of: sheet.parts)
        sheets.append(reading)
      } catch {
        faults.append(error)
      }
    }
    return sheets
  }

  /// The defined names, but for those that set up the printing of a sheet.
  private func names(
    _ part: WorkbookPart, in sheets: inout [SheetReading]
  ) -> [DefinedNameReading] {
    var names: [DefinedNameReading] = []
    for name in part.names {
      let sheet = name.sheet.flatMap { sheets.indices.contains($0) ? $0 : nil }
      if let sheet, PrintNames.apply(name, to: &sheets[sheet].printSetup) { continue }
      names.append(
        DefinedNameReading(
          name: name.name, sheet: sheet.map { sheets[$0].name }, formula: name.formula,
          isHidden: name.isHidden))
    }
    return names
  }

  /// Document properties, sorted by name.
  private func properties() throws(FileFault) -> [PropertyReading] {
    let links = try package.relationships(of: "").filter { package.contains($0.part) }
    var found: [PropertyReading] = []
    for type in ["core-properties", "extended-properties"] {
      found +=
        try read(type, links) { (stream) throws(FileFault) in
          try PropertiesPart.texts(&stream)
        } ?? []
    }
    found +=
      try read("custom-properties", links) { (stream) throws(FileFault) in
        try PropertiesPart.custom(&stream)
      } ?? []
    return found.sorted { ($0.name, $0.value) < ($1.name, $1.value) }
  }
}
