internal import Diagnostics
internal import Figures

/// The Chinese of the reports: kinds of difference, properties, places.
enum ReportWords {
  static func kind(_ kind: Difference.Kind) -> String {
    switch kind {
    case .value: "数值"
    case .missing: "缺少"
    case .added: "多出"
    case .moved: "移动"
    case .renamed: "改名"
    case .text: "文字"
    case .format: "格式"
    case .geometry: "位置"
    case .outline: "书签"
    case .link: "链接"
    case .tag: "结构"
    case .pixels: "图像"
    case .metadata: "属性"
    case .unread: "未读"
    }
  }

  /// A property by its steady name; those that files name themselves stay as they are.
  static func property(_ name: String) -> String {
    if let mark = name.firstIndex(of: ":") {
      let owner = name[..<mark] == "font" ? "字体" : "名称"
      return owner + " " + name[name.index(after: mark)...]
    }
    return properties[name] ?? name
  }

  /// `公开05表 “二、外交支出”行，“合计”栏`.
  static func text(of words: FigureWords) -> String {
    "\(words.form) “\(words.row)”行，“\(words.column)”栏"
  }

  /// A place in a file that is named above: `第 14 页第 2 段`, `第 7 行`, `公开05表!D13`; empty for none.
  static func place(_ place: Place?) -> String {
    switch place {
    case .source(let line)? where line.line > 0: "第 \(line.line) 行"
    case let place?: DiagnosticPrinter.text(of: place)
    case nil: ""
    }
  }

  private static let properties: [String: String] = [
    "numberFormat": "数字格式", "font.name": "字体", "font.size": "字号", "font.bold": "加粗",
    "font.italic": "倾斜", "font.struck": "删除线", "font.underline": "下划线",
    "font.position": "上下标", "font.colour": "字体颜色", "fill": "填充", "border.left": "左边框",
    "border.right": "右边框", "border.top": "上边框", "border.bottom": "下边框",
    "border.diagonal": "斜线", "border.diagonalUp": "斜线向上", "border.diagonalDown": "斜线向下",
    "align.horizontal": "水平对齐", "align.vertical": "垂直对齐", "align.wraps": "自动换行",
    "align.shrinks": "缩小字体填充", "align.indent": "缩进", "align.rotation": "文字方向",
    "isLocked": "锁定", "hidesFormula": "隐藏公式", "richText": "单元格内各部分的字体",
    "merge": "合并单元格", "width": "列宽", "height": "行高", "isHidden": "隐藏",
    "visibility": "工作表可见性", "defaultColumnWidth": "默认列宽", "defaultRowHeight": "默认行高",
    "freezePane": "冻结窗格", "showsGridLines": "显示网格线", "tabColour": "标签颜色",
    "font.outlined": "空心字", "font.shadow": "字的阴影", "align.readingOrder": "文字从右到左",
    "align.stretchesLastLine": "末行分散对齐", "outlineLevel": "分组", "isCollapsed": "分组收起",
    "outlineBelow": "分组的汇总行在下方", "outlineAtRight": "分组的汇总列在右侧", "protection": "保护",
    "view.mode": "视图", "view.zoom": "显示比例", "view.formulas": "显示公式",
    "view.zeros": "显示零值", "view.headings": "显示行号列标", "view.rightToLeft": "从右到左显示",
    "view.outlineSymbols": "显示分级符号", "view.split": "拆分窗口", "view.tabs": "显示工作表标签",
    "comment": "批注", "picture": "图片", "chart": "图表", "shape": "图形",
    "conditionalFormat": "条件格式", "conditionalFormatOrder": "条件格式的先后",
    "drawingOrder": "图形的层次", "validation": "数据验证", "hyperlink": "超链接",
    "autoFilter": "筛选", "table": "表格样式", "sparkline": "迷你图", "background": "工作表背景",
    "headerPicture": "页眉页脚图片", "protectedRange": "允许编辑的区域", "extension": "扩展内容",
    "dateSystem": "日期系统", "print.paper": "纸张", "print.orientation": "纸张方向",
    "print.fitsToPages": "按页数缩放", "print.fitWidth": "缩放页宽", "print.fitHeight": "缩放页高",
    "print.scale": "缩放比例", "print.firstPageNumber": "起始页码",
    "print.overThenDown": "先行后列", "print.centresHorizontally": "水平居中",
    "print.centresVertically": "垂直居中", "print.gridLines": "打印网格线",
    "print.headings": "打印行号列标", "print.blackAndWhite": "单色打印",
    "print.margin.left": "左边距", "print.margin.right": "右边距", "print.margin.top": "上边距",
    "print.margin.bottom": "下边距", "print.margin.header": "页眉边距",
    "print.margin.footer": "页脚边距", "print.area": "打印区域", "print.titleRows": "顶端标题行",
    "print.titleColumns": "左端标题列", "print.rowBreaks": "行分页符",
    "print.columnBreaks": "列分页符", "print.oddHeader": "页眉", "print.oddFooter": "页脚",
    "print.evenHeader": "偶数页页眉", "print.evenFooter": "偶数页页脚",
    "print.firstHeader": "首页页眉", "print.firstFooter": "首页页脚",
    "print.differsOnEvenPages": "奇偶页不同", "print.differsOnFirstPage": "首页不同",
    "pageSize": "页面大小", "pageLabel": "页码标签", "lineBreaks": "断行", "page": "所在页",
    "position": "位置", "font": "字体", "version": "PDF 版本", "title": "文档标题", "author": "作者",
    "subject": "主题", "keywords": "关键词", "creator": "创建者", "producer": "生成程序",
    "language": "语言", "created": "创建日期", "modified": "修改日期", "tagged": "带结构标记",
  ]
}
