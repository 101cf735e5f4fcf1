import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { channels } from '../../shared/ipc/channels'
import { PAGE_CHANNEL_NAMES } from '../../shared/ipc/names'
import { type Desk, expect, test } from '../fixtures/desk'
import { keepPicture } from '../fixtures/look'
import { openOffice } from '../fixtures/offices'
import { journalOf } from '../fixtures/vault'
import { openIntake, registerComplaint } from '../pages/complaints'
import { CLERK, DIRECTOR, goTo, OFFICE } from '../pages/office'

const WORDS = '五号楼电梯又停了，老人下不了楼'
/** Everything that somebody is called or said in this test. */
const SAID = [
  '王建国',
  '赵小满',
  '13912345678',
  '5-2-301',
  '电梯',
  '水管',
  DIRECTOR.name,
  ...Object.values(OFFICE),
]

/** Leaves stored complaints without anything but their keys, as a damaged database might. */
function breakComplaints(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((done, fail) => {
        request.addEventListener('success', () => done(request.result))
        request.addEventListener('error', () => fail(request.error ?? new Error('not read')))
      })
    const known = (await indexedDB.databases()).find(({ name }) => name?.startsWith('front-desk'))
    const db = await settled(indexedDB.open(known?.name ?? ''))
    const change = db.transaction('complaints', 'readwrite')
    const store = change.objectStore('complaints')
    const written = new Promise((done) => change.addEventListener('complete', done))
    for (const row of (await settled(store.getAll())) as Record<string, unknown>[]) {
      store.put({ id: row['id'], listKeys: row['listKeys'] })
    }
    await written
    db.close()
  })
}

async function savedFile(desk: Desk, page: Page, name: string): Promise<string> {
  const path = join(desk.dataDir, name)
  await desk.answerSaveDialog(path)
  await page.getByRole('button', { name: '保存诊断文件…' }).click()
  await expect(page.getByText(`已保存：${path}`)).toBeVisible()
  return readFile(path, 'utf8')
}

test('a screen that breaks keeps what was typed, gives it back, and saves a file that names nobody', async ({
  desk,
}) => {
  const page = await openOffice(desk)
  await registerComplaint(page, '水管漏水')
  await openIntake(page)
  await page.getByLabel('投诉人', { exact: true }).fill('赵小满')
  await page.getByLabel('投诉内容').fill(WORDS)
  await expect(page.getByLabel('草稿已存')).toBeVisible()
  await breakComplaints(page)
  await goTo(page, '今日')
  await goTo(page, '投诉')
  await page.getByRole('grid', { name: '投诉列表' }).getByRole('row').last().click()
  const broken = page.getByRole('alert').filter({ hasText: '这个页面出了问题' })
  await expect(broken).toBeVisible()
  await expect(page.getByRole('button', { name: '再试一次' })).toBeFocused()
  await keepPicture(page, test.info().outputPath('broken.png'))

  await test.step('复制已输入的内容', async () => {
    await page.getByRole('button', { name: '复制已输入的内容' }).click()
    await expect(page.getByText('已复制，可以粘贴到别处。')).toBeVisible()
    const copied = await desk.app.evaluate(({ clipboard }) => clipboard.readText())
    expect(copied).toContain(WORDS)
    expect(copied).toContain('赵小满')
  })

  await test.step('保存诊断文件', async () => {
    const text = await savedFile(desk, page, 'broken.json')
    for (const said of SAID) expect(text).not.toContain(said)
    const {
      page: facts,
      ledger,
      log,
    } = JSON.parse(text) as {
      page: { rows: Record<string, number>; screen: string }
      ledger: { lastSeq: number; problems: unknown[] }
      log: string[]
    }
    expect(facts.screen).toBe('complaints')
    expect(facts.rows['complaints']).toBe(1)
    expect(ledger.lastSeq).toBeGreaterThan(1)
    expect(ledger.problems).toEqual([])
    expect(log.some((line) => /screen\.broken:\w+/.test(line))).toBe(true)
    expect(text).not.toMatch(/[\u4e00-\u9fff]/)
    expect(text).not.toContain(desk.dataDir)
    await keepPicture(page, test.info().outputPath('saved.png'))
  })

  await test.step('the rest of the desk goes on', async () => {
    await goTo(page, '住户')
    await expect(broken).toBeHidden()
    await expect(page.getByRole('heading', { name: '住户', exact: true })).toBeVisible()
  })

  await test.step('关于 offers the file too', async () => {
    await desk.app.evaluate(({ Menu, BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.focus()
      Menu.getApplicationMenu()?.getMenuItemById('about')?.click()
    })
    const about = page.getByRole('dialog', { name: '物业前台' })
    await expect(about).toContainText(/数据库占用\s*\d/)
    await expect(about).toContainText(/附件（个）\s*\d/)
    await expect(about).toContainText(/磁盘剩余空间\s*\d/)
    // What was asked for at start: the books are not thrown away where room grows short.
    expect(await page.evaluate(() => navigator.storage.persisted())).toBe(true)
    const text = await savedFile(desk, page, 'about.json')
    for (const said of SAID) expect(text).not.toContain(said)
    await keepPicture(page, test.info().outputPath('about.png'))
  })
})

/** What a page that was taken over may send: anything that the bridge lets through, and what it does not. */
function attack(
  page: Page,
  names: readonly (readonly [string, boolean])[],
): Promise<{ asked: number; wrong: string[] }> {
  return page.evaluate(async (all) => {
    type Invoke = (channel: string, input: unknown) => Promise<{ ok: boolean; refusal?: { key: string } }>
    const { invoke } = Reflect.get(window, 'desk') as { invoke: Invoke }
    const cycle: Record<string, unknown> = {}
    cycle['self'] = cycle
    const texts = [
      '',
      '..',
      '../../outside',
      'C:\\x',
      '\0',
      'con',
      '__proto__',
      '\u202Egpj.exe',
      'x'.repeat(100_000),
    ]
    // Through the bridge these arrive as `{}`, which is right for a channel that asks for nothing.
    const nothing: unknown[] = [
      {},
      new Date(Number.NaN),
      new Map([['__proto__', { polluted: true }]]),
      JSON.parse('{"__proto__":{"polluted":true}}'),
    ]
    const values: unknown[] = [
      ...texts,
      Number.NaN,
      Infinity,
      -1,
      1n,
      null,
      undefined,
      cycle,
      [cycle],
      new Uint8Array(100_000),
      new Float64Array(2),
      () => 1,
    ]
    const keys = [
      'name',
      'token',
      'id',
      'sha256',
      'bytes',
      'lines',
      'suggestedName',
      'more',
      'label',
      'text',
      'maxBytes',
    ]
    const inputs = [
      ...values,
      ...values.map((value, at) => ({ [keys[at % keys.length] ?? '']: value })),
      ...values.map((value, at) => ({ [keys[(at * 3) % keys.length] ?? '']: value, more: value })),
    ]
    const wrong: string[] = []
    let asked = 0
    for (const [name, takesNothing] of all) {
      for (const input of takesNothing ? inputs : [...inputs, ...nothing]) {
        asked += 1
        const answer = await invoke(name, input).catch((error: unknown) => String(error))
        // A function cannot travel: the bridge itself says so, and nothing arrives.
        if (typeof answer === 'string') {
          if (!answer.includes('could not be cloned')) wrong.push(`${name}: ${answer}`)
        } else if (typeof answer.ok !== 'boolean') wrong.push(`${name}: no answer`)
        else if (!answer.ok && !/^[\w.]+$/.test(answer.refusal?.key ?? '')) wrong.push(`${name}: no refusal`)
      }
    }
    if (Reflect.get({}, 'polluted') !== undefined) wrong.push('polluted')
    return { asked, wrong }
  }, names)
}

test('main answers a page that was taken over with values; a window that keeps dying offers a new start (quality 6)', async ({
  desk,
}) => {
  const page = await openOffice(desk)

  await test.step('a page that was taken over: main answers with values, and loses nothing', async () => {
    await registerComplaint(page, '水管漏水')
    const before = await journalOf(desk)
    await desk.answerSaveDialog(null)
    await desk.answerOpenDialog([])
    const { asked, wrong } = await attack(
      page,
      PAGE_CHANNEL_NAMES.map((name) => [name, channels[name].input.safeParse({}).success] as const),
    )
    expect(wrong).toEqual([])
    expect(asked).toBeGreaterThan(2_000)
    expect(await journalOf(desk)).toEqual(before)
    // The desk works on, as if nothing had been.
    await registerComplaint(page, '电梯停了', CLERK.name)
  })

  await test.step('a window that keeps dying: a new start and a diagnostics file, from main alone', async () => {
    const path = join(desk.dataDir, 'gone.json')
    await desk.answerSaveDialog(path)
    // The first death is told and mended; after the second the file is asked for, then the page once more.
    await desk.app.evaluate(({ dialog }) => {
      const answers = [0, 1, 3]
      const asked: string[][] = []
      Reflect.set(globalThis, 'asked', asked)
      const show = async (...given: unknown[]) => {
        const { buttons = [] } = given.at(-1) as { buttons?: string[] }
        asked.push(buttons)
        return { response: answers.shift() ?? 0, checkboxChecked: false }
      }
      dialog.showMessageBox = show as typeof dialog.showMessageBox
    })
    const asked = () => desk.app.evaluate(() => Reflect.get(globalThis, 'asked') as string[][])
    const die = () =>
      desk.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
      )
    await die()
    await expect.poll(async () => (await asked()).length).toBe(1)
    await expect
      .poll(() =>
        desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isLoading()),
      )
      .toBe(false)
    await die()
    await expect
      .poll(asked)
      .toEqual([
        ['知道了'],
        ['重新启动', '保存诊断文件…', '退出程序', '再试一次'],
        ['重新启动', '保存诊断文件…', '退出程序', '再试一次'],
      ])
    const text = await readFile(path, 'utf8')
    for (const said of SAID) expect(text).not.toContain(said)
    const { page: facts, log } = JSON.parse(text) as { page: unknown; log: string[] }
    expect(facts).toBeNull()
    expect(log.filter((line) => line.includes('renderer.gone'))).toHaveLength(2)
    await expect
      .poll(() =>
        desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isCrashed()),
      )
      .toBe(false)
  })
})
