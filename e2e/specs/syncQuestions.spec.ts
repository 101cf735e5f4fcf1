import { cp } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { GUARD_DESIGN_ID, guardText } from '../../shared/sync/design'
import { deviceDocId, WIRE_VERSION } from '../../shared/sync/wire'
import type { Couch } from '../fixtures/couch'
import { inspect } from '../fixtures/inspect'
import { setSize } from '../fixtures/look'
import { expect, test } from '../fixtures/machines'
import { openOffice } from '../fixtures/offices'
import { registerComplaint } from '../pages/complaints'
import { DIRECTOR, goTo, signIn } from '../pages/office'
import {
  expectUpToDate,
  fillServer,
  officeIdOf,
  openSync,
  prepareServer,
  putDoc,
  switchOn,
  syncWord,
} from '../pages/sync'

const found: string[] = []
test.beforeEach(() => {
  found.length = 0
})

async function look(page: Page, name: string): Promise<void> {
  found.push(...(await inspect(page, 'syncQuestions', name)))
}

/** The question above the page of sync. */
const question = (page: Page, title: RegExp) => page.getByRole('alert').filter({ hasText: title })

async function answer(page: Page, title: RegExp, words: string): Promise<void> {
  await question(page, title).getByRole('button', { name: words }).click()
  const sure = page.getByRole('dialog', { name: words })
  await sure.getByRole('button', { name: words }).click()
  await expect(question(page, title)).toHaveCount(0)
}

/** How a machine of an office claims its letter. */
const claim = (office: string, deviceId: string) => ({
  _id: deviceDocId(deviceId),
  type: 'device',
  wire: WIRE_VERSION,
  office,
  dataVersion: 1,
  deviceId,
  letter: '',
  replacedBy: null,
  appVersion: '0.1.0',
})

async function putGuard(couch: Couch, text: string): Promise<void> {
  const doc = { _id: GUARD_DESIGN_ID, language: 'javascript', validate_doc_update: text }
  await putDoc(couch, doc)
}

test('what stops sync is asked on its page, and answered there (issue "Engine", "Several machines")', async ({
  desk,
  couch,
}) => {
  test.setTimeout(180_000)
  const page = await openOffice(desk)
  await setSize(desk.app, 1280, 720)
  const officeId = await officeIdOf(page)
  await prepareServer(couch, officeId)
  await prepareServer(couch, 'another-office', 'office-b')
  await putDoc(couch, claim('another-office', 'their-desk'), 'office-b')
  await putDoc(couch, claim(officeId, 'old-desk'))

  await test.step('another office’s database', async () => {
    await openSync(page)
    await fillServer(page, couch, 'office-b')
    await page.getByRole('button', { name: '保存并启用' }).click()
    await expect(question(page, /另一个管理处/)).toBeVisible()
    await expect(syncWord(page)).toHaveText('同步需要您处理')
    await look(page, 'other-office')
  })

  await test.step('a letter that another machine bears', async () => {
    await page.getByRole('textbox', { name: '数据库' }).fill('office-a')
    await page.getByRole('button', { name: '保存', exact: true }).first().click()
    await expect(question(page, /机器字母/)).toBeInViewport()
    await look(page, 'letter')
    await answer(page, /机器字母/, '本机取代了旧机器')
    await expectUpToDate(page)
    const old = couch.control.documents('office-a').find(({ _id }) => _id === deviceDocId('old-desk'))
    expect(old?.['replacedBy']).toMatch(/^[0-9a-f-]{36}$/)
  })

  await test.step('a record that the server refuses: shown, the rest goes on, and it is sent again', async () => {
    const refusing = guardText({ officeId }).replace(
      'function checkRecord() {',
      "function checkRecord() { if (doc.table === 'complaints') refuse('frozen');",
    )
    await putGuard(couch, refusing)
    const number = await registerComplaint(page, '卧室天花板滴水')
    await expect(syncWord(page)).toHaveText('1 件被拒收')
    await syncWord(page).click()
    const line = page.getByRole('list', { name: '被拒收的' }).getByRole('listitem')
    await expect(line).toContainText(`投诉 ${number}`)
    await expect(line).toContainText('月份已审阅锁定。要改请走《更正单》。')
    await look(page, 'refused')
    await putGuard(couch, guardText({ officeId }))
    await line.getByRole('button', { name: `重试 投诉 ${number}` }).click()
    await expect(line).toHaveCount(0)
    await expectUpToDate(page)
    expect(JSON.stringify(couch.control.documents('office-a'))).toContain(number)
  })

  await test.step('a database that was lost and made anew', async () => {
    const before = couch.control.documents('office-a').length
    // Below a standing connection: it is noticed by itself.
    couch.control.wipe('office-a', true)
    await expect(question(page, /还没有准备好/)).toBeVisible()
    await prepareServer(couch, officeId)
    await page.getByRole('button', { name: '再试一次' }).click()
    await expect(question(page, /空的或重新建过/)).toBeVisible()
    await look(page, 'emptied')
    await answer(page, /空的或重新建过/, '用本机的记录填满服务器')
    await expectUpToDate(page)
    // The machine that was replaced is not heard of again.
    expect(couch.control.documents('office-a').length).toBe(before - 1)
  })

  await test.step('switched off: forgotten here, and nowhere else', async () => {
    const before = couch.control.documents('office-a').length
    await page.getByRole('button', { name: '停用同步' }).click()
    const sure = page.getByRole('dialog', { name: '停用同步？' })
    await look(page, 'off')
    await sure.getByRole('button', { name: '停用并忘掉密码' }).click()
    await expect(page.getByText(/没有启用同步/)).toBeVisible()
    await expect(page.getByRole('textbox', { name: '服务器地址' })).toHaveValue('')
    await expect(syncWord(page)).toHaveCount(0)
    expect(couch.control.documents('office-a').length).toBe(before)
    await goTo(page, '投诉')
    await expect(page.getByRole('row', { name: /卧室天花板滴水/ })).toBeVisible()
  })
  expect(found).toEqual([])
})

test('a copied profile is noticed, and gets an identity and a letter of its own (issue "Several machines")', async ({
  desk,
  couch,
  other,
}) => {
  test.setTimeout(180_000)
  const page = await openOffice(desk)
  await prepareServer(couch, await officeIdOf(page))
  await switchOn(page, couch)
  await expectUpToDate(page)
  await desk.close()
  await cp(desk.dataDir, other.dataDir, { recursive: true })

  const first = await desk.start()
  await signIn(first, DIRECTOR)
  const number = await registerComplaint(first, '卧室天花板滴水')
  await expectUpToDate(first)
  const second = await other.start()
  await signIn(second, DIRECTOR)
  await setSize(other.app, 1280, 720)
  await openSync(second)
  await expect(question(second, /冒用本机的身份/)).toBeVisible()
  await look(second, 'cloned')
  await answer(second, /冒用本机的身份/, '给本机新的身份')
  await expect(question(second, /机器字母/)).toBeVisible()
  await question(second, /机器字母/)
    .getByRole('button', { name: '另选机器字母' })
    .click()
  await second.getByLabel('机器字母').fill('B')
  await second.keyboard.press('Control+s')
  await expect(second.getByText('已保存').first()).toBeVisible()
  await openSync(second)
  await second.getByRole('button', { name: '再试一次' }).click()
  await expectUpToDate(second)
  await goTo(second, '投诉')
  await expect(second.getByRole('row', { name: new RegExp(number) })).toBeVisible()
  expect(await registerComplaint(second, '车位被占')).toMatch(/-B0001$/)
  expect(found).toEqual([])
})
