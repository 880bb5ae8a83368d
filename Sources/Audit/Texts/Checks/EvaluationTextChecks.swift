internal import Diagnostics
internal import Domain
internal import Layouts

extension TextChecks {
  /// Scores and grades of an evaluation's texts that are not its own.
  func statedScores(_ check: CheckLayout) -> TextTelling {
    look(in: [.evaluations], check) { text in
      guard let index = text.evaluation else { return [] }
      let evaluation = accounts.evaluations[index]
      guard let sum = evaluation.total, let scale = evaluation.rules.grades,
        let grade = evaluation.grade
      else { return [] }
      let scores = text.scanned.scores(by: rules).filter { $0.points != sum }
      let grades = text.scanned.grades(scale.grades.map(\.name), by: rules)
        .filter { $0.grade != grade }
      let total = "自评表的\(scale.total)是 \(sum) 分"
      return scores.map { ("写的是“\($0.text)”，\(total)", $0.offset) }
        + grades.map {
          ("写的是“\($0.text)”，\(total)，\(scale.name)是“\(grade)”", $0.offset)
        }
    }
  }

  /// Texts that stand under several projects; units that share a project may share its texts.
  func sharedTexts(from permille: Int, length: Int, _ check: CheckLayout) -> TextTelling {
    let texts = texts.filter { $0.role == .whole }
    var told = TextTelling(asked: texts.count)
    let groups = groupsOfLikeTexts(texts.map(\.scanned), from: permille, leastLength: length)
    for group in groups {
      let members = group.members.map { texts[$0] }
      var projects: Set<String> = []
      let others = members.filter { text in
        text.evaluation.map { projects.insert(accounts.evaluations[$0].project).inserted } ?? false
      }
      guard let first = others.first, others.count > 1 else { continue }
      let names = others.dropFirst().map(\.address).joined(separator: "、")
      let likeness = group.permille == 1000 ? "相同" : "几乎相同"
      let start = first.quotation(at: 0, count: min(12, first.scanned.scalars.count))
      told.findings.append(
        check.finding(
          "\(names) 与 \(first.address) \(likeness)：\(start)", address: others[1].address,
          places: others.map(\.place), form: others[1].form))
    }
    return told
  }

  /// Persons whose names stand in texts; no message repeats them.
  func persons(_ parts: Set<TextCheck.Part>, _ check: CheckLayout) -> TextTelling {
    look(in: parts, check) { text in
      text.scanned.persons(by: rules).map { mention in
        let characters = Array(mention.text)
        let shown = "\(characters.first ?? " ")＊\(String(characters.dropFirst(2)))"
        return ("“\(shown)”像是个人姓名", mention.offset)
      }
    }
  }
}
