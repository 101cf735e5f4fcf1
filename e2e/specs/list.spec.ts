import { expect, test } from '../fixtures/desk'
import { registerComplaint } from '../pages/complaints'
import { goTo, setUpOffice } from '../pages/office'

test('the list follows every save, from the first record on', async ({ desk }) => {
  const page = await desk.start()
  await setUpOffice(page)
  await goTo(page, '投诉')
  await expect(page.getByText('这里登记住户的每一件投诉')).toBeVisible()
  const first = await registerComplaint(page, '电梯每天下午异响')
  await expect(page.getByRole('row', { name: new RegExp(first) })).toBeVisible()
  const second = await registerComplaint(page, '地下车库漏水')
  await goTo(page, '投诉')
  await expect(page.getByRole('row', { name: new RegExp(second) })).toBeVisible()
})
