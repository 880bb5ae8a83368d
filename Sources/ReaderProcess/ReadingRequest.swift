public import FoundationEssentials
public import Readings

/// A file that is to be read, and what of it.
public struct ReadingRequest: Sendable {
  /// What is to be read.
  public enum Task: Hashable, Sendable {
    case workbook
    case pdf(PDFDetails)
    case text
    /// The cells that rules mark off on some pages of a PDF, by the pages' places from 0.
    case grids([Int])
    /// Some pages of a PDF, by their numbers from 1, as pictures.
    case pictures([Int], dotsPerInch: Double)
    /// The library that draws pages, with its version; the file does not matter.
    case drawingLibrary
  }

  /// Where the file is.
  public var url: URL
  /// The file's name as messages print it.
  public var name: String
  /// What is read of it.
  public var task: Task
  /// The bytes of a file that this program wrote itself; nil for a stranger's file.
  ///
  /// A workbook or text of ours is read without a process of its own.
  public var ownBytes: [UInt8]?
  /// A workbook of which somebody else reads everything: sheets that it has byte by byte are left out;
  /// nil for none.
  public var beside: Neighbour?

  /// A workbook beside another one.
  public enum Neighbour: Sendable {
    /// A file, for a process that reads.
    case file(URL)
    /// The bytes of a workbook of ours, for one that is read without a process of its own.
    case ownBytes([UInt8])
  }

  /// Asks for a file.
  public init(_ task: Task, of url: URL, as name: String, ownBytes: [UInt8]? = nil) {
    self.url = url
    self.name = name
    self.task = task
    self.ownBytes = ownBytes
  }

  /// Whether the file may be read in the process that asks: poppler never runs there, for it shares
  /// fonts and cairo's locks with whatever is built there.
  var staysHere: Bool { program == .files && ownBytes != nil }

  /// The program that reads the file where another process has to.
  var program: ReaderProgram {
    switch task {
    case .workbook, .text: .files
    case .pdf, .grids, .pictures, .drawingLibrary: .pdf
    }
  }
}

/// A program that reads files for another one.
enum ReaderProgram: CaseIterable {
  /// Workbooks and texts: the one that asks, started once more.
  case files
  /// PDFs: a program of its own, for their libraries are slow to load.
  case pdf
}

/// What the reading of a file may cost.
public struct ReaderLimits: Hashable, Sendable {
  /// Address space in bytes: a workbook of a million cells takes a few hundred MB of it, most of
  /// them for libraries; a page that is drawn may take 256 MB more.
  public var memory = 1 << 30
  /// Seconds of the processor for each file; readers give up earlier themselves.
  public var processorSeconds = 120
  /// Seconds until a file must have been read.
  public var seconds = 240

  /// The limits of the project.
  public init() {}
}
