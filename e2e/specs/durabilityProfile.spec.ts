import { appendFile, readdir, rm } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Bridge } from '../../shared/ipc/bridge'
import { expect, test } from '../fixtures/desk'
import { openOffice } from '../fixtures/offices'
import { openIntake, registerComplaint } from '../pages/complaints'
import { openIncidentIntake } from '../pages/incidents'
import { goToLost, openItemIntake } from '../pages/lost'
import { DIRECTOR, goTo, signIn } from '../pages/office'
import { goToVisits, openNew } from '../pages/visits'

/*
 * A profile that is damaged in a way in which Chromium neither opens its databases nor throws them away by itself, and
 * one that is gone as a whole (quality 6): both end in an offer, and the offer is kept.
 */

async function openReportIntake(page: Page): Promise<void> {
  await goToLost(page, '寻物')
  await page.keyboard.press('Control+n')
  await expect(page.getByRole('form', { name: '寻物登记' })).toBeVisible()
}

test('a database whose manifest is gone cannot be opened: recovery brings everything back', async ({
  desk,
}) => {
  const page = await openOffice(desk)
  const number = await registerComplaint(page, '地下车库漏水')
  await desk.close()
  const folder = desk.profile('IndexedDB', 'app_desk_0.indexeddb.leveldb')
  for (const name of await readdir(folder)) {
    if (name.startsWith('MANIFEST')) await rm(`${folder}/${name}`)
  }

  const again = await desk.start()
  await again.getByRole('button', { name: '从流水账恢复' }).click()
  await signIn(again, DIRECTOR)
  await goTo(again, '投诉')
  await expect(again.getByRole('row', { name: new RegExp(number) })).toBeVisible()
  // What was brought back stays: the next start finds it as it was.
  const third = await desk.restart()
  await signIn(third, DIRECTOR)
  await goTo(third, '投诉')
  await expect(third.getByRole('row', { name: new RegExp(number) })).toBeVisible()
})

test('a profile that is gone altogether: recovery brings everything back', async ({ desk }) => {
  const page = await openOffice(desk)
  const number = await registerComplaint(page, '门禁卡刷不开')
  // What stands on the 《恢复单》 in the safe.
  const sheet = await page.evaluate(() =>
    (window as unknown as { desk: Bridge }).desk.invoke('vault.sheet', {}),
  )
  await desk.close()
  await rm(desk.profile(), { recursive: true })

  // The key went with the profile: first the sheet is asked for, then the books come back from the journal.
  const again = await desk.start()
  await again.getByLabel('备份密码').fill(sheet.ok ? sheet.value.password : '')
  await again.keyboard.press('Enter')
  await again.getByRole('button', { name: '从流水账恢复' }).click()
  await signIn(again, DIRECTOR)
  await goTo(again, '投诉')
  await expect(again.getByRole('row', { name: new RegExp(number) })).toBeVisible()
})

test('two kills, the first in the middle of a write of the database: nothing has to be recovered', async ({
  desk,
}) => {
  const page = await openOffice(desk)
  const number = await registerComplaint(page, '电梯困人')
  await desk.kill()
  const folder = desk.profile('IndexedDB', 'app_desk_0.indexeddb.leveldb')
  const log =
    (await readdir(folder))
      .filter((name) => name.endsWith('.log'))
      .sort()
      .at(-1) ?? ''
  // The head of a record of 256 bytes, and none of them.
  await appendFile(`${folder}/${log}`, Buffer.from([1, 2, 3, 4, 0, 1, 1]))

  // What this start writes must not stand behind the torn record.
  const again = await desk.start()
  await signIn(again, DIRECTOR)
  await openIntake(again)
  await again.getByLabel('投诉内容').pressSequentially('楼道灯不亮')
  await expect(again.getByLabel('草稿已存')).toBeVisible()
  await desk.kill()

  const third = await desk.start()
  await signIn(third, DIRECTOR)
  await goTo(third, '投诉')
  await expect(third.getByRole('row', { name: new RegExp(number) })).toBeVisible()
  await openIntake(third)
  await expect(third.getByLabel('投诉内容')).toHaveValue('楼道灯不亮')
})

test('a kill in the middle of typing: the form of every register is back (domain 10)', async ({ desk }) => {
  const page = await openOffice(desk)
  // Fields of each form, and what is typed into them; the last is still warm when everything is killed.
  const forms: [(at: Page) => Promise<unknown>, string][] = [
    [openIntake, '投诉内容'],
    [openIncidentIntake, '地点'],
    [openItemIntake, '物品名称'],
    [openReportIntake, '物品'],
    [(at) => goToVisits(at).then(() => openNew(at, '走访登记')), '特殊困难和需求'],
    [(at) => goToVisits(at, '回访').then(() => openNew(at, '回访登记')), '回访内容及处理结果'],
  ]
  for (const [open, label] of forms) {
    await open(page)
    await page.getByLabel(label, { exact: true }).pressSequentially(`${label}写到一半`)
    await expect(page.getByLabel('草稿已存')).toBeVisible()
  }
  await desk.kill()

  const again = await desk.start()
  await signIn(again, DIRECTOR)
  for (const [open, label] of forms) {
    await open(again)
    await expect(again.getByLabel(label, { exact: true })).toHaveValue(`${label}写到一半`)
  }
})
