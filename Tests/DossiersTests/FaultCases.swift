/// A way to spoil the sample dossier; its message stands in the golden file under the title.
struct FaultCase: Sendable {
  let title: String
  let spoil: @Sendable (inout SampleDossier) -> Void

  init(_ title: String, _ spoil: @escaping @Sendable (inout SampleDossier) -> Void) {
    self.title = title
    self.spoil = spoil
  }

  /// One text of one file written otherwise.
  init(_ title: String, _ file: String, _ old: String, _ new: String) {
    self.init(title) { $0.replace(old, in: file, with: new) }
  }

  /// A line added to a file.
  init(_ title: String, _ file: String, adding line: String) {
    self.init(title) { $0.append(line, to: file) }
  }

  static let all =
    files + heads + meanings + rows + values + accounts + names + identity + facts + balances

  static let files = [
    FaultCase("缺少文件") { $0.files["budget.csv"] = nil },
    FaultCase("文件名写错") {
      $0.files["prior_year.csv"] = $0.files.removeValue(forKey: "prior-year.csv")
    },
    FaultCase("多出的文件") { $0.files["说明.txt"] = "" },
    FaultCase("空文件") { $0.files["balances.csv"] = "\n" },
    FaultCase("工作簿改名为 csv") { $0.files["income.csv"] = "PK\u{3}\u{4}" },
    FaultCase("不是文件而是文件夹") {
      $0.files["budget.csv"] = nil
      $0.folders = ["budget.csv"]
    },
  ]

  static let heads = [
    FaultCase("没有表头") {
      $0.replace("资金性质,功能科目,年初预算（元）\n", in: "budget.csv", with: "")
    },
    FaultCase("用分号分隔") {
      $0.files["budget.csv"] = "资金性质;功能科目;年初预算（元）\n一般公共预算财政拨款;201;1\n"
    },
    FaultCase("列名写错", "balances.csv", "年末结转和结余（元）", "年末结转和节余（元）"),
    FaultCase("多一列", "budget.csv", "功能科目", "功能科目,负责人"),
    FaultCase("缺少列", "budget.csv", "功能科目,", ""),
    FaultCase("列重复", "budget.csv", "功能科目", "功能科目,功能科目"),
    FaultCase("列重复，说法不同", "budget.csv", "功能科目", "功能科目,功能科目编码"),
  ]

  static let meanings = [
    FaultCase("万元的列", "income.csv", "金额（元）", "金额（万元）"),
    FaultCase("没有单位的列", "income.csv", "金额（元）", "金额"),
    FaultCase("标题里写着万元") {
      $0.files["income.csv"] = "收入明细账\n,,单位：万元\n" + ($0.files["income.csv"] ?? "")
    },
    FaultCase("表头上面有数据") {
      $0.files["budget.csv"] =
        "一般公共预算财政拨款,206,5\n" + ($0.files["budget.csv"] ?? "")
    },
    FaultCase("说不准的收入来源", "income.csv", "其他收入", "单位资金"),
    FaultCase("代码后面的名称不对", "budget.csv", ",201,", ",201-国防支出,"),
    FaultCase("单位名称不对", "income.csv", "431002,一", "431002-某县商务中心,一"),
    FaultCase("政府预算支出经济分类的科目", "expenditure.csv", "30101", "50101"),
    FaultCase("政府预算支出经济分类的科目，对应一个", "expenditure.csv", "30201", "50201").adding {
      $0.replace("50201", in: "expenditure.csv", with: "50203")
    },
    FaultCase("金额带着万元", "budget.csv", "1200.00", "0.12万元"),
  ]

  static let rows = [
    FaultCase("金额里的逗号", "income.csv", "1000.00", "1,000.00"),
    FaultCase("少一个逗号", "balances.csv", "100.00,20.00,30.00,60.00", "100.00,20.00,30.00 60.00"),
    FaultCase("没有列名的列", "income.csv", "2010301,1000.00", "2010301,1000.00,").adding {
      $0.replace("功能科目,金额（元）", in: "income.csv", with: "功能科目,,金额（元）")
    },
    FaultCase("重复的行", "income.csv", adding: "431001,其他收入,2159999,50").adding {
      $0.replace("60.00", in: "balances.csv", with: "110.00")
    },
    FaultCase("引号没有结束", "income.csv", "431002,", "\"431002,"),
    FaultCase("引号之后还有文字", "income.csv", "431002,", "\"431\"002,"),
    FaultCase("栏中间的引号", "budget.csv", "1200.00", "12\"00.00"),
  ]

  static let values = [
    FaultCase("没有填资金性质", "budget.csv", "一般公共预算财政拨款,215", ",215"),
    FaultCase("资金性质写错", "budget.csv", "一般公共预算财政拨款,215", "一般公共预算财政拔款,215"),
    FaultCase("收入来源写错", "income.csv", "其他收入", "其它收入"),
    FaultCase("支出类别写错", "expenditure.csv", "项目支出,2159999,,300", "专项,2159999,,300"),
    FaultCase("指标写错", "prior-year.csv", "收入总计", "收入合计"),
    FaultCase("没有这个单位", "income.csv", "431002", "431020"),
    FaultCase("没有填金额", "budget.csv", "1200.00", ""),
    FaultCase("金额不是数", "budget.csv", "1200.00", "壹仟贰佰元"),
    FaultCase("金额有三位小数", "budget.csv", "1200.00", "1200.005"),
    FaultCase("金额太大", "budget.csv", "1200.00", "99999999999999.99"),
    FaultCase("金额合计太大") {
      $0.append("一般公共预算财政拨款,205,50000000000000", to: "budget.csv")
      $0.append("一般公共预算财政拨款,206,50000000000000", to: "budget.csv")
      $0.files["accounts.csv"] =
        "科目类型,科目代码,科目名称\n支出功能,205,教育支出\n支出功能,206,科学技术支出\n"
    },
  ]

  static let accounts = [
    FaultCase("功能科目位数不对", "budget.csv", "215", "2159"),
    FaultCase("经济科目不是数字", "expenditure.csv", "30101", "基本工资"),
    FaultCase("全角数字", "budget.csv", "215", "２１５"),
    FaultCase("收入没有记到项级", "income.csv", "2010301", "20103"),
    FaultCase("经济科目没有记到款级", "expenditure.csv", "30101", "301"),
    FaultCase("经济科目没有填", "expenditure.csv", "30101", ""),
    FaultCase("预算既有类又有项", "budget.csv", adding: "一般公共预算财政拨款,2010301,5"),
    FaultCase("上年既有类又有款", "prior-year.csv", adding: "支出,一般公共预算财政拨款,20103,5"),
    FaultCase("预算同一科目写了两行", "budget.csv", adding: "一般公共预算财政拨款,215,30"),
    FaultCase("上年同一指标写了两行", "prior-year.csv", adding: "收入总计,,,1500.00"),
    FaultCase("上年既有合计又有各类") {
      $0.append("支出,一般公共预算财政拨款,,1000.00", to: "prior-year.csv")
      $0.append("支出,一般公共预算财政拨款,215,100.00", to: "prior-year.csv")
    },
    FaultCase("上年既有全部单位又有一个单位") {
      $0.files["prior-year.csv"] = """
        指标,资金性质,功能科目,上年金额（元）,单位代码
        支出,一般公共预算财政拨款,2010301,900.00,431001
        支出,一般公共预算财政拨款,201,900.00,

        """
    },
    FaultCase("上年既有全部资金又有一种资金", "prior-year.csv", adding: "收入总计,其他,,7"),
    FaultCase("财政拨款的经营支出", "expenditure.csv", "一般公共预算财政拨款,项目支出", "一般公共预算财政拨款,经营支出"),
    FaultCase("财政拨款的结余分配", "balances.csv", adding: "431002,一般公共预算财政拨款,2010350,,5,5,"),
  ]

  static let names = [
    FaultCase("科目没有名称", "budget.csv", "215", "2240101"),
    FaultCase("科目没有名称，已有 accounts.csv", "budget.csv", "215", "22401").adding {
      $0.files["accounts.csv"] = "科目类型,科目代码,科目名称\n支出功能,224,灾害防治及应急管理支出\n"
    },
    FaultCase("一个代码两个名称") {
      $0.files["accounts.csv"] =
        "科目类型,科目代码,科目名称\n支出功能,224,灾害防治及应急管理支出\n支出功能,224,应急支出\n"
    },
    FaultCase("名称与科目表不同") {
      $0.files["accounts.csv"] = "科目类型,科目代码,科目名称\n支出功能,201,公共服务支出\n"
    },
    FaultCase("科目类型写错") {
      $0.files["accounts.csv"] = "科目类型,科目代码,科目名称\n功能,224,灾害防治及应急管理支出\n"
    },
    FaultCase("科目名称是空的") {
      $0.files["accounts.csv"] = "科目类型,科目代码,科目名称\n支出功能,224,\n"
    },
  ]

  /// The same with a further change.
  func adding(_ change: @escaping @Sendable (inout SampleDossier) -> Void) -> FaultCase {
    FaultCase(title) { dossier in
      spoil(&dossier)
      change(&dossier)
    }
  }
}
