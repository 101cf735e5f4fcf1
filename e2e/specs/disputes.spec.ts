import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/desk'
import { inspect } from '../fixtures/inspect'
import { setSize } from '../fixtures/look'
import { openOffice } from '../fixtures/offices'
import { registerComplaint } from '../pages/complaints'
import { putDisputes } from '../pages/disputes'
import { CLERK, goTo, signIn, SUPERVISOR, switchTo } from '../pages/office'

const look = (page: Page, name: string) => inspect(page, 'disputes', name)
const heading = (page: Page, number: string) => page.getByRole('heading', { name: `投诉 ${number}` })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** The question whose safe button has the keyboard: on to the other one. */
async function agree(page: Page, name: string): Promise<void> {
  const asked = page.getByRole('dialog', { name })
  await expect(asked.getByRole('button', { name: '返回' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(asked).toBeHidden()
}

test('待核对 of every kind is told to the supervisor and decided by keyboard (issue "Conflicts")', async ({
  desk,
}) => {
  test.setTimeout(180_000)
  const page = await openOffice(desk, { people: [SUPERVISOR, CLERK], as: CLERK })
  await setSize(desk.app, 1280, 720)
  const found: string[] = []
  const ceiling = await registerComplaint(page, '卧室天花板滴水')
  const noise = await registerComplaint(page, '楼上装修早上七点敲墙')
  const light = await registerComplaint(page, '单元门口的路灯不亮')
  const lift = await registerComplaint(page, '电梯每天下午异响')
  const gate = await registerComplaint(page, '门禁卡经常刷不开')
  const voided = { reason: '登记重复', at: new Date().toISOString(), by: '赵工' }
  await putDisputes(page, [
    {
      number: ceiling,
      kind: 'fields',
      fields: { 'intake.place': '东门', 'intake.content': '客厅天花板滴水' },
    },
    { number: noise, kind: 'void', fields: { void: voided } },
    { number: light, kind: 'locked', fields: { 'intake.place': '3号楼门口' } },
    // As of two units of one 房号: nothing to choose, and what to do.
    { number: lift, kind: 'rule', fields: { code: '3-502' } },
    { number: gate, kind: 'number', fields: { 'intake.content': '地下车库漏水' } },
  ])
  await page.reload()
  await signIn(page, CLERK)

  await test.step('a clerk is told on the record, and of nothing else', async () => {
    await goTo(page, '今日')
    await expect(page.getByRole('grid', { name: '待办列表' })).toBeVisible()
    await expect(page.getByRole('region', { name: '待核对' })).toHaveCount(0)
    await goTo(page, '投诉')
    await page.getByRole('row', { name: new RegExp(ceiling) }).click()
    await expect(page.getByText(/有 1 处待核对/)).toBeVisible()
    await expect(button(page, '去核对')).toHaveCount(0)
    found.push(...(await look(page, 'record-clerk')))
  })

  await test.step('the supervisor goes there by one key, and along the list', async () => {
    await switchTo(page, SUPERVISOR)
    await goTo(page, '今日')
    const headline = page.getByRole('region', { name: '待核对' })
    await expect(headline).toContainText('5 件')
    await expect(page.getByRole('grid').getByRole('row', { name: /两边都改过/ })).toContainText(ceiling)
    found.push(...(await look(page, 'today')))
    await page.keyboard.press('Alt+h')
    await expect(heading(page, ceiling)).toBeVisible()
    await expect(page.getByRole('listbox', { name: '逐栏比较' })).toBeFocused()
    await page.keyboard.press('Escape')
    const list = page.getByRole('listbox', { name: '待核对的记录' })
    await expect(list).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(heading(page, noise)).toBeVisible()
    await expect(list).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await expect(heading(page, ceiling)).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('listbox', { name: '逐栏比较' })).toBeFocused()
  })

  await test.step('fields: one by one', async () => {
    const place = page.getByRole('option', { name: /事发地点/ })
    await expect(place).toContainText('东门')
    found.push(...(await look(page, 'fields')))
    await page.keyboard.press('2')
    await expect(button(page, '保存选用的 1 栏')).toBeEnabled()
    // Back to the first, and there and back again.
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('1')
    await expect(button(page, '保存选用的 0 栏')).toBeDisabled()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('2')
    await page.emulateMedia({ colorScheme: 'dark' })
    await setSize(desk.app, 1024, 720)
    found.push(...(await look(page, 'fields-dark-narrow')))
    await page.emulateMedia({ colorScheme: 'light' })
    await setSize(desk.app, 1280, 720)
    await page.keyboard.press('Control+s')
    await expect(page.getByText('已核对，采用了待核对的')).toBeVisible()
  })

  await test.step('void: the whole version, asked once more', async () => {
    await expect(heading(page, noise)).toBeVisible()
    await expect(button(page, '采用待核对的整份')).toBeFocused()
    await expect(page.getByRole('option', { name: /^作废/ })).toContainText('登记重复')
    found.push(...(await look(page, 'void')))
    await page.keyboard.press('Enter')
    await agree(page, '采用待核对的整份')
  })

  await test.step('locked, and a rule that two desks broke: seen', async () => {
    for (const [name, number, says] of [
      ['locked', light, /月份已审阅锁定/],
      ['rule', lift, /各登记了这个房号/],
    ] as const) {
      await expect(heading(page, number)).toBeVisible()
      await expect(page.getByRole('main').getByText(says)).toBeVisible()
      await expect(button(page, '知悉')).toBeFocused()
      found.push(...(await look(page, name)))
      await page.keyboard.press('Control+s')
    }
    await expect(page.getByText('已知悉').first()).toBeVisible()
  })

  await test.step('number: another one for the record that waits', async () => {
    await expect(heading(page, gate)).toBeVisible()
    await expect(button(page, '给本机的记录新编号')).toBeFocused()
    const content = page.getByRole('option', { name: /^投诉内容/ })
    await expect(content).toContainText('门禁卡经常刷不开')
    await expect(content).toContainText('地下车库漏水')
    found.push(...(await look(page, 'number')))
    await page.keyboard.press('Tab')
    await expect(button(page, '给待收下的记录新编号')).toBeFocused()
    await page.keyboard.press('Enter')
    await agree(page, '给待收下的记录新编号')
    await expect(page.getByText(/已核对，新编号 \S+-TS-\d{4}-\d{4}/)).toBeVisible()
  })

  await test.step('what came of it', async () => {
    await expect(page.getByText('没有待核对的', { exact: true })).toBeVisible()
    await expect(page.getByRole('region', { name: '最近核对过的' }).getByRole('listitem')).toHaveCount(5)
    found.push(...(await look(page, 'decided')))
    await goTo(page, '今日')
    await expect(page.getByRole('grid', { name: '待办列表' })).toBeVisible()
    await expect(page.getByRole('region', { name: '待核对' })).toHaveCount(0)
    await goTo(page, '投诉')
    await expect(page.getByRole('row', { name: /地下车库漏水/ })).not.toContainText(gate)
    await page.getByRole('row', { name: new RegExp(ceiling) }).click()
    await expect(page.getByText('东门').first()).toBeVisible()
    await expect(page.getByText(/处待核对/)).toHaveCount(0)
    await page.getByRole('searchbox', { name: '搜索投诉' }).fill(noise)
    await page.getByRole('row', { name: new RegExp(noise) }).click()
    await expect(page.getByRole('main').getByText('登记重复').first()).toBeVisible()
  })
  expect(found).toEqual([])
})
