import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type Desk, expect, test } from '../fixtures/desk'
import { EVERYBODY, openOffice } from '../fixtures/offices'
import { registerComplaint } from '../pages/complaints'
import { judge } from '../pages/complaintSteps'
import { DIRECTOR, goTo, signIn, switchTo, VIEWER } from '../pages/office'
import { paperOf } from '../pages/paper'

/** Draws as a hand does: a wave from left to right over the middle of the pad. */
async function sign(page: Page, from = 0.2): Promise<void> {
  const box = await page.getByRole('img', { name: '签字处' }).boundingBox()
  if (!box) throw new Error('the pad is not on the screen')
  const at = (share: number) => ({
    x: box.x + box.width * (from + share / 2),
    y: box.y + box.height * (0.5 + 0.3 * Math.sin(share * 12)),
  })
  await page.mouse.move(at(0).x, at(0).y)
  await page.mouse.down()
  for (let step = 1; step <= 40; step += 1) await page.mouse.move(at(step / 40).x, at(step / 40).y)
  await page.mouse.up()
}

/** Keeps the form as PDF from its preview; answers its bytes and its words. */
async function saveAs(desk: Desk, page: Page, name: string): Promise<{ bytes: Buffer; text: string }> {
  const file = join(desk.dataDir, name)
  await desk.answerSaveDialog(file)
  await page.keyboard.press('Control+p')
  const dialog = page.getByRole('dialog').filter({ has: page.getByRole('region', { name: /^预览/ }) })
  await expect(dialog.getByRole('img', { name: /第 1 页/ })).toBeVisible()
  await dialog.getByRole('button', { name: '另存为 PDF' }).click()
  await expect(dialog).toBeHidden()
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  return { bytes: await readFile(file), text }
}

test('屏幕签字: signed with the mouse, 已签 without paper, printed as the version that was signed; not by 查阅', async ({
  desk,
}) => {
  let page = await openOffice(desk, { people: EVERYBODY })

  await test.step('signed with the mouse, 已签 without paper, printed as the version that was signed', async () => {
    const number = await registerComplaint(page, '当面来说，当面签字')
    const paper = paperOf(page)
    const open = paper.getByRole('button', { name: '屏幕签字《投诉来访记录》' })
    const dialog = page.getByRole('dialog', { name: '屏幕签字：《投诉来访记录》' })

    await test.step('by keyboard all but the drawing can be reached; nothing drawn is nothing signed', async () => {
      await open.press('Enter')
      await expect(dialog.getByLabel('签字人')).toBeFocused()
      await expect(dialog.getByLabel('签字人')).toHaveValue('王建国')
      await page.keyboard.press('Enter')
      await expect(dialog.getByText('还没有签字。')).toBeVisible()
      await page.keyboard.press('Tab')
      await expect(dialog.getByLabel('签在哪一栏')).toBeFocused()
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
      await expect(open).toBeFocused()
    })

    await test.step('rewritten, then kept', async () => {
      await open.click()
      await sign(page, 0.1)
      await dialog.getByRole('button', { name: '重写' }).click()
      await expect(dialog.getByRole('button', { name: '重写' })).toBeDisabled()
      await sign(page)
      await dialog.getByLabel('签字人').press('Enter')
      await expect(dialog).toBeHidden()
      await expect(paper.getByText('已签', { exact: true })).toBeVisible()
      await expect(paper.getByText(/投诉人王建国签字，.*（屏幕签字，鼠标）/)).toBeVisible()
      await paper.scrollIntoViewIfNeeded()
    })

    const restarted = await desk.restart()
    await signIn(restarted, DIRECTOR)
    await goTo(restarted, '投诉')
    await restarted.getByRole('row', { name: new RegExp(number) }).click()
    const again = paperOf(restarted)
    await expect(again.getByText('已签', { exact: true })).toBeVisible()

    await test.step('the same version is the same bytes, and stays signed', async () => {
      const first = await saveAs(desk, restarted, 'first.pdf')
      await expect(again.getByText('打印历史（2 次）')).toBeVisible()
      await expect(again.getByText('已签', { exact: true })).toBeVisible()
      expect(first.text).toContain('打印版次：第 1 次')
      expect(first.text).toContain('投诉人签名')
      expect(first.text).toMatch(/日期：\d{4}年\d\d月\d\d日/)
      const second = await saveAs(desk, restarted, 'second.pdf')
      expect(second.bytes.equals(first.bytes)).toBe(true)
    })

    await test.step('changed afterwards: 打印后有改动, and the next print bears no signature', async () => {
      await judge(restarted)
      await expect(again.getByText('打印后有改动', { exact: true })).toBeVisible()
      const changed = await saveAs(desk, restarted, 'changed.pdf')
      expect(changed.text).toContain('打印版次：第 2 次')
      expect(changed.text).not.toMatch(/日期：\d{4}年\d\d月\d\d日/)
      await expect(again.getByText('已打印待签', { exact: true })).toBeVisible()
    })
  })

  page = desk.page
  await test.step('查阅 signs nothing', async () => {
    const number = await registerComplaint(page, '楼道灯坏了')
    await expect(paperOf(page).getByRole('button', { name: /^屏幕签字/ })).toBeVisible()
    await switchTo(page, VIEWER)
    await goTo(page, '投诉')
    await page.getByRole('row', { name: new RegExp(number) }).click()
    await expect(paperOf(page).getByText('未打印', { exact: true })).toBeVisible()
    await expect(paperOf(page).getByRole('button')).toHaveCount(0)
  })
})
