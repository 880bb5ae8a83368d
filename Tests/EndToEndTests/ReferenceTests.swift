import Foundation
import TestSupport
import Testing

@Suite("The examples and their references") struct ReferenceTests {
  /// The shipped command holds the whole submission against `Tests/Golden`; recording is its
  /// `--update`, which ends with 1 and so never passes.
  @Test(
    "each example gives what its references say",
    arguments: [
      "Tests/Golden/xiangyuan-2023/submission", "Tests/Golden/putuo-finance-2024/submission",
    ])
  func example(_ folder: String) throws {
    let name = folder.split(separator: "/")[2]
    let arguments = ["verify", Project.url("Examples/\(name)").path, "--against", folder]
    let result = try gongkai(
      arguments + (Golden.isUpdating ? ["--update"] : ["--limit", "40"]), in: Project.url("."))
    #expect(
      result.status == 0, "\(result.output)\n\(result.errors)\nTo accept: scripts/golden update")
    // A reference that nothing makes any more is a difference; a file that is no reference at all is
    // but a warning.
    #expect(!result.errors.contains("C111"), "\(result.errors)")
  }
}
