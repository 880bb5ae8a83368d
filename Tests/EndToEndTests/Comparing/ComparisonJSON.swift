import Foundation
import TestSupport
import Testing

/// The report for programs, as another program reads it.
struct ComparisonJSON: Decodable {
  struct Summary: Decodable, Equatable {
    let compared: Int
    let different: Int
    let ignored: Int
  }

  /// A place with what tests look at.
  struct Place: Decodable {
    let sheet: String?
    let page: Int?
    /// As the text report cites it.
    let text: String

    private enum Key: String, CodingKey {
      case kind, file, line, sheet, cell, page, form, row, column
    }

    init(from decoder: any Decoder) throws {
      let object = try decoder.container(keyedBy: Key.self)
      func text(_ key: Key) throws -> String { try object.decode(String.self, forKey: key) }
      let kind = try text(.kind)
      sheet = try object.decodeIfPresent(String.self, forKey: .sheet)
      page = try object.decodeIfPresent(Int.self, forKey: .page)
      self.text =
        switch kind {
        case "figure": "\(try text(.form))!\(try text(.row)).\(try text(.column))"
        case "cell": "\(try text(.sheet))!\(try text(.cell))"
        case "sheet": try text(.sheet)
        case "form": try text(.form)
        case "file": try text(.file)
        case "line": "\(try text(.file)):\(try object.decode(Int.self, forKey: .line))"
        case "page": "page \(try object.decode(Int.self, forKey: .page))"
        default: throw UnknownPlace(kind: kind)
        }
    }
  }

  struct UnknownPlace: Error { let kind: String }

  struct Side: Decodable {
    let value: String
    let at: Place?
    let sources: [Place]?
  }

  struct Words: Decodable {
    let form: String
    let row: String
    let column: String
  }

  struct Span: Decodable, Hashable {
    let left: String
    let right: String
  }

  struct Appearance: Decodable {
    let file: String
    let left: Place?
    let right: Place?
  }

  struct Difference: Decodable {
    let kind: String
    let file: String
    let address: Place?
    let property: String?
    let left: Side?
    let right: Side?
    let words: Words?
    let spans: [Span]?
    let quotes: [Place]?
    let also: [Appearance]?

    /// The sheet in which it stands, on the left where both have it.
    var sheet: String? { (left ?? right)?.at?.sheet }
  }

  struct Ignored: Decodable {
    let rule: Place
    let reason: String
    let count: Int
  }

  let left: String
  let right: String
  let level: String
  let equal: Bool
  let summary: Summary
  let differences: [Difference]
  let ignored: [Ignored]

  init(_ text: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
  }
}

/// Compares by the shipped set and requires that the comparison came to an end.
func compared(_ left: URL, _ right: URL, _ more: [String] = []) throws -> ComparisonJSON {
  let result = try gongkai(
    ["diff", left.path, right.path, "--json", "-", "--layout", "shanxi-2023"] + more)
  try #require([0, 1].contains(result.status), "\(result.errors)\(result.output)")
  let report = try ComparisonJSON(result.output)
  #expect(report.equal == (result.status == 0))
  #expect(report.summary.different == report.differences.count)
  return report
}
