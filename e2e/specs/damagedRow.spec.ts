import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/desk'
import { cutOff, drawn, keepPicture, setSize } from '../fixtures/look'
import { EVERYBODY, openOffice } from '../fixtures/offices'
import { registerComplaint } from '../pages/complaints'
import { CLERK, DIRECTOR, goTo, signIn, switchTo } from '../pages/office'

/** Takes the newest details out of the database, as a block of its files that cannot be read would. */
function loseDetails(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((done, fail) => {
        request.addEventListener('success', () => done(request.result))
        request.addEventListener('error', () => fail(request.error ?? new Error('not read')))
      })
    const db = await settled(indexedDB.open('front-desk'))
    const change = db.transaction('auditDetails', 'readwrite')
    const written = new Promise((done) => change.addEventListener('complete', done))
    const store = change.objectStore('auditDetails')
    for (const key of (await settled(store.getAllKeys())).slice(-3)) store.delete(key)
    await written
    db.close()
  })
}

/** Leaves one stored complaint without anything but its number and keys, as a damaged database might. */
function damage(page: Page, number: string): Promise<void> {
  return page.evaluate(async (wanted) => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((done, fail) => {
        request.addEventListener('success', () => done(request.result))
        request.addEventListener('error', () => fail(request.error ?? new Error('not read')))
      })
    const db = await settled(indexedDB.open('front-desk'))
    const change = db.transaction('complaints', 'readwrite')
    const written = new Promise((done) => change.addEventListener('complete', done))
    const store = change.objectStore('complaints')
    const rows = (await settled(store.getAll())) as Record<string, unknown>[]
    const { id, listKeys } = rows.find((row) => row['number'] === wanted) ?? {}
    store.put({ id, number: wanted, listKeys })
    await written
    db.close()
  }, number)
}

test('one damaged record: 今日 goes on without it, says so, and the self-check brings it back (quality 6)', async ({
  desk,
}) => {
  const page = await openOffice(desk, { people: EVERYBODY })
  const damaged = await registerComplaint(page, '水管漏水')
  const sound = await registerComplaint(page, '门禁卡刷不开')
  await damage(page, damaged)
  const again = await desk.restart()
  await signIn(again, CLERK)

  const list = again.getByRole('grid', { name: '待办列表' })
  await expect(list.getByRole('row', { name: new RegExp(sound) })).toBeVisible()
  await expect(list.getByRole('row', { name: new RegExp(damaged) })).toHaveCount(0)
  await expect(again.getByText(/有 1 条登记（投诉）的内容损坏，读不出来，没有列在下面/)).toBeVisible()
  await expect(again.getByText(/请告诉主任/)).toBeVisible()
  await expect(again.getByRole('button', { name: '打开自检' })).toHaveCount(0)
  for (const width of [1024, 1280]) {
    await setSize(desk.app, width, 720)
    await expect.poll(() => again.evaluate(() => window.innerWidth)).toBe(width)
    expect(await cutOff(again)).toEqual([])
    await keepPicture(again, `e2e/results/pictures/damagedRow/today-${width}.png`)
  }
  // Whatever else is to be done is done.
  await drawn(again)
  await list.getByRole('row', { name: new RegExp(sound) }).click()
  await expect(again.getByRole('heading', { name: sound })).toBeVisible()
  // The list beside it goes on, too: of the damaged one with what can be said of it.
  const register = again.getByRole('grid', { name: '投诉列表' })
  await expect(register.getByRole('row', { name: new RegExp(`${damaged}.*读不出来`) })).toBeVisible()
  await expect(again.getByRole('heading', { name: sound })).toBeVisible()
  // Of many sheets the one that cannot be made is named.
  await again.getByRole('button', { name: '批量' }).click()
  await again.getByRole('menuitem', { name: '批量打印' }).click()
  await again.getByRole('button', { name: '生成并预览' }).click()
  await expect(again.getByText(`${damaged} 的表没有做成，整批没有打印`)).toBeVisible()
  await expect(again.getByText('正在生成预览')).toHaveCount(0)
  await keepPicture(again, 'e2e/results/pictures/damagedRow/batch.png')
  await again.keyboard.press('Escape')
  await expect(again.getByRole('dialog')).toHaveCount(0)

  await switchTo(again, DIRECTOR)
  await goTo(again, '今日')
  await again.getByRole('button', { name: '打开自检' }).click()
  const panel = again.getByRole('region', { name: '自检' })
  await expect(panel.getByText(new RegExp(`投诉：有 1 条的内容损坏，读不出来（${damaged}）`))).toBeVisible()
  await keepPicture(again, 'e2e/results/pictures/damagedRow/selfcheck.png')
  await panel.getByRole('button', { name: '从流水账重建数据库…' }).click()
  await again.getByRole('dialog').getByRole('button', { name: '打开恢复画面' }).click()
  await expect(again.getByRole('heading', { name: '数据库里有登记损坏了' })).toBeVisible()
  await keepPicture(again, 'e2e/results/pictures/damagedRow/recovery.png')
  await again.getByRole('button', { name: '从流水账恢复' }).click()

  await signIn(again, DIRECTOR)
  await goTo(again, '今日')
  await expect(list.getByRole('row', { name: new RegExp(damaged) })).toBeVisible()
  await expect(list.getByRole('row', { name: new RegExp(sound) })).toBeVisible()
  await expect(again.getByText(/内容损坏/)).toHaveCount(0)

  // What was done to records lies by itself, and can be lost by itself: the next start says so and brings it back.
  await loseDetails(again)
  const third = await desk.restart()
  await expect(third.getByRole('heading', { name: '数据库里少了以前的记录' })).toBeVisible()
  await keepPicture(third, 'e2e/results/pictures/damagedRow/details.png')
  await third.getByRole('button', { name: '从流水账恢复' }).click()
  await signIn(third, DIRECTOR)
  await goTo(third, '今日')
  await expect(
    third.getByRole('grid', { name: '待办列表' }).getByRole('row', { name: new RegExp(sound) }),
  ).toBeVisible()
})
