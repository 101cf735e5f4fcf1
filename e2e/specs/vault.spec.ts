import { execFileSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { setTime } from '../fixtures/clock'
import { type Desk, expect, test } from '../fixtures/desk'
import { inspectAllWays } from '../fixtures/inspect'
import { keepPicture } from '../fixtures/look'
import { EVERYBODY, openOffice } from '../fixtures/offices'
import { secretsOf } from '../fixtures/vault'
import { CLERK, DIRECTOR, goTo, navigation, setUpOffice, signIn, switchTo } from '../pages/office'
import { openSecurity, recoverPin, sheetPreview } from '../pages/vault'

const NAG = /恢复单还没有打印/
let folder: string
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'front-desk-sheet-'))
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

const look = (desk: Desk, name: string) => inspectAllWays(desk, 'vault', name)

/** The text of a PDF without white space: the large groups stand letter by letter. */
function textOf(pdf: string): string {
  return execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '')
}

test('the first start shows the 《恢复单》, and reminds the director until it is on paper', async ({
  desk,
}) => {
  const page = await desk.start()
  await setUpOffice(page, DIRECTOR, undefined, 'notPrinted')
  await expect(page.getByText(NAG)).toBeVisible()
  await look(desk, 'nag')

  await page.getByRole('button', { name: '去打印' }).click()
  await expect(page.getByRole('region', { name: '恢复单' })).toContainText('还没有打印')
  // The password is nobody's who finds the desk open: the PIN is asked for again.
  await page.getByRole('button', { name: '打印恢复单' }).click()
  const asked = page.getByRole('dialog', { name: '重新打印恢复单' })
  await asked.getByLabel('PIN', { exact: true }).fill('999111')
  await page.keyboard.press('Control+s')
  await expect(asked.getByLabel('PIN', { exact: true })).toHaveAccessibleDescription(/还可以试 4 次/)
  await asked.getByLabel('PIN', { exact: true }).fill(DIRECTOR.pin)
  await page.keyboard.press('Control+s')

  const dialog = await sheetPreview(page)
  const file = join(folder, 'panel.pdf')
  await desk.answerSaveDialog(null)
  await dialog.getByRole('button', { name: '另存为 PDF' }).click()
  // Given up in the save dialog it has not left: nothing is printed.
  await expect(dialog.getByRole('button', { name: '另存为 PDF' })).toBeVisible()
  await desk.answerSaveDialog(file)
  await dialog.getByRole('button', { name: '另存为 PDF' }).click()
  await expect(dialog).toBeHidden()
  const { password } = await secretsOf(desk)
  for (const group of password.split('-')) expect(textOf(file)).toContain(group)
  await expect(page.getByRole('button', { name: '重新打印恢复单' })).toBeVisible()
  await look(desk, 'panel')
  await goTo(page, '今日')
  await expect(page.getByText(NAG)).toHaveCount(0)

  const again = await desk.restart()
  await signIn(again, DIRECTOR)
  await expect(again.getByText(NAG)).toHaveCount(0)
})

test('the second step of the first start, by keyboard only', async ({ desk }) => {
  const page = await desk.start()
  // Every mistake is told at once, each beside its field.
  const mistakes = { 编号前缀: '客-服', 机器字母: '9', PIN: '123456', '再输一次 PIN': '1' }
  for (const [label, typed] of Object.entries(mistakes))
    await page.getByLabel(label, { exact: true }).fill(typed)
  await page.keyboard.press('Control+s')
  for (const label of ['小区', '管理处', '主任姓名', ...Object.keys(mistakes)])
    await expect(
      page
        .getByRole('textbox', { name: label, exact: true })
        .or(page.getByLabel(label, { exact: true }))
        .first(),
    ).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('小区', { exact: true })).toBeFocused()
  await look(desk, 'first-mistakes')
  await page.getByLabel('编号前缀', { exact: true }).fill('客服')
  await page.getByLabel('机器字母', { exact: true }).fill('')
  await page.getByLabel('小区', { exact: true }).fill('翠湖花园')
  await page.getByRole('textbox', { name: '管理处' }).fill('翠湖花园管理处')
  await page.getByLabel('主任姓名').fill(DIRECTOR.name)
  await page.getByLabel('PIN', { exact: true }).fill(DIRECTOR.pin)
  await page.getByLabel('再输一次 PIN').fill(DIRECTOR.pin)
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('button', { name: '打印恢复单' })).toBeFocused()
  await look(desk, 'first-sheet')
  const { password, fieldKey, identity } = await secretsOf(desk)

  await page.keyboard.press('Control+p')
  const dialog = await sheetPreview(page)
  await keepPicture(page, 'e2e/results/pictures/vault/preview.png')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  const file = join(folder, 'first.pdf')
  await desk.answerSaveDialog(file)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: '保存为 PDF' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('已打印或保存')).toBeVisible()
  await expect(page.getByRole('button', { name: '开始使用' })).toBeFocused()
  await expect(page.getByRole('status').getByText(file)).toBeVisible()
  const printed = textOf(file)
  for (const group of password.split('-')) expect(printed).toContain(group)
  for (const secret of [fieldKey, identity]) expect(printed).not.toContain(secret)
  await look(desk, 'first-sheet-printed')
  await page.keyboard.press('Control+Enter')
  await expect(navigation(page)).toBeVisible()
  await expect(page.getByText(NAG)).toHaveCount(0)
  // The sheet says nothing that the screen says too: the password is drawn for the preview and nowhere else.
  expect(await page.content()).not.toContain(password)
})

/** What a system does whose key store is another one: the slot stays, nothing opens it. */
async function spoilSlot(desk: Desk): Promise<void> {
  const slot = { version: 1, safe: true, secrets: Buffer.from('of another machine').toString('base64') }
  await writeFile(desk.profile('vault-first.json'), JSON.stringify(slot))
}

test('a machine that lost its key asks for the 备份密码 before it opens anything', async ({ desk }) => {
  await openOffice(desk)
  const { password } = await secretsOf(desk)
  await desk.close()
  await spoilSlot(desk)

  const page = await desk.start()
  await expect(page.getByRole('heading', { name: '请输入备份密码' })).toBeVisible()
  const field = page.getByLabel('备份密码')
  await expect(field).toBeFocused()
  await page.keyboard.type(`${password.slice(0, 20)}0OIL`)
  await expect(page.getByText('恢复单上没有 0 O I L，请看清是哪个字母或数字。')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(field).toHaveAccessibleDescription(/备份密码不对/)
  await look(desk, 'unlock')
  // As a hand types it: small letters, blanks for dashes.
  await field.fill(` ${password.toLowerCase().replaceAll('-', ' ')}`)
  await keepPicture(page, 'e2e/results/pictures/vault/unlock-typed.png')
  await page.keyboard.press('Enter')
  await signIn(page, DIRECTOR)

  // Once is enough: the next start opens by itself.
  const again = await desk.restart()
  await signIn(again, DIRECTOR)
  await again.close()
})

test('a scanner may type it, and a slot that is gone is as good as a changed one', async ({ desk }) => {
  await openOffice(desk)
  const { password } = await secretsOf(desk)
  await desk.close()
  await rm(desk.profile('vault-first.json'))
  const page = await desk.start()
  await expect(page.getByLabel('备份密码')).toBeFocused()
  await page.keyboard.type(`${password}\n`, { delay: 1 })
  await signIn(page, DIRECTOR)
  expect((await secretsOf(desk)).password).toBe(password)
})

test('a damaged key file is called that, and a copy put back opens again', async ({ desk }) => {
  await openOffice(desk)
  await desk.close()
  const copy = await readFile(desk.ledger('vault.json'))
  const slot = await readFile(desk.profile('vault-first.json'))
  await rm(desk.profile('vault-first.json'))
  await writeFile(desk.ledger('vault.json'), copy.subarray(0, 200))
  const page = await desk.start()
  await expect(page.getByRole('heading', { name: '密钥文件坏了' })).toBeVisible()
  await expect(page.getByLabel('备份密码')).toHaveCount(0)
  await look(desk, 'damaged')
  // Nothing was made anew over what is there.
  expect((await readFile(desk.ledger('vault.json'))).length).toBe(200)
  await writeFile(desk.ledger('vault.json'), copy)
  await writeFile(desk.profile('vault-first.json'), slot)
  const again = await desk.restart()
  await signIn(again, DIRECTOR)
})

/** The machine's clock, read anew as on coming back to the window. */
async function setClock(page: Page, to: number): Promise<void> {
  await setTime(page, to)
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
}

test('a director who forgot the PIN sets a new one by the 《恢复单》; the next sign-in tells of the tries', async ({
  desk,
}) => {
  const page = await openOffice(desk, { people: EVERYBODY })
  const { password } = await secretsOf(desk)
  await page.reload()
  await page.getByRole('button', { name: '用恢复单重设 PIN' }).click()
  const dialog = page.getByRole('dialog', { name: '用恢复单重设 PIN' })
  await expect(dialog.getByLabel('备份密码')).toBeFocused()
  await expect(dialog.getByLabel('主任')).toHaveText(DIRECTOR.name)
  await look(desk, 'recover')

  // The PIN's own rules cost no try.
  await recoverPin(page, password, '123456')
  await expect(dialog.getByText('这个 PIN 太容易猜到，请不要用相同或连续的数字。')).toBeVisible()
  for (const left of [4, 3, 2, 1]) {
    await recoverPin(page, 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF', '640718')
    await expect(dialog.getByText(`备份密码不对，还可以试 ${left} 次。`)).toBeVisible()
  }
  await recoverPin(page, 'AAAA', '640718')
  await expect(dialog.getByText('连续输错，已锁定，请 5 分钟后再试。')).toBeVisible()
  await recoverPin(page, password, '640718')
  await expect(dialog.getByText('连续输错，已锁定，请 5 分钟后再试。')).toBeVisible()
  await expect(navigation(page)).toHaveCount(0)
  await page.keyboard.press('Escape')
  // The old PIN is not touched by any of it.
  await signIn(page, DIRECTOR)
  const later = Date.now() + 6 * 60_000
  await setTime(page, later)
  await page.reload()
  await page.getByRole('button', { name: '用恢复单重设 PIN' }).click()
  await recoverPin(page, password.toLowerCase(), '640718')
  await expect(navigation(page)).toBeVisible()
  const told = page.getByText(/有人输错 PIN 或备份密码：周敏 5 次/)
  await expect(told).toBeVisible()
  await look(desk, 'tries-bar')
  // One bar at a time: that of a clock which was set back is the graver. Not so far that the desk locks itself.
  await setClock(page, later - 8 * 60_000)
  await expect(page.getByText(/比最近的记录/)).toBeVisible()
  await expect(told).toBeHidden()
  await look(desk, 'two-bars')
  await page.getByRole('button', { name: '还有 1 项' }).focus()
  await page.keyboard.press('Enter')
  await expect(told).toBeVisible()
  await expect(page.getByText(/比最近的记录/)).toBeHidden()
  await expect(page.getByRole('button', { name: '还有 1 项' })).toBeFocused()
  await setClock(page, later)
  await expect(page.getByRole('button', { name: '还有 1 项' })).toBeHidden()
  await page.getByRole('button', { name: '查看' }).click()
  const tries = page.getByRole('table', { name: '输错 PIN 的记录' })
  await expect(tries.getByRole('row', { name: /周敏/ })).toContainText('备份密码 5 次')
  await look(desk, 'tries')
  await goTo(page, '今日')
  await expect(page.getByText(/有人输错/)).toHaveCount(0)

  await page.reload()
  await signIn(page, { name: DIRECTOR.name, pin: '640718' })
  await expect(page.getByText(/有人输错/)).toHaveCount(0)
})

test('wrong PINs of others are told to the director, to nobody else', async ({ desk }) => {
  const page = await openOffice(desk, { people: EVERYBODY, as: CLERK })
  await page.keyboard.press('Control+l')
  for (const left of [4, 3]) {
    await page.getByLabel('PIN', { exact: true }).fill('999111')
    await page.keyboard.press('Enter')
    await expect(page.getByText(`还可以试 ${left} 次`)).toBeVisible()
  }
  await signIn(page, CLERK)
  await expect(page.getByText(/有人输错/)).toHaveCount(0)
  await goTo(page, '设置')
  await expect(page.getByRole('tab', { name: '安全' })).toHaveCount(0)
  await switchTo(page, DIRECTOR)
  await expect(page.getByText(/有人输错 PIN 或备份密码：李晓 2 次/)).toBeVisible()
  await page.getByRole('button', { name: '关闭' }).click()
  await expect(page.getByText(/有人输错/)).toHaveCount(0)
  await openSecurity(page)
  await expect(page.getByRole('row', { name: /李晓/ })).toContainText('PIN 2 次')
})

async function confirmStep(page: Page, name: string, pin: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name, exact: true })
  await keepPicture(page, `e2e/results/pictures/vault/${name}.png`)
  await dialog.getByLabel('PIN', { exact: true }).fill(pin)
  await page.keyboard.press('Control+s')
  await expect(dialog).toBeHidden()
}

test('a new 《恢复单》 replaces the old one, which then opens nothing here', async ({ desk }) => {
  const page = await openOffice(desk)
  const before = await secretsOf(desk)
  await openSecurity(page)
  await page.getByRole('button', { name: '换新恢复单' }).click()
  await expect(page.getByText('从前的备份仍要用旧恢复单打开')).toBeVisible()
  await confirmStep(page, '换新恢复单', DIRECTOR.pin)
  const preview = await sheetPreview(page)
  await page.keyboard.press('Escape')
  await expect(preview).toBeHidden()
  // Shown, but not printed: the reminder is back.
  await expect(page.getByText(NAG)).toBeVisible()
  const after = await secretsOf(desk)
  expect(after.password).not.toBe(before.password)
  expect(after).toMatchObject({ identity: before.identity, fieldKey: before.fieldKey })

  await desk.close()
  await spoilSlot(desk)
  const again = await desk.start()
  await again.getByLabel('备份密码').fill(before.password)
  await again.keyboard.press('Enter')
  await expect(again.getByText(/备份密码不对/)).toBeVisible()
  await again.getByLabel('备份密码').fill(after.password)
  await again.keyboard.press('Enter')
  await signIn(again, DIRECTOR)
})

test('an older office without a vault is told so, and its director makes one', async ({ desk }) => {
  const version3 = resolve(import.meta.dirname, '../fixtures/version3/journal')
  await cp(version3, desk.ledger('journal'), { recursive: true })
  const page = await desk.start()
  await page.getByRole('button', { name: '从流水账恢复' }).click()
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
  // Nothing was ever printed that could be asked for.
  await expect(page.getByRole('button', { name: '用恢复单重设 PIN' })).toHaveCount(0)
  const director = { name: '陈主任', pin: '135790' }
  await signIn(page, director)
  await expect(page.getByText('还没有备份密码，附件和敏感内容没有加密。')).toBeVisible()
  await page.getByRole('button', { name: '去建立' }).click()
  await look(desk, 'no-vault')
  await page.getByRole('button', { name: '建立备份密码' }).click()
  await confirmStep(page, '建立备份密码', director.pin)
  const preview = await sheetPreview(page)
  await desk.answerSaveDialog(join(folder, 'older.pdf'))
  await preview.getByRole('button', { name: '另存为 PDF' }).click()
  await expect(preview).toBeHidden()
  const { password } = await secretsOf(desk)
  expect(textOf(join(folder, 'older.pdf'))).toContain(password.split('-')[0])

  const again = await desk.restart()
  await signIn(again, director)
  await expect(again.getByText(/还没有备份密码|还没有打印/)).toHaveCount(0)
  await expect(navigation(again)).toBeVisible()
})

test('in English too everything fits and nothing is left in Chinese (ui, "Checked")', async ({ desk }) => {
  const page = await openOffice(desk)
  await goTo(page, '设置')
  await page.getByRole('tab', { name: '界面' }).click()
  await page.getByRole('radio', { name: 'English' }).click()
  await page.getByRole('tab', { name: 'Security' }).click()
  await expect(page.getByRole('button', { name: 'Replace recovery sheet' })).toBeVisible()
  await look(desk, 'panel-en')
  await page.reload()
  await page.getByRole('button', { name: 'Set a new PIN with the recovery sheet' }).click()
  await expect(page.getByLabel('Backup password')).toBeFocused()
  await look(desk, 'recover-en')
  const dialog = page.getByRole('dialog')
  expect((await dialog.innerText()).replace(DIRECTOR.name, '')).not.toMatch(/\p{Script=Han}/u)
  await desk.close()
  await spoilSlot(desk)
  const again = await desk.start()
  await expect(again.getByLabel('Backup password')).toBeFocused()
  await look(desk, 'unlock-en')
  expect(await again.locator('main').innerText()).not.toMatch(/\p{Script=Han}/u)
})

test('a director who forgot the PIN under the lock goes on with the 恢复单; others are told whom to ask', async ({
  desk,
}) => {
  const page = await openOffice(desk, { people: EVERYBODY })
  const { password } = await secretsOf(desk)
  await goTo(page, '投诉')
  await page.keyboard.press('Control+l')
  const forgotten = page.getByRole('button', { name: '用恢复单重设 PIN' })
  await page.getByRole('option', { name: new RegExp(CLERK.name) }).click()
  await expect(page.getByText('忘记 PIN？请主任在“设置 → 用户”里重设。')).toBeVisible()
  await expect(forgotten).toHaveCount(0)
  await look(desk, 'lock-clerk')

  await page.getByRole('option', { name: new RegExp(DIRECTOR.name) }).click()
  await forgotten.click()
  const dialog = page.getByRole('dialog', { name: '用恢复单重设 PIN' })
  await expect(dialog.getByLabel('备份密码')).toBeFocused()
  await look(desk, 'lock-recover')
  await recoverPin(page, 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF', '640718')
  await expect(dialog.getByText('备份密码不对，还可以试 4 次。')).toBeVisible()
  await expect(page.locator('dialog[open]')).toHaveCount(1)
  await recoverPin(page, password, '640718')
  await expect(page.locator('dialog[open]')).toHaveCount(0)
  // Unlocked where the desk was.
  await expect(navigation(page).getByRole('link', { name: '投诉' })).toHaveAttribute('aria-current', 'page')
  await page.keyboard.press('Control+l')
  await signIn(page, { name: DIRECTOR.name, pin: '640718' })
})
