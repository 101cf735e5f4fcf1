/**
 * The columns of an import file by their Chinese headers (domain 4). The first name is the one that export and
 * template write; the others are what offices write by hand. Order is free, other columns are reported.
 */
export const COLUMNS = {
  building: ['楼栋', '楼座', '栋', '幢', '楼号', '栋号', '楼宇', '座'],
  section: ['单元', '单元号', '梯号'],
  room: ['房号', '室号', '房间号', '门牌号', '房屋编号', '单位编号', '房间', '编号'],
  use: ['用途', '房屋用途', '类型', '房屋类型', '物业类型'],
  area: ['建筑面积', '面积', '建筑面积(m²)', '建筑面积(㎡)', '建筑面积(平方米)', '面积(m²)', '面积(㎡)'],
  status: ['状态', '房屋状态', '入住状态', '使用状态'],
  moveInDate: ['入住日期', '入住时间', '入伙日期', '收楼日期'],
  name: ['姓名', '业主姓名', '住户姓名', '客户姓名', '业主', '住户'],
  role: ['身份', '住户身份', '与业主关系', '人员身份'],
  phones: ['电话', '联系电话', '手机', '手机号', '手机号码', '电话号码', '联系方式'],
  idLastFour: ['证件末四位', '身份证后四位', '身份证末四位', '证件后四位', '证件号', '身份证号'],
  from: ['起始日期', '开始日期', '起租日期', '居住开始日期', '起'],
  until: ['终止日期', '结束日期', '到期日期', '迁出日期', '搬出日期', '止'],
  plate: ['车牌号', '车牌', '车牌号码', '车号'],
  parkingSpace: ['车位', '车位号', '停车位'],
  ownerName: ['车主', '车主姓名'],
  vehiclePhone: ['车主电话', '车主手机', '车主联系电话'],
} as const satisfies Record<string, readonly [string, ...string[]]>

export type ColumnKey = keyof typeof COLUMNS
export const COLUMN_KEYS = Object.keys(COLUMNS) as ColumnKey[]

/** The header that stands for a column in files that the app writes. */
export function headerOf(key: ColumnKey): string {
  return COLUMNS[key][0]
}

/** Headers are compared without spaces, marks of required fields, width and case. */
function fold(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/[\s*:：]/gu, '')
    .toLowerCase()
}

const BY_HEADER = new Map<string, ColumnKey>(
  COLUMN_KEYS.flatMap((key) => COLUMNS[key].map((name) => [fold(name), key] as const)),
)

/** What a header row means. `columns[i]` is the meaning of column i, null where it is ignored. */
export interface HeaderMap {
  columns: (ColumnKey | null)[]
  /** Headers that mean nothing to the app. */
  ignored: string[]
  /** Columns that stand twice. */
  doubled: ColumnKey[]
}

/** Reads a header row. */
export function mapHeader(cells: readonly unknown[]): HeaderMap {
  const columns: (ColumnKey | null)[] = []
  const ignored: string[] = []
  const doubled: ColumnKey[] = []
  for (const cell of cells) {
    const header = cell === null || cell === undefined ? '' : String(cell)
    const key = BY_HEADER.get(fold(header)) ?? null
    if (key === null && fold(header) !== '') ignored.push(header.trim())
    if (key !== null && columns.includes(key)) doubled.push(key)
    columns.push(key)
  }
  return { columns, ignored, doubled }
}

/** Offices put a title above the table: the header is the first of these rows that names the 房号. */
export const HEADER_SEARCH_ROWS = 10

/** Whether a row is the header: it names the 房号 and at least one other column. */
export function isHeader(map: HeaderMap): boolean {
  return map.columns.includes('room') && map.columns.filter((key) => key !== null).length > 1
}
