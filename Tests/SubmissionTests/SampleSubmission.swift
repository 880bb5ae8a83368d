import Composition
import Diagnostics
import Documents
import Domain
import Dossiers
import Foundation
import Layouts
import Reckoning
import Submission
import TestSupport
import Testing
import Typesetting

/// A dossier taken through the pipeline by hand, step by step, to be held against what the build
/// writes.
struct SampleSubmission {
  let document: Document
  let typeset: TypesetDocument

  /// The example of the project.
  static let example = Project.url("Examples/xiangyuan-2023")

  /// - Parameter fonts: a file of font roles whose faces go first; nil for the project's own.
  init(_ dossier: URL = Self.example, fonts preferred: URL? = nil) throws {
    let set = try Self.layoutSet(of: dossier)
    let accounts = try #require(readDossier(.folder(dossier), by: set).value)
    document = try #require(compose(accounts, by: set).value?.document)
    let fonts = try #require(
      FontSet.load(
        from: Project.url("Fonts"), preferring: preferred, needing: FontDemand(document)
      ).value)
    typeset = try #require(Typesetting.typeset(document, with: fonts).value)
  }

  /// The layout set that a dossier names: of the example, where none is said.
  static func layoutSet(of dossier: URL = Self.example) throws -> LayoutSet {
    let name = try #require(readLayoutName(of: .folder(dossier)).value?.name)
    return try #require(LayoutLibrary(root: Project.url("Layouts")).load(name).value)
  }

  /// A dossier as the reckoning of the tests sees it.
  static func model(of dossier: URL, by set: LayoutSet) throws -> DepartmentModel {
    try DepartmentModel(try #require(readDossier(.folder(dossier), by: set).value))
  }

  /// Builds a dossier into a folder.
  static func build(_ dossier: URL = Self.example, into out: URL) throws -> BuildResult {
    var order = BuildOrder(dossier: dossier, workingFolder: Project.root)
    order.out = out
    // Dossiers that look like nothing real are to be set all the same.
    order.isWrittenWithErrors = true
    return Submission.build(BuildRequest(order, data: DataFolder(root: Project.root)))
  }
}
