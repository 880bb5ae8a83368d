internal import CSystem
internal import Domain
internal import FoundationEssentials
internal import Glibc

/// Refuses an output folder in which a build would do harm, before it is touched.
///
/// The exchange replaces the whole folder, so it must not hold what is read or stood in; and what is
/// written into a dossier would be read as part of it. The usual place below the working folder may be
/// in the dossier, where somebody works in it: readers of dossiers pass it over.
func refuse(_ target: URL, for order: BuildOrder) throws(UsageFault) {
  var (own, followed) = (stat(), stat())
  if lstat(target.path, &own) == 0 {
    let leads = stat(target.path, &followed) == 0
    guard leads, followed.st_mode & S_IFMT == S_IFDIR else {
      throw .outputIsNoFolder(target.path, isLink: !leads)
    }
  }
  let out = resolved(target).path
  for (folder, what) in [(order.dossier, "卷宗"), (order.workingFolder, "当前文件夹")] {
    if holds(out, resolved(folder).path) { throw .outputAround(target.path, what: what) }
  }
  if order.out != nil, holds(resolved(order.dossier).path, out) {
    throw .outputInside(target.path)
  }
}

/// Whether a folder is another, or holds it.
private func holds(_ outer: String, _ inner: String) -> Bool {
  inner == outer || inner.hasPrefix(outer.hasSuffix("/") ? outer : outer + "/")
}

extension PreparedDocument {
  /// `Out/<部门代码>-<年度>` in the working folder.
  func usualFolder(in folder: URL) -> URL {
    // Whoever made the accounts: a code never leads out of the folder.
    let code = department.code.map { $0 == "/" || $0 == "." || $0.isWhitespace ? "_" : $0 }
    return folder.appendingPathComponent("Out/\(String(code))-\(fiscalYear)")
  }
}
