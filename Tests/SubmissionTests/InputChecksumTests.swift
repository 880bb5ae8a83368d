import Foundation
import Submission
import TestSupport
import Testing

@Suite("The inputs in the manifest")
struct InputChecksumTests {
  private struct Manifest: Decodable {
    struct File: Decodable {
      let name: String
      let sha256: String
    }

    let inputs: [File]
  }

  @Test("A file that changes after it was read has the checksum of what was read")
  func changedFiles() throws {
    try withTemporaryFolder { folder in
      let dossier = folder.appendingPathComponent("dossier")
      try FileManager.default.copyItem(at: SampleSubmission.example, to: dossier)
      let names = ["department.yaml", "income.csv", "expenditure.csv"]
      let before = try names.map { name in
        sha256(of: try Data(contentsOf: dossier.appendingPathComponent(name)))
      }
      var order = BuildOrder(dossier: dossier, workingFolder: Project.root)
      order.out = folder.appendingPathComponent("out")
      order.formats = [.xlsx]
      order.forms = ["03"]
      let request = BuildRequest(order, data: DataFolder(root: Project.root))
      let result = Submission.build(request) { stage in
        guard stage == .composing else { return }
        for name in names {
          let file = dossier.appendingPathComponent(name)
          #expect(throws: Never.self) { try Data("changed".utf8).write(to: file) }
        }
      }
      #expect(result.summary != nil)
      let data = try Data(contentsOf: folder.appendingPathComponent("out/manifest.json"))
      let manifest = try JSONDecoder().decode(Manifest.self, from: data)
      for (name, checksum) in zip(names, before) {
        #expect(manifest.inputs.first { $0.name == name }?.sha256 == checksum, "\(name)")
      }
    }
  }
}
