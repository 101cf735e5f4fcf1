import { expect, test } from '../fixtures/desk'
import { openOffice } from '../fixtures/offices'
import { openIntake, registerComplaint, savedNumber } from '../pages/complaints'

test.describe('the clerk’s pace (ui.md, "Record")', () => {
  test('what was last written is offered, and a sentence is kept as 常用语, by keyboard', async ({
    desk,
  }) => {
    const page = await openOffice(desk)

    await test.step('what was last written is offered in its field', async () => {
      await openIntake(page)
      await page.getByLabel('投诉人', { exact: true }).fill('王建国')
      await page.getByLabel('电话', { exact: true }).fill('13912345678')
      await page.getByLabel('投诉内容').fill('保洁两天没来')
      await page.getByLabel('被投诉人或部门').fill('保洁班')
      await page.keyboard.press('Control+s')
      await savedNumber(page)

      await openIntake(page)
      const subject = page.getByLabel('被投诉人或部门')
      await subject.focus()
      await page.keyboard.press('ArrowDown')
      await expect(page.getByRole('option', { name: '保洁班' })).toBeVisible()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await expect(subject).toHaveValue('保洁班')
      // Typing narrows the list, and Enter goes on with what was typed.
      await subject.fill('')
      await subject.pressSequentially('绿化班')
      await page.keyboard.press('Enter')
      await expect(page.getByLabel('事发地点')).toBeFocused()
      await expect(subject).toHaveValue('绿化班')

      // Whoever types on right after Ctrl+K, the first time too, loses no letter.
      await page.keyboard.press('Control+k')
      await page.keyboard.type('wjg')
      const search = page.getByRole('dialog', { name: '搜索' })
      await expect(search.getByRole('combobox')).toHaveValue('wjg')
      await search.getByRole('combobox').fill('')
      await page.keyboard.press('Escape')
      await expect(search).toBeHidden()
    })

    await test.step('a sentence is kept as 常用语, put in by Alt+↓ after a restart, and removed', async () => {
      await openIntake(page)
      const remedy = page.getByLabel('诉求', { exact: true })
      await remedy.fill('尽快处理并回电话')
      await page.keyboard.press('Alt+ArrowDown')
      await page.getByRole('menuitem', { name: /存为常用语：尽快处理并回电话/ }).press('Enter')
      await expect(page.getByText('已存为常用语')).toBeVisible()
      await expect(remedy).toBeFocused()

      await desk.restart()
      const again = desk.page
      await again.getByLabel('PIN', { exact: true }).fill('270914')
      await again.keyboard.press('Enter')
      await registerComplaint(again, '路灯不亮')
      await openIntake(again)
      await again.getByLabel('诉求', { exact: true }).fill('请')
      await again.keyboard.press('Alt+ArrowDown')
      const phrase = again.getByRole('menuitem', { name: '尽快处理并回电话', exact: true })
      await expect(phrase).toBeFocused()
      await again.keyboard.press('Enter')
      await expect(again.getByLabel('诉求', { exact: true })).toHaveValue('请尽快处理并回电话')
      await again.keyboard.press('Alt+ArrowDown')
      await phrase.press('Delete')
      await expect(again.getByText(/这一栏还没有常用语/)).toBeVisible()
    })
  })
})
