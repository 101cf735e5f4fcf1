import type { Page } from '@playwright/test'
import { axeFinds } from '../fixtures/axe'
import { expect, test } from '../fixtures/desk'
import { openOffice } from '../fixtures/offices'
import { cutOff, setSize } from '../fixtures/look'
import { openByNumber, part, stampLine, startIncident } from '../pages/incidents'
import { DIRECTOR, goTo, signIn } from '../pages/office'
import { paperOf } from '../pages/paper'

test('a blank sheet is filled in; 24 hours, and a line that was being written when the power went; used by everybody (domain 2, 7, 10; ui)', async ({
  desk,
}) => {
  let page = await openOffice(desk)

  await test.step('a blank sheet takes a number, is filled in, and cannot be submitted half (domain 2 and 7)', async () => {
    await goTo(page, '突发事件')
    await page.getByRole('button', { name: '打印空白表' }).click()
    const asked = page.getByRole('dialog', { name: '打印空白《事故报告》' })
    await asked.getByLabel('张数').fill('1')
    await asked.getByRole('button', { name: '留号并打印' }).click()
    await expect(page.getByRole('img', { name: /第 1 页/ })).toBeVisible()
    await page.getByRole('button', { name: '关闭', exact: true }).click()
    await page.getByRole('row', { name: /-0001/ }).dblclick()
    const form = page.getByRole('form', { name: '补录表单' })
    await form.getByRole('radio', { name: '失窃' }).click()
    await form.getByLabel('地点').fill('3号楼地下室')
    await page.keyboard.press('Control+s')
    await expect(form.getByLabel('发生时间')).toHaveAttribute('aria-invalid', 'true')
    await form.getByLabel('发生时间').fill('昨天 2300')
    await page.keyboard.press('Control+s')
    await expect(form).toHaveCount(0)
    await expect(part(page, '事故报告')).toContainText('3号楼地下室')
    await expect(page.getByRole('button', { name: /提交报告（还缺/ })).toBeDisabled()
    // The moment is that of the key, however long the line takes to write.
    await page.keyboard.press('Control+t')
    await expect(stampLine(page)).toBeFocused()
    await page.keyboard.type('通知安全部')
    await page.keyboard.press('Control+t')
    await expect(page.getByRole('list', { name: '处置经过' }).getByRole('listitem')).toHaveCount(1)
    await expect(stampLine(page)).toHaveValue('')
    await page.getByRole('button', { name: '填专项' }).click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('F2')
    await page.keyboard.press('Escape')
    await page.keyboard.press('F1')
    await expect(page.getByRole('dialog').getByText('Ctrl+T')).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('the 24 hours, and a line that was being written when the power went (domain 7 and 10)', async () => {
    const number = await startIncident(page, '停电', '全小区')
    await expect(page.getByText(/提交报告 还剩 2[34] 小时/).last()).toBeVisible()
    await stampLine(page).fill('问值班工程师')
    await page.evaluate(() => window.dispatchEvent(new Event('blur')))
    await goTo(page, '今日')
    await goTo(page, '突发事件')
    await page.getByRole('row', { name: new RegExp(number) }).click()
    await expect(stampLine(page)).toHaveValue('问值班工程师')
    await desk.kill()
    page = await desk.start()
    await signIn(page, DIRECTOR)
    await openByNumber(page, number)
    await expect(stampLine(page)).toHaveValue('问值班工程师')
    await stampLine(page).press('Enter')
    await expect(page.getByRole('list', { name: '处置经过' }).getByRole('listitem')).toHaveCount(1)
    await expect(printable(page)).toBeVisible()
  })

  await test.step('its screens can be used by everybody, and fit in English too (ui, "Checked")', async () => {
    await setSize(desk.app, 1280, 720)
    const number = await startIncident(page, '火警', '7-1-1201')
    await stampLine(page).fill('119')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '登记损失' }).click()
    expect(await axeFinds(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '登记当事人' }).click()
    expect(await axeFinds(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '填专项' }).click()
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await axeFinds(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
    await page.keyboard.press('Escape')

    await goTo(page, '设置')
    await page.getByRole('tab', { name: '界面' }).click()
    await page.getByRole('radio', { name: 'English' }).click()
    await page.getByRole('link', { name: 'Incidents' }).click()
    await page.getByRole('row', { name: new RegExp(number) }).dblclick()
    await expect(page.getByRole('region', { name: 'Event timeline' })).toBeVisible()
    expect(await cutOff(page)).toEqual([])
    await page.getByRole('button', { name: 'Fill in particulars' }).click()
    expect(await cutOff(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+n')
    await expect(page.getByRole('form', { name: 'Incident', exact: true })).toBeVisible()
    expect(await cutOff(page)).toEqual([])
  })
})

function printable(page: Page) {
  return paperOf(page, '《事故报告》')
}
