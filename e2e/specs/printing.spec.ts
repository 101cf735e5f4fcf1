import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type PrivateCups, startPrivateCups } from '../fixtures/cups'
import { expect, test } from '../fixtures/desk'
import { openOffice } from '../fixtures/offices'
import { registerComplaint } from '../pages/complaints'

let cups: PrivateCups
let folder: string

test.beforeAll(async () => {
  cups = await startPrivateCups()
  folder = await mkdtemp(join(tmpdir(), 'front-desk-pdf-'))
})

test.afterAll(async () => {
  await cups.stop()
  await rm(folder, { recursive: true, force: true })
})

function textOf(pdf: string): string {
  return execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
}

test('《投诉来访记录》 reaches the printer as the sheet that was shown (forms.md)', async ({ desk }) => {
  const page = await openOffice(desk, { env: cups.env })
  const number = await registerComplaint(page, '㛃女士反映：电梯异响，𠅤先生也听到了。')

  await page.keyboard.press('Control+p')
  const dialog = page.getByRole('dialog', { name: /《投诉来访记录》/ })
  await expect(dialog.getByRole('img', { name: /第 1 页/ })).toBeVisible()
  await desk.answerSaveDialog(join(folder, 'saved.pdf'))
  await dialog.getByRole('button', { name: '另存为 PDF' }).click()
  // Paper can come from a PDF: it is a print like any other, and the next sheet is the next version.
  await expect(dialog).toBeHidden()
  await expect(page.getByText('已打印待签')).toBeVisible()

  await page.keyboard.press('Control+p')
  await expect(dialog.getByRole('img', { name: /第 1 页/ })).toBeVisible()
  await dialog.getByLabel('份数').fill('2')
  await page.keyboard.press('Control+p')
  await expect(dialog).toBeHidden()
  await expect.poll(async () => (await cups.jobs()).length).toBe(1)
  const [job] = await cups.jobs()
  expect(job?.copies).toBe(2)
  expect(job?.options).toContain('media=A4')
  expect(job?.title).toContain(number)
  await writeFile(join(folder, 'printed.pdf'), job?.pdf ?? '')
  const text = textOf(join(folder, 'printed.pdf'))
  for (const words of ['投诉来访记录', '翠湖花园', number, '㛃女士反映', '𠅤先生', 'KF-TS-01', '王建国']) {
    expect(text).toContain(words)
  }
  // What was saved is what was printed, but for its version and time.
  const told = (said: string): string => said.replaceAll(/第 \d+ 次|\d{4}-\d\d-\d\d \d\d:\d\d/g, '')
  const saved = textOf(join(folder, 'saved.pdf'))
  expect(told(saved).replaceAll(/\s/g, '')).toBe(told(text).replaceAll(/\s/g, ''))
  expect(saved).toContain('第 1 次打印')
  expect(text).toContain('第 2 次打印')
  await expect(page.getByText('已打印待签')).toBeVisible()
})

test('a printer that fails, and a save that is thought better of, print nothing', async ({ desk }) => {
  const page = await openOffice(desk, { env: { CUPS_SERVER: join(folder, 'nobody.sock') } })

  await test.step('a printer that fails says what to do and changes nothing', async () => {
    await registerComplaint(page, '门口积水')
    await page.keyboard.press('Control+p')
    const dialog = page.getByRole('dialog', { name: /《投诉来访记录》/ })
    await expect(dialog.getByText(/没有可用的打印系统或打印机/)).toBeVisible()
    await expect(dialog.getByRole('button', { name: '打印', exact: true })).toBeDisabled()
    await expect(dialog.getByRole('button', { name: '另存为 PDF' })).toBeEnabled()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(page.getByText('未打印').first()).toBeVisible()
  })

  await test.step('a save that is thought better of is no print', async () => {
    await registerComplaint(page, '路灯不亮')
    await page.keyboard.press('Control+p')
    const dialog = page.getByRole('dialog', { name: /《投诉来访记录》/ })
    await expect(dialog.getByRole('img', { name: /第 1 页/ })).toBeVisible()
    await desk.answerSaveDialog(null)
    await dialog.getByRole('button', { name: '另存为 PDF' }).click()
    await expect(dialog.getByRole('button', { name: '另存为 PDF' })).toBeEnabled()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(page.getByText('未打印').first()).toBeVisible()
  })
})
