import { expect, test } from '../fixtures/desk'
import { setSize } from '../fixtures/look'
import { registerComplaint } from '../pages/complaints'
import { goTo, setUpOffice } from '../pages/office'

test('the keyboard never falls out of a record: steps, dialogs and the way back (ui, "Habits")', async ({
  desk,
}) => {
  const page = await desk.start()
  await setUpOffice(page)
  const number = await registerComplaint(page, '电梯每天下午异响')
  const judge = page.getByRole('button', { name: '判定', exact: true }).last()
  const assign = page.getByRole('button', { name: '派工', exact: true }).first()

  // Folded with Esc: back to the button. Opened: its first field.
  await judge.click()
  await expect(page.getByRole('radio', { name: '有效投诉' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.locator('button[data-main]')).toBeFocused()
  await judge.click()
  await page.getByRole('radio', { name: '有效投诉' }).click()
  await page.getByRole('radio', { name: '轻微' }).click()
  await page.getByRole('radio', { name: '设施设备' }).click()
  await page.keyboard.press('Control+s')
  await expect(page.locator('button[data-main]', { hasText: '派工' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('责任部门')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(assign).toBeFocused()

  // A reason is confirmed from the keyboard.
  await page.getByRole('button', { name: '更多' }).last().click()
  await page.getByRole('menuitem', { name: /升级/ }).click()
  await page.keyboard.type('住户反复来访')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('main').getByText('重大').first()).toBeVisible()

  // In two steps one click opens, and Esc leads back into the list.
  await setSize(desk.app, 1024, 768)
  await goTo(page, '投诉')
  await page.getByRole('row', { name: new RegExp(number) }).click()
  await expect(page.getByRole('heading', { name: number })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('grid')).toBeFocused()
})
