import type { Page } from '@playwright/test'
import { startPrivateCups } from '../fixtures/cups'
import { expect, test } from '../fixtures/desk'
import { setSize } from '../fixtures/look'
import { saveStep, takeNext } from '../pages/complaintSteps'
import { correctionForm, saveCorrection } from '../pages/corrections'
import { openByNumber } from '../pages/incidents'
import { filesPart, packagePreview } from '../pages/monthFiles'
import { explainTheRest, goToLine, goToMonth, openTab } from '../pages/monthReviews'
import { DIRECTOR, SUPERVISOR, switchTo } from '../pages/office'
import { printPreviewed } from '../pages/paper'
import { pageDrawn, shoot, turnTo } from './dayOffice'
import { fillMonth, nextToRead, readRest } from './monthOffice'

/** The pictures of 月末审核: a month of a made-up office, reviewed on its last day and signed on the next. */
test('the end of a month', async ({ desk }) => {
  test.setTimeout(400_000)
  const cups = await startPrivateCups()
  const page = await desk.start(cups.env)
  await setSize(desk.app, 1280, 720)
  const { corridor } = await fillMonth(page)
  await turnTo(page, '2026-11-30T15:30', SUPERVISOR)
  await checklist(page)
  await sample(page)
  await figures(page)
  await plan(page)
  await sign(page)
  await files(page)
  await correction(page, corridor)
  await verify(page)
  await cups.stop()
})

const REASONS = [
  ['超过24小时才回访', '业主上夜班，第二天早上才联系上。'],
  ['已打印未签字', '投诉人在外地，回来即请补签。'],
  ['本月未完成盘点', '保管员休假，下月 3 日补盘。'],
] as const

/** 检查清单 with the records behind a line; then a reason for every line that asks for one. */
async function checklist(page: Page): Promise<void> {
  await goToMonth(page)
  await goToLine(page, '超期未办')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('grid', { name: '记录列表' })).toBeFocused()
  await shoot(page, '32-checklist')
  await page.keyboard.press('Escape')
  for (const [line, reason] of REASONS) {
    await goToLine(page, line)
    await page.keyboard.press('F2')
    const form = page.getByRole('form', { name: '说明原因' })
    await form.getByLabel('原因', { exact: true }).fill(reason)
    await page.keyboard.press('Control+s')
    await expect(form).toHaveCount(0)
  }
  await explainTheRest(page, '配件在途，预计下月 5 日到货，已告知业主。')
}

/** 抽查: one that is in order, one that is not, the next one open. */
async function sample(page: Page): Promise<void> {
  await openTab(page, '抽查')
  await page.getByLabel('抽样号').fill('2611')
  await page.keyboard.press('Control+s')
  const list = page.getByRole('listbox', { name: '抽到的记录' })
  await expect(list).toBeVisible()
  const total = await list.getByRole('option').count()
  const read = (count: number) => expect(page.getByText(`已看 ${count} / ${total}`)).toBeVisible()
  await list.focus()
  await nextToRead(page)
  await page.keyboard.press('1')
  await read(1)
  await nextToRead(page)
  await page.keyboard.press('2')
  await page.getByLabel('意见', { exact: true }).fill('没有附清走以后的照片')
  await page.keyboard.press('Control+s')
  await read(2)
  await shoot(page, '33-sample')
  await readRest(page)
}

/** 统计, 周报. */
async function figures(page: Page): Promise<void> {
  await openTab(page, '统计')
  await expect(page.getByRole('group', { name: '图表' }).getByRole('figure').first()).toBeVisible()
  await shoot(page, '34-statistics')
  await openTab(page, '周报')
  const picker = page.getByRole('group', { name: /选择一周/ })
  await picker.getByRole('button', { name: '上一周' }).click()
  await expect(picker.getByRole('heading')).toContainText('2026-11-23')
  await expect(page.getByRole('table', { name: '遗留与结转' })).toBeVisible()
  await page.keyboard.press('Control+p')
  await pageDrawn(page)
  await shoot(page, '35-week')
  await printPreviewed(page)
}

/** 年度服务计划 with a training noted; 地点与时间. */
async function plan(page: Page): Promise<void> {
  await openTab(page, '年度服务计划')
  await page.getByRole('button', { name: '登记培训' }).click()
  const form = page.getByRole('form', { name: '登记培训' })
  await form.getByRole('textbox', { name: '日期' }).fill('2026-11-27')
  await form.getByRole('textbox', { name: '内容' }).fill('电梯困人处置流程')
  await page.keyboard.press('Control+s')
  await expect(form).toHaveCount(0)
  await expect(page.getByText('正在统计…')).toHaveCount(0)
  await shoot(page, '36-plan')
  await openTab(page, '地点与时间')
  await expect(page.getByRole('table', { name: '关键地点' })).toBeVisible()
  await shoot(page, '37-places')
}

/** 审核 on the last day, 审阅 on the next. */
async function sign(page: Page): Promise<void> {
  await openTab(page, '审核签署')
  for (const text of ['每季度检查一次管井接头', '地下车库晚间增加一次巡查']) {
    await page.getByRole('textbox', { name: '建议' }).fill(text)
    await page.getByRole('button', { name: '增加建议' }).click()
    await expect(page.getByRole('listitem', { name: text })).toBeVisible()
  }
  await page.getByLabel('审核意见').fill('投诉集中在电梯和车库，已约维保单位复查。')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已审核，等主任审阅', { exact: true })).toBeVisible()
  await turnTo(page, '2026-12-01T09:00', DIRECTOR)
  await goToMonth(page, '审核签署')
  const first = page.getByRole('form', { name: /决定建议：每季度/ })
  await first.getByRole('textbox', { name: '说明' }).fill('列入年度检修')
  await first.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('还有 1 条建议没有选采纳或不采纳')).toBeVisible()
  await page.mouse.move(0, 0)
  await shoot(page, '38-approve')
  const second = page.getByRole('form', { name: /决定建议：地下车库/ })
  await second.getByRole('radio', { name: '不采纳' }).click()
  await second.getByRole('textbox', { name: '说明' }).fill('先看监控的覆盖，下月再定')
  await second.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('可以审阅')).toBeVisible()
  await page.getByLabel('批示').fill('同意。未结的两件下月 10 日前办完。')
  await page.getByRole('button', { name: '审阅并锁定本月' }).click()
  await expect(page.getByText('已审阅，本月已锁定', { exact: true })).toBeVisible()
}

/** 《客户服务月报》 and 上报包. */
async function files(page: Page): Promise<void> {
  await openTab(page, '月报与导出')
  await page.keyboard.press('Control+p')
  await pageDrawn(page)
  await shoot(page, '39-report')
  await printPreviewed(page)
  const part = filesPart(page, '上报包')
  await part.getByRole('checkbox', { name: '处理措施' }).click()
  await part.getByRole('button', { name: '预览' }).click()
  const preview = packagePreview(page)
  await expect(preview.getByRole('status')).toContainText('检查通过')
  await preview.getByRole('button', { name: /^投诉/ }).click()
  await part.getByRole('button', { name: '重新预览' }).evaluate((button) => button.scrollIntoView())
  await shoot(page, '40-package')
}

/** 更正单: asked for, agreed to by both, printed. */
async function correction(page: Page, number: string): Promise<void> {
  await turnTo(page, '2026-12-02T10:15', SUPERVISOR)
  await openByNumber(page, number)
  await expect(page.getByRole('main').getByText(/2026年11月已审阅锁定/)).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('F2')
  const form = correctionForm(page)
  await expect(form.getByLabel('找要改的栏目')).toBeFocused()
  await form.getByLabel('事发地点').fill('5号楼2单元6层')
  await form.getByLabel('更正原因').fill('登记时听错楼层，已与投诉人核对')
  await form.getByLabel('找要改的栏目').fill('地点')
  await shoot(page, '41-correction')
  await saveCorrection(page)
  await takeNext(page, '核实同意')
  await page.getByLabel('意见', { exact: true }).fill('已听录音，属实')
  await saveStep(page)
  await switchTo(page, DIRECTOR)
  await takeNext(page, '批准并更正')
  await saveStep(page)
  await expect(page.getByRole('main').getByText('已更正', { exact: true }).first()).toBeVisible()
  await page.keyboard.press('Control+p')
  await pageDrawn(page)
  await shoot(page, '42-correction-sheet')
  await printPreviewed(page)
}

/** 验证 of the month that was signed. */
async function verify(page: Page): Promise<void> {
  await goToMonth(page)
  await page.getByRole('button', { name: '上个月' }).click()
  await expect(page.getByRole('button', { name: '2026年11月' })).toBeVisible()
  await openTab(page, '审核签署')
  await page.getByRole('button', { name: '验证' }).last().click()
  await expect(page.getByText(/与签署时一致/).first()).toBeVisible()
  await shoot(page, '43-verify')
}
