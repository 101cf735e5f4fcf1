import { type PrivateCups, startPrivateCups } from '../fixtures/cups'
import { expect, test } from '../fixtures/desk'
import { openOffice } from '../fixtures/offices'
import { paperOf, printPreviewed } from '../pages/paper'
import { goToVisits } from '../pages/visits'

let cups: PrivateCups

test.beforeAll(async () => {
  cups = await startPrivateCups()
})

test.afterAll(async () => {
  await cups.stop()
})

test('blank rows of 《回访工作记录表》 take numbers and stand on one sheet (domain 2, 8)', async ({
  desk,
}) => {
  const page = await openOffice(desk, { env: cups.env })
  const before = (await cups.jobs()).length
  await goToVisits(page, '回访')
  await page.getByRole('button', { name: '打印空白表' }).click()
  const asked = page.getByRole('dialog', { name: '打印空白《回访工作记录表》' })
  await asked.getByLabel('张数').fill('3')
  await asked.getByRole('button', { name: '留号并打印' }).click()
  const sheet = page.getByRole('dialog').getByRole('img', { name: /第 1 页/ })
  await expect(sheet).toBeVisible()
  await printPreviewed(page)
  await expect(page.getByText(/已留号 \S+-HF-\d{4}-0001 至 \S+-0003，共 3 个/)).toBeAttached()
  await expect.poll(async () => (await cups.jobs()).length).toBe(before + 1)
  for (const number of [/HF-\d{4}-0001/, /HF-\d{4}-0003/]) {
    await page.getByRole('row', { name: number }).dblclick()
    const paper = paperOf(page, '《回访工作记录表》')
    await expect(paper.getByText('已打印待签', { exact: true })).toBeVisible()
    await paper.getByText('打印历史（1 次）').click()
    await expect(paper.getByRole('listitem')).toHaveText([/空白表/])
  }
})
