internal import Console
internal import FoundationEssentials
internal import Submission

/// A file that is to hold a report: never one that holds something else.
struct ReportFile {
  /// The form of a report.
  enum Form {
    case json, junit, audit, page
  }

  /// As the command line has it.
  let name: String
  let url: URL
  let form: Form

  /// The file of a report; nil for none, and for standard output.
  static func named(
    _ name: String?, _ form: Form, _ surroundings: Surroundings
  ) -> ReportFile? {
    guard let name, name != "-" else { return nil }
    return ReportFile(name: name, url: surroundings.url(name), form: form)
  }

  /// Writes a report where it is asked for: to a file, to standard output for `-`, nowhere for nil.
  static func write(
    _ report: @autoclosure () throws -> Data, to name: String?, _ form: Form,
    _ surroundings: Surroundings
  ) throws {
    guard let name else { return }
    let data = try report()
    if name == "-" { print(String(decoding: data, as: UTF8.self), terminator: "") }
    try named(name, form, surroundings)?.write(data)
  }

  /// Refuses a place at which stands what is no earlier report of that form: it might be an input.
  func check() throws(ReportFault) {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else { return }
    if isFolder { throw .place(name, isFolder: true) }
    // Devices and pipes hold nothing that could be lost.
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: url.resolvingSymlinksInPath().path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular else { return }
    let data = (try? Data(contentsOf: url)) ?? Data("?".utf8)
    guard data.isEmpty || isReport(data) else { throw .place(name, isFolder: false) }
  }

  /// Writes the report.
  func write(_ report: Data) throws(ReportFault) {
    do {
      try writeFile(report, to: url)
    } catch {
      throw .file(name, error)
    }
  }

  /// The keys by which a report is known.
  private struct Head: Decodable {
    let left: String
    let right: String
    let level: String
    let equal: Bool
  }

  /// The keys by which a report of an audit is known.
  private struct AuditHead: Decodable {
    let audited: String
    let passed: Bool
  }

  private func isReport(_ data: Data) -> Bool {
    switch form {
    case .json: return (try? JSONDecoder().decode(Head.self, from: data)) != nil
    case .audit: return (try? JSONDecoder().decode(AuditHead.self, from: data)) != nil
    case .page:
      let head = String(decoding: data.prefix(1_000), as: UTF8.self)
      return head.hasPrefix("<!DOCTYPE html>") && head.contains("审核表")
    case .junit:
      let head = String(decoding: data.prefix(1_000), as: UTF8.self)
      return head.hasPrefix("<?xml") && head.contains("<testsuites ")
    }
  }
}
