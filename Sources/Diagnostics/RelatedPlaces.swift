/// Further places of a finding as clerks read them: `budget.csv:3:1，budget.csv:5:1`, and where they are
/// many, `budget.csv:3:1，expenditure.csv 第 3–17、22 行`.
struct RelatedPlaces {
  /// How many are told with their columns, which people need to find what cannot be seen.
  private static let mostInFull = 10

  private let places: [SourcePlace]

  init(_ places: [SourcePlace]) { self.places = places }

  /// The places; of many those of one file as its lines, in the order in which the files were named.
  var text: String {
    guard places.count > Self.mostInFull else {
      return places.map(\.description).joined(separator: "，")
    }
    var files: [(file: String, places: [SourcePlace])] = []
    for place in places {
      if let index = files.firstIndex(where: { $0.file == place.file }) {
        files[index].places.append(place)
      } else {
        files.append((place.file, [place]))
      }
    }
    return files.map { file, places in
      let lines = Set(places.map(\.line)).filter { $0 > 0 }.sorted()
      guard lines.count > 1 else {
        return places.map(\.description).joined(separator: "，")
      }
      return "\(file) 第 \(ranges(lines)) 行"
    }.joined(separator: "，")
  }

  /// Ascending numbers, those without a gap as a range: `3–17、22`.
  private func ranges(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map { range in
      switch range.count {
      case 1: "\(range.lowerBound)"
      case 2: "\(range.lowerBound)、\(range.upperBound)"
      default: "\(range.lowerBound)–\(range.upperBound)"
      }
    }.joined(separator: "、")
  }
}
