import { expect, test } from '../fixtures/desk'
import { EVERYBODY, openOffice } from '../fixtures/offices'
import { setSize } from '../fixtures/look'
import { openIntake, registerComplaint, savedNumber } from '../pages/complaints'
import { saveStep } from '../pages/complaintSteps'
import { csvFile, importFile } from '../pages/households'
import { CLERK, DIRECTOR, goTo, switchTo } from '../pages/office'

test('the keyboard never falls out of a record, and stays where one goes on (ui, "Habits")', async ({
  desk,
}) => {
  const page = await openOffice(desk, { people: EVERYBODY })

  await test.step('a household that is picked leaves only the complaint to write, and is shown again', async () => {
    const row = '5,2,301,住宅,89.5,自住,2019-05-01,王建国,业主,13912345678,1234,浙A12345,B1-023'
    await importFile(page, csvFile([row]))
    await openIntake(page)
    await page.keyboard.type('wjg')
    await expect(page.getByRole('option', { name: /王建国/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('投诉内容')).toBeFocused()
    await page.keyboard.type('楼道堆物')
    await page.keyboard.press('Control+s')
    await savedNumber(page)

    await page.keyboard.press('F2')
    await expect(page.getByRole('combobox', { name: '住户' })).toBeFocused()
    await expect(page.getByRole('combobox', { name: '住户' })).toHaveValue('5-2-301 王建国')
    await page.keyboard.press('Escape')
    await expect(page.locator('button[data-main]')).toBeFocused()
    await page.keyboard.press('Control+p')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByRole('main').getByRole('button', { name: '打印', exact: true })).toBeFocused()
  })

  await test.step('it stays on the screen when something is saved, taken back or handed over', async () => {
    await registerComplaint(page, '电梯每天下午异响')
    const main = page.locator('button[data-main]')
    await expect(main).toBeFocused()

    await page.locator('button[data-main]', { hasText: '判定' }).click()
    await page.getByRole('radio', { name: '有效投诉' }).click()
    await page.getByRole('radio', { name: '轻微' }).click()
    await page.getByRole('radio', { name: '设施设备' }).click()
    await saveStep(page)
    await expect(main.filter({ hasText: '派工' })).toBeFocused()
    await page.keyboard.press('Control+z')
    await expect(main.filter({ hasText: '判定' })).toBeFocused()

    await switchTo(page, CLERK)
    await expect(page.getByRole('main').locator(':focus')).toBeVisible()
  })

  await switchTo(page, DIRECTOR)
  await test.step('steps, dialogs and the way back', async () => {
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
})
