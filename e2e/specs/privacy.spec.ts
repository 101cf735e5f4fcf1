import type { Page } from '@playwright/test'
import { axeFinds } from '../fixtures/axe'
import { type Desk, expect, test } from '../fixtures/desk'
import { cutOff, keepPicture, setSize } from '../fixtures/look'
import { openOffice } from '../fixtures/offices'
import { journalOf } from '../fixtures/vault'
import { registerComplaint } from '../pages/complaints'
import { DIRECTOR, goTo, signIn } from '../pages/office'
import { setEstateTime } from '../pages/today'

const PICTURES = 'e2e/results/pictures/privacy'

/** Wide and narrow: nothing for axe to find, nothing cut off. */
async function shoot(desk: Desk, name: string): Promise<void> {
  const { page } = desk
  for (const width of [1024, 1280]) {
    await setSize(desk.app, width, 720)
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width)
    await keepPicture(page, `${PICTURES}/${name}-${width}.png`)
    expect(await cutOff(page)).toEqual([])
  }
  expect(await axeFinds(page)).toEqual([])
}

/** 设置 → 个人信息. */
async function openPrivacy(page: Page): Promise<void> {
  await goTo(page, '设置')
  await page.getByRole('tab', { name: '个人信息' }).click()
  await expect(page.getByRole('region', { name: '到期清理' })).toBeVisible()
}

async function voidRecord(page: Page): Promise<void> {
  await page.getByRole('button', { name: '更多', exact: true }).click()
  await page.getByRole('menuitem', { name: /^作废/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('作废原因').fill('登记两次')
  await dialog.getByRole('button', { name: '作废并保留编号' }).click()
  await expect(dialog).toBeHidden()
}

test('what is past its period is erased with the PIN, from screen, search and journal (domain 13)', async ({
  desk,
}) => {
  test.slow()
  const page = await openOffice(desk, { at: '2026-11-20T09:00' })
  await setSize(desk.app, 1280, 720)
  const number = await registerComplaint(page, '卧室天花板滴水')
  await voidRecord(page)
  await openPrivacy(page)
  await expect(page.getByText('没有到期的记录')).toBeVisible()

  await setEstateTime(page, '2030-01-10T09:00')
  await page.reload()
  await signIn(page, DIRECTOR)
  await goTo(page, '今日')
  await page.getByRole('link', { name: '到期清理：1 条' }).click()
  await page.getByRole('button', { name: '查看 投诉' }).click()
  const list = page.getByRole('grid', { name: '到期的记录' })
  await expect(list.getByRole('row', { name: new RegExp(number) })).toBeVisible()
  await shoot(desk, '1-due')

  await expect(page.getByText('到期 1 条，可清理 1 条，例外 0 条；已选 0 条')).toBeVisible()
  await expect(list).toBeFocused()
  await page.keyboard.press('Control+a')
  await expect(page.getByText('已选 1 条')).toBeVisible()
  await page.getByRole('button', { name: '清理选中的 1 条' }).click()
  const dialog = page.getByRole('dialog', { name: '删除个人信息' })
  await dialog.getByLabel('原因').fill('保存期限已满')
  await dialog.getByLabel('主任 PIN').fill('000000')
  await dialog.getByRole('button', { name: '删除 1 条的个人信息' }).click()
  await expect(dialog.getByText(/PIN 不对/)).toBeVisible()
  await shoot(desk, '2-erase')
  await dialog.getByLabel('主任 PIN').fill(DIRECTOR.pin)
  await dialog.getByRole('button', { name: '删除 1 条的个人信息' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('没有到期的记录')).toBeVisible()

  // Said once main has cleared the journal too.
  await expect(page.getByText('1 条记录的个人信息已按规定删除').first()).toBeVisible()
  const journal = await journalOf(desk)
  for (const secret of ['王建国', '13912345678', '卧室天花板滴水']) expect(journal).not.toContain(secret)

  await page.keyboard.press('Control+k')
  await page.keyboard.type(number)
  await page
    .getByRole('option', { name: new RegExp(number) })
    .first()
    .click()
  await expect(page.getByText(/^个人信息已按规定删除/)).toBeVisible()
  await expect(page.getByText('卧室天花板滴水')).toHaveCount(0)
  // Nothing more is offered, and no code is shown.
  await expect(page.getByText('按规定删除个人信息', { exact: true })).toBeVisible()
  for (const gone of ['添加附件', '屏幕签字', '打印', '关联']) {
    await expect(page.getByRole('button', { name: gone, exact: true })).toHaveCount(0)
  }
  await page.getByRole('button', { name: '更多', exact: true }).click()
  const menu = page.getByRole('menu')
  await expect(menu.getByRole('menuitem', { name: '在新窗口打开' })).toBeVisible()
  await expect(menu.getByRole('menuitem', { name: /撤销|更正单|作废/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await shoot(desk, '3-erased')

  await desk.restart()
  await signIn(desk.page, DIRECTOR)
  await expect(desk.page.getByText('卧室天花板滴水')).toHaveCount(0)
})

test('a person is found everywhere, gets a copy, and asks in time; who looked is on the log (domain 13)', async ({
  desk,
}) => {
  test.slow()
  const page = await openOffice(desk, { at: '2026-11-20T09:00' })
  await setSize(desk.app, 1280, 720)
  const number = await registerComplaint(page, '卧室天花板滴水')
  await openPrivacy(page)
  const rights = page.getByRole('region', { name: '查找个人信息' })
  await rights.getByLabel('姓名').fill('王建国')
  await rights.getByRole('button', { name: '查找个人信息' }).last().click()
  const row = rights.getByRole('row', { name: new RegExp(number) })
  await expect(row).toContainText('投诉人')
  // What cannot be erased says so before anybody asks for a reason and a PIN.
  await expect(row.getByRole('checkbox')).toBeDisabled()
  await expect(row).toContainText(`${number} 还没有办结，不能删除个人信息`)
  await shoot(desk, '4-person')

  await rights.getByRole('button', { name: '生成个人信息副本' }).click()
  const preview = page.getByRole('dialog', { name: /个人信息副本/ })
  await expect(preview).toBeVisible()
  // The first preview reads the fonts, which takes long where many tests run at once.
  await expect(preview.getByText(/正在/)).toHaveCount(0, { timeout: 60_000 })
  await keepPicture(page, `${PICTURES}/5-copy.png`)
  await page.keyboard.press('Escape')
  await expect(preview).toBeHidden()

  const requests = page.getByRole('region', { name: '个人信息请求' })
  await requests.getByRole('button', { name: '登记请求' }).click()
  const taking = page.getByRole('dialog', { name: '登记请求' })
  await expect(taking.getByRole('combobox', { name: '请求' })).toBeFocused()
  await expect(taking).toContainText('2026-12-11 前答复')
  await taking.getByRole('combobox', { name: '请求' }).selectOption('删除')
  await taking.getByLabel('请求人').fill('王建国')
  await taking.getByLabel('身份核实').fill('本人到场')
  await taking.getByLabel('请求内容').fill('删除全部投诉')
  await shoot(desk, '6-request')
  await taking.getByRole('button', { name: '登记请求' }).click()
  await expect(taking).toBeHidden()
  await expect(requests.getByRole('row', { name: /王建国/ })).toContainText('2026-12-11')
  await requests.getByRole('button', { name: '答复 王建国' }).click()
  const answering = page.getByRole('dialog', { name: '答复 王建国 的请求' })
  await expect(answering).toContainText('删除全部投诉')
  await shoot(desk, '6-answer')
  await answering.getByRole('combobox', { name: '不予办理的理由' }).selectOption('事项尚未办结')
  await answering.getByLabel('不予办理的部分').fill('投诉还在处理')
  await answering.getByRole('button', { name: '答复' }).click()
  await expect(answering).toBeHidden()
  await expect(requests.getByRole('row', { name: /王建国/ })).toContainText('已答复')

  const log = page.getByRole('table', { name: '访问记录' })
  await expect(log).toContainText('查找个人信息')
  await expect(log).toContainText('生成个人信息副本')
  await log.scrollIntoViewIfNeeded()
  await shoot(desk, '7-log')
})
