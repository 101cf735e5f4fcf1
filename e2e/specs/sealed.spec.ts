import { randomBytes } from 'node:crypto'
import { cp, readdir, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import type { Bridge } from '../../shared/ipc/bridge'
import { type Desk, expect, test } from '../fixtures/desk'
import { openOffice } from '../fixtures/offices'
import { attachments, hand, lineOf, openPreview } from '../pages/attachments'
import { openIntake, registerComplaint } from '../pages/complaints'
import { saveStep } from '../pages/complaintSteps'
import { openByNumber, startIncident } from '../pages/incidents'
import { DIRECTOR, goTo, signIn } from '../pages/office'
import { goToVisits, importUnits, openNew, pickHousehold, savedRecord } from '../pages/visits'

/** A word that stands nowhere by chance, and that no compression takes apart. */
const seed = (name: string): string => `${name}${randomBytes(12).toString('base64url')}`

const SECRET = {
  injury: seed('injury'),
  notes: seed('notes'),
  draft: seed('draft'),
  letter: seed('letter'),
}
/** Said openly in a complaint: shows that what is looked for can be found. */
const OPEN = seed('open')

/** A page that says a word in plain bytes, as a PDF does that nobody compressed. */
function letter(): Buffer {
  return Buffer.from(`%PDF-1.4\n% ${SECRET.letter}\n${'%'.padEnd(90_000, 'x')}\n%%EOF\n`)
}

/** Every file of profile and ledger, with the words that stand in it, however texts are stored. */
async function filesWith(desk: Desk, words: readonly string[]): Promise<string[]> {
  const entries = await readdir(desk.dataDir, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const bytes = await readFile(path)
    for (const word of words) {
      const ways = [Buffer.from(word), Buffer.from(word, 'utf16le'), Buffer.from(btoa(word).slice(0, -4))]
      if (ways.some((way) => bytes.includes(way))) found.push(`${word} in ${path.slice(desk.dataDir.length)}`)
    }
  }
  return found
}

async function writeEverything(page: Page): Promise<{ complaint: string; incident: string; visit: string }> {
  const complaint = await registerComplaint(page, `${OPEN} 楼上漏水`)
  await hand(page, 'drop', { name: '来信.pdf', type: 'application/pdf', bytes: letter() })
  await expect(lineOf(page, '来信.pdf')).toBeVisible()
  const incident = await startIncident(page, '地滑摔伤', '大堂')
  await page.getByRole('button', { name: '登记伤情' }).click()
  await page.getByLabel('伤情描述').fill(SECRET.injury)
  await saveStep(page)
  await goToVisits(page)
  await openNew(page, '走访登记')
  await pickHousehold(page, '5-2-301', '张三')
  await page.getByRole('radio', { name: '电话', exact: true }).click()
  await page.getByLabel('对物业管理工作的意见和建议').fill('希望增加夜间巡逻')
  await page.getByRole('textbox', { name: '私密记录' }).fill(SECRET.notes)
  await page.keyboard.press('Control+s')
  const visit = await savedRecord(page)
  await openIntake(page)
  await page.getByLabel('投诉内容').fill(SECRET.draft)
  await expect(page.getByLabel('草稿已存')).toBeVisible()
  return { complaint, incident, visit }
}

async function expectSaid(page: Page, said: { complaint: string; incident: string; visit: string }) {
  await openByNumber(page, said.incident)
  await expect(page.getByRole('cell', { name: SECRET.injury })).toBeVisible()
  await openByNumber(page, said.visit)
  await expect(page.getByRole('region', { name: '私密记录' })).toContainText(SECRET.notes)
  await openByNumber(page, said.complaint)
  await expect(attachments(page)).toContainText('来信.pdf')
  await expect(lineOf(page, '来信.pdf')).not.toContainText('文件不见了')
  await expect(lineOf(page, '来信.pdf')).not.toContainText('改动')
}

test('what is told in confidence stands in no file, and the desk reads it all (issue "At rest")', async ({
  desk,
}) => {
  const page = await openOffice(desk)
  await importUnits(page)
  const said = await writeEverything(page)
  await desk.close()
  const [found, secrets] = await Promise.all([
    filesWith(desk, [OPEN]),
    filesWith(desk, Object.values(SECRET)),
  ])
  expect(found.join('\n')).toContain('IndexedDB')
  expect(secrets).toEqual([])

  await test.step('after a restart everything is there, the draft too', async () => {
    const again = await desk.start()
    await signIn(again, DIRECTOR)
    await expectSaid(again, said)
    await openPreview(again, '来信.pdf')
    await again.keyboard.press('Escape')
    await openIntake(again)
    await expect(again.getByLabel('投诉内容')).toHaveValue(SECRET.draft)
    await desk.close()
  })

  await test.step('the journal gives it all back, and it is sealed again', async () => {
    await rm(desk.profile('IndexedDB'), { recursive: true })
    const recovering = await desk.start()
    await recovering.getByRole('button', { name: '从流水账恢复' }).click()
    await signIn(recovering, DIRECTOR)
    await expectSaid(recovering, said)
    await goTo(recovering, '今日')
    await desk.close()
    expect(await filesWith(desk, Object.values(SECRET))).toEqual([])
  })
})

/** The journal of the third release, which knew no vault, with the PIN of its supervisor. */
const VERSION_3 = resolve(import.meta.dirname, '../fixtures/version3/journal')
const SINCE_V3 = { name: '周主管', pin: '135790' }

/** A line of a journal that knew no vault, or what it says. Four letters of a sealed one may be FDJ1 as well. */
const UNSEALED = /^FDJ1 |拍片结果/m

async function textsIn(...folder: string[]): Promise<string> {
  const names = await readdir(join(...folder), { recursive: true, withFileTypes: true })
  const files = names
    .filter((one) => one.isFile())
    .map((one) => readFile(join(one.parentPath, one.name), 'utf8'))
  return (await Promise.all(files)).join('\n')
}

test('an office from before the vault is sealed once it has one, journal, files and rows', async ({
  desk,
}) => {
  await cp(VERSION_3, desk.ledger('journal'), { recursive: true })
  const page = await desk.start()
  await page.getByRole('button', { name: '从流水账恢复' }).click()
  await signIn(page, SINCE_V3)
  await openByNumber(page, '客服-TS-2025-0003')
  await hand(page, 'drop', { name: '来信.pdf', type: 'application/pdf', bytes: letter() })
  await expect(lineOf(page, '来信.pdf')).toBeVisible()
  expect(await textsIn(desk.ledger('journal'))).toMatch(/FDJ1.*拍片结果：软组织挫伤。/)
  expect(await textsIn(desk.ledger('attachments'))).toContain(SECRET.letter)

  const made = await page.evaluate(() =>
    (window as unknown as { desk: Bridge }).desk.invoke('vault.create', {}),
  )
  expect(made.ok).toBe(true)
  const sealed = await desk.restart()
  await signIn(sealed, SINCE_V3)
  const log = () => textsIn(desk.profile('logs'))
  for (const done of ['seal.journal 2', 'seal.attachments 1 0', 'seal.rows auditDetails'])
    await expect.poll(log, { timeout: 60_000 }).toContain(done)
  await desk.close()
  expect(await textsIn(desk.ledger('journal'))).not.toMatch(UNSEALED)
  expect(await textsIn(desk.ledger('attachments'))).not.toContain(SECRET.letter)

  const again = await desk.start()
  await signIn(again, SINCE_V3)
  await openByNumber(again, '客服-SG-2025-0001')
  await expect(again.getByText('拍片结果：软组织挫伤。').first()).toBeVisible()
  await openByNumber(again, '客服-TS-2025-0003')
  await expect(lineOf(again, '来信.pdf')).toBeVisible()
  await expect(lineOf(again, '来信.pdf')).not.toContainText('改动')
})
