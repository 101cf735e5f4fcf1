import { expect, test } from '../fixtures/desk'
import { openOffice } from '../fixtures/offices'
import { registerComplaint } from '../pages/complaints'

test('two windows on one record: the second to save is told, shown both, and decides (quality 9.4)', async ({
  desk,
}) => {
  const page = await openOffice(desk)
  await registerComplaint(page, '电梯异响')
  const opened = desk.app.waitForEvent('window')
  await page.getByRole('button', { name: '更多', exact: true }).click()
  await page.getByRole('menuitem', { name: '在新窗口打开' }).click()
  const other = await opened
  await expect(other.getByRole('heading', { name: /客服-TS/ })).toBeVisible()
  for (const window of [page, other]) {
    await window.keyboard.press('F2')
    await expect(window.getByLabel('投诉内容')).toHaveValue('电梯异响')
  }
  await page.getByLabel('投诉内容').fill('电梯异响，三楼')
  await page.keyboard.press('Control+s')
  await expect(page.getByLabel('投诉内容')).toBeHidden()

  await other.getByLabel('诉求').fill('请明天修好')
  await expect(
    other.getByRole('region', { name: '受理' }).getByText('投诉内容：电梯异响 → 电梯异响，三楼'),
  ).toBeVisible()
  await other.keyboard.press('Control+s')
  await expect(other.getByText(/刚在另一个窗口改过/)).toBeVisible()
  await other.getByLabel('投诉内容').fill('电梯异响，三楼')
  await other.getByRole('button', { name: '看过了，保留我写的' }).click()
  await other.keyboard.press('Control+s')
  await expect(other.getByLabel('诉求')).toBeHidden()
  await expect(page.getByText('请明天修好').first()).toBeVisible()
  await expect(page.getByText('电梯异响，三楼').first()).toBeVisible()
})
