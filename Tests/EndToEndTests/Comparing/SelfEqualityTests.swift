import Foundation
import TestSupport
import Testing

@Suite("Files held against themselves") struct SelfEqualityTests {
  @Test("each file of the builds equals itself", arguments: ["figures", "content", "format"])
  func builds(level: String) throws {
    let builds = try ComparedBuilds.shared.get()
    for folder in [builds.base, builds.changed, builds.styled] {
      for name in [ComparedBuilds.forms, ComparedBuilds.evaluations, ComparedBuilds.document] {
        let file = folder.appendingPathComponent(name)
        let report = try compared(file, file, ["--level", level])
        #expect(report.equal && report.differences.isEmpty, "\(file.path) at \(level)")
      }
    }
  }
}
