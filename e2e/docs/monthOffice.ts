import { expect, type Page } from '@playwright/test'
import { savedNumber } from '../pages/complaints'
import { judge, saveStep, takeNext, visit } from '../pages/complaintSteps'
import { csvFile, importFile } from '../pages/households'
import { startIncident, writeReport } from '../pages/incidents'
import { registerItem } from '../pages/lost'
import { explainTheRest, goToMonth, openTab } from '../pages/monthReviews'
import { addUser, CLERK, DIRECTOR, SUPERVISOR, setUpOffice, switchTo } from '../pages/office'
import { printVisit } from '../pages/paper'
import { setEstateTime } from '../pages/today'
import { registerVisit } from '../pages/visits'
import { beginIntake, openRecord, turnTo } from './dayOffice'

/** A made-up month of a small office, so that its review has something to show. */
const HOUSEHOLDS = [
  '5,2,301,住宅,89.5,自住,2019-06-01,王建国,业主,13912345678,1234,浙A12345,B1-066',
  '5,2,302,住宅,89.5,出租,2020-03-15,陈伟,租户,13655556666,,浙A9Q888,B1-067',
  '5,2,502,住宅,89.5,自住,2018-09-10,赵桂兰,业主,13566667777,,,',
  '5,2,1502,住宅,89.5,自住,2018-10-22,周国富,业主,13722223333,,,',
  '3,1,1201,住宅,126,自住,2018-11-20,单雄信,业主,13588887777,,,',
  '3,1,402,住宅,126,自住,2019-01-08,曾晓梅,业主,13977778888,,,',
  '8,1,601,住宅,104,自住,2021-05-08,欧阳春燕,业主,15067890123,,浙AD56789,B2-011',
  '8,1,702,住宅,104,空置,,,,,,,',
]

/** What somebody complains of, and how it is dealt with. */
interface Matter {
  /** Initials by which the household is found. */
  who: string
  words: string
  place: string
  cause: string
  measures: string
}

const MATTERS = {
  gate: {
    who: 'sxx',
    words: '单元门禁卡经常刷不开，夜里回家要等很久。',
    place: '3号楼1单元门口',
    cause: '设施设备',
    measures: '更换读卡器，试刷二十次正常。',
  },
  leak: {
    who: 'oycy',
    words: '地下车库 B2-011 车位上方漏水，车顶全是水渍。',
    place: '地下车库',
    cause: '设施设备',
    measures: '',
  },
  lift: {
    who: 'wjg',
    words: '电梯每天下午异响，轿厢抖动，老人不敢坐。',
    place: '5号楼2单元电梯',
    cause: '设施设备',
    measures: '维保单位更换导靴，试运行一小时。',
  },
  noise: {
    who: 'cw',
    words: '楼上晚上十点以后还在敲打，孩子没法休息。',
    place: '5号楼2单元',
    cause: '邻里纠纷',
    measures: '上门劝导楼上住户，约定晚八点后不施工。',
  },
  corridor: {
    who: 'zgl',
    words: '楼道里堆着旧家具，轮椅推不过去。',
    place: '5号楼2单元5层',
    cause: '环境卫生与绿化',
    measures: '当天清走旧家具，张贴提示。',
  },
  liftAgain: {
    who: 'wjg',
    words: '电梯又响了，上次修好才两个星期。',
    place: '5号楼2单元电梯',
    cause: '设施设备',
    measures: '调整导轨间隙，加注润滑油。',
  },
  parking: {
    who: 'cw',
    words: '下班回来车位被别的车占着，打电话没人挪。',
    place: '地下车库',
    cause: '公共安全与车场',
    measures: '联系车主挪车，车位口加装反光锥。',
  },
  light: {
    who: 'zxm',
    words: '单元门口的路灯不亮，晚上看不清台阶。',
    place: '3号楼1单元门口',
    cause: '设施设备',
    measures: '',
  },
} satisfies Record<string, Matter>

/** Numbers of what the pictures show. */
export interface Month {
  /** A complaint that was closed within the month. */
  corridor: string
}

/** An office that began in the last days of October, and its November up to the 26th. */
export async function fillMonth(page: Page): Promise<Month> {
  await setEstateTime(page, '2026-10-27T16:20')
  await setUpOffice(page)
  await addUser(page, SUPERVISOR)
  await addUser(page, CLERK)
  await importFile(page, csvFile(HOUSEHOLDS))
  await switchTo(page, SUPERVISOR)
  const gate = await bring(page, MATTERS.gate)
  await bring(page, MATTERS.leak)

  await signOctober(page)
  await turnTo(page, '2026-11-03T08:40', SUPERVISOR)
  await openRecord(page, gate)
  await settle(page, MATTERS.gate)
  const lift = await bring(page, MATTERS.lift)
  await settle(page, MATTERS.lift)
  await turnTo(page, '2026-11-03T17:05', SUPERVISOR)
  await ring(page, gate, '满意')
  await ring(page, lift, '满意')

  await turnTo(page, '2026-11-09T20:40', SUPERVISOR)
  const noise = await bring(page, MATTERS.noise)
  await settle(page, MATTERS.noise)
  await turnTo(page, '2026-11-11T08:25', SUPERVISOR)
  await ring(page, noise, '较满意')
  const corridor = await bring(page, MATTERS.corridor)
  await settle(page, MATTERS.corridor)
  await turnTo(page, '2026-11-11T16:30', SUPERVISOR)
  await ring(page, corridor, '满意')
  return { corridor: await secondHalf(page, corridor) }
}

async function secondHalf(page: Page, corridor: string): Promise<string> {
  await turnTo(page, '2026-11-14T07:50', SUPERVISOR)
  await startIncident(page, '水管爆裂/漏水', '5号楼2单元15层管井')
  await writeReport(page, '重要')
  await takeNext(page, '提交报告')
  await registerItem(page, {
    name: '折叠雨伞',
    category: '眼镜雨伞',
    features: '伞柄贴着小熊贴纸',
    place: '南门岗',
  })
  await registerItem(page, { yuan: '260' })

  await turnTo(page, '2026-11-18T18:20', SUPERVISOR)
  const again = await bring(page, MATTERS.liftAgain)
  await printVisit(page)
  await settle(page, MATTERS.liftAgain)
  await registerVisit(page, '5-2-1502', '周国富', '希望增加夜间巡逻')
  await registerVisit(page, '3-1-402', '曾晓梅', '儿童滑梯的栏杆松了', '上门')
  await turnTo(page, '2026-11-19T09:30', SUPERVISOR)
  await openRecord(page, again)
  await visit(page, '不满意', '昨天晚上又响了')
  await expect(page.getByRole('heading', { level: 1, name: /-TS-/ })).not.toContainText(again)

  await turnTo(page, '2026-11-24T18:35', SUPERVISOR)
  await bring(page, MATTERS.parking)
  await settle(page, MATTERS.parking)
  await turnTo(page, '2026-11-26T18:10', SUPERVISOR)
  await bring(page, MATTERS.light)
  return corridor
}

/** The month before, signed: what it left is 前期遗留. */
async function signOctober(page: Page): Promise<void> {
  await turnTo(page, '2026-11-02T09:00', SUPERVISOR)
  await goToMonth(page)
  await explainTheRest(page, '管理处刚开办，下月起补齐。')
  await openTab(page, '抽查')
  await page.keyboard.press('Control+s')
  await readRest(page)
  await openTab(page, '审核签署')
  await page.getByLabel('审核意见').fill('开办第一个月，两件投诉未结。')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已审核，等主任审阅', { exact: true })).toBeVisible()
  await switchTo(page, DIRECTOR)
  await page.getByRole('button', { name: '审阅并锁定本月' }).click()
  await expect(page.getByText('已审阅，本月已锁定', { exact: true })).toBeVisible()
}

/** 1 on each record of the sample that was not read yet. */
export async function readRest(page: Page): Promise<void> {
  const list = page.getByRole('listbox', { name: '抽到的记录' })
  await expect(list).toBeVisible()
  const unread = list.getByRole('option', { name: /未看/ })
  await list.focus()
  for (let left = await unread.count(); left > 0; left -= 1) {
    await nextToRead(page)
    await page.keyboard.press('1')
    await expect(unread).toHaveCount(left - 1)
  }
}

/** The keys are for the record whose form is there: its draft is read first. */
export async function nextToRead(page: Page): Promise<void> {
  const list = page.getByRole('listbox', { name: '抽到的记录' })
  await expect(list).toBeFocused()
  await expect(async () => {
    const chosen = await list.getByRole('option', { selected: true }).innerText()
    expect(chosen).toContain('未看')
    await expect(page.getByRole('form', { name: `抽查 ${chosen.split(/\s/)[0]}` })).toBeVisible({
      timeout: 500,
    })
  }).toPass()
}

/** Registers, judges and assigns; answers the number. */
async function bring(page: Page, { who, words, place, cause }: Matter): Promise<string> {
  await beginIntake(page, who)
  await page.getByLabel('投诉内容').fill(words)
  await page.getByLabel('事发地点').fill(place)
  await page.keyboard.press('Control+s')
  const number = await savedNumber(page)
  await judge(page, '轻微', cause)
  await takeNext(page, '派工')
  await page.getByLabel('责任部门').fill('工程部')
  await page.getByLabel('责任人', { exact: true }).fill('陈师傅')
  await saveStep(page)
  return number
}

/** 处理完毕 and 答复 of the record that is open. */
async function settle(page: Page, { measures }: Matter): Promise<void> {
  await takeNext(page, '处理完毕')
  await page.getByLabel('处理措施').fill(measures)
  await saveStep(page)
  await takeNext(page, '答复')
  await page.getByLabel('答复内容').fill(`已告知投诉人：${measures}`)
  await saveStep(page)
}

/** 回访 and 关闭投诉. */
async function ring(page: Page, number: string, outcome: string): Promise<void> {
  await openRecord(page, number)
  await visit(page, outcome, '修得快，谢谢')
  await takeNext(page, '关闭投诉')
  await saveStep(page)
}
