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

  struct Side: Decodable {
    let value: String
    let at: String
    let sources: [String]?
  }

  struct Difference: Decodable {
    let kind: String
    let file: String
    let address: String?
    let property: String?
    let left: Side?
    let right: Side?

    /// The sheet in which it stands, on the left where both have it.
    var sheet: String? {
      (left ?? right).map { $0.at.split(separator: "!")[0] }.map(String.init)
    }
  }

  struct Ignored: Decodable {
    let rule: String
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
