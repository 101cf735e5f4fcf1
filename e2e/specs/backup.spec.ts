import { execFile, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { type Desk, expect, test } from '../fixtures/desk'
import { picture, writeInbox } from '../fixtures/files'
import { keepPicture } from '../fixtures/look'
import { EVERYBODY, openOffice } from '../fixtures/offices'
import { secretsOf } from '../fixtures/vault'
import { attachments, lineOf } from '../pages/attachments'
import { registerComplaint } from '../pages/complaints'
import { CLERK, DIRECTOR, goTo, signIn } from '../pages/office'
import { setEstateTime, wakeUp } from '../pages/today'

const READER = resolve(import.meta.dirname, '../fixtures/backupReader.mjs')

/** The office's folder in a place: there is one office only. */
async function shelf(root: string): Promise<string> {
  const [name = ''] = await readdir(root)
  return join(root, name)
}

async function backupsIn(root: string): Promise<string[]> {
  const names = await readdir(await shelf(root)).catch(() => [])
  return names.filter((name) => name.endsWith('.fdbackup')).sort()
}

const local = (desk: Desk): string => join(desk.dataDir, 'backups')

/** What somebody finds in the newest backup of a place without this program. */
async function readNewest(desk: Desk, root: string) {
  const { password } = await secretsOf(desk)
  const name = (await backupsIn(root)).at(-1) ?? ''
  const folder = join(desk.dataDir, `read-${name}`)
  const { stdout } = await promisify(execFile)('node', [
    READER,
    join(await shelf(root), name),
    password,
    folder,
  ])
  return { name, found: JSON.parse(stdout) }
}

async function openBackups(page: Page): Promise<void> {
  await goTo(page, '设置')
  await page.getByRole('tab', { name: '备份' }).click()
  await expect(
    page.getByRole('heading', { name: '本机备份' }).or(page.getByText('还没有备份').first()),
  ).toBeVisible()
}

/** One that goes on by itself is waited for, as its refusal asks: a place newly chosen is caught up with at once. */
async function backUpNow(page: Page): Promise<void> {
  await expect(async () => {
    await page.getByRole('button', { name: '立即备份' }).click()
    await expect(page.getByText('备份完成').or(page.getByText('正在备份，请等它完成。'))).toBeVisible()
    await expect(page.getByText('备份完成')).toBeVisible({ timeout: 1000 })
  }).toPass()
}

const second = (page: Page) => page.getByRole('region', { name: '第二个备份位置' })

async function chooseStick(desk: Desk, page: Page): Promise<string> {
  const stick = join(desk.dataDir, 'stick')
  await mkdir(stick)
  await desk.answerOpenDialog([stick])
  await page.getByRole('button', { name: '选择第二个备份位置…' }).click()
  await expect(page.getByText('已选择第二个备份位置')).toBeVisible()
  return stick
}

test('a backup cancelled leaves nothing; closing leaves one that can be read without this program', async ({
  desk,
}) => {
  const page = await openOffice(desk)

  await test.step('取消: a backup that is running leaves nothing, and the next one works', async () => {
    await registerComplaint(page, '备份取消以前登记的')
    await openBackups(page)
    const before = await backupsIn(local(desk))
    const { held, release } = await holdFlush(desk)
    await page.getByRole('button', { name: '立即备份' }).click()
    await held()
    await expect(page.getByRole('button', { name: '立即备份' })).toHaveCount(0)
    await page
      .getByRole('region', { name: '备份', exact: true })
      .getByRole('button', { name: '取消' })
      .click()
    await release()
    await expect(page.getByText('备份已取消')).toBeVisible()
    await expect(page.getByRole('button', { name: '立即备份' })).toBeVisible()
    await expect(page.getByText('备份完成')).toHaveCount(0)
    const names = await readdir(await shelf(local(desk)))
    expect(names.filter((name) => /fdbackup|tmp/.test(name)).sort()).toEqual(before)

    await backUpNow(page)
    const { found } = await readNewest(desk, local(desk))
    expect(found.complaints).toMatchObject([{ content: '备份取消以前登记的' }])
    expect(await backupsIn(local(desk))).toHaveLength(before.length + 1)
  })

  await test.step('closing leaves a backup that can be read without this program', async () => {
    const number = await registerComplaint(page, '备份之前登记的投诉')
    await desk.answerOpenDialog(
      await writeInbox(join(desk.dataDir, 'inbox'), { '照片.png': picture(300, 200, 120) }),
    )
    await attachments(page).getByRole('button', { name: '添加附件' }).click()
    await expect(lineOf(page, '照片.png')).toBeVisible()
    await desk.close()

    await desk.start()
    const { name, found } = await readNewest(desk, local(desk))
    expect(name).toMatch(/^\d{8}-\d{6}-closing\.fdbackup$/)
    expect(found).toMatchObject({ reason: 'closing', attachments: 1 })
    expect(found.complaints).toContainEqual({ number, content: '备份之前登记的投诉' })
    expect(found.entries).toBe(found.lastSeq)

    await test.step('and nothing new is made where nothing was written', async () => {
      const before = await backupsIn(local(desk))
      await desk.close()
      expect(await backupsIn(local(desk))).toEqual(before)
    })
  })
})

test('after an hour of work one is made by itself, whoever is signed in', async ({ desk }) => {
  const page = await openOffice(desk, { people: EVERYBODY, as: CLERK, at: '2026-11-20T09:00' })
  await openBackups(page)
  await expect(page.getByRole('button', { name: '选择第二个备份位置…' })).toBeHidden()
  await backUpNow(page)
  await registerComplaint(page, '一小时里的工作')
  const before = await backupsIn(local(desk))
  await setEstateTime(page, '2026-11-20T10:30')
  // The present is looked at anew when the machine wakes up.
  await wakeUp(desk)
  await expect.poll(async () => (await backupsIn(local(desk))).length).toBeGreaterThan(before.length)
  expect((await backupsIn(local(desk))).at(-1)).toContain('-hourly.')
})

test('a new office is led to its first steps; a stick: chosen, pulled out, noticed, back, and no longer used', async ({
  desk,
}) => {
  const page = await openOffice(desk)

  await test.step('told of the missing second place for as long as it is', async () => {
    await goTo(page, '今日')
    const begin = page.getByRole('region', { name: '开始使用' })
    for (const step of ['添加用户', '导入住户', '选择第二个备份位置'])
      await expect(begin.getByRole('link', { name: step })).toBeVisible()
    await keepPicture(page, 'e2e/results/pictures/backup/today-new.png')
    await begin.getByRole('button', { name: '不再显示' }).click()
    await expect(begin).toBeHidden()
    await expect(page.getByText(/备份只在这台电脑上/)).toBeVisible()
    await keepPicture(page, 'e2e/results/pictures/backup/today-line.png')
    await page.getByRole('button', { name: '一周后再提醒' }).click()
    await expect(page.getByText(/备份只在这台电脑上/)).toBeHidden()
    await openBackups(page)
  })

  await test.step('a stick', async () => {
    await openBackups(page)
    await backUpNow(page)
    const stick = await chooseStick(desk, page)
    await expect(page.getByText(/备份只在这台电脑上/)).toBeHidden()
    await keepPicture(page, 'e2e/results/pictures/backup/second.png')
    await expect(second(page).getByText('正常')).toBeVisible()
    // The same disk here; chosen by keyboard, one goes on by keyboard.
    await expect(page.getByText(/第二个备份位置和资料在同一块硬盘上/)).toBeVisible()
    await expect(second(page).getByRole('button', { name: '换一个位置…' })).toBeFocused()
    expect(await backupsIn(stick)).toEqual((await backupsIn(local(desk))).slice(-1))

    await test.step('pulled out: this machine still has it, and everybody is told', async () => {
      await rename(stick, `${stick}-away`)
      await registerComplaint(page, '拔掉之后登记的')
      await openBackups(page)
      await backUpNow(page)
      await expect(second(page).getByText('不在', { exact: true })).toBeVisible()
      await expect(second(page).getByText(/从 .* 起：找不到备份位置.*插回后会自动补上/)).toBeVisible()
      await goTo(page, '今日')
      await expect(page.getByText(/第二个备份位置从 .* 起没有成功/)).toBeVisible()
      await page.getByRole('button', { name: '备份有问题' }).click()
      await expect(second(page)).toBeVisible()
    })

    await test.step('back: it gets what it lacks', async () => {
      await rename(`${stick}-away`, stick)
      await openBackups(page)
      await backUpNow(page)
      await expect(second(page).getByText('正常')).toBeVisible()
      const { found } = await readNewest(desk, stick)
      expect(found.complaints).toMatchObject([{ content: '拔掉之后登记的' }])
    })

    await test.step('no longer used: the files stay', async () => {
      const before = await backupsIn(stick)
      await second(page).getByRole('button', { name: '停用' }).click()
      await page.getByRole('button', { name: '停用并保留文件' }).click()
      await expect(second(page)).toBeHidden()
      expect(await backupsIn(stick)).toEqual(before)
    })
  })
})

test('a place that is full is told from one that is away', async ({ desk }) => {
  const page = await openOffice(desk)
  await openBackups(page)
  const stick = join(desk.dataDir, 'stick')
  await mkdir(stick)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', stick]).status === 0
  test.skip(!mounted, 'mounting is not permitted here')
  try {
    await desk.answerOpenDialog([stick])
    await page.getByRole('button', { name: '选择第二个备份位置…' }).click()
    await expect(page.getByText('已选择第二个备份位置')).toBeVisible()
    await writeFile(join(stick, 'films.bin'), Buffer.alloc(10 * 1024 * 1024))
    await backUpNow(page)
    await expect(second(page).getByText(/备份位置的磁盘满了/)).toBeVisible()
    await rm(join(stick, 'films.bin'))
    await backUpNow(page)
    await expect(second(page).getByText('等待补上').or(second(page).getByText('正常'))).toBeVisible()
    await expect(second(page).getByText(/备份位置的磁盘满了/)).toBeHidden()
  } finally {
    spawnSync('umount', ['-l', stick])
  }
})

test('a place that hangs holds up nobody who wants to go home', async ({ desk }) => {
  test.skip(process.platform === 'win32', 'there is no mkfifo')
  const page = await openOffice(desk)
  await openBackups(page)
  await backUpNow(page)
  const stick = await chooseStick(desk, page)
  await expect(second(page).getByText('正常')).toBeVisible()
  // Whoever reads it waits until somebody writes: a share that no longer answers.
  const index = join(await shelf(stick), 'index.json')
  await rm(index)
  spawnSync('mkfifo', [index])
  await registerComplaint(page, '下班前登记的')
  const before = await backupsIn(local(desk))
  const gone = new Promise((ended) => desk.app.process().once('exit', ended))
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect(page.getByText('正在备份，完成后自动关闭')).toBeVisible()
  await expect.poll(() => backupsIn(local(desk))).toHaveLength(before.length + 1)
  // The window is gone before the key is up again.
  await page.keyboard.press('Escape').catch(() => undefined)
  await gone
  const again = await desk.start()
  await signIn(again, DIRECTOR)
  expect(await backupsIn(local(desk))).toHaveLength(before.length + 1)
})

/** Has main's disk hold the next backup when it is flushed; answers when it is held, and how to let it go. */
async function holdFlush({
  app,
  dataDir,
}: Desk): Promise<{ held: () => Promise<void>; release: () => Promise<void> }> {
  const path = join(dataDir, 'flush-held')
  await app.evaluate((_electron, told) => {
    const fs = process.getBuiltinModule('node:fs')
    const files = process.getBuiltinModule('node:fs/promises')
    const real = files.open
    const released = new Promise<void>((done) => Reflect.set(globalThis, 'releaseFlush', done))
    const open: typeof files.open = async (...given) => {
      const handle = await real(...given)
      if (!String(given[0]).includes('.fdbackup')) return handle
      const sync = handle.sync.bind(handle)
      handle.sync = async () => {
        fs.writeFileSync(told, '')
        await released
        await sync()
      }
      return handle
    }
    Object.assign(files, { open })
    process.getBuiltinModule('node:module').syncBuiltinESMExports()
  }, path)
  return {
    held: () => expect.poll(() => existsSync(path)).toBe(true),
    release: () => app.evaluate(() => void Reflect.get(globalThis, 'releaseFlush')()),
  }
}
