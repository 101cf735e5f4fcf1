import type { Page } from '@playwright/test'
import { setTime } from '../fixtures/clock'
import { expect, test } from '../fixtures/desk'
import { openOffice } from '../fixtures/offices'
import { journalOf } from '../fixtures/vault'
import { openIntake, registerComplaint, savedNumber } from '../pages/complaints'
import { DIRECTOR, goTo, signIn } from '../pages/office'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Sets the page's clock `ms` off the machine's; it goes on from there. */
async function turnClock(page: Page, ms: number): Promise<void> {
  await setTime(page, Date.now() + ms)
}

/** Somebody vouches for the clock, by way of the bar. */
async function vouch(page: Page, reason: string): Promise<void> {
  await page.getByRole('button', { name: '时间没错…' }).click()
  const dialog = page.getByRole('dialog', { name: '确认时间没错' })
  await dialog.getByRole('button', { name: '按现在的时间登记' }).click()
  await expect(dialog.getByLabel('原因')).toHaveAccessibleDescription('请填写这一项')
  await dialog.getByLabel('原因').fill(reason)
  await dialog.getByRole('button', { name: '按现在的时间登记' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: '时间没错…' })).toBeHidden()
}

/** Fills the intake and tries to save it with a clock that stands before the newest record. */
async function expectRefused(page: Page, content: string): Promise<void> {
  await openIntake(page)
  await page.getByLabel('投诉人', { exact: true }).fill('王建国')
  await page.getByLabel('电话', { exact: true }).fill('13912345678')
  await page.getByLabel('投诉内容').fill(content)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('这台电脑的时间比最近一条记录还早，请先校对系统时间，再登记。')).toBeVisible()
  await expect(page.getByText(/这台机器的时间（.*）比最近的记录（.*）早。请先把系统时间调对/)).toBeVisible()
  await expect(page.getByLabel('投诉内容')).toHaveValue(content)
}

test('a clock that stands before the newest record stops registering until somebody vouches (domain 3)', async ({
  desk,
}) => {
  const page = await openOffice(desk)
  const first = await registerComplaint(page, '电梯每天下午异响')

  await test.step('four minutes back are borne', async () => {
    await turnClock(page, -4 * MINUTE)
    expect((await registerComplaint(page, '单元门关不上')).slice(-4)).toBe('0002')
  })

  await test.step('eight are not: nothing is registered, nothing typed is lost', async () => {
    await turnClock(page, -8 * MINUTE)
    await expectRefused(page, '地下车库漏水')
    expect(await journalOf(desk)).not.toContain('地下车库漏水')
  })

  await test.step('with a reason it goes on, and who vouched is on record', async () => {
    await vouch(page, '已对照电信报时')
    await page.getByLabel('投诉内容').press('Control+s')
    expect((await savedNumber(page)).slice(-4)).toBe('0003')
    expect(await journalOf(desk)).toMatch(/clock\.accept.*已对照电信报时/)
  })

  await test.step('a machine that ran a year ahead can be worked with again', async () => {
    const year = Number(first.split('-')[2])
    await turnClock(page, 366 * DAY)
    await signIn(page, DIRECTOR)
    expect(await registerComplaint(page, '一年以后登记的')).toMatch(new RegExp(`-${year + 1}-0001$`))
    await turnClock(page, 0)
    await signIn(page, DIRECTOR)
    await expectRefused(page, '路灯不亮')
    await vouch(page, '之前的日期设错了')
    await page.getByLabel('投诉内容').press('Control+s')
    await expect(page.getByRole('heading', { name: new RegExp(`-${year}-0004$`) })).toBeVisible()
  })

  await test.step('the books agree after all of it', async () => {
    const again = await desk.restart()
    await signIn(again, DIRECTOR)
    await goTo(again, '投诉')
    await expect(again.getByRole('row', { name: /客服-TS-/ })).toHaveCount(5)
  })
})
