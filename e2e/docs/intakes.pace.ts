import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { expect, test } from '../fixtures/desk'
import { savedNumber } from '../pages/complaints'
import { csvFile, importFile } from '../pages/households'
import { addUser, CLERK, goTo, SUPERVISOR, setUpOffice, switchTo } from '../pages/office'
import { type Pace, Typist } from './typist'

/** The clerk's pace: `npm run pace` types ten usual intakes by keyboard alone and writes docs/pace.md. */
const REPORT = resolve(import.meta.dirname, '../../docs/pace.md')

const HOUSEHOLDS = [
  '5,2,301,住宅,89.5,自住,2019-06-01,王建国,业主,13912345678,1234,浙A12345,B1-066',
  '5,2,301,,,,,李秀英,家属,13700001111,,,',
  '5,2,302,住宅,89.5,出租,2020-03-15,陈伟,租户,13655556666,,浙A9Q888,B1-067',
  '3,1,1201,住宅,126,自住,2018-11-20,单雄信,业主,13588887777,,,',
  '8,1,601,住宅,104,自住,2021-05-08,欧阳春燕,业主,15067890123,,浙AD56789,B2-011',
]

interface Intake {
  what: string
  /** What the clerk types from Ctrl+N to Ctrl+S. */
  fill: (clerk: Typist) => Promise<void>
  /** What must stand in the record afterwards. */
  holds: string[]
}

const INTAKES: Intake[] = [
  {
    what: '熟客来电，按拼音首字母找人',
    holds: ['王建国', '来电'],
    fill: async (clerk) => {
      await clerk.find('wjg')
      await clerk.type('电梯每天下午异响，轿厢抖动，老人不敢坐。')
    },
  },
  {
    what: '报房号，选户里的第二个人',
    holds: ['李秀英'],
    fill: async (clerk) => {
      await clerk.find('5-2-301', 1)
      await clerk.type('楼上装修早上七点就敲墙。')
    },
  },
  {
    what: '报车牌',
    holds: ['陈伟'],
    fill: async (clerk) => {
      await clerk.find('9Q888')
      await clerk.type('车位上方漏水，车顶全是水渍。')
    },
  },
  {
    what: '报电话尾号',
    holds: ['单雄信'],
    fill: async (clerk) => {
      await clerk.find('7777')
      await clerk.type('门禁卡刷不开，夜里等了二十分钟。')
    },
  },
  {
    what: '还说了诉求',
    holds: ['欧阳春燕', '请说明怎么算的'],
    fill: async (clerk) => {
      await clerk.find('oycy')
      await clerk.type('公摊电费比上个月多了一半。')
      await clerk.press('Tab')
      await clerk.type('请说明怎么算的')
    },
  },
  {
    what: '投诉的是某个部门（上次填过，给提示）',
    holds: ['保洁班'],
    fill: async (clerk) => {
      await clerk.find('cw')
      await clerk.type('保洁两天没来，楼道很脏。')
      await clerk.press('Tab', 'Tab')
      await clerk.type('保洁班')
    },
  },
  {
    what: '同一部门再来一件：↓ 和回车填好',
    holds: ['王建国', '保洁班'],
    fill: async (clerk) => {
      await clerk.find('wjg')
      await clerk.type('垃圾桶没有及时清运。')
      await clerk.press('Tab', 'Tab', 'ArrowDown', 'ArrowDown', 'Enter')
    },
  },
  {
    what: '昨晚发生的事',
    holds: ['23:30'],
    fill: async (clerk) => {
      await clerk.find('sxx')
      await clerk.type('昨晚楼下吵到半夜。')
      await clerk.toField('事发时间')
      await clerk.type('昨天 2330')
    },
  },
  {
    what: '不是住户，来访',
    holds: ['刘师傅', '来访'],
    fill: async (clerk) => {
      // 住户 stays empty; 渠道 by its arrow; 匿名 is passed over.
      await clerk.press('Tab', 'ArrowDown', 'Tab', 'Tab')
      await clerk.type('刘师傅')
      await clerk.press('Tab')
      await clerk.type('13811112222')
      await clerk.press('Tab', 'Tab')
      await clerk.type('送货车被拦在东门半个小时，没人说得清要什么手续。')
    },
  },
  {
    what: '意见箱里的匿名信',
    holds: ['意见箱', '匿名'],
    fill: async (clerk) => {
      await clerk.press('Tab', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Tab', 'Space')
      await clerk.toField('投诉内容')
      await clerk.type('小广场的灯半个月不亮了。')
    },
  },
]

test('ten usual intakes by keyboard alone', async ({ desk }) => {
  const page = await desk.start()
  await setUpOffice(page)
  await addUser(page, SUPERVISOR)
  await addUser(page, CLERK)
  await importFile(page, csvFile(HOUSEHOLDS))
  await switchTo(page, CLERK)
  await goTo(page, '投诉')
  const paces: (Pace & { what: string })[] = []
  for (const { what, fill, holds } of INTAKES) {
    const clerk = new Typist(page)
    await clerk.press('Control+n')
    await expect(page.getByRole('combobox', { name: '住户' })).toBeFocused()
    await fill(clerk)
    await clerk.save(() => savedNumber(page))
    for (const words of holds) {
      await expect(page.getByRole('region', { name: '受理' }).getByText(words).first()).toBeVisible()
    }
    paces.push({ what, ...clerk.pace() })
  }
  await writeFile(REPORT, report(paces))
})

function report(paces: readonly (Pace & { what: string })[]): string {
  const rows = paces.map(
    ({ what, keys, han, handSeconds, machineMs }, i) =>
      `| ${i + 1} | ${what} | ${keys} | ${han} | ${handSeconds.toFixed(0)} | ${(machineMs / 1000).toFixed(2)} |`,
  )
  const mean = (pick: (pace: Pace) => number) =>
    paces.reduce((sum, pace) => sum + pick(pace), 0) / paces.length
  return `# 登记一件投诉要按多少键

十件常见的投诉，从 Ctrl+N 到“已保存”，全程不用鼠标。由 \`npm run pace\` 在真实窗口里逐键敲出来，数字由它写入本页。

| | 情形 | 按键 | 汉字 | 手上的时间（秒） | 等机器（秒） |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
| | **平均** | ${mean((pace) => pace.keys).toFixed(0)} | ${mean((pace) => pace.han).toFixed(0)} | ${mean((pace) => pace.handSeconds).toFixed(0)} | ${mean((pace) => pace.machineMs / 1000).toFixed(2)} |

- 按键：功能键、选择键和西文字符各算一次；不含用输入法打汉字的键。
- 手上的时间：按键级模型估算，每键 0.28 秒，每个汉字按拼音 3 键，每次开口问一句、想一下按 1.35 秒（找人、记内容、保存三次）。不含说话的时间。
- 等机器：最后一键到屏幕上出现“已保存”和编号（数据库和流水账都已落盘），加上查找住户时等结果的时间。实测，随机器快慢不同。
`
}
