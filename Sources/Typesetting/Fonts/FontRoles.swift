internal import Diagnostics
internal import FoundationEssentials

/// What `roles.yaml` says: which faces set the text of which role.
struct FontRoles {
  /// A role of the typography.
  struct Role {
    let name: String
    /// The name of the licensed face that Excel users have.
    let official: String
    /// The role whose faces set the digits of this one's texts; nil for its own.
    let numbers: String?
    /// The faces of the role in the order in which they are asked for a character.
    let own: [Face]
    /// The same with the last resorts behind them.
    let faces: [Face]
  }

  /// A face as it is declared.
  struct Face {
    let family: String
    let file: String
    let index: Int
    /// Where it is declared.
    let place: SourcePlace
    /// Where its file is looked for, in order.
    let directories: [Directory]

    /// The first folder that holds the file.
    var directory: Directory? {
      directories.first { FileManager.default.fileExists(atPath: url(in: $0).path) }
    }

    /// The first file of that name in the folders.
    var url: URL? { directory.map(url) }

    private func url(in directory: Directory) -> URL {
      directory.url.appending(path: file, directoryHint: .notDirectory)
    }
  }

  /// A folder of font files.
  struct Directory {
    let url: URL
    /// How people are told of it: as it is written, from the data folder.
    let name: String
  }

  let roles: [Role]
  /// The faces that are asked last, whatever the role.
  let fallback: [Face]

  /// The role of that name.
  func role(_ name: String) -> Role? {
    // By bytes: Swift brings texts that differ into a normal form before it says so.
    roles.first { $0.name.utf8.elementsEqual(name.utf8) }
  }
}
