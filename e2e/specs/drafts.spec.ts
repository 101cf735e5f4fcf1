import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/desk'
import { openOffice } from '../fixtures/offices'
import { openIntake, registerComplaint } from '../pages/complaints'
import { csvFile, importFile } from '../pages/households'
import { goTo } from '../pages/office'
import { goToVisits, importUnits, openNew, pickHousehold } from '../pages/visits'

const HOUSEHOLDS = ['5,2,301,住宅,89.5,自住,2019-06-01,王建国,业主,13912345678,1234,浙A12345,B1-066']

/** Leaves the intake that is open, comes back, and throws away what was left there. */
async function discard(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await openIntake(page)
  await page.getByRole('button', { name: '丢弃草稿' }).click()
  await expect(page.getByRole('combobox', { name: '住户' })).toHaveValue('')
}

test.describe('what is taken back comes back (domain 10)', () => {
  test('a draft is begun by Enter, thrown away and brought back, and so is what went to another record', async ({
    desk,
  }) => {
    const page = await openOffice(desk)
    await importFile(page, csvFile(HOUSEHOLDS))
    await test.step('Enter before the list is there takes the first that is found', async () => {
      await openIntake(page)
      await page.getByRole('combobox', { name: '住户' }).fill('wjg')
      await page.keyboard.press('Enter')
      await expect(page.getByLabel('投诉人', { exact: true })).toHaveValue('王建国')
      await expect(page.getByLabel('投诉内容')).toBeFocused()
      await expect(page.getByLabel('草稿已存')).toBeVisible()
      await discard(page)
    })

    await test.step('a draft thrown away leaves an empty form, and 撤销 brings it back', async () => {
      await openIntake(page)
      const household = page.getByRole('combobox', { name: '住户' })
      await household.pressSequentially('wjg')
      await page.keyboard.press('Enter')
      await expect(page.getByLabel('投诉人', { exact: true })).toHaveValue('王建国')
      await page.getByLabel('投诉内容').fill('写到一半的话')
      await expect(page.getByLabel('草稿已存')).toBeVisible()
      await page.keyboard.press('Escape')

      await openIntake(page)
      await expect(household).toHaveValue(/王建国/)
      await page.getByRole('button', { name: '丢弃草稿' }).click()
      await expect(household).toHaveValue('')
      await expect(household).toBeFocused()
      await expect(page.getByLabel('投诉内容')).toHaveValue('')
      await page.getByRole('button', { name: '撤销' }).click()
      await expect(page.getByLabel('投诉内容')).toHaveValue('写到一半的话')
      await expect(household).toHaveValue(/王建国/)
      // What came back is kept again: it is there for whoever leaves and returns.
      await discard(page)
    })

    await test.step('并入此件 taken back gives the intake back', async () => {
      const number = await registerComplaint(page, '五号楼电梯三天没人来修')
      await openIntake(page)
      await page.getByLabel('投诉人', { exact: true }).fill('赵敏')
      await page.getByLabel('电话', { exact: true }).fill('13800007777')
      await page.getByLabel('投诉内容').fill('五号楼的电梯三天没人来修了')
      await page.getByRole('button', { name: `并入此件：${number}` }).click()
      await expect(page.getByRole('heading', { name: number })).toBeVisible()
      await page.keyboard.press('Control+z')
      await expect(page.getByRole('heading', { name: '登记投诉' })).toBeVisible()
      await expect(page.getByLabel('投诉人', { exact: true })).toHaveValue('赵敏')
      await expect(page.getByLabel('投诉内容')).toHaveValue('五号楼的电梯三天没人来修了')
    })
  })

  test('what another screen begins is not mixed with what was left half-written before', async ({ desk }) => {
    const page = await openOffice(desk)
    await importUnits(page)
    await goToVisits(page)
    const form = await openNew(page, '走访登记')
    await pickHousehold(page, '5-2-301', '张三')
    await form.getByLabel('特殊困难和需求').fill('张三家写到一半')
    await expect(page.getByLabel('草稿已存')).toBeVisible()
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: '建议走访' }).click()
    const first = page.getByRole('list', { name: '建议走访的住户' }).getByRole('listitem').nth(1)
    await first.getByRole('button', { name: '走访', exact: true }).click()
    await expect(page.getByLabel('房号', { exact: true })).toHaveValue('5-2-302')
    await expect(page.getByLabel('特殊困难和需求')).toHaveValue('')
    await page.getByLabel('特殊困难和需求').fill('李四家也写到一半')
    await expect(page.getByLabel('草稿已存')).toBeVisible()
    await goTo(page, '今日')

    // Both wait under 草稿, and each opens as it was left.
    const drafts = page.getByRole('region', { name: '草稿' })
    for (const [code, words] of [
      ['5-2-301', '张三家写到一半'],
      ['5-2-302', '李四家也写到一半'],
    ] as const) {
      await drafts.getByRole('button', { name: new RegExp(`^${code}`) }).click()
      await expect(page.getByLabel('房号', { exact: true })).toHaveValue(code)
      await expect(page.getByLabel('特殊困难和需求')).toHaveValue(words)
      await goTo(page, '今日')
    }
  })
})
