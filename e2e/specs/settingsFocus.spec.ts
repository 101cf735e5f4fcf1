import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures/desk'
import { keepPicture, setSize } from '../fixtures/look'
import { openOffice } from '../fixtures/offices'
import { registerComplaint } from '../pages/complaints'
import { DIRECTOR, SUPERVISOR } from '../pages/office'
import { showPin } from '../pages/restore'
import { goToRoute } from '../pages/tour'
import { sheetPreview } from '../pages/vault'

/** Opens a dialog from the keyboard and leaves it with Esc: the keyboard is on what opened it. */
async function comesBack(page: Page, opener: Locator): Promise<void> {
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('.MuiDialog-root') !== null))
    .toBe(true)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(opener).toBeFocused()
}

test('the keyboard comes back from the dialogs of 用户, 安全, 备份 and 个人信息 (ui, "Habits")', async ({
  desk,
}) => {
  test.slow()
  const page = await openOffice(desk, { at: '2026-11-20T09:00', people: [SUPERVISOR] })
  await registerComplaint(page, '卧室天花板滴水')
  const button = (name: string | RegExp) => page.getByRole('button', { name })

  await goToRoute(page, '/settings/users')
  await comesBack(page, button('添加用户'))
  await comesBack(
    page,
    page
      .getByRole('row', { name: new RegExp(SUPERVISOR.name) })
      .getByRole('button')
      .first(),
  )
  await comesBack(
    page,
    page
      .getByRole('row', { name: new RegExp(SUPERVISOR.name) })
      .getByRole('button')
      .last(),
  )

  await goToRoute(page, '/settings/security')
  await comesBack(page, button('重新打印恢复单'))
  await button('重新打印恢复单').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByLabel('PIN', { exact: true }).fill(DIRECTOR.pin)
  await page.keyboard.press('Control+s')
  await sheetPreview(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(button('重新打印恢复单')).toBeFocused()

  await goToRoute(page, '/settings/backup')
  await comesBack(page, button('导出全部资料…'))
  await comesBack(page, button('从备份恢复…'))
  await button('导出全部资料…').click()
  await desk.answerOpenDialog([])
  await showPin(page, DIRECTOR, '选择文件夹并导出')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(button('导出全部资料…')).toBeFocused()

  await goToRoute(page, '/settings/privacy')
  await comesBack(page, button('登记请求'))
  await button('登记请求').click()
  const taking = page.getByRole('dialog', { name: '登记请求' })
  await taking.getByLabel('请求人').fill('王建国')
  await taking.getByLabel('身份核实').fill('本人到场')
  await page.keyboard.press('Control+s')
  await expect(taking).toBeHidden()
  await expect(button('登记请求')).toBeFocused()
  await comesBack(page, button('答复 王建国'))
  // What opened it is done and gone: the keyboard stays in its part.
  await button('答复 王建国').click()
  await page.getByRole('dialog').getByLabel('已办理').fill('当面给了副本')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('region', { name: '个人信息请求' }).locator(':focus')).toHaveCount(1)
  await button('查找 王建国').click()
  const rights = page.getByRole('region', { name: '查找个人信息' })
  await expect(rights.getByText(/找到 \d+/)).toBeVisible()
  await comesBack(page, rights.getByRole('button', { name: '生成个人信息副本' }))
  for (const width of [1280, 1024]) {
    await setSize(desk.app, width, 720)
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width)
    await keepPicture(page, `e2e/results/pictures/settingsFocus/privacy-${width}.png`)
  }
})
