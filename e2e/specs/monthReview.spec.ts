import type { Page } from '@playwright/test'
import { axeFinds } from '../fixtures/axe'
import { expect, test } from '../fixtures/desk'
import { EVERYBODY, openOffice } from '../fixtures/offices'
import { cutOff, keepPicture, setSize } from '../fixtures/look'
import { answer, assign, choose, complete, judge } from '../pages/complaintSteps'
import { registerComplaint } from '../pages/complaints'
import { explainTheRest, goToMonth, openTab } from '../pages/monthReviews'
import { goTo, navigation, signIn, SUPERVISOR, switchTo, DIRECTOR } from '../pages/office'
import { setEstateTime } from '../pages/today'

const PICTURES = 'e2e/results/pictures/monthReview'

/** The machine is on again at another moment, and somebody signs in. */
async function returnAt(page: Page, moment: string, who: typeof SUPERVISOR | typeof DIRECTOR): Promise<void> {
  await setEstateTime(page, moment)
  await page.reload()
  await signIn(page, who)
}

async function shoot(page: Page, name: string): Promise<void> {
  await keepPicture(page, `${PICTURES}/${name}.png`)
  expect(await axeFinds(page)).toEqual([])
  expect(await cutOff(page)).toEqual([])
}

const standing = (page: Page) => page.getByRole('region', { name: '还差什么' })

test('a month goes from reasons and sample over both signatures to the lock, and back (domain 12)', async ({
  desk,
}) => {
  test.slow()
  const page = await openOffice(desk, { people: EVERYBODY, at: '2026-11-20T09:00' })
  await setSize(desk.app, 1280, 720)

  // One matter that was dealt with and whose return visit never came, one that is open.
  const done = await registerComplaint(page, '楼道灯不亮')
  await judge(page)
  await assign(page)
  await complete(page)
  await answer(page)
  const open = await registerComplaint(page, '电梯每天下午异响')

  await test.step('before the last day nothing can be signed', async () => {
    await switchTo(page, SUPERVISOR)
    await goToMonth(page)
    await openTab(page, '审核签署')
    await expect(standing(page)).toContainText('2026-11-30')
    await expect(standing(page).getByRole('link', { name: /还没有抽查/ })).toBeVisible()
    await shoot(page, '1-standing')
  })

  await returnAt(page, '2026-12-01T09:00', SUPERVISOR)
  await test.step('今日 says that the month waits for 审核', async () => {
    await goTo(page, '今日')
    const row = page.getByRole('grid', { name: '待办列表' }).getByRole('row', { name: /2026-11/ })
    await expect(row).toContainText('审核')
    await row.dblclick()
    await expect(page.getByRole('button', { name: '2026年11月' })).toBeVisible()
  })

  await test.step('every line that wants mending gets its reason', async () => {
    await explainTheRest(page, '已约下周补办')
  })

  await test.step('抽查: drawn by a seed, read by 1, 2 and Enter', async () => {
    await openTab(page, '抽查')
    await page.getByLabel('抽样号').fill('4711')
    await page.keyboard.press('Control+s')
    await expect(page.getByText('抽样号 4711')).toBeVisible()
    await expect(page.getByText('已看 0 / 2')).toBeVisible()
    const list = page.getByRole('listbox', { name: '抽到的记录' })
    // In a narrow window too: from record to record.
    await setSize(desk.app, 1024, 720)
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1024)
    await expect(list).toBeVisible()
    expect(await cutOff(page)).toEqual([])
    await keepPicture(page, `${PICTURES}/2-sample-narrow.png`)
    await setSize(desk.app, 1280, 720)
    await list.focus()
    await page.keyboard.press('1')
    await expect(page.getByText('已看 1 / 2')).toBeVisible()
    await expect(list).toBeFocused()
    await expect(list.getByRole('option', { selected: true })).toContainText('未看')
    await page.keyboard.press('2')
    await expect(page.getByLabel('意见')).toBeFocused()
    await page.keyboard.type('没有写现场情况')
    await shoot(page, '2-sample')
    await page.keyboard.press('Control+s')
    await expect(page.getByText('已看 2 / 2')).toBeVisible()
    await expect(list.getByRole('option', { name: /有问题/ })).toContainText('没有写现场情况')
  })

  await test.step('审核 with a suggestion', async () => {
    await openTab(page, '审核签署')
    await expect(page.getByText('可以审核')).toBeVisible()
    await page.getByRole('textbox', { name: '建议' }).fill('每月检修一次楼道灯')
    await page.getByRole('textbox', { name: '建议' }).press('Control+s')
    // A second Ctrl+S there says that there is nothing to add, and signs nothing.
    await expect(page.getByRole('textbox', { name: '建议' })).toBeFocused()
    await page.keyboard.press('Control+s')
    await expect(page.getByText('可以审核')).toBeVisible()
    await expect(page.getByRole('listitem', { name: '每月检修一次楼道灯' })).toBeVisible()
    await page.getByLabel('审核意见').fill('本月投诉两件，一件未结。')
    await shoot(page, '3-review')
    await page.keyboard.press('Control+s')
    await expect(page.getByText('已审核，等主任审阅', { exact: true })).toBeVisible()
  })

  await test.step('审阅: the director decides and signs, and the month is locked', async () => {
    await switchTo(page, DIRECTOR)
    await expect(standing(page)).toContainText('还有 1 条建议')
    const decision = page.getByRole('form', { name: /决定建议/ })
    await decision.getByRole('radio', { name: '不采纳' }).click()
    await decision.getByRole('button', { name: '保存' }).click()
    await expect(decision.getByText('不采纳请写明原因')).toBeVisible()
    await decision.getByRole('radio', { name: '采纳', exact: true }).click()
    await decision.getByRole('textbox', { name: '说明' }).fill('列入下月计划')
    await decision.getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('可以审阅')).toBeVisible()
    await page.getByLabel('批示').fill('同意，抓紧未结投诉。')
    await shoot(page, '4-approve')
    await page.getByRole('button', { name: '审阅并锁定本月' }).click()
    await expect(page.getByText('已审阅，本月已锁定', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: '验证' }).last().click()
    await expect(page.getByText(/与签署时一致/).first()).toBeVisible()
    // Nobody printed it, and the 月报 is on file.
    await expect(page.getByRole('region', { name: /时间线/ })).toContainText('保存月报', { timeout: 60_000 })
    await shoot(page, '5-signed')
  })

  await test.step('a change of what came in is refused, with the way out', async () => {
    await goTo(page, '投诉')
    await page
      .getByRole('grid', { name: '投诉列表' })
      .getByRole('row', { name: new RegExp(open) })
      .dblclick()
    await expect(page.getByRole('heading', { level: 1, name: open })).toBeVisible()
    await choose(page, '作废')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('作废原因').fill('登记错了')
    await page.keyboard.press('Control+s')
    await expect(dialog.getByText(/更正单/).first()).toBeVisible()
    await keepPicture(page, `${PICTURES}/6-refused.png`)
    await page.keyboard.press('Escape')
  })

  await test.step('重开 with a reason, which stays with the digest', async () => {
    await navigation(page)
      .getByRole('link', { name: /^月末审核/ })
      .click()
    // What is signed waits for nobody: the running month opens.
    await expect(page.getByRole('button', { name: '2026年12月' })).toBeVisible()
    await page.keyboard.press('Alt+PageUp')
    await expect(page.getByRole('button', { name: '2026年11月' })).toBeVisible()
    await openTab(page, '审核签署')
    await page.getByRole('button', { name: '重开本月' }).click()
    await page.getByRole('dialog').getByLabel('原因').fill('补记一件投诉')
    await page.keyboard.press('Control+s')
    await expect(page.getByText('补记一件投诉').first()).toBeVisible()
    await expect(page.getByRole('main').getByText('审核中').first()).toBeVisible()
    await shoot(page, '7-reopened')
  })

  await test.step('signed again, what was done past the app is named', async () => {
    await page.getByLabel('审核意见').fill('补审')
    await page.keyboard.press('Control+s')
    await page.getByLabel('批示').fill('同意')
    await page.getByRole('button', { name: '审阅并锁定本月' }).click()
    await expect(page.getByText('已审阅，本月已锁定', { exact: true })).toBeVisible()
    await tamper(page, done)
    await page.getByRole('button', { name: '验证' }).last().click()
    await expect(page.getByText('有 1 处与签署时不一致').first()).toBeVisible()
    await expect(page.getByRole('list', { name: '验证结果' }).getByRole('link', { name: done })).toBeVisible()
    await shoot(page, '8-tampered')
    await page.emulateMedia({ colorScheme: 'dark' })
    await shoot(page, '9-dark')
    await setSize(desk.app, 1024, 720)
    await shoot(page, '10-narrow')
    await setSize(desk.app, 1280, 720)
    await page.emulateMedia({ colorScheme: 'light' })
  })

  await test.step('what was still on another machine when it was signed is listed', async () => {
    await leaveOut(page, open)
    await page.reload()
    await signIn(page, DIRECTOR)
    await navigation(page)
      .getByRole('link', { name: /^月末审核/ })
      .click()
    await expect(page.getByRole('button', { name: '2026年12月' })).toBeVisible()
    await page.keyboard.press('Alt+PageUp')
    await expect(page.getByRole('button', { name: '2026年11月' })).toBeVisible()
    await openTab(page, '审核签署')
    const late = page.getByRole('region', { name: '迟到的记录' })
    await expect(late.getByRole('listitem')).toHaveText([`${open}投诉`])
    await late.scrollIntoViewIfNeeded()
    await shoot(page, '11-late')
    await late.getByRole('link', { name: open }).click()
    await expect(page.getByRole('heading', { level: 1, name: open })).toBeVisible()
  })
})

/** The signature is of before a complaint came: as where it was registered elsewhere, without a network. */
async function leaveOut(page: Page, number: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.addEventListener('success', () => done(request.result), { once: true })
        request.addEventListener('error', () => failed(request.error), { once: true })
      })
    const database = await settled(indexedDB.open('front-desk'))
    const store = database.transaction('monthSeals', 'readwrite').objectStore('monthSeals')
    for (const seal of await settled(store.getAll())) {
      seal.records = seal.records.filter((record: { number: string }) => record.number !== wanted)
      await settled(store.put(seal))
    }
    database.close()
  }, number)
}

/** Changes a complaint where no command did. */
async function tamper(page: Page, number: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.addEventListener('success', () => done(request.result), { once: true })
        request.addEventListener('error', () => failed(request.error), { once: true })
      })
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name))
      if (!database.objectStoreNames.contains('complaints')) continue
      const store = database.transaction('complaints', 'readwrite').objectStore('complaints')
      const row = await settled(store.index('number').get(wanted))
      row.intake.content = '从来没有这回事'
      await settled(store.put(row))
      database.close()
    }
  }, number)
}
