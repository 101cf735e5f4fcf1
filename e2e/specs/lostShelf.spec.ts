import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/desk'
import { EVERYBODY, openOffice } from '../fixtures/offices'
import { cutOff, setSize } from '../fixtures/look'
import { scanSheet } from '../fixtures/wedge'
import { saveStep, takeNext } from '../pages/complaintSteps'
import { stepButton } from '../pages/complaints'
import { goToLost, keepAsPdf, noteClaim, picture, registerItem, savedLost, stepForm } from '../pages/lost'
import { CLERK } from '../pages/office'

let folder: string

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'front-desk-shelf-'))
})

test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

test('what was lost and what was found are proposed to each other, and end together, also where nobody linked them (domain 6)', async ({
  desk,
}) => {
  const page = await openOffice(desk, { people: EVERYBODY, as: CLERK })

  await test.step('proposed to each other, and ended together', async () => {
    await setSize(desk.app, 1280, 720)
    const item = await registerItem(page)
    let report = ''

    await test.step('寻物登记 shows the thing that lies here, with score and reasons', async () => {
      await goToLost(page, '寻物')
      await page.keyboard.press('Control+n')
      const form = page.getByRole('form', { name: '寻物登记' })
      await expect(form.getByLabel('失主')).toBeVisible()
      await form.getByLabel('失主').fill('宋江')
      await form.getByLabel('电话').fill('12')
      await form.getByLabel('物品').fill('皮钱包')
      await form.getByLabel('类别').selectOption({ label: '钱包现金' })
      await form.getByLabel('特征').fill('黑色，拉链头缺角')
      await form.getByLabel('遗失时间段（从）').fill('昨天 0800')
      await form.getByLabel('可能地点').fill('3号楼大堂或电梯')
      await page.keyboard.press('Control+s')
      await expect(form.getByLabel('电话')).toBeFocused()
      await form.getByLabel('电话').fill('13900001111')
      const matches = page.getByRole('region', { name: /可能的失物/ })
      await expect(matches.getByText(item)).toBeVisible()
      await expect(matches.getByText(/类别相同.*都提到/)).toBeVisible()
      await picture(page, 'lost-match-intake')
      await page.keyboard.press('Control+s')
      report = await savedLost(page)
      expect(report).toMatch(/-XW-/)
    })

    await test.step('关联, and from the found thing the owner is a click away', async () => {
      const items = page.getByRole('region', { name: /可能的失物/ })
      await items.getByRole('button', { name: `关联 ${item}` }).click()
      await expect(items.getByText('已关联')).toBeVisible()
      await picture(page, 'lost-report')
      await items.getByRole('button', { name: `打开 ${item}` }).click()
      const owners = page.getByRole('region', { name: /可能的失主/ })
      await expect(owners.getByText(report)).toBeVisible()
      await picture(page, 'lost-match')
    })

    await test.step('the claim that answers the report ends it too', async () => {
      await stepButton(page, '登记认领').click()
      await noteClaim(page)
      await saveStep(page)
      await takeNext(page, '核对并认领')
      const form = stepForm(page, '核对并认领')
      await form.getByRole('radio', { name: '相符', exact: true }).click()
      await form.getByLabel('证件末四位').fill('1234')
      await expect(form.getByLabel('对应的寻物登记')).toContainText(report)
      await saveStep(page)
      await goToLost(page, '寻物')
      await page.getByRole('group', { name: '范围' }).getByRole('button', { name: /^已结/ }).click()
      await expect(page.getByRole('row', { name: new RegExp(report) })).toContainText('已找回')
    })
  })

  await test.step('a claim finds the report of whoever makes it', async () => {
    await setSize(desk.app, 1280, 720)
    const item = await registerItem(page)
    await goToLost(page, '寻物')
    await page.keyboard.press('Control+n')
    const lost = page.getByRole('form', { name: '寻物登记' })
    await lost.getByLabel('失主').fill('宋江')
    await lost.getByLabel('物品').fill('皮钱包')
    await lost.getByLabel('类别').selectOption({ label: '钱包现金' })
    await lost.getByLabel('特征').fill('黑色，拉链头缺角')
    await lost.getByLabel('电话').fill('13900001111')
    await page.keyboard.press('Control+s')
    const report = await savedLost(page)
    await goToLost(page)
    await page.getByRole('row', { name: new RegExp(item) }).click()
    await stepButton(page, '登记认领').click()
    await noteClaim(page)
    await saveStep(page)
    await takeNext(page, '核对并认领')
    const form = stepForm(page, '核对并认领')
    await form.getByRole('radio', { name: '相符', exact: true }).click()
    const chosen = form.getByLabel('对应的寻物登记')
    await expect(chosen.locator('option:checked')).toContainText(report)
    await expect(chosen).toHaveAccessibleDescription(/姓名或电话相同/)
    await picture(page, 'lost-own-report')
    await chosen.selectOption({ label: '没有' })
    await form.getByLabel('证件末四位').fill('1234')
    await expect(chosen).toHaveValue('')
    await chosen.selectOption({ index: 1 })
    await saveStep(page)
    await page.keyboard.press('F1')
    const keys = page.getByRole('dialog')
    await expect(keys.getByText('Ctrl+N').first()).toBeVisible()
    await expect(keys.getByText('Alt+G')).toHaveCount(0)
    await picture(page, 'lost-keys')
    await page.keyboard.press('Escape')
    await goToLost(page, '寻物')
    await page.getByRole('group', { name: '范围' }).getByRole('button', { name: /^已结/ }).click()
    await expect(page.getByRole('row', { name: new RegExp(report) })).toContainText('已找回')
  })
})

test('盘点 by the scanner, and 招领公告 and labels of many at once (domain 6)', async ({ desk }) => {
  const page = await openOffice(desk, { people: EVERYBODY, as: CLERK })
  await setSize(desk.app, 1280, 720)
  const first = await registerItem(page)
  const second = await registerItem(page, { name: '雨伞', category: '眼镜雨伞', place: '南门' })
  const third = await registerItem(page, { name: '一串钥匙', category: '钥匙门卡', place: '地下车库' })

  await test.step('one posting for everything that is selected', async () => {
    await goToLost(page)
    await expect(page.getByRole('row', { name: new RegExp(second) })).toBeVisible()
    await picture(page, 'lost-list')
    expect(await cutOff(page)).toEqual([])
    await page.getByRole('grid', { name: '失物列表' }).focus()
    await page.keyboard.press('Control+a')
    await chooseBatch(page, '发布招领公告')
    const dialog = page.getByRole('dialog', { name: '发布招领公告' })
    await expect(dialog.getByText('给选中的 3 件失物登记公告时间和张贴地点。')).toBeVisible()
    await dialog.getByLabel('张贴地点').fill('南门公告栏')
    await picture(page, 'lost-publish-many')
    await dialog.getByRole('button', { name: '发布招领公告' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('row', { name: /公告中/ })).toHaveCount(3)
  })

  await test.step('《招领公告》 and labels for 21 on a sheet', async () => {
    await chooseBatch(page, '打印《招领公告》')
    await keepAsPdf(desk, page, folder, 'lost-notice')
    await chooseBatch(page, '打印标签（A4 每页 21 张）')
    await keepAsPdf(desk, page, folder, 'lost-labels')
  })

  await test.step('a label under the scanner ticks its thing off; what is missing needs a word', async () => {
    await goToLost(page, '盘点')
    await page.getByRole('button', { name: '开始盘点' }).click()
    await expect(page.getByText('已点 0 / 3 件')).toBeVisible()
    await scanSheet(page, `FD1|${first}|1|KF-SW-02`)
    await expect(page.getByText('已点 1 / 3 件')).toBeVisible()
    // Nobody's number: the next one is typed over it.
    await page.getByLabel('扫标签或输入编号').pressSequentially('9999', { delay: 60 })
    await page.keyboard.press('Enter')
    await expect(page.getByText('没有编号为“9999”的失物')).toBeVisible()
    // As a person types: what comes right behind a scan, or as fast, is the scanner's.
    await page.getByLabel('扫标签或输入编号').pressSequentially(second, { delay: 60 })
    await page.keyboard.press('Enter')
    await expect(page.getByText('已点 2 / 3 件')).toBeVisible()
    await expect(page.getByRole('row', { name: new RegExp(first) })).toContainText('扫码')
    await expect(page.getByRole('row', { name: new RegExp(third) })).toContainText('未点')
    await picture(page, 'lost-count')
    expect(await cutOff(page)).toEqual([])
    await page.getByRole('button', { name: '完成盘点' }).click()
    const dialog = page.getByRole('dialog', { name: '完成盘点' })
    await dialog.getByRole('button', { name: '完成盘点' }).click()
    await expect(dialog.getByLabel('缺失说明')).toHaveAttribute('aria-invalid', 'true')
    await dialog.getByLabel('缺失说明').fill('正在查监控')
    await dialog.getByRole('button', { name: '完成盘点' }).click()
    await expect(page.getByText('缺失 1 件').first()).toBeVisible()
    await expect(page.getByRole('button', { name: '打印盘点表' })).toBeFocused()
    await page.keyboard.press('Control+p')
    await keepAsPdf(desk, page, folder, 'lost-shelf')
  })
})

/** Chooses from the menu of what is selected. */
async function chooseBatch(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '批量' }).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
}
