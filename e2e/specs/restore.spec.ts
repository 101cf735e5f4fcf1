import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { type Desk, expect, test } from '../fixtures/desk'
import { picture } from '../fixtures/files'
import { inspectAllWays } from '../fixtures/inspect'
import { openOffice } from '../fixtures/offices'
import { secretsOf } from '../fixtures/vault'
import { hand, lineOf } from '../pages/attachments'
import { registerComplaint } from '../pages/complaints'
import { DIRECTOR, goTo, navigation, signIn } from '../pages/office'
import {
  backUpNow,
  chooseNewest,
  contents,
  openBackups,
  openWith,
  showPin,
  tellNumbers,
} from '../pages/restore'

const look = (desk: Desk, name: string) => inspectAllWays(desk, 'restore', name)

/** The only office's folder of backups, and the newest in it. */
async function newestBackup(desk: Desk): Promise<string> {
  const root = join(desk.dataDir, 'backups')
  const [office = ''] = await readdir(root)
  const names = (await readdir(join(root, office))).filter((name) => name.endsWith('.fdbackup')).sort()
  return join(root, office, names.at(-1) ?? '')
}

/** A desk with two complaints, one with a photo, and a backup of both. */
async function backedUp(
  desk: Desk,
): Promise<{ page: Page; first: string; second: string; password: string }> {
  const page = await openOffice(desk)
  const first = await registerComplaint(page, '地下车库漏水')
  const photo = picture(64, 48, 120)
  await hand(page, 'paste', { name: '漏水.png', type: 'image/png', bytes: photo })
  await expect(lineOf(page, '漏水')).toBeVisible()
  const second = await registerComplaint(page, '门禁卡刷不开')
  await backUpNow(page)
  const { password } = await secretsOf(desk)
  return { page, first, second, password }
}

test('a new machine: from the first start everything comes back, and numbers go on behind paper', async ({
  desk,
}) => {
  const { page, first, second, password } = await backedUp(desk)
  // After the backup, so that only paper knows of it.
  const third = await registerComplaint(page, '备份以后登记的')
  const backup = await newestBackup(desk)
  // A desk that closes makes a backup: this one is lost in the middle of its work.
  await desk.kill()
  for (const folder of ['profile', 'ledger']) await rm(join(desk.dataDir, folder), { recursive: true })
  await cp(join(backup, '..'), join(desk.dataDir, 'stick'), { recursive: true })
  await rm(join(desk.dataDir, 'backups'), { recursive: true })

  const fresh = await desk.start()
  await expect(fresh.getByRole('heading', { name: '设立管理处' })).toBeVisible()
  await fresh.getByRole('button', { name: '从备份恢复' }).click()
  await expect(fresh.getByText(/没有找到备份/)).toBeVisible()
  await look(desk, 'choose-none')
  await desk.answerOpenDialog([join(desk.dataDir, 'stick', basename(backup))])
  await fresh.getByRole('button', { name: '选择备份文件…' }).click()

  await openWith(fresh, 'ABCD-EFGH-JKMN-PQRS-TWXY-2345')
  await expect(fresh.getByLabel('备份密码')).toHaveAccessibleDescription(/这个密码打不开这份备份/)
  await look(desk, 'password')
  await openWith(fresh, password.toLowerCase().replaceAll('-', ' '))
  await expect(contents(fresh)).toContainText('翠湖花园管理处')
  await expect(contents(fresh)).toContainText('投诉 2')
  await expect(contents(fresh)).toContainText('完好')
  await expect(contents(fresh)).toContainText('1 个')
  await look(desk, 'preview')
  await fresh.getByRole('button', { name: '恢复这份备份' }).click()

  await signIn(fresh, DIRECTOR)
  const asked = fresh.getByRole('dialog', { name: '纸上最大的编号' })
  await expect(asked.getByLabel('投诉', { exact: true })).toHaveAccessibleDescription(new RegExp(second))
  await look(desk, 'numbers')
  await tellNumbers(fresh, third)
  await expect(fresh.getByText('资料是从备份恢复的')).toHaveCount(0)
  // The empty data of a machine that was never used is nothing that was replaced.
  await openBackups(fresh)
  await expect(fresh.getByRole('region', { name: '被替换的资料' })).toHaveCount(0)
  expect(JSON.parse(await readFile(desk.ledger('dataset.json'), 'utf8'))).toMatchObject({ replaced: [] })
  const next = await registerComplaint(fresh, '恢复以后登记的')
  expect(Number(next.slice(-4))).toBe(Number(third.slice(-4)) + 1)

  await goTo(fresh, '投诉')
  await expect(fresh.getByRole('row', { name: new RegExp(second) })).toBeVisible()
  await fresh.getByRole('row', { name: new RegExp(first) }).click()
  await lineOf(fresh, '漏水').click()
  await expect(fresh.getByRole('dialog').locator('img')).toHaveJSProperty('complete', true)
})

test('an older backup does not bring back what a newer one beside it knows to be erased (domain 13)', async ({
  desk,
}) => {
  const page = await openOffice(desk)
  const number = await registerComplaint(page, '卧室天花板滴水')
  await page.getByRole('button', { name: '更多', exact: true }).click()
  await page.getByRole('menuitem', { name: /^作废/ }).click()
  await page.getByRole('dialog').getByLabel('作废原因').fill('登记两次')
  await page.getByRole('dialog').getByRole('button', { name: '作废并保留编号' }).click()
  await backUpNow(page)
  const older = await newestBackup(desk)
  const { password } = await secretsOf(desk)

  await page.getByRole('tab', { name: '个人信息' }).click()
  const rights = page.getByRole('region', { name: '查找个人信息' })
  await rights.getByLabel('姓名').fill('王建国')
  await page.keyboard.press('Control+s')
  await rights
    .getByRole('row', { name: new RegExp(number) })
    .getByRole('checkbox')
    .check()
  await rights.getByRole('button', { name: '删除选中的 1 条' }).click()
  const erasing = page.getByRole('dialog', { name: '删除个人信息' })
  await erasing.getByLabel('原因').fill('应本人请求')
  await erasing.getByLabel('主任 PIN').fill(DIRECTOR.pin)
  await page.keyboard.press('Control+s')
  await expect(erasing).toBeHidden()
  await backUpNow(page)
  await desk.kill()
  for (const folder of ['profile', 'ledger']) await rm(join(desk.dataDir, folder), { recursive: true })
  await cp(join(older, '..'), join(desk.dataDir, 'stick'), { recursive: true })
  await rm(join(desk.dataDir, 'backups'), { recursive: true })

  const fresh = await desk.start()
  await fresh.getByRole('button', { name: '从备份恢复' }).click()
  await desk.answerOpenDialog([join(desk.dataDir, 'stick', basename(older))])
  await fresh.getByRole('button', { name: '选择备份文件…' }).click()
  await openWith(fresh, password)
  await expect(contents(fresh)).toContainText('投诉 1')
  await expect(fresh.getByText(/还有更新的备份.*恢复时会再次删除/)).toBeVisible()
  await look(desk, 'newer')
  await fresh.getByRole('button', { name: '恢复这份备份' }).click()
  await expect(fresh.getByText(/PIN 也是那时的/)).toBeVisible()
  await look(desk, 'sign-in')
  await signIn(fresh, DIRECTOR)
  await tellNumbers(fresh)
  await fresh.keyboard.press('Control+k')
  await fresh.keyboard.type(number)
  await fresh
    .getByRole('option', { name: new RegExp(number) })
    .first()
    .click()
  await expect(fresh.getByText(/个人信息已按规定删除/)).toBeVisible()
  await expect(fresh.getByText('卧室天花板滴水')).toHaveCount(0)
})

test('replaces the data in use and switches back; a start in between writes the ledger on', async ({
  desk,
}) => {
  const { page, second, password } = await backedUp(desk)
  const third = await registerComplaint(page, '备份以后登记的')
  await openBackups(page)
  await page.getByRole('button', { name: '从备份恢复…' }).click()
  await showPin(page, DIRECTOR, '继续')
  await look(desk, 'choose')
  await chooseNewest(page)
  await openWith(page, password)
  await page.getByRole('button', { name: '用它替换现有资料…' }).click()
  await page.getByRole('button', { name: '替换现有资料', exact: true }).click()

  await signIn(page, DIRECTOR)
  await expect(page.getByRole('dialog', { name: '纸上最大的编号' })).toBeVisible()
  await page.getByRole('button', { name: '以后再填' }).click()
  await look(desk, 'today')
  await goTo(page, '投诉')
  await expect(page.getByRole('row', { name: new RegExp(second) })).toBeVisible()
  await expect(page.getByRole('row', { name: new RegExp(third) })).toHaveCount(0)

  // Still asked after a start, until it is answered.
  const again = await desk.restart()
  await signIn(again, DIRECTOR)
  await again.getByRole('button', { name: '以后再填' }).click()
  await expect(again.getByText('资料是从备份恢复的')).toBeVisible()
  await openBackups(again)
  await look(desk, 'settings')
  await again.getByRole('button', { name: '切回' }).click()
  await showPin(again, DIRECTOR, '切回')
  await signIn(again, DIRECTOR)
  await goTo(again, '投诉')
  await expect(again.getByRole('row', { name: new RegExp(third) })).toBeVisible()

  await openBackups(again)
  await again.getByRole('region', { name: '被替换的资料' }).getByRole('button', { name: '删除' }).click()
  await showPin(again, DIRECTOR, '永久删除')
  // Behind the dialog nothing has a role: only what is said tells that it is done.
  await expect(again.getByText('已删除')).toBeVisible()
  await expect(again.getByRole('region', { name: '被替换的资料' })).toHaveCount(0)
  expect(await readdir(desk.ledger('datasets'), { recursive: true })).toEqual([])
})

test('database and journal gone: the recovery screen offers the newest backup first', async ({ desk }) => {
  const { second, password } = await backedUp(desk)
  await desk.close()
  await rm(desk.profile('IndexedDB'), { recursive: true })
  await rm(desk.ledger('journal'), { recursive: true })
  const page = await desk.start()
  await expect(page.getByRole('region', { name: '找到的备份' })).toContainText(/到第 \d+ 次保存/)
  // Nothing is promised of a ledger that is empty.
  await expect(page.getByRole('heading', { name: '数据库和流水账都是空的' })).toBeVisible()
  await expect(page.getByText(/流水账里也没有可用的记录，不能从它恢复/)).toBeVisible()
  await expect(page.getByRole('button', { name: '从流水账恢复' })).toHaveCount(0)
  await look(desk, 'recovery')
  await page.getByRole('button', { name: '从备份恢复' }).click()
  await chooseNewest(page)
  await openWith(page, password)
  await page.getByRole('button', { name: '恢复这份备份' }).click()
  await signIn(page, DIRECTOR)
  await tellNumbers(page)
  await goTo(page, '投诉')
  await expect(page.getByRole('row', { name: new RegExp(second) })).toBeVisible()
})

test('backup and journal together bring back what neither has alone', async ({ desk }) => {
  const { page, first, password } = await backedUp(desk)
  const third = await registerComplaint(page, '备份以后登记的')
  await desk.kill()
  await rm(desk.profile('IndexedDB'), { recursive: true })
  // The first lines of the journal are lost.
  const name = (await readdir(desk.ledger('journal'))).find((one) => one.endsWith('.fdj')) ?? ''
  const lines = (await readFile(desk.ledger('journal', name), 'utf8')).split('\n')
  await writeFile(desk.ledger('journal', name), lines.slice(2).join('\n'))
  const again = await desk.start()
  await again.getByRole('button', { name: '从备份恢复' }).click()
  await chooseNewest(again)
  await openWith(again, password)
  await expect(contents(again)).toContainText(/另有 \d+ 次保存接在备份后面/)
  await again.getByRole('button', { name: '恢复这份备份' }).click()
  await signIn(again, DIRECTOR)
  await tellNumbers(again)
  await goTo(again, '投诉')
  await expect(again.getByRole('row', { name: new RegExp(first) })).toBeVisible()
  await expect(again.getByRole('row', { name: new RegExp(third) })).toBeVisible()
})

/** What stands beside the registers, and what never may in it. */
const BESIDE = ['个人信息请求.xlsx', '访问记录.xlsx', '用户.xlsx', '设置.xlsx']
const SECRETS = /scrypt|AGE-SECRET|pinHash|246810/

/** The words of a sheet, as a spreadsheet finds them in the file. */
async function readSheet(path: string): Promise<string> {
  const parts = unzipSync(await readFile(path))
  return Object.values(parts)
    .map((bytes) => strFromU8(bytes))
    .join('')
}

/** Has the disk be full for files whose name has `part` in it; null has room again. */
async function fillDiskFor(desk: Desk, part: string | null): Promise<void> {
  await desk.app.evaluate((_electron, wanted) => {
    const fs = process.getBuiltinModule('node:fs/promises')
    const real = (Reflect.get(globalThis, 'realOpen') ?? fs.open) as typeof fs.open
    const open: typeof fs.open = async (path, ...rest) => {
      if (wanted === null || !String(path).includes(wanted)) return real(path, ...rest)
      throw Object.assign(new Error('no room'), { code: 'ENOSPC', syscall: 'open' })
    }
    Object.assign(globalThis, { realOpen: real })
    Object.assign(fs, { open })
    process.getBuiltinModule('node:module').syncBuiltinESMExports()
  }, part)
}

test('导出全部资料, also on a full disk, and a damaged backup that changes nothing', async ({ desk }) => {
  const { page, first, password } = await backedUp(desk)

  await test.step('a folder that is read without this program', async () => {
    await openBackups(page)
    await desk.answerOpenDialog([desk.dataDir])
    await page.getByRole('button', { name: '导出全部资料…' }).click()
    await showPin(page, DIRECTOR, '选择文件夹并导出')
    await expect(page.getByText(/已导出 \d+ 条登记、1 个附件/)).toBeVisible()
    const folder = (await readdir(desk.dataDir)).find((name) => name.startsWith('物业前台资料')) ?? ''
    const found = await readdir(join(desk.dataDir, folder))
    expect(found).toEqual(expect.arrayContaining(['投诉.xlsx', '住户.xlsx', ...BESIDE, '说明.txt', '附件']))
    const note = await readFile(join(desk.dataDir, folder, '说明.txt'), 'utf8')
    for (const name of found.filter((one) => one.endsWith('.xlsx'))) expect(note).toContain(`${name}：`)
    for (const name of BESIDE) expect(await readSheet(join(desk.dataDir, folder, name))).not.toMatch(SECRETS)
    expect(await readSheet(join(desk.dataDir, folder, '用户.xlsx'))).toContain('主任')
    const [file = ''] = await readdir(join(desk.dataDir, folder, '附件'))
    expect(file).toMatch(new RegExp(`^${first} 漏水`))
    const sheet = await readFile(join(desk.dataDir, folder, '投诉.xlsx'))
    expect(sheet.subarray(0, 2).toString()).toBe('PK')
    expect((await readdir(desk.dataDir)).filter((name) => name.includes('未完成'))).toEqual([])
    await look(desk, 'leave')
    await desk.app.evaluate(({ shell }) => {
      shell.openPath = async (path) => {
        Object.assign(globalThis, { openedPath: path })
        return ''
      }
    })
    await expect(page.getByRole('button', { name: '打开文件夹' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect
      .poll(() => desk.app.evaluate(() => String(Reflect.get(globalThis, 'openedPath') ?? '')))
      .toBe(join(desk.dataDir, folder))
    await expect(navigation(page)).toBeVisible()
  })

  await test.step('on a full disk nothing half-made stays under its name, and the next try works', async () => {
    await openBackups(page)
    const leave = async () => {
      await desk.answerOpenDialog([desk.dataDir])
      await page.getByRole('button', { name: '导出全部资料…' }).click()
      await showPin(page, DIRECTOR, '选择文件夹并导出')
    }
    const known = await readdir(desk.dataDir)
    const folders = async () =>
      (await readdir(desk.dataDir)).filter((name) => name.startsWith('物业前台资料') && !known.includes(name))

    // The first files have room, the last has none.
    await fillDiskFor(desk, '说明.txt')
    await leave()
    await expect(page.getByText('磁盘已满，没有导出完。请清理磁盘，或换一个位置，再导出一次。')).toBeVisible()
    expect(await folders()).toEqual([])
    await look(desk, 'leave-full')

    await fillDiskFor(desk, null)
    await leave()
    await expect(page.getByText(/已导出 \d+ 条登记、1 个附件/)).toBeVisible()
    expect(await folders()).toEqual([expect.not.stringContaining('未完成')])
  })

  await test.step('a damaged backup is named and changes nothing', async () => {
    const path = await newestBackup(desk)
    const bytes = await readFile(path)
    bytes[bytes.length - 500] = (bytes[bytes.length - 500] ?? 0) ^ 1
    await writeFile(path, bytes)
    await openBackups(page)
    await page.getByRole('button', { name: '从备份恢复…' }).click()
    await showPin(page, DIRECTOR, '继续')
    await chooseNewest(page)
    await openWith(page, password)
    await expect(page.getByRole('alert').getByText(/什么都没有改动/)).toBeVisible()
    await look(desk, 'damaged')
    await goTo(page, '投诉')
    await expect(page.getByRole('row', { name: /地下车库漏水/ })).toBeVisible()
    expect(await readdir(desk.ledger())).not.toContain('datasets')
  })
})
