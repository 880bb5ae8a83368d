/// A property that is compared by itself: how it is called in reports and rules, and what it is.
struct Property: Hashable, Sendable {
  /// The steady name: `numberFormat`.
  let name: String
  /// What is compared; empty where nothing is set.
  let value: String
  /// As reports print it.
  let shown: String

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

  init(_ name: String, _ value: Int?) { self.init(name, value.map(String.init) ?? "") }
}

/// A property that differs.
struct PropertyChange: Hashable, Sendable {
  let name: String
  let left: String
  let right: String

  /// The properties of two lists that differ; a list may lack some of the other's.
  static func between(_ left: [Property], _ right: [Property]) -> [PropertyChange] {
    var others: [String: Property] = [:]
    for property in right { others[property.name] = property }
    var changes: [PropertyChange] = []
    for property in left {
      let other = others.removeValue(forKey: property.name)
      if property.value != other?.value ?? "" {
        changes.append(
          PropertyChange(name: property.name, left: property.shown, right: other?.shown ?? ""))
      }
    }
    for property in right where others[property.name] != nil && !property.value.isEmpty {
      changes.append(PropertyChange(name: property.name, left: "", right: property.value))
    }
    return changes
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
