public import Diagnostics
public import FoundationEssentials
public import Readings

/// Reads a workbook (XLSX) that any program wrote.
///
/// - Parameters:
///   - url: the file.
///   - file: its name as messages print it.
/// - Returns: the workbook, or the findings that say what the file is instead and how to mend it.
public func readWorkbook(at url: URL, as file: String) -> Loaded<WorkbookReading> {
  do throws(FileFault) {
    return readWorkbook(try fileBytes(at: url), as: file)
  } catch {
    return Loaded(nil, [error.workbookFinding(file: file)])
  }
}

/// Reads a workbook that is in memory.
///
/// It works on values alone, so that several may be read at once.
///
/// - Parameters:
///   - bytes: the whole file.
///   - file: its name as messages print it.
public func readWorkbook(_ bytes: [UInt8], as file: String) -> Loaded<WorkbookReading> {
  readWorkbook(bytes, as: file, drain: nil, beside: nil).map(\.book)
}

/// Reads of a workbook that is in memory what another one does not have byte by byte.
public func readWorkbook(
  _ bytes: [UInt8], as file: String, beside other: [UInt8]
) -> Loaded<PartialWorkbook> {
  readWorkbook(bytes, as: file, drain: nil, beside: other)
}

/// Reads a workbook whose cells somebody takes as they are read.
///
/// - Parameter cells: takes them; nil leaves them in the workbook.
/// - Returns: the workbook, whose sheets have no cells where somebody took them.
public func readWorkbook(
  at url: URL, as file: String, cells: (any CellTaker)?
) -> Loaded<WorkbookReading> {
  guard let cells else { return readWorkbook(at: url, as: file) }
  return readWorkbook(at: url, as: file, cells: cells, beside: nil).map(\.book)
}

/// Reads of a workbook what another one does not have byte by byte; the other one is not judged.
///
/// - Parameters:
///   - cells: takes the cells; nil leaves them in the workbook.
///   - other: the file of the other workbook.
public func readWorkbook(
  at url: URL, as file: String, beside other: URL, cells: (any CellTaker)?
) -> Loaded<PartialWorkbook> {
  readWorkbook(at: url, as: file, cells: cells, beside: try? fileBytes(at: other))
}

private func readWorkbook(
  at url: URL, as file: String, cells: (any CellTaker)?, beside other: [UInt8]?
) -> Loaded<PartialWorkbook> {
  do throws(FileFault) {
    let bytes = try fileBytes(at: url)
    guard let cells else { return readWorkbook(bytes, as: file, drain: nil, beside: other) }
    let drain = CellDrain(cells)
    let loaded = readWorkbook(bytes, as: file, drain: drain, beside: other)
    guard !drain.isInOrder else { return loaded }
    // Hardly any program writes cells in another order; such a file is held as a whole.
    cells.startAfresh()
    let whole = readWorkbook(bytes, as: file, drain: nil, beside: other)
    guard var part = whole.value else { return whole }
    for index in part.book.sheets.indices {
      cells.take(part.book.sheets[index].cells, ofSheet: index)
      part.book.sheets[index].cells = []
    }
    return Loaded(part, whole.findings)
  } catch {
    return Loaded(nil, [error.workbookFinding(file: file)])
  }
}

private func readWorkbook(
  _ bytes: [UInt8], as file: String, drain: CellDrain?, beside other: [UInt8]?
) -> Loaded<PartialWorkbook> {
  do throws(FileFault) {
    guard !bytes.isEmpty else { throw .empty }
    switch FileKind(of: bytes) {
    case .zip: break
    case .encryptedDocument: throw .encrypted(part: nil)
    case let kind: throw .otherKind(kind)
    }
    var assembly = WorkbookAssembly(
      WorkbookPackage(try ZipArchive(bytes)), file: file, drain: drain,
      beside: other.flatMap { try? ZipArchive($0) }.map { WorkbookPackage($0) })
    let book = try assembly.workbook()
    guard assembly.faults.isEmpty else {
      return Loaded(nil, assembly.faults.map { $0.workbookFinding(file: file) })
    }
    return Loaded(PartialWorkbook(book, same: assembly.same), [])
  } catch {
    return Loaded(nil, [error.workbookFinding(file: file)])
  }
}

/// The bytes of a file, unless it is larger than any workbook.
private func fileBytes(at url: URL) throws(FileFault) -> [UInt8] {
  let limit = ZipLimits.standard.file
  let facts = try? FileManager.default.attributesOfItem(atPath: url.path)
  if let size = facts?[.size] as? Int, size > limit {
    throw .beyondLimit(part: nil, limit: "文件不超过 \(limit >> 20) MB")
  }
  do {
    return Array(try Data(contentsOf: url))
  } catch {
    throw .unreadable(exists: FileManager.default.fileExists(atPath: url.path))
  }
}
