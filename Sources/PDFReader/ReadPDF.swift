public import Diagnostics
public import FoundationEssentials
public import Readings

/// Reads a PDF file.
///
/// - Parameters:
///   - file: its name in messages.
///   - details: what is read beside pages and words.
/// - Returns: the value, or the findings that say why there is none (`C030` to `C039`).
public func readPDF(
  at url: URL, as file: String, details: PDFDetails = [], limits: PDFLimits = PDFLimits()
) -> Loaded<PDFReading> {
  switch bytes(at: url, limits: limits) {
  case .failure(let fault): Loaded(nil, [fault.finding(file: file)])
  case .success(let bytes): readPDF(bytes, as: file, details: details, limits: limits)
  }
}

/// The bytes of a file; one beyond the limit is refused without being read.
private func bytes(at url: URL, limits: PDFLimits) -> Result<[UInt8], PDFFileFault> {
  let facts = try? FileManager.default.attributesOfItem(atPath: url.path)
  if let size = facts?[.size] as? Int, size > limits.bytes {
    return .failure(.tooLarge(size, limit: limits.bytes))
  }
  guard let data = try? Data(contentsOf: url) else {
    return .failure(.unreadable(exists: FileManager.default.fileExists(atPath: url.path)))
  }
  return .success([UInt8](data))
}

/// Reads the rules of some pages of a file that was read before.
///
/// - Parameter pages: the pages by their places, from 0.
/// - Returns: the tables that the rules make, of the pages that have any; none where the file cannot
///   be read any more.
public func readGrids(
  of pages: [Int], at url: URL, limits: PDFLimits = PDFLimits()
) -> [(page: Int, grids: [ReadGrid])] {
  guard case .success(let bytes) = bytes(at: url, limits: limits) else { return [] }
  let source = PDFBytes(bytes)
  guard refusal(of: source, limits: limits) == nil else { return [] }
  let (result, _) = PopplerComplaints.collect { () -> [(page: Int, grids: [ReadGrid])] in
    guard let document = try? PopplerFile(source) else { return [] }
    var result: [(page: Int, grids: [ReadGrid])] = []
    for index in pages where 0..<document.pageCount ~= index {
      guard let grids = document.page(index + 1)?.rules().grids(), !grids.isEmpty else { continue }
      result.append((index, grids))
    }
    return result
  }
  return result
}

/// Draws some pages of a file that was read before, for people to look at.
///
/// - Parameter pages: the pages by their numbers, from 1.
/// - Returns: a PNG file in gray for each page that can be drawn.
public func drawPages(
  _ pages: [Int], at url: URL, dotsPerInch: Double, limits: PDFLimits = PDFLimits()
) -> [(page: Int, picture: [UInt8])] {
  guard case .success(let bytes) = bytes(at: url, limits: limits) else { return [] }
  let source = PDFBytes(bytes)
  guard refusal(of: source, limits: limits) == nil else { return [] }
  let (pictures, _) = PopplerComplaints.collect { () -> [(page: Int, picture: [UInt8])] in
    guard let document = try? PopplerFile(source) else { return [] }
    var pictures: [(page: Int, picture: [UInt8])] = []
    for number in pages where 1...document.pageCount ~= number {
      guard let picture = document.page(number)?.picture(dotsPerInch: dotsPerInch) else { continue }
      pictures.append((number, picture))
    }
    return pictures
  }
  return pictures
}

/// Reads the bytes of a PDF file.
public func readPDF(
  _ bytes: [UInt8], as file: String, details: PDFDetails = [], limits: PDFLimits = PDFLimits()
) -> Loaded<PDFReading> {
  let source = PDFBytes(bytes)
  if let fault = PDFFileFault(bytes, limits: limits) ?? refusal(of: source, limits: limits) {
    return Loaded(nil, [fault.finding(file: file)])
  }
  if details.isSubset(of: .grids), let plain = plainReading(source, file: file, limits: limits) {
    return Loaded(plain, [])
  }
  let (outcome, complaints) = PopplerComplaints.collect {
    Result { () throws(PDFFileFault) in
      try reading(source, file: file, details: details, limits: limits)
    }
  }
  switch outcome {
  case .failure(let fault): return Loaded(nil, [fault.finding(file: file)])
  case .success(let reading):
    if let lost = complaints.first(where: PopplerComplaints.isOfMissingEncodings) {
      return Loaded(nil, [PDFFileFault.missingEncodings(lost).finding(file: file)])
    }
    let mended = complaints.first.map { PDFFileFault.mended($0).finding(file: file) }
    return Loaded(reading, mended.map { [$0] } ?? [])
  }
}

/// What is wrong with a file that would cost a library too much; nil for nothing.
private func refusal(of source: PDFBytes, limits: PDFLimits) -> PDFFileFault? {
  if ObjectClaims(source.buffer, limit: limits.objects).isExcessive {
    return .tooManyObjects(limit: limits.objects)
  }
  var bounds = StreamBounds(limits)
  if let fault = bounds.check(source.buffer) { return fault }
  if bounds.mayMultiply, let stored = StoredFile(source) {
    var calls = FormCalls(stored, limit: limits.shownBytes)
    if calls.excessivePage(among: limits.pages) != nil {
      return .overfull(limit: limits.shownBytes)
    }
  }
  return nil
}

/// Reads a file all of whose pages are plain: pages, words and rules; nil for any other.
///
/// What is asked for beyond them poppler tells.
private func plainReading(_ bytes: PDFBytes, file: String, limits: PDFLimits) -> PDFReading? {
  guard let stored = StoredFile(bytes) else { return nil }
  let pages = stored.pages(limit: limits.pages + 1)
  guard !pages.isEmpty, pages.count <= limits.pages, !stored.isDoubtful else { return nil }
  let labels = PageLabels(stored)
  let reader = PlainPageReader(stored)
  var reading = PDFReading(file: file, version: stored.version)
  var characters = 0
  for (index, page) in pages.enumerated() {
    guard let plain = try? reader.read(page) else { return nil }
    characters += plain.characters.boxes.count
    guard characters <= limits.characters else { return nil }
    var read = ReadPage(
      number: index + 1, label: labels.label(of: index), width: plain.width.inThousandths,
      height: plain.height.inThousandths, lines: lines(of: plain.characters.words()))
    if read.mayHaveTable { read.grids = plain.strokes.rules().grids() }
    // Whether anything of it can be seen only a drawing tells.
    guard !read.lines.isEmpty || !plain.isPainted else { return nil }
    read.areRulesKnown = true
    reading.pages.append(read)
  }
  return stored.isDoubtful ? nil : reading
}

/// Reads a file that begins and ends as a PDF does.
private func reading(
  _ bytes: PDFBytes, file: String, details: PDFDetails, limits: PDFLimits
) throws(PDFFileFault) -> PDFReading {
  let end = ContinuousClock.now + .seconds(limits.seconds)
  let document = try PopplerFile(bytes)
  let count = document.pageCount
  guard count > 0 else { throw .noPages }
  guard count <= limits.pages else { throw .tooManyPages(count, limit: limits.pages) }
  var reading = PDFReading(file: file, version: document.version)
  if details.contains(.properties) { reading.properties = document.properties() }
  var tops: [Double] = []
  var characters = 0
  for number in 1...count {
    guard let page = document.page(number) else { throw .missingPage(number, of: count) }
    guard ContinuousClock.now < end else { throw .tooSlow(page: number, seconds: limits.seconds) }
    let content = page.characters(withFonts: details.contains(.fonts))
    characters += content.boxes.count
    guard characters <= limits.characters else {
      throw .tooMuchText(page: number, limit: limits.characters)
    }
    let lines = lines(of: content.words())
    var read = ReadPage(
      number: number, label: page.label, width: page.size.width.inThousandths,
      height: page.size.height.inThousandths, lines: lines)
    if details.contains(.grids), read.mayHaveTable { read.grids = page.rules().grids() }
    read.areRulesKnown = details.contains(.grids)
    if let turned = content.turned(on: read) { read.turnedLines = turned.map(\.text) }
    if lines.isEmpty { read.isPicture = page.showsAnything }
    reading.pages.append(read)
    tops.append(page.top)
  }
  addDetails(of: document, to: &reading, details: details, tops: tops, limits: limits)
  if details.contains(.tags) {
    let withTexts = details.contains(.tagTexts)
    addTags(of: bytes, to: &reading, withTexts: withTexts, limits: limits)
  }
  return reading
}

/// Adds what concerns the file as a whole, and the links, which need the heights of all pages.
private func addDetails(
  of document: borrowing PopplerFile, to reading: inout PDFReading, details: PDFDetails,
  tops: [Double], limits: PDFLimits
) {
  if details.contains(.fonts) { reading.fonts = document.fonts() }
  if details.contains(.outline) {
    reading.outline = document.outline(tops: tops, limits: limits)
  }
  if details.contains(.links) {
    for index in reading.pages.indices {
      guard let page = document.page(index + 1) else { continue }
      reading.pages[index].links = document.links(of: page, tops: tops)
    }
  }
}

/// Adds the structure, and what else poppler does not tell.
///
/// A file that poppler reads and qpdf does not is left without tags.
private func addTags(
  of bytes: PDFBytes, to reading: inout PDFReading, withTexts: Bool, limits: PDFLimits
) {
  guard let file = StoredFile(bytes) else { return }
  var reader = TagReader(file, withTexts: withTexts, limits: limits)
  reading.tags = reader.tags()
  reading.properties.isTagged = reader.isTagged
  reading.properties.language = reader.language
}
