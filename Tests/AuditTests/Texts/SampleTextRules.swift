import Audit
import Diagnostics
import Domain
import Dossiers
import Foundation
import Layouts
import TestSupport
import Testing

extension TextRules {
  /// The rules of the shipped set, by which the tests judge.
  static let sample = AuditedDossier.set.textWords.map { TextRules($0) } ?? TextRules()
}

/// The texts that the people of two dossiers wrote.
enum Corpus {
  /// A text and where it is from.
  struct Text: Sendable {
    let place: String
    let text: String
    let shape: TextShape
  }

  static let example = texts(of: "Examples/xiangyuan-2023")
  static let education = texts(of: "Tests/Fixtures/lanchuan-education-2023")
  static var all: [Text] { example + education }

  private static func texts(of dossier: String) -> [Text] {
    guard let set = LayoutLibrary(root: Project.url("Layouts")).load("shanxi-2023").value,
      let accounts = readDossier(.folder(Project.url(dossier)), by: set).value
    else {
      Issue.record("\(dossier) cannot be read")
      return []
    }
    var texts: [Text] = []
    let units: [String?] = [nil] + accounts.department.units.map(\.code)
    for declaration in set.facts {
      let path = declaration.path
      for account in [nil] + accounts.declaredFacts.accounts(of: path) {
        for unit in units {
          let fact = accounts.declaredFacts.fact(path, unit: unit, account: account)
          guard let fact, case DeclaredValue.text(let text) = fact.value else { continue }
          texts.append(
            Text(
              place: "\(path) \(account ?? "")", text: text,
              shape: fact.isLiteralBlock ? .paragraph : .clause))
        }
      }
    }
    for evaluation in accounts.evaluations {
      let project = evaluation.project
      texts.append(Text(place: "\(project) name", text: project, shape: .clause))
      let record = evaluation.record
      let whole = ["年度目标", "实际完成情况"].map { record.text($0) }
      for text in whole + record.rows("分析").map({ $0.text("分析内容") }) {
        texts.append(Text(place: project, text: text, shape: .paragraph))
      }
      for indicator in evaluation.indicators {
        for text in indicator.names + indicator.values + [indicator.reason] {
          texts.append(Text(place: project, text: text, shape: .clause))
        }
      }
    }
    return texts
  }
}
