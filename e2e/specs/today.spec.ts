import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/desk'
import { EVERYBODY, openOffice } from '../fixtures/offices'
import { setSize } from '../fixtures/look'
import { registerComplaint } from '../pages/complaints'
import { CLERK, DIRECTOR, goTo, navigation, signIn, switchTo, VIEWER } from '../pages/office'
import {
  catchNotices,
  clickNotice,
  expectCounts,
  judgeValid,
  promised,
  section,
  shownNotices,
  wakeUp,
} from '../pages/today'

const heading = '今日待办'

const momentOf = (estateTime: string) => new Date(`${estateTime}+08:00`)

/** Timers too are the test's from here on. It begins with a page that is read anew: see `setTime`. */
async function ownClock(page: Page, estateTime: string): Promise<void> {
  await page.clock.install({ time: momentOf(estateTime) })
  await page.reload()
  await signIn(page, DIRECTOR)
}

async function turnClock(page: Page, estateTime: string): Promise<void> {
  await page.clock.setSystemTime(momentOf(estateTime))
}

test('今日 shows what waits by kind with its count, by keyboard to each record (domain 11)', async ({
  desk,
}) => {
  const page = await openOffice(desk, { at: '2026-11-20T14:00' })
  await setSize(desk.app, 1280, 720)
  await expect(page.getByText('没有要办的事')).toBeVisible()
  await expectCounts(page, { 全部: 0, 超期: 0, 今天到期: 0, 首问责任: 0, 待签字: 0, 留号待补录: 0 })
  const now = await promised(page, '单元门关不上', '今天 1700')
  const soon = await promised(page, '电梯每天下午异响', '明天 0900')
  const later = await registerComplaint(page, '地下车库漏水')
  await goTo(page, '今日')
  await expect(page.getByText('2026-11-20 星期五')).toBeVisible()
  await expectCounts(page, { 全部: 3, 超期: 0, 今天到期: 1, 即将到期: 1, 以后到期: 1, 首问责任: 3 })

  // Worst first, and the first is under the cursor.
  const grid = page.getByRole('grid', { name: '待办列表' })
  await expect(grid).toBeFocused()
  const rows = grid.getByRole('row', { name: /客服-TS-/ })
  await expect(rows).toHaveText([new RegExp(now), new RegExp(soon), new RegExp(later)])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: now })).toBeVisible()
  await goTo(page, '今日')
  await expect(grid).toBeFocused()

  // → goes from kind to kind without leaving the list.
  await page.keyboard.press('ArrowRight')
  await expect(section(page, '超期')).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByText('没有超期的')).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(section(page, '即将到期')).toHaveAttribute('aria-selected', 'true')
  await expect(rows).toHaveText([new RegExp(soon)])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: soon })).toBeVisible()

  // What is done leads back to what is next, in the kind that it was chosen from.
  await expect(page.getByRole('button', { name: '返回今日' })).toBeVisible()
  await expect(page.locator('button[data-main]')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(section(page, '即将到期')).toHaveAttribute('aria-selected', 'true')
  await expect(grid).toBeFocused()

  // One click does the same.
  await goTo(page, '今日')
  await section(page, '以后到期').click()
  await rows.filter({ hasText: later }).click()
  await expect(page.getByRole('heading', { name: later })).toBeVisible()
})

test('midnight and sleep: the sections move, 重大 comes by itself, the count follows (domain 5, 11)', async ({
  desk,
}) => {
  test.setTimeout(120_000)
  const page = await openOffice(desk, { at: '2026-10-21T10:00' })
  await ownClock(page, '2026-10-21T10:00')
  const old = await registerComplaint(page, '屋面渗水一直没有修')
  await judgeValid(page)

  await turnClock(page, '2026-11-21T23:55')
  await wakeUp(desk)
  await signIn(page, DIRECTOR)
  await promised(page, '电梯每天下午异响', '明天 0900')
  await goTo(page, '今日')
  const overdue = (count: number) => navigation(page).getByLabel(`${count} 件已超期`)
  await expect(page.getByText('2026-11-21 星期六')).toBeVisible()
  // The complaint, and 审核 of October.
  await expectCounts(page, { 超期: 2, 今天到期: 0, 即将到期: 1, 即将升级为重大: 1 })
  await expect(overdue(2)).toBeVisible()

  await test.step('past midnight by the clock alone', async () => {
    await turnClock(page, '2026-11-21T23:59')
    await page.clock.fastForward('01:01')
    await expect(page.getByText('2026-11-22 星期日')).toBeVisible()
    await expectCounts(page, { 超期: 2, 今天到期: 1, 即将到期: 0, 即将升级为重大: 0 })
    await page.getByRole('row', { name: new RegExp(old) }).click()
    await expect(page.getByRole('main').getByText('重大', { exact: true }).first()).toBeVisible()
    await expect(page.getByText(/受理满一个月未处理完毕，自动列为重大/).first()).toBeVisible()
    await goTo(page, '今日')
  })

  await test.step('after the machine slept', async () => {
    await turnClock(page, '2026-11-23T09:00')
    await wakeUp(desk)
    await signIn(page, DIRECTOR)
    await expect(page.getByText('2026-11-23 星期一')).toBeVisible()
    await expectCounts(page, { 超期: 3, 今天到期: 0 })
    await expect(overdue(3)).toBeVisible()
  })
})

test('what falls due is told once, quietly, without a name behind the lock (domain 11)', async ({ desk }) => {
  test.setTimeout(180_000)
  const page = await openOffice(desk, { at: '2026-11-20T07:40' })
  await ownClock(page, '2026-11-20T07:40')
  await catchNotices(desk)
  const number = await promised(page, '电梯每天下午异响', '今天 0930')
  await promised(page, '单元门关不上', '今天 1130')
  await promised(page, '路灯不亮', '今天 1130')
  await goTo(page, '今日')
  expect(await shownNotices(desk)).toEqual([])

  await test.step('the day’s work in the morning', async () => {
    await turnClock(page, '2026-11-20T07:59')
    await page.clock.fastForward('01:01')
    const morning = { title: '今天到期 3 件', body: '', silent: true }
    await expect.poll(() => shownNotices(desk)).toEqual([morning])
  })

  await test.step('a promise when it falls due; a click opens its record', async () => {
    await turnClock(page, '2026-11-20T09:30:30')
    await wakeUp(desk)
    await expect.poll(async () => (await shownNotices(desk)).at(-1)?.title).toBe('1 件投诉到期')
    await signIn(page, DIRECTOR)
  })

  await test.step('in the open with its number, and bundled', async () => {
    const third = await promised(page, '单元门锁坏了', '今天 0940')
    await goTo(page, '今日')
    await turnClock(page, '2026-11-20T09:39')
    await page.clock.fastForward('01:30')
    const told = { title: '承诺期限到期', body: third, silent: true }
    await expect.poll(async () => (await shownNotices(desk)).slice(2)).toEqual([told])
    await clickNotice(desk)
    await expect(page.getByRole('heading', { name: third })).toBeVisible()
  })

  await test.step('behind the lock in figures only', async () => {
    await page.keyboard.press('Control+l')
    await expect(page.getByRole('heading', { name: '已锁定' })).toBeVisible()
    await turnClock(page, '2026-11-20T11:31')
    await wakeUp(desk)
    const bundled = { title: '2 件投诉到期', body: '解锁后在“今日”里查看', silent: true }
    await expect.poll(async () => (await shownNotices(desk)).slice(3)).toEqual([bundled])
  })

  await test.step('never twice, after a restart neither; and not at all once it is switched off', async () => {
    const again = await desk.restart()
    await catchNotices(desk)
    await ownClock(again, '2026-11-20T11:45')
    await promised(again, '水压不够', '今天 1150')
    await again.evaluate(() => {
      location.hash = '#/settings/screen'
    })
    const notices = again.getByRole('radiogroup', { name: '到期提醒' })
    await notices.getByRole('radio', { name: '关' }).click()
    await expect(notices.getByRole('radio', { name: '关' })).toBeChecked()
    await goTo(again, '今日')
    await turnClock(again, '2026-11-20T11:49')
    await again.clock.fastForward('02:00')
    await expectCounts(again, { 超期: 5 })
    expect(await shownNotices(desk)).toEqual([])
    // Switched on again, only what was not told yet is: what was told before the restart is not.
    await again.evaluate(() => {
      location.hash = '#/settings/screen'
    })
    await notices.getByRole('radio', { name: '开' }).click()
    await expect
      .poll(async () => (await shownNotices(desk)).map(({ title }) => title))
      .toEqual(['承诺期限到期'])
    expect((await shownNotices(desk))[0]?.body).not.toContain(number)
  })
})

test('everybody has 设置 for this machine’s screen; the office’s own is the director’s (domain 1)', async ({
  desk,
}) => {
  const page = await openOffice(desk, { people: EVERYBODY })
  await registerComplaint(page, '电梯每天下午异响')
  for (const user of [VIEWER, CLERK]) {
    await switchTo(page, user)
    await goTo(page, '设置')
    await expect(page.getByRole('tab')).toHaveText(['界面', '备份'])
    await page.evaluate(() => {
      location.hash = '#/settings/users'
    })
    await expect(page.getByRole('tab')).toHaveText(['界面', '备份'])
    await expect(page.getByRole('button', { name: '添加用户' })).toBeHidden()
  }
  await page.getByRole('radio', { name: '舒适' }).click()
  const row = (at: typeof page) => at.getByRole('row', { name: /电梯每天下午异响/ })
  const height = async (at: typeof page) => (await row(at).boundingBox())?.height
  await goTo(page, '今日')
  await expect(page.getByRole('heading', { name: heading })).toBeVisible()
  await expect.poll(() => height(page)).toBe(40)
  const again = await desk.restart()
  await signIn(again, CLERK)
  await expect.poll(() => height(again)).toBe(40)
  await goTo(again, '设置')
  await again.getByRole('radio', { name: 'English' }).click()
  await expect(again.getByRole('heading', { name: 'Settings' })).toBeVisible()
})
