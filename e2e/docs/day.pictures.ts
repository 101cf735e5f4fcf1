import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startPrivateCups } from '../fixtures/cups'
import { type Desk, expect, test } from '../fixtures/desk'
import { onePagePdf, picture as photo, writeInbox } from '../fixtures/files'
import { setSize } from '../fixtures/look'
import { attachments } from '../pages/attachments'
import { savedNumber } from '../pages/complaints'
import { choose, complete, saveStep, takeNext } from '../pages/complaintSteps'
import { guidancePanel } from '../pages/guidance'
import { openHousehold } from '../pages/households'
import { CLERK, goTo, SUPERVISOR, switchTo } from '../pages/office'
import { paperOf, printPreviewed } from '../pages/paper'
import { type Before, beginIntake, DAY, fillOffice, openRecord, pageDrawn, shoot, turnTo } from './dayOffice'

/** The pictures of docs/manual and of the README: one day at the desk of a made-up office, in the real app: `npm run pictures`. */

const CEILING = '楼上漏水，卧室天花板湿了一片，水滴到床上。'

test('a day at the desk', async ({ desk }) => {
  test.setTimeout(300_000)
  const cups = await startPrivateCups()
  const page = await desk.start(cups.env)
  await setSize(desk.app, 1280, 720)
  const before = await fillOffice(page)
  await morning(page)
  const ceiling = await phoneCall(desk, page)
  await judgeAndAssign(page)
  await paper(desk, page)
  await answerAndReceipt(page)
  await returnVisits(page, before, ceiling)
  await suspend(page, before)
  await severalPeople(page, before)
  await blankForms(page)
  await listAndUndo(page)
  await endOfShift(page)
  await cups.stop()
})

/** 登录, 今日待办. */
async function morning(page: Page): Promise<void> {
  await turnTo(page, `${DAY}T08:28`, CLERK)
  await goTo(page, '今日')
  await expect(page.getByText('2026-11-20 星期五')).toBeVisible()
  await expect(page.getByText(/B2-011/)).toBeVisible()
  await shoot(page, '01-today')
  await page.getByRole('button', { name: /^丢弃草稿/ }).click()
  await expect(page.getByText('儿童滑梯')).toBeHidden()
}

/** 来电: household, words, guidance, a photo. */
async function phoneCall(desk: Desk, page: Page): Promise<string> {
  await turnTo(page, `${DAY}T09:05`, CLERK)
  await goTo(page, '投诉')
  await page.keyboard.press('Control+n')
  await page.getByRole('combobox', { name: '住户' }).pressSequentially('5-2')
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await page.mouse.move(0, 0)
  await shoot(page, '02-find')
  await beginIntake(page, 'zgl')
  await page.getByLabel('投诉内容').fill(CEILING)
  await page.getByLabel('诉求').fill('今天派人来看，把漏点修好')
  await expect(guidancePanel(page).getByRole('heading', { name: '楼上漏水到我家' })).toBeVisible()
  await shoot(page, '03-intake')
  await desk.answerOpenDialog(
    await writeInbox(join(desk.dataDir, 'inbox'), { '天花板.png': photo(1200, 800, 210) }),
  )
  await attachments(page).getByRole('button', { name: '添加附件' }).click()
  await expect(attachments(page).getByText('天花板.png')).toBeVisible()
  await page.keyboard.press('Control+s')
  const number = await savedNumber(page)
  await shoot(page, '04-record')
  return number
}

/** 判定, 派工. */
async function judgeAndAssign(page: Page): Promise<void> {
  await switchTo(page, SUPERVISOR)
  await takeNext(page, '判定')
  for (const word of ['有效投诉', '轻微', '设施设备'])
    await page.getByRole('radio', { name: word, exact: true }).click()
  await saveStep(page)
  await takeNext(page, '派工')
  await page.getByLabel('责任人', { exact: true }).fill('陈师傅')
  await page.getByLabel('承诺期限').fill('今天 1700')
  await page.getByLabel('承诺期限').blur()
  await shoot(page, '05-assign')
  await saveStep(page)
  await switchTo(page, CLERK)
  // The record is the clerk's by now.
  await expect(page.getByText(/^改派（需要/)).toBeVisible()
}

/** 《投诉来访记录》 printed, signed and filed. */
async function paper(desk: Desk, page: Page): Promise<void> {
  await page.keyboard.press('Control+p')
  await pageDrawn(page)
  await shoot(page, '06-print')
  await printPreviewed(page)
  const form = paperOf(page)
  await form.getByRole('button', { name: '登记签字' }).click()
  await expect(form.getByLabel('签字人')).toBeFocused()
  await form.evaluate((card) => card.scrollIntoView({ block: 'center' }))
  await shoot(page, '07-sign')
  await page.keyboard.press('Control+s')
  await desk.answerOpenDialog(
    await writeInbox(join(desk.dataDir, 'scans'), { '签字扫描件.pdf': onePagePdf('Signed') }),
  )
  await form.getByRole('button', { name: '上传签字扫描件' }).click()
  await expect(form.getByText('已归档', { exact: true })).toBeVisible()
}

/** 处理完毕, 答复 with 常用语, 《投诉处理回执》. */
async function answerAndReceipt(page: Page): Promise<void> {
  await turnTo(page, `${DAY}T15:20`, CLERK)
  await complete(page)
  await takeNext(page, '答复')
  const words = page.getByLabel('答复内容')
  await words.fill('漏点已经修好，请您再观察两天，有问题随时打前台电话。')
  await words.press('Alt+ArrowDown')
  await page.getByRole('menuitem', { name: /^存为常用语/ }).click()
  await expect(page.getByText('已存为常用语')).toBeVisible()
  await expect(words).toBeFocused()
  await words.press('Alt+ArrowDown')
  await expect(page.getByRole('menuitem', { name: /^漏点已经修好/ })).toBeVisible()
  await shoot(page, '11-answer')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await saveStep(page)
  await page.getByRole('button', { name: '打印', exact: true }).first().click()
  await page.getByRole('menuitem', { name: '《投诉处理回执》' }).click()
  await pageDrawn(page)
  await shoot(page, '12-receipt')
  await printPreviewed(page)
}

/** 回访: one who is content, one who is not. */
async function returnVisits(page: Page, { leak }: Before, ceiling: string): Promise<void> {
  await openRecord(page, leak)
  await takeNext(page, '回访')
  await page.getByRole('radio', { name: '不满意', exact: true }).click()
  await page.getByLabel('投诉人的话').fill('昨晚下雨又漏了')
  await shoot(page, '13-return')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('由回访不满意另立，前一件：')).toBeVisible()
  await openRecord(page, ceiling)
  await takeNext(page, '回访')
  await page.getByRole('radio', { name: '满意', exact: true }).click()
  await saveStep(page)
}

/** 延期告知, 挂起. */
async function suspend(page: Page, { lift }: Before): Promise<void> {
  await openRecord(page, lift)
  await choose(page, '延期告知')
  await page.getByLabel('延期至').fill('周一 1700')
  await page.getByLabel('延期原因').fill('曳引机轴承要从厂家发货')
  await shoot(page, '14-postpone')
  await saveStep(page)
}

/** 可能是同一件事, 其他投诉人. */
async function severalPeople(page: Page, { lift }: Before): Promise<void> {
  await beginIntake(page, 'cw')
  await page.getByLabel('投诉内容').fill('五号楼二单元的电梯下午一直异响，轿厢抖得厉害')
  const similar = page.getByRole('region', { name: /可能是同一件事/ })
  await expect(similar.getByText(lift)).toBeVisible()
  await shoot(page, '15-similar')
  await similar.getByRole('button', { name: `并入此件：${lift}` }).click()
  await expect(page.getByText(`已并入 ${lift}，没有另占编号`).first()).toBeVisible()
  await expect(page.getByRole('list', { name: '其他投诉人' })).toBeVisible()
}

/** 打印空白表, 补录. */
async function blankForms(page: Page): Promise<void> {
  await goTo(page, '投诉')
  await page.getByRole('button', { name: '打印空白表' }).click()
  await page.getByRole('dialog').getByLabel('张数').fill('2')
  await page.getByRole('button', { name: '留号并打印' }).click()
  await printPreviewed(page)
  await goTo(page, '今日')
  await page.getByRole('tab', { name: /^留号待补录/ }).click()
  await page
    .getByRole('row', { name: /客服-TS-/ })
    .first()
    .click()
  await expect(page.getByLabel('登记时间')).toBeVisible()
  await shoot(page, '27-fill-in')
}

/** Filters, columns, 批量; 撤销. */
async function listAndUndo(page: Page): Promise<void> {
  await goTo(page, '投诉')
  await page.getByRole('button', { name: '更多条件' }).click()
  const period = page.getByRole('group', { name: '登记时间', exact: true })
  await period.getByRole('button', { name: '本月' }).click()
  await page.getByRole('button', { name: '保存筛选' }).click()
  await page.getByLabel('筛选名称').fill('本月未关闭')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('group', { name: '我的筛选' })).toBeVisible()
  await page.getByRole('button', { name: '批量' }).click()
  await expect(page.getByRole('menuitem', { name: '打印台账' })).toBeVisible()
  await shoot(page, '28-list')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '收起条件' }).click()
}

/** 搜索, 住户, 锁定. */
async function endOfShift(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: '搜索' }).getByRole('combobox').fill('9Q888')
  await expect(page.getByText(/^找到 \d+ 条/)).toBeVisible()
  await shoot(page, '29-search')
  // The first Esc empties the box.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await openHousehold(page, 'zgl')
  await expect(page.getByRole('heading', { name: '5-2-502', exact: true })).toBeVisible()
  await shoot(page, '30-household')
  await page.keyboard.press('Control+l')
  await expect(page.getByText('已锁定')).toBeVisible()
  await shoot(page, '31-lock')
}
