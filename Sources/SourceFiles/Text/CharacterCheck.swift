internal import Diagnostics

/// A text with its characters treated by ``CharacterPolicy``.
struct CharacterCheck {
  /// What is read on: without what is left out; for what is refused there is U+FFFD, so that the
  /// places behind it stay and the rest of the file can be judged.
  private(set) var text: String
  /// For each line, from 1, the columns of what is left out.
  private(set) var removed: [Int: [Int]] = [:]
  private(set) var findings: [Finding] = []
  private let file: String
  private let family: String

  /// The places of a character in the order of the text.
  private struct Occurrences {
    let treatment: CharacterTreatment
    var places: [SourcePlace] = []
    var count = 0
  }

  init(_ text: String, file: String, family: String) {
    self.text = text
    self.file = file
    self.family = family
    guard mayChange(text) else { return }
    treat()
  }

  private mutating func treat() {
    var result = String.UnicodeScalarView()
    var found: [Unicode.Scalar: Occurrences] = [:]
    var (line, column) = (1, 0)
    var before: Unicode.Scalar?
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      column += 1
      let treatment = CharacterPolicy.treatment(of: scalar, after: before)
      switch treatment {
      case .kept: result.append(scalar)
      case .space, .oddSpace: result.append(" ")
      case .left: removed[line, default: []].append(column)
      case .refused: result.append("\u{FFFD}")
      }
      if treatment != .kept, treatment != .space {
        var known = found.removeValue(forKey: scalar) ?? Occurrences(treatment: treatment)
        known.count += 1
        if known.places.count < mostPlaces {
          known.places.append(SourcePlace(file: file, line: line, column: column))
        }
        found[scalar] = known
      }
      if treatment != .left { before = scalar }
      if scalar == "\r" || scalar == "\n" {
        if scalar == "\r" || !isAfterReturn { line += 1 }
        column = 0
      }
      isAfterReturn = scalar == "\r"
    }
    text = String(result)
    findings = found.sorted { $0.key < $1.key }.compactMap { finding($0.key, $0.value) }
  }

  private func finding(_ scalar: Unicode.Scalar, _ found: Occurrences) -> Finding? {
    guard let first = found.places.first else { return nil }
    let fault: CharacterFault
    switch found.treatment {
    case .kept, .space: return nil
    case .left: fault = .left(scalar, asSpace: false, count: found.count)
    case .oddSpace: fault = .left(scalar, asSpace: true, count: found.count)
    case .refused(let reason): fault = .refused(scalar, reason, count: found.count)
    }
    return FamilyFault(fault, in: family)
      .finding(at: first, related: Array(found.places.dropFirst()))
  }
}

/// How many places of a character a message has room for.
private let mostPlaces = 10

/// Whether something may have to be done about a character of a text, asked of each one alone.
///
/// By bytes, of which a scalar is put together in a fraction of the time that the view of scalars takes.
private func mayChange(_ text: String) -> Bool {
  var text = text
  return text.withUTF8 { bytes in
    var index = 0
    func bits(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset] & 0x3F) }
    while index < bytes.count {
      let first = UInt32(bytes[index])
      let (value, width) =
        switch first {
        case ..<0x80: (first, 1)
        case ..<0xE0: ((first & 0x1F) << 6 | bits(1), 2)
        case ..<0xF0: ((first & 0x0F) << 12 | bits(1) << 6 | bits(2), 3)
        default: ((first & 0x07) << 18 | bits(1) << 12 | bits(2) << 6 | bits(3), 4)
        }
      index += width
      if CharacterPolicy.isCommon(value) { continue }
      guard let scalar = Unicode.Scalar(value),
        CharacterPolicy.treatment(of: scalar) == .kept
      else { return true }
    }
    return false
  }
}
