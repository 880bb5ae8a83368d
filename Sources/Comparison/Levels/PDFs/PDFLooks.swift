internal import Diagnostics
internal import Readings

/// How two PDFs look and are built otherwise; what they say plays no part.
struct PDFLooks {
  let file: String
  let pair: PDFPair
  /// Texts that were reported; what follows from them is not told again.
  let reported: ReportedTexts

  func run(_ log: inout DifferenceLog) {
    comparePages(pair.pages, &log)
    PDFPlaces(
      file: file, left: pair.left, right: pair.right, own: pair.own, others: pair.others,
      pairs: pair.paragraphs.pairs, pages: pair.pages
    ).run(&log)
    // Running titles go with their pages: that they are on another page is not told, the page is.
    PDFPlaces(
      file: file, left: pair.left, right: pair.right, own: pair.furniture.own,
      others: pair.furniture.others, pairs: pair.furniture.pairs, pages: pair.pages,
      areBoundToPages: true
    ).run(&log)
    PDFNavigation(file: file, pair: pair, pages: pair.pages, reported: reported).run(&log)
    compareFonts(&log)
    let changes = PropertyChange.between(
      pair.left.properties.list(pair.left), pair.right.properties.list(pair.right))
    for change in changes {
      add(change.name == "tagged" ? .tag : .metadata, change, "", .file(file), .file(file), &log)
    }
  }

  /// Sizes and labels of pages that belong together.
  private func comparePages(_ pages: PageMap, _ log: inout DifferenceLog) {
    let shifts = labelShifts(pages)
    for page in pair.left.pages {
      guard let number = pages[page.number] else { continue }
      let other = pair.right.pages[number - 1]
      let group = PDFComparison.group(page.number)
      let places = (Place.page(page.number), Place.page(number))
      if abs(page.width - other.width) > 0.5 || abs(page.height - other.height) > 0.5 {
        let change = PropertyChange(
          name: "pageSize", left: "\(shortNumber(page.width)) × \(shortNumber(page.height))",
          right: "\(shortNumber(other.width)) × \(shortNumber(other.height))")
        add(.geometry, change, group, places.0, places.1, &log)
      }
      // Labels that are the page's own number go with it.
      let plain = page.label == String(page.number) && other.label == String(other.number)
      if page.label != other.label, !plain, !shifts.contains(page.number) {
        let change = PropertyChange(name: "pageLabel", left: page.label, right: other.label)
        add(.format, change, group, places.0, places.1, &log)
      }
    }
  }

  /// The pages whose labels count on with those of their neighbours.
  private func labelShifts(_ pages: PageMap) -> Set<Int> {
    var numbers: [PageNumber.Pair] = []
    for page in pair.left.pages {
      guard let number = pages[page.number],
        let (own, other) = PageNumber.ends(page.label, pair.right.pages[number - 1].label)
      else { continue }
      numbers.append(
        PageNumber.Pair(left: own, right: other, leftPage: page.number, rightPage: number))
    }
    let odd = Set(PageNumber.odd(numbers))
    return Set(numbers.indices.filter { !odd.contains($0) }.map { numbers[$0].leftPage })
  }

  /// Fonts of the file by name, but for those whose texts were told to have another font.
  private func compareFonts(_ log: inout DifferenceLog) {
    // A font that only one side has and that sets a text there was told with that text.
    let told = Set(
      [pair.left, pair.right].flatMap { reading in
        reading.pages.lazy.flatMap(\.lines).flatMap(\.runs).map(\.font)
      })
    let changes = PropertyChange.between(
      Self.fonts(of: pair.left), Self.fonts(of: pair.right))
    for change in changes {
      let isOneSided = change.left.isEmpty || change.right.isEmpty
      if isOneSided, told.contains(String(change.name.dropFirst(5))) { continue }
      add(.format, change, "", .file(file), .file(file), &log)
    }
  }

  /// The fonts of a file by name; several of one name are one property.
  private static func fonts(of reading: PDFReading) -> [Property] {
    let fonts = Dictionary(grouping: reading.fonts, by: \.name)
    return fonts.keys.sorted().map { name in
      let texts = Set((fonts[name] ?? []).map(\.text))
      return Property("font:\(name)", texts.sorted().joined(separator: "；"))
    }
  }

  private func add(
    _ kind: Difference.Kind, _ change: PropertyChange, _ group: String, _ place: Place,
    _ other: Place, _ log: inout DifferenceLog
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
