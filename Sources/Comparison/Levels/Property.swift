/// A property that is compared by itself: how it is called in reports and rules, and what it is.
struct Property: Hashable, Sendable {
  /// The steady name: `numberFormat`.
  let name: String
  /// What is compared; empty where nothing is set.
  let value: String
  /// As reports print it.
  let shown: String
  /// The number that the value is, where numbers that differ by little are the same.
  private var number: Double?
  /// By how much it may differ.
  private var tolerance = 0.0

  /// - Parameter shown: what stands in the file, where ``value`` is what it reads as on the other
  ///   side.
  init(_ name: String, _ value: String, shown: String? = nil) {
    self.name = name
    self.value = value
    self.shown = shown ?? value
  }

  init(_ name: String, _ value: Bool) { self.init(name, value ? "是" : "否") }

  /// A length or size; programs differ in the last digits that they write.
  init(_ name: String, _ value: Double?) { self.init(name, value.map { shortNumber($0) } ?? "") }

  /// A length that is the same as another one up to a tolerance.
  init(_ name: String, _ value: Double?, within tolerance: Double) {
    self.init(name, value)
    number = value
    self.tolerance = tolerance
  }

  /// Whether two values of one property are the same.
  func isSame(as other: Property?) -> Bool {
    if value == other?.value ?? "" { return true }
    guard let number, let second = other?.number else { return false }
    // The tolerance itself counts as within, whatever its binary fraction.
    return abs(number - second) <= tolerance + 1e-9
  }

  init(_ name: String, _ value: Int?) { self.init(name, value.map(String.init) ?? "") }
}

/// A property that differs.
struct PropertyChange: Hashable, Sendable {
  let name: String
  let left: String
  let right: String

  /// The properties of two lists that differ; a list may lack some of the other's.
  static func between(_ left: [Property], _ right: [Property]) -> [PropertyChange] {
    // Files may have several of one name; each is held against the one in the same place among them.
    var others: [String: [Property]] = [:]
    for property in right.reversed() { others[property.name, default: []].append(property) }
    var changes: [PropertyChange] = []
    for property in left {
      let other = others[property.name]?.popLast()
      if !property.isSame(as: other) { changes.append(PropertyChange(property, other)) }
    }
    var told: Set<String> = []
    for property in right where told.insert(property.name).inserted {
      for rest in (others[property.name] ?? []).reversed() where !rest.value.isEmpty {
        changes.append(PropertyChange(name: rest.name, left: "", right: rest.shown))
      }
    }
    return changes
  }
}

extension PropertyChange {
  /// What became of a property; nil where the right has none.
  fileprivate init(_ property: Property, _ other: Property?) {
    name = property.name
    right = other?.shown ?? ""
    // An area stands for other cells where rows were put in and it did not grow: what it would be
    // then is told, for both sides print the same.
    left =
      property.shown == right ? "\(property.shown)（随行列增删应为 \(property.value)）" : property.shown
  }
}

/// A number with at most two decimals, halves away from zero.
func shortNumber(_ number: Double) -> String {
  let hundredths = (number * 100).rounded()
  guard hundredths.isFinite, hundredths.magnitude < 1e15 else { return String(number) }
  let units = Int64(hundredths)
  let digits = String(units.magnitude)
  let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  var fraction = padded.suffix(2)
  while fraction.last == "0" { fraction.removeLast() }
  let whole = (units < 0 ? "-" : "") + padded.dropLast(2)
  return fraction.isEmpty ? whole : "\(whole).\(fraction)"
}

/// Which lengths of workbooks are the same.
enum Tolerance {
  /// Of columns, in characters: a third of the width of a pixel, so that 29.71 and 29.72 are one.
  static let width = 0.05
  /// Of rows, in points: a seventh of the height of a pixel.
  static let height = 0.1
}
