import type { Page } from '@playwright/test'
import { designDocs } from '../../shared/sync/design'
import { axeFinds } from '../fixtures/axe'
import { type Couch, startCouch } from '../fixtures/couch'
import { expect, test } from '../fixtures/desk'
import { cutOff, setSize } from '../fixtures/look'
import { openOffice } from '../fixtures/offices'
import { registerComplaint } from '../pages/complaints'
import { CLERK, goTo, signIn, SUPERVISOR, switchTo } from '../pages/office'

const PICTURES = 'e2e/results/pictures/syncScreens'
const ACCOUNT = { user: 'office-a', password: 'a long enough password' }

let couch: Couch
test.beforeEach(async () => {
  couch = await startCouch()
})
test.afterEach(() => couch.stop())

async function look(page: Page, name: string): Promise<string[]> {
  await page.screenshot({ path: `${PICTURES}/${name}.png` })
  const found = [...(await axeFinds(page)), ...(await cutOff(page))]
  return found.map((one) => `${name}: ${one}`)
}

async function openSync(page: Page): Promise<void> {
  await goTo(page, '设置')
  await page.getByRole('tab', { name: '同步' }).click()
  await expect(page.getByRole('region', { name: '同步情况' })).toBeVisible()
}

/** What an admin of head office does once (docs/server.md). */
async function prepare(officeId: string): Promise<void> {
  couch.control.office('office-a', ACCOUNT)
  for (const doc of designDocs({ officeId })) {
    const put = await fetch(`${couch.url}/office-a/${doc._id}`, {
      method: 'PUT',
      headers: { ...couch.adminHeaders, 'content-type': 'application/json' },
      body: JSON.stringify(doc),
    })
    expect(put.status).toBe(201)
  }
}

async function fill(page: Page, password = ACCOUNT.password): Promise<void> {
  await page.getByRole('textbox', { name: '服务器地址' }).fill(couch.url)
  await page.getByRole('textbox', { name: '数据库' }).fill('office-a')
  await page.getByRole('textbox', { name: '用户名' }).fill(ACCOUNT.user)
  await page.getByRole('form', { name: '总部服务器' }).getByLabel('密码').fill(password)
}

const answer = (page: Page) => page.getByRole('form', { name: '总部服务器' }).getByRole('status')

async function tryIt(page: Page, says: RegExp): Promise<void> {
  await page.getByRole('button', { name: '测试连接' }).click()
  await expect(answer(page).filter({ hasText: says })).toBeVisible()
}

/** Id of the office, as it stands in the window's database. */
function officeIdOf(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('front-desk')
        opening.addEventListener('error', () => reject(opening.error ?? new Error('unreadable')))
        opening.addEventListener('success', () => {
          const db = opening.result
          const asking = db.transaction('office').objectStore('office').getAllKeys()
          asking.addEventListener('success', () => {
            db.close()
            resolve(String(asking.result[0]))
          })
        })
      }),
  )
}

test('a director tries a server, sees what is wrong, and switches sync on (issue "Set-up")', async ({
  desk,
}) => {
  test.slow()
  const page = await openOffice(desk, { people: [CLERK] })
  await setSize(desk.app, 1280, 720)
  const found: string[] = []
  await openSync(page)
  await expect(page.getByText(/没有启用同步/)).toBeVisible()
  found.push(...(await look(page, 'off')))

  await page.getByRole('button', { name: '测试连接' }).click()
  await expect(page.getByRole('textbox', { name: '服务器地址' })).toHaveAttribute('aria-invalid', 'true')
  couch.control.office('other', ACCOUNT)
  await fill(page)
  await tryIt(page, /没有这个数据库/)
  await fill(page, 'wrong')
  await tryIt(page, /用户名或密码不对/)
  found.push(...(await look(page, 'wrong-password')))
  await couch.control.unplug()
  await tryIt(page, /没有网络|找不到这台服务器/)
  await couch.control.plug()
  couch.control.unlock()
  couch.control.office('office-a', ACCOUNT)
  await fill(page)
  await tryIt(page, /还没有准备好/)
  await prepare(await officeIdOf(page))
  await tryIt(page, /连接正常/)
  found.push(...(await look(page, 'fine')))
  couch.control.setSkew(3_600_000)
  await tryIt(page, /比服务器慢 60 分钟/)
  couch.control.setSkew(0)

  await page.getByRole('button', { name: '保存并启用' }).click()
  await expect(page.getByRole('button', { name: '暂停同步' })).toBeVisible()
  const word = page.getByRole('banner').getByRole('button', { name: /同步/ })
  await expect(word).toHaveText(/刚刚同步|已同步/)
  expect(couch.control.documents('office-a').length).toBeGreaterThan(0)
  found.push(...(await look(page, 'on')))
  await page.getByRole('button', { name: '暂停同步' }).click()
  await expect(word).toHaveText('同步已暂停')

  const injuries = page.getByLabel('人员伤情')
  await injuries.uncheck()
  await page.getByRole('region', { name: '哪些内容上传' }).getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已保存哪些内容上传')).toBeVisible()
  await injuries.scrollIntoViewIfNeeded()
  found.push(...(await look(page, 'kept')))
  await page.emulateMedia({ colorScheme: 'dark' })
  found.push(...(await look(page, 'dark')))
  await setSize(desk.app, 1024, 720)
  found.push(...(await look(page, 'narrow')))
  await page.emulateMedia({ colorScheme: 'light' })

  await switchTo(page, CLERK)
  await page.getByRole('banner').getByRole('button', { name: '同步已暂停' }).click()
  await expect(page.getByRole('region', { name: '同步情况' })).toBeVisible()
  await expect(page.getByRole('region', { name: '总部服务器' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: '继续同步' })).toHaveCount(0)
  found.push(...(await look(page, 'clerk')))
  await page.getByRole('tab', { name: '界面' }).click()
  await page
    .getByRole('button', { name: 'English' })
    .or(page.getByRole('radio', { name: 'English' }))
    .first()
    .click()
  await page.getByRole('tab', { name: 'Sync' }).click()
  found.push(...(await look(page, 'english')))
  expect(found).toEqual([])
})

test('a supervisor chooses between two versions by keyboard (issue "Conflicts")', async ({ desk }) => {
  test.slow()
  const page = await openOffice(desk, { people: [SUPERVISOR, CLERK] })
  await setSize(desk.app, 1280, 720)
  const found: string[] = []
  const number = await registerComplaint(page, '卧室天花板滴水')
  await putDispute(page, number)
  // What was read before is remembered: nothing here knows of a row that came from beside.
  await page.reload()
  await signIn(page, CLERK)
  await goTo(page, '投诉')
  await page.getByRole('row', { name: new RegExp(number) }).click()
  await expect(page.getByText(/有 1 处待核对/)).toBeVisible()
  await expect(page.getByRole('button', { name: '去核对' })).toHaveCount(0)
  found.push(...(await look(page, 'record-clerk')))

  await switchTo(page, SUPERVISOR)
  await goTo(page, '今日')
  const duty = page.getByRole('grid').getByRole('row', { name: /两边都改过/ })
  await expect(duty).toContainText(number)
  found.push(...(await look(page, 'today')))
  await duty.click()
  const fields = page.getByRole('listbox', { name: '逐栏比较' })
  const place = fields.getByRole('option', { name: /事发地点/ })
  await expect(place).toContainText('东门')
  await expect(fields).toBeFocused()
  found.push(...(await look(page, 'compare')))
  await page.keyboard.press('2')
  await expect(page.getByRole('button', { name: '保存选用的 1 栏' })).toBeEnabled()
  // Back to the first, and there and back again.
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('1')
  await expect(page.getByRole('button', { name: '保存选用的 0 栏' })).toBeDisabled()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('2')
  found.push(...(await look(page, 'chosen')))
  await page.emulateMedia({ colorScheme: 'dark' })
  await setSize(desk.app, 1024, 720)
  found.push(...(await look(page, 'compare-dark-narrow')))
  await page.emulateMedia({ colorScheme: 'light' })
  await setSize(desk.app, 1280, 720)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已核对，采用了待核对的')).toBeVisible()
  await expect(page.getByText('没有待核对的', { exact: true })).toBeVisible()
  found.push(...(await look(page, 'decided')))
  await goTo(page, '投诉')
  await page.getByRole('row', { name: new RegExp(number) }).click()
  await expect(page.getByText('东门').first()).toBeVisible()
  await expect(page.getByText(/处待核对/)).toHaveCount(0)
  expect(found).toEqual([])
})

/** A line of 待核对 about a complaint, as replication leaves it: another machine wrote another place and words. */
async function putDispute(page: Page, number: string): Promise<void> {
  await page.evaluate(
    (wanted) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('front-desk')
        opening.addEventListener('error', () => reject(opening.error ?? new Error('unreadable')))
        opening.addEventListener('success', () => {
          const db = opening.result
          const tx = db.transaction(['complaints', 'disputes'], 'readwrite')
          const asking = tx.objectStore('complaints').index('number').get(wanted)
          asking.addEventListener('success', () => {
            const record = asking.result
            const field = (path: string, waiting: string) => {
              const value = record.intake[path.split('.')[1] ?? '']
              return { path, base: value, inForce: value, waiting }
            }
            const foundAt = new Date().toISOString()
            const id = `fields.${record.id}.op-b`
            tx.objectStore('disputes').put({
              id,
              table: 'complaints',
              recordId: record.id,
              number: wanted,
              kind: 'fields',
              fields: [field('intake.place', '东门'), field('intake.content', '客厅天花板滴水')],
              waiting: { ...record, listKeys: undefined },
              deviceId: 'machine-b',
              opId: 'op-b',
              foundAt,
              state: 'open',
              decidedAt: null,
              decidedBy: '',
              chosen: [],
              listKeys: ['all', 'open', `#record:${record.id}`].map((facet) =>
                [facet, foundAt, id].join(String.fromCharCode(1)),
              ),
            })
          })
          tx.addEventListener('complete', () => {
            db.close()
            resolve()
          })
        })
      }),
    number,
  )
}
