internal import Diagnostics
internal import Dossiers
internal import SourceFiles

/// Ends a piece of work early; carries what there is to tell that was not told before.
struct Halt: Error {
  var findings: [Finding] = []
}

/// Everything that is found on the way of a piece of work; the one place where what stops it,
/// whoever has to mend it, becomes a finding.
struct WorkLog {
  private(set) var findings: [Finding] = []
  /// The lines of the files that findings point to.
  var lines: @Sendable (_ file: String) -> [String]? = { _ in nil }

  /// What was found, in the words of whoever has the dossier: as a folder or as a workbook.
  func findings(of order: BuildOrder) -> [Finding] {
    order.sheets.map { findings.inWords(ofWorkbook: $0.workbook.file) } ?? findings
  }

  /// Notes what a stage has found and hands on what it made.
  ///
  /// - Throws: ``Halt`` where the stage has made nothing, or has found errors.
  mutating func take<Value>(_ loaded: Loaded<Value>) throws(Halt) -> Value {
    findings += loaded.findings
    guard let value = loaded.value, !loaded.findings.hasErrors else { throw Halt() }
    return value
  }

  /// Notes what was found beside the work.
  mutating func add(_ found: [Finding]) { findings += found }

  /// Does the work; nil where something stops it.
  mutating func attempt<Value>(_ work: (inout WorkLog) throws -> Value) -> Value? {
    do {
      return try work(&self)
    } catch let halt as Halt {
      findings += halt.findings
    } catch {
      findings.append(finding(thrown: error))
    }
    return nil
  }
}
