import type { Page } from '@playwright/test'
import { startPrivateCups, type PrivateCups } from '../fixtures/cups'
import { expect, test } from '../fixtures/desk'
import { openOffice } from '../fixtures/offices'
import { scanSheet, typeKeys } from '../fixtures/wedge'
import { openIntake, registerComplaint } from '../pages/complaints'
import { goTo } from '../pages/office'
import { paperOf, printPreviewed, printVisit } from '../pages/paper'

let cups: PrivateCups
test.beforeAll(async () => {
  cups = await startPrivateCups()
})
test.afterAll(() => cups.stop())

const codeOf = (number: string, version = 1) => `FD1|${number}|${version}|KF-TS-01`
const heading = (page: Page, number: string) => page.getByRole('heading', { name: number })

test('a USB scanner opens the record from any screen, and leaves no letter behind (domain 1 and 10)', async ({
  desk,
}) => {
  const page = await openOffice(desk, { env: cups.env })

  await test.step('a USB scanner opens the record from any screen, and leaves no letter behind (domain 10)', async () => {
    const number = await registerComplaint(page, '电梯每天下午异响')
    const other = await registerComplaint(page, '门禁坏了')
    await printVisit(page)

    await test.step('from 今日, with 客服 garbled as scanners do', async () => {
      await goTo(page, '今日')
      await scanSheet(page, codeOf(other).replace('客服', '¿Í·þ'))
      await expect(heading(page, other)).toBeVisible()
      await expect(page.getByText(/纸上是|没有打印过/)).toHaveCount(0)
    })

    await test.step('a bare number', async () => {
      await scanSheet(page, number.slice(3))
      await expect(heading(page, number)).toBeVisible()
    })

    await test.step('inside a field: what was typed stays, nothing of the code does', async () => {
      await openIntake(page)
      const content = page.getByLabel('投诉内容')
      await content.fill('楼道灯不亮，已经三天')
      await content.press('Home')
      await scanSheet(page, codeOf(other))
      await expect(heading(page, other)).toBeVisible()
      await goTo(page, '今日')
      await page.getByRole('link', { name: '投诉', exact: true }).click()
      await page.keyboard.press('Control+n')
      await expect(page.getByLabel('投诉内容')).toHaveValue('楼道灯不亮，已经三天')
    })

    await test.step('a person who types the same letters is not a scanner', async () => {
      const content = page.getByLabel('投诉内容')
      await content.fill('')
      await content.focus()
      await typeKeys(page, codeOf(number), 70)
      await expect(content).toHaveValue(`${codeOf(number)}\n`)
      await content.fill('楼道灯不亮')
    })

    await test.step('a number that nobody has', async () => {
      await scanSheet(page, 'FD1|客服-TS-2026-9999|1|KF-TS-01')
      await expect(page.getByText('扫到的编号是 TS-2026-9999，没有这样的记录。')).toBeVisible()
      await expect(page.getByLabel('投诉内容')).toHaveValue('楼道灯不亮')
    })

    await test.step('above a dialog it is only said, and its buttons are not pressed', async () => {
      await page.keyboard.press('Control+k')
      const search = page.getByRole('dialog', { name: '搜索' })
      await scanSheet(page, codeOf(number))
      await expect(page.getByText(/请先关上这个对话框/)).toBeVisible()
      await expect(search.getByRole('combobox')).toHaveValue('')
      await page.keyboard.press('Escape')
    })
  })

  await test.step('a sheet of an earlier print says so (domain 10)', async () => {
    const number = await registerComplaint(page, '电梯每天下午异响')
    await printVisit(page)
    await page.keyboard.press('F2')
    await page.getByLabel('投诉内容').fill('电梯每天下午异响，夜里也响')
    await page.keyboard.press('Control+s')
    await paperOf(page).getByRole('button', { name: '重新打印' }).click()
    await printPreviewed(page)
    await goTo(page, '今日')
    await scanSheet(page, codeOf(number, 1))
    await expect(heading(page, number)).toBeVisible()
    await expect(page.getByText(`${number}：纸上是第 1 版，已有第 2 版。`)).toBeVisible()
    await goTo(page, '今日')
    await scanSheet(page, codeOf(number, 3))
    await expect(page.getByText(`${number}：没有打印过第 3 版，请核对这张纸。`)).toBeVisible()
  })

  await test.step('behind the lock nothing listens (domain 1)', async () => {
    const number = await registerComplaint(page, '电梯每天下午异响')
    await goTo(page, '今日')
    await page.keyboard.press('Control+l')
    await expect(page.locator('dialog[open]')).toBeVisible()
    await scanSheet(page, codeOf(number))
    await expect(page.getByRole('heading', { name: number })).toHaveCount(0)
    await expect(page).toHaveURL(/#\/today/)
  })
})
