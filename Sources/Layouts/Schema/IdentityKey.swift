/// The keys of department.yaml that every dossier has; all others are the facts that a set declares.
public enum IdentityKey {
  /// The fiscal year that is accounted for.
  public static let fiscalYear = "年度"
  /// The name of the layout set that the dossier is written for.
  public static let layout = "版式"
  /// The only date that outputs carry.
  public static let date = "公开日期"
  /// Whose accounts they are, by code and name.
  public static let department = "部门"
  /// The department's budget units, each by code, name and type.
  public static let units = "单位"
  /// Where the year before is: its dossier, what was made of it, or what was published; may be missing.
  public static let lastYear = "上年"
  /// The keys at the top of the file, in their usual order; no fact can stand behind one.
  public static let top = [fiscalYear, layout, date, lastYear, department, units]

  /// The code of a department, or of a unit.
  public static let code = "代码"
  /// The name of a department, or of a unit.
  public static let name = "名称"
  /// The type of a unit.
  public static let type = "类型"
}
