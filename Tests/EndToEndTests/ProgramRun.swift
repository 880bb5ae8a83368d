import Foundation
import TestSupport
import Testing

/// Runs the built program as a clerk does.
func gongkai(
  _ arguments: [String], in folder: URL = Project.root, environment: [String: String] = [:]
) throws -> ProcessResult {
  try run(Project.binary.path, arguments, in: folder, environment: environment)
}

/// Builds a dossier into a folder and requires success.
@discardableResult
func build(
  _ dossier: URL, into out: URL, _ more: [String] = [], environment: [String: String] = [:]
) throws -> ProcessResult {
  let result = try gongkai(
    ["build", dossier.path, "--out", out.path] + more, environment: environment)
  try #require(result.status == 0, "\(result.errors)\(result.output)")
  return result
}

/// Builds a dossier as a draft, whatever the audit says of it, and requires that it was written.
func buildDraft(_ dossier: URL, into out: URL, _ more: [String] = []) throws {
  let result = try gongkai(["build", dossier.path, "--out", out.path, "--draft"] + more)
  try #require(result.status <= 1, "\(result.errors)\(result.output)")
  try #require(result.output.contains("已写入"), "\(result.errors)")
}

/// Copies layout sets and fonts into a folder, where a test may change them.
///
/// Links are followed: the fonts may stand elsewhere, and what a test takes away must be a copy.
func copyData(to folder: URL) throws {
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  let names = ["Layouts", "Fonts"].map { Project.url($0).path }
  let result = try run("cp", ["-RL"] + names + [folder.path])
  try #require(result.status == 0, "\(result.errors)")
}

/// `figures.csv` of an output folder: the printed text by `form!row.column`.
func figures(in folder: URL) throws -> [String: String] {
  let text = try String(
    contentsOf: folder.appendingPathComponent("figures.csv"), encoding: .utf8)
  var result: [String: String] = [:]
  for line in text.split(separator: "\n").dropFirst() {
    let fields = csvFields(line)
    result["\(fields[0])!\(fields[1]).\(fields[2])"] = fields[3]
  }
  return result
}

/// The fields of a line whose quoted ones hold commas but no quotes.
func csvFields(_ line: Substring) -> [String] {
  var fields = [""]
  var isQuoted = false
  for character in line {
    switch character {
    case "\"": isQuoted.toggle()
    case "," where !isQuoted: fields.append("")
    default: fields[fields.count - 1].append(character)
    }
  }
  return fields
}
