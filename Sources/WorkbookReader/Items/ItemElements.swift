internal import Readings

/// What a sheet's own part says of things beside the cells, and which parts it points to for more.
struct ItemElements {
  /// A part that is read behind the sheet's own.
  enum Part: String {
    case drawing
    case legacyDrawing
    case legacyDrawingHF
    case picture
    case tablePart
  }

  /// What the elements come to so far; rules for looks are put in order by ``finish()``.
  private(set) var items: [SheetItem] = []
  /// The parts with the ids of the relationships that lead to them.
  private(set) var parts: [(kind: Part, id: String)] = []
  /// Rules for the looks of cells with their rank.
  private var looks: [(rank: Int, link: String?, item: SheetItem)] = []
  /// What newer programs add to such rules, by the rule's id.
  private var additions: [String: String] = [:]
  private let context: SheetContext
  private let links: [WorkbookPackage.Relationship]

  /// Things of one kind that a sheet has at most, so that no file fills the memory with them.
  static let most = 100_000

  /// - Parameter links: the relationships of the sheet.
  init(_ context: SheetContext, links: [WorkbookPackage.Relationship]) {
    self.context = context
    self.links = links
  }

  /// Takes an element of a sheet if it is about such things.
  mutating func read(_ stream: inout XMLStream) throws(FileFault) {
    try stream.limit(items.count + looks.count, to: Self.most, "批注、图片、格式规则等")
    switch stream.name {
    case "conditionalFormatting": try readLooks(&stream, isAddition: false)
    case "dataValidations":
      try stream.children { (stream) throws(FileFault) in
        try stream.limit(items.count, to: Self.most, "数据验证")
        try readValidation(&stream)
      }
    case "hyperlinks":
      try stream.children { (stream) throws(FileFault) in
        try stream.limit(items.count, to: Self.most, "超链接")
        try readLink(stream)
      }
    case "autoFilter":
      let ranges = Self.ranges(try stream.attribute("ref"))
      let spelling = try XMLSpelling(&stream, palette: context.palette)
      items.append(SheetItem(.autoFilter, ranges: ranges, details: spelling.inside))
    case "protectedRanges":
      try stream.children { (stream) throws(FileFault) in
        let values = try XMLAttributes(stream)
        items.append(
          SheetItem(
            .protectedRange, ranges: Self.ranges(values["sqref"]), text: values["name"] ?? ""))
      }
    case "extLst": try readAdditions(&stream)
    case "tableParts":
      try stream.children { (stream) throws(FileFault) in try note(.tablePart, stream) }
    default:
      if let kind = Part(rawValue: stream.name) { try note(kind, stream) }
    }
  }

  private mutating func note(
    _ kind: Part, _ stream: borrowing XMLStream
  ) throws(FileFault) {
    guard let id = try stream.attribute("id") else { throw stream.fault("\(stream.name) 没有编号") }
    try stream.limit(parts.count, to: 10_000, "图形和表格")
    parts.append((kind, id))
  }

  /// The items in the end: rules for looks by their rank, each with what newer programs add to it.
  mutating func finish() -> [SheetItem] {
    let ranked = looks.enumerated().sorted { left, right in
      (left.element.rank, left.offset) < (right.element.rank, right.offset)
    }
    for (_, look) in ranked {
      var item = look.item
      if let addition = look.link.flatMap({ additions.removeValue(forKey: $0) }) {
        item.details += addition
      }
      items.append(item)
    }
    looks = []
    return items
  }

  /// The ranges of a list with spaces between any two.
  static func ranges(_ text: String?) -> [CellRange] {
    (text ?? "").split(separator: " ").compactMap { CellPlace.range(String($0)) }
  }

  // MARK: rules for looks

  private mutating func readLooks(
    _ stream: inout XMLStream, isAddition: Bool
  ) throws(FileFault) {
    var ranges = Self.ranges(try stream.attribute("sqref"))
    var rules: [(rank: Int, id: String?, link: String?, item: SheetItem)] = []
    try stream.children { (stream) throws(FileFault) in
      if stream.isNamed("sqref") {
        ranges = Self.ranges(try stream.text())
      } else if stream.isNamed("cfRule") {
        try stream.limit(looks.count + rules.count, to: Self.most, "条件格式")
        let values = try XMLAttributes(stream)
        let (item, link) = try rule(&stream, values)
        rules.append((values.int("priority") ?? Int.max, values["id"], link, item))
      }
    }
    for rule in rules {
      var item = rule.item
      item = SheetItem(
        .conditionalFormat, ranges: ranges, text: item.text, formulas: item.formulas,
        details: item.details)
      // A rule that only adds to one of the older kind has its id, and no rank of its own.
      if isAddition, let id = rule.id, rule.rank == Int.max {
        additions[id] = " \(item.text) \(item.details)"
      } else {
        looks.append((rule.rank, rule.link, item))
      }
    }
  }

  private func rule(
    _ stream: inout XMLStream, _ values: XMLAttributes
  ) throws(FileFault) -> (item: SheetItem, link: String?) {
    var formulas: [String] = []
    var details: [String] = []
    var link: String?
    try stream.children { (stream) throws(FileFault) in
      switch stream.name {
      case "formula", "f": formulas.append(XMLEscapes.decoded(try stream.text()))
      case "extLst": link = try Self.linkOfRule(&stream)
      case "dxf": details.append(try XMLSpelling(&stream, palette: context.palette).inside)
      default: details.append(try XMLSpelling(&stream, palette: context.palette).text)
      }
    }
    if let number = values.int("dxfId"), context.differences.indices.contains(number) {
      details.insert(context.differences[number], at: 0)
    }
    let text = Self.settings(values, without: ["priority", "dxfId", "id"])
    return (
      SheetItem(
        .conditionalFormat, text: text, formulas: formulas, details: details.joined(separator: " ")),
      link
    )
  }

  private static func linkOfRule(_ stream: inout XMLStream) throws(FileFault) -> String? {
    var link: String?
    try stream.children { (stream) throws(FileFault) in
      try stream.children { (stream) throws(FileFault) in
        if stream.isNamed("id") { link = try stream.text() }
      }
    }
    return link
  }

  /// What attributes set, sorted: what is off, or as it is without saying, is left out.
  private static func settings(_ values: XMLAttributes, without passedOver: Set<String>) -> String {
    values.sorted.compactMap { name, value in
      if passedOver.contains(name) || name == "uid" || value.isEmpty { return nil }
      let isOff = value == "0" || value == "false"
      if isOff, name != "aboveAverage" { return nil }
      if value == "none" || value == "between" || name == "errorStyle" && value == "stop" {
        return nil
      }
      return name == "type" ? value : "\(name)=\(value == "true" ? "1" : value)"
    }.joined(separator: " ")
  }

  // MARK: others

  private mutating func readValidation(_ stream: inout XMLStream) throws(FileFault) {
    let values = try XMLAttributes(stream)
    var ranges = Self.ranges(values["sqref"])
    var formulas: [String] = []
    try stream.children { (stream) throws(FileFault) in
      if stream.isNamed("sqref") {
        ranges = Self.ranges(try stream.text())
      } else if stream.name.hasPrefix("formula") {
        formulas.append(XMLEscapes.decoded(try stream.wholeText()))
      }
    }
    while formulas.last?.isEmpty == true { formulas.removeLast() }
    items.append(
      SheetItem(
        .validation, ranges: ranges, text: Self.settings(values, without: ["sqref"]),
        formulas: formulas))
  }

  private mutating func readLink(_ stream: borrowing XMLStream) throws(FileFault) {
    let values = try XMLAttributes(stream)
    let target = values["id"].flatMap { id in links.first { $0.id == id } }
    let place = values["location"].map { "#" + $0 } ?? ""
    let text = (target.map { $0.external ?? $0.part } ?? "") + place
    items.append(
      SheetItem(
        .hyperlink, ranges: Self.ranges(values["ref"]), text: XMLEscapes.decoded(text),
        details: XMLEscapes.decoded(values["tooltip"] ?? "")))
  }

  /// What programs add to the format: newer kinds of what is read above, and others as they are.
  private mutating func readAdditions(_ stream: inout XMLStream) throws(FileFault) {
    try stream.children { (stream) throws(FileFault) in
      try stream.children { (stream) throws(FileFault) in
        try stream.limit(items.count + looks.count, to: Self.most, "扩展")
        switch stream.name {
        case "conditionalFormattings":
          try stream.children { (stream) throws(FileFault) in
            try readLooks(&stream, isAddition: true)
          }
        case "dataValidations":
          try stream.children { (stream) throws(FileFault) in
            try stream.limit(items.count, to: Self.most, "数据验证")
            try readValidation(&stream)
          }
        case "sparklineGroups":
          try stream.children { (stream) throws(FileFault) in
            let spelling = try XMLSpelling(&stream, palette: context.palette)
            items.append(
              SheetItem(.sparkline, formulas: spelling.formulas, details: spelling.text))
          }
        default:
          let name = stream.name
          let spelling = try XMLSpelling(&stream, palette: context.palette)
          items.append(SheetItem(.extension, text: name, details: spelling.text))
        }
      }
    }
  }
}
