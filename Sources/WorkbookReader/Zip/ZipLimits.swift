/// What an archive may cost; a file beyond is refused before it fills the memory.
struct ZipLimits {
  /// The file itself, in bytes.
  ///
  /// A sheet of a million cells takes less than 10 MB; the file is held in memory, twice, while it
  /// is read, and with the cells it must stay within 200 MB.
  var file = 32 << 20
  /// Entries.
  ///
  /// A workbook has a few parts for each sheet.
  var entries = 10_000
  /// All parts that are read, inflated, in bytes: twice a sheet of a million cells.
  ///
  /// What is kept of them is not much larger, so that no file takes more than some 200 MB.
  var inflated = 128 << 20
  /// How many times larger than its packed bytes a part may become: what other programs allow, while
  /// sheets shrink to a tenth or less, seldom to a fiftieth, and bombs to a thousandth.
  var ratio = 100
  /// The bytes up to which the ratio does not count: small parts of blank rows shrink a lot, and do
  /// no harm.
  var free = 8 << 20

  /// The limits of the project.
  static let standard = ZipLimits()
}
