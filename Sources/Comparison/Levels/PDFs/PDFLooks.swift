internal import Reading

/// How two PDFs look and are built otherwise; what they say plays no part.
struct PDFLooks {
  let file: String
  let pair: PDFPair
  /// Texts that were reported; what follows from them is not told again.
  let reported: ReportedTexts

  func run(_ log: inout DifferenceLog) {
    let pages = PageMap(pair)
    comparePages(pages, &log)
    PDFPlaces(file: file, pair: pair).run(&log)
    PDFNavigation(file: file, pair: pair, pages: pages, reported: reported).run(&log)
    compareFonts(&log)
    let changes = PropertyChange.between(
      pair.left.properties.list(pair.left), pair.right.properties.list(pair.right))
    for change in changes {
      add(change.name == "tagged" ? .tag : .metadata, change, "", file, file, &log)
    }
  }

  /// Sizes and labels of pages that belong together.
  private func comparePages(_ pages: PageMap, _ log: inout DifferenceLog) {
    for page in pair.left.pages {
      guard let number = pages[page.number] else { continue }
      let other = pair.right.pages[number - 1]
      let group = PDFComparison.group(page.number)
      let places = ("page \(page.number)", "page \(number)")
      if abs(page.width - other.width) > 0.5 || abs(page.height - other.height) > 0.5 {
        let change = PropertyChange(
          name: "pageSize", left: "\(shortNumber(page.width)) × \(shortNumber(page.height))",
          right: "\(shortNumber(other.width)) × \(shortNumber(other.height))")
        add(.geometry, change, group, places.0, places.1, &log)
      }
      // Labels that are the page's own number go with it.
      let plain = page.label == String(page.number) && other.label == String(other.number)
      if page.label != other.label, !plain {
        let change = PropertyChange(name: "pageLabel", left: page.label, right: other.label)
        add(.format, change, group, places.0, places.1, &log)
      }
    }
  }

  /// Fonts of the file by name, but for those whose texts were told to have another font.
  private func compareFonts(_ log: inout DifferenceLog) {
    let told = Set(
      [pair.left, pair.right].flatMap { reading in
        reading.pages.lazy.flatMap(\.lines).flatMap(\.runs).map(\.font)
      })
    let own = pair.left.fonts.map { Property("font:\($0.name)", $0.text) }
    let others = pair.right.fonts.map { Property("font:\($0.name)", $0.text) }
    for change in PropertyChange.between(own, others) {
      let isOneSided = change.left.isEmpty || change.right.isEmpty
      if isOneSided, told.contains(String(change.name.dropFirst(5))) { continue }
      add(.format, change, "", file, file, &log)
    }
  }

  private func add(
    _ kind: Difference.Kind, _ change: PropertyChange, _ group: String, _ place: String,
    _ other: String, _ log: inout DifferenceLog
  ) {
    log.add(
      Difference(
        kind, file: file, group: group, property: change.name,
        left: Difference.Side(value: change.left, at: place),
        right: Difference.Side(value: change.right, at: other)))
  }
}

extension ReadFont {
  fileprivate var text: String {
    kind + (isEmbedded ? "，嵌入" : "，未嵌入") + (isSubset ? "，子集" : "")
  }
}

extension PDFProperties {
  fileprivate func list(_ reading: PDFReading) -> [Property] {
    [
      Property("version", reading.version), Property("title", title ?? ""),
      Property("author", author ?? ""), Property("subject", subject ?? ""),
      Property("keywords", keywords ?? ""), Property("creator", creator ?? ""),
      Property("producer", producer ?? ""), Property("language", language ?? ""),
      Property("created", created ?? ""), Property("modified", modified ?? ""),
      Property("tagged", isTagged),
    ]
  }
}

/// Which page on the right has most of the paragraphs of a left page.
struct PageMap {
  private var pages: [Int: Int] = [:]

  init(_ pair: PDFPair) {
    var counts: [Int: [Int: Int]] = [:]
    for (left, right) in pair.paragraphs.pairs {
      counts[pair.own[left].page, default: [:]][pair.others[right].page, default: 0] += 1
    }
    var taken: Set<Int> = []
    for page in pair.left.pages.map(\.number) {
      let candidates = (counts[page] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      if let best = candidates.first(where: { !taken.contains($0.key) }) {
        pages[page] = best.key
        taken.insert(best.key)
      } else if pair.left.pages.count == pair.right.pages.count, !taken.contains(page) {
        // A page without text is the one in the same place.
        pages[page] = page
        taken.insert(page)
      }
    }
  }

  /// The right page that is a left one, from 1.
  subscript(page: Int) -> Int? { pages[page] }
}
