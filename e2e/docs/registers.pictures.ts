import type { Page } from '@playwright/test'
import { startPrivateCups } from '../fixtures/cups'
import { expect, test } from '../fixtures/desk'
import { setSize } from '../fixtures/look'
import { scanSheet } from '../fixtures/wedge'
import { saveStep, takeNext } from '../pages/complaintSteps'
import { stampLine, startIncident, writeReport } from '../pages/incidents'
import {
  fillItem,
  goToLost,
  noteClaim,
  openItemIntake,
  registerItem,
  savedLost,
  stepForm,
} from '../pages/lost'
import { CLERK } from '../pages/office'
import { paperOf, printVisit } from '../pages/paper'
import { dropOnWindow, glance, newestSheet, scanned } from '../pages/scans'
import { goToVisits, openNew, pickHousehold, registerVisit, savedRecord } from '../pages/visits'
import { DAY, fillOffice, openRecord, pageDrawn, register, shoot, turnTo, waitUntil } from './dayOffice'

/** The pictures of the other registers and of paper that comes back, of the same day at the same made-up office. */
test('the registers of a day', async ({ desk }) => {
  test.setTimeout(300_000)
  const cups = await startPrivateCups()
  const page = await desk.start(cups.env)
  await setSize(desk.app, 1280, 720)
  const { noise, lift } = await fillOffice(page)
  await turnTo(page, `${DAY}T09:30`, CLERK)
  await signOnScreen(page)
  const sheet = await newestSheet(cups, 1)
  await openRecord(page, lift)
  await printVisit(page)
  const cut = await scanned(await newestSheet(cups, 2), 150, 0.88)
  await paperComesBack(page, noise, [await scanned(sheet), cut])
  const wallet = await foundAndLost(page)
  await notices(page)
  await claim(page, wallet)
  await count(page)
  await event(page)
  await visits(page)
  await month(page)
  await cups.stop()
})

/** 屏幕签字. */
async function signOnScreen(page: Page): Promise<void> {
  await register(page, 'wjg', '楼道的声控灯一直不亮，晚上看不见台阶。')
  await paperOf(page)
    .getByRole('button', { name: /^屏幕签字/ })
    .click()
  const dialog = page.getByRole('dialog', { name: /^屏幕签字/ })
  await drawName(page)
  await expect(dialog.getByRole('button', { name: '重写' })).toBeEnabled()
  await shoot(page, '08-screen')
  await dialog.getByRole('button', { name: '保存签字' }).click()
  await expect(paperOf(page).getByText('已签', { exact: true })).toBeVisible()
}

/** 王 by its four strokes, and a line such as hurried people write. */
async function drawName(page: Page): Promise<void> {
  const box = await page.getByRole('img', { name: '签字处' }).boundingBox()
  if (!box) throw new Error('the pad is not on the screen')
  const wave = Array.from({ length: 50 }, (_, at): [number, number] => [
    0.48 + at / 160,
    0.5 + 0.2 * Math.sin(at / 2.6) * (1 - at / 70),
  ])
  const strokes: [number, number][][] = [
    [
      [0.26, 0.27],
      [0.4, 0.24],
    ],
    [
      [0.27, 0.49],
      [0.39, 0.46],
    ],
    [
      [0.33, 0.26],
      [0.325, 0.72],
    ],
    [
      [0.23, 0.75],
      [0.43, 0.71],
    ],
    wave,
  ]
  for (const [[x, y] = [0, 0], ...rest] of strokes) {
    await page.mouse.move(box.x + box.width * x, box.y + box.height * y)
    await page.mouse.down()
    for (const [toX, toY] of rest)
      await page.mouse.move(box.x + box.width * toX, box.y + box.height * toY, { steps: 4 })
    await page.mouse.up()
  }
}

/** 读入扫描件: one sheet whole, one without the foot that bears its code; 待归档. */
async function paperComesBack(page: Page, number: string, sheets: Buffer[]): Promise<void> {
  await dropOnWindow(
    page,
    sheets.map((bytes, at) => ({ name: `扫描000${at + 1}.jpg`, bytes })),
  )
  const known = glance(page).getByRole('listitem').filter({ hasText: number })
  // A page without a code is looked at in every way before it is given up.
  await expect(known).toContainText('可以归档', { timeout: 60_000 })
  await expect(glance(page)).toContainText('没有读出二维码')
  await shoot(page, '09-scans')
  await glance(page).getByRole('button', { name: '归档 1 张', exact: true }).click()
  await expect(page.getByText(/^已归档 1 张/).first()).toBeVisible()
  await glance(page).getByRole('button', { name: '待归档 1 张' }).click()
  await page.getByRole('row', { name: /没有读出二维码/ }).click()
  await expect(page.getByRole('img', { name: '扫描0002.jpg' })).toBeVisible()
  await shoot(page, '10-tray')
}

/** 登记失物, 登记寻物, 可能的失物; answers the number of the wallet. */
async function foundAndLost(page: Page): Promise<string> {
  await registerItem(page, {
    name: '折叠雨伞',
    category: '眼镜雨伞',
    features: '伞柄贴着小熊贴纸',
    place: '南门岗',
  })
  await registerItem(page, {
    name: '一串钥匙',
    category: '钥匙门卡',
    features: '三把，挂红绳',
    place: '地下车库',
  })
  await fillItem(await openItemIntake(page), { yuan: '260' })
  await shoot(page, '16-found')
  await page.keyboard.press('Control+s')
  const wallet = await savedLost(page)
  await goToLost(page, '寻物')
  await page.keyboard.press('Control+n')
  const form = page.getByRole('form', { name: '寻物登记' })
  await form.getByLabel('失主').fill('宋江')
  await form.getByLabel('电话').fill('13900001111')
  await form.getByLabel('物品').fill('皮钱包')
  await form.getByLabel('类别').selectOption({ label: '钱包现金' })
  await form.getByLabel('特征').fill('黑色，拉链头缺角')
  await form.getByLabel('遗失时间段（从）').fill('昨天 0800')
  await form.getByLabel('可能地点').fill('3号楼大堂或电梯')
  const items = page.getByRole('region', { name: /可能的失物/ })
  await expect(items.getByText(wallet)).toBeVisible()
  await shoot(page, '17-match')
  await page.keyboard.press('Control+s')
  await savedLost(page)
  await items.getByRole('button', { name: `关联 ${wallet}` }).click()
  await expect(items.getByText('已关联')).toBeVisible()
  return wallet
}

/** 发布招领公告 of all that lies there, and the sheet for the board. */
async function notices(page: Page): Promise<void> {
  await goToLost(page)
  await page.getByRole('grid', { name: '失物列表' }).focus()
  await page.keyboard.press('Control+a')
  await chooseBatch(page, '发布招领公告')
  const dialog = page.getByRole('dialog', { name: '发布招领公告' })
  await dialog.getByLabel('张贴地点').fill('南门公告栏')
  await dialog.getByRole('button', { name: '发布招领公告' }).click()
  await expect(dialog).toBeHidden()
  await chooseBatch(page, '打印《招领公告》')
  await pageDrawn(page)
  await shoot(page, '18-notice')
  await page.getByRole('button', { name: '关闭', exact: true }).last().click()
  await page.getByRole('button', { name: '取消选择' }).click()
}

/** Chooses from the menu of what is selected. */
async function chooseBatch(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '批量' }).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
}

/** 登记认领, then 核对并认领. */
async function claim(page: Page, wallet: string): Promise<void> {
  await page.getByRole('row', { name: new RegExp(wallet) }).dblclick()
  await takeNext(page, '登记认领')
  await noteClaim(page)
  await saveStep(page)
  await takeNext(page, '核对并认领')
  const form = stepForm(page, '核对并认领')
  await form.getByRole('radio', { name: '相符', exact: true }).click()
  await form.getByLabel('证件末四位').fill('123X')
  await shoot(page, '19-claim')
  await saveStep(page)
  await expect(page.getByRole('main').getByText('已认领', { exact: true }).first()).toBeVisible()
}

/** 盘点 by the scanner. */
async function count(page: Page): Promise<void> {
  await goToLost(page, '盘点')
  await page.getByRole('button', { name: '开始盘点' }).click()
  await expect(page.getByText('已点 0 / 2 件')).toBeVisible()
  await scanSheet(page, `FD1|客服-SW-2026-0001|1|KF-SW-02`)
  await expect(page.getByText('已点 1 / 2 件')).toBeVisible()
  await shoot(page, '20-count')
}

/** 突发事件: first the stamps, then the report. */
async function event(page: Page): Promise<void> {
  await turnTo(page, `${DAY}T10:12`, CLERK)
  await startIncident(page, '水管爆裂/漏水', '5号楼2单元15层管井')
  await stamp(page, '10:14', '接报到场，15 楼管井喷水')
  await stamp(page, '10:17', '关 B2-3 阀，水停')
  await page.getByRole('checkbox', { name: '关阀，先止水' }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByText('已办 1/7')).toBeVisible()
  await stamp(page, '10:21', '通知 1502 王建国，搬开纸箱')
  await stampLine(page).fill('工程部带工具到场')
  await shoot(page, '21-event')
  await stampLine(page).press('Enter')
  await expect(stampLine(page)).toHaveValue('')
  await page.keyboard.press('F2')
  await expect(page.getByRole('form', { name: '写报告表单' })).toBeVisible()
  await shoot(page, '22-report')
  await page.keyboard.press('Escape')
  await writeReport(page, '重要')
  await takeNext(page, '提交报告')
}

/** One line of the 处置时间线 at its time, before the screen locks itself. */
async function stamp(page: Page, time: string, words: string): Promise<void> {
  await waitUntil(page, `${DAY}T${time}`)
  await stampLine(page).fill(words)
  await stampLine(page).press('Enter')
  await expect(stampLine(page)).toHaveValue('')
  await expect(page.getByRole('list', { name: '处置经过' })).toContainText(words)
}

/** 走访 with its goals and 建议走访; what was said; 季度回访. */
async function visits(page: Page): Promise<void> {
  await registerVisit(page, '5-2-301', '王建国', '希望增加夜间巡逻')
  await goToVisits(page)
  await page.getByRole('button', { name: '建议走访' }).click()
  await expect(page.getByRole('dialog', { name: '建议走访' }).getByRole('listitem').first()).toBeVisible()
  await shoot(page, '23-visits')
  await page.keyboard.press('Escape')
  await openNew(page, '走访登记')
  await pickHousehold(page, '5-2-502', '赵桂兰')
  await page.getByRole('radio', { name: '上门', exact: true }).click()
  await page.getByLabel('预约时间').fill('今天 0800')
  await page.getByLabel('对物业管理工作的意见和建议').fill('电梯里贴的广告太多，看不见楼层按钮')
  await page.getByLabel('特殊困难和需求').fill('换灯泡不方便，想请工程部帮忙')
  await shoot(page, '24-visit')
  await page.keyboard.press('Control+s')
  await savedRecord(page)
  await goToVisits(page, '回访')
  await page.getByRole('button', { name: '季度回访' }).click()
  await page.getByRole('button', { name: '按本季度的投诉和建议列名单' }).click()
  await expect(page.getByRole('list', { name: '季度回访名单' }).getByRole('listitem').first()).toBeVisible()
  await shoot(page, '25-quarter')
}

/** 访问总结 of the month, in the first days of the next. */
async function month(page: Page): Promise<void> {
  // The households of the month's end are counted as it ends.
  await turnTo(page, '2026-12-01T00:01', CLERK)
  await turnTo(page, '2026-12-03T09:00', CLERK)
  await goToVisits(page, '访问总结')
  await page.getByRole('link', { name: '2026-11' }).click()
  await expect(page.getByText(/前（含当天）送主任/).first()).toBeVisible()
  await shoot(page, '26-month')
}
