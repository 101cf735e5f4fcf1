import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type PrivateCups, startPrivateCups } from '../fixtures/cups'
import { expect, test } from '../fixtures/desk'
import { SMALL_PDF } from '../fixtures/files'
import { EVERYBODY, openOffice } from '../fixtures/offices'
import { setSize } from '../fixtures/look'
import { openForm, saveStep, takeNext } from '../pages/complaintSteps'
import { addUser, CLERK, DIRECTOR, goTo, signIn, SUPERVISOR, switchTo, VIEWER } from '../pages/office'
import { paperOf, printPreviewed } from '../pages/paper'
import { setEstateTime } from '../pages/today'
import {
  goal,
  goToVisits,
  importUnits,
  openNew,
  pickHousehold,
  registerVisit,
  savedRecord,
} from '../pages/visits'

const VISIT_FORM = '《访问业主记录》'

let cups: PrivateCups
let folder: string

test.beforeAll(async () => {
  cups = await startPrivateCups()
  folder = await mkdtemp(join(tmpdir(), 'front-desk-visits-'))
  await writeFile(join(folder, '签字扫描件.pdf'), SMALL_PDF)
})

test.afterAll(async () => {
  await cups.stop()
  await rm(folder, { recursive: true, force: true })
})

test('a visit goes from plan to archive; a refused signature is recorded and never pressed (domain 8)', async ({
  desk,
}) => {
  const page = await openOffice(desk, { at: '2026-11-20T09:00', env: cups.env })
  await setSize(desk.app, 1280, 720)
  await importUnits(page)
  await goToVisits(page)
  await expect(goal(page, '2026-11 走访')).toContainText('0 / 4 户')
  await expect(goal(page, '2026 年上门')).toContainText('目标 4 户（超过 80%）')

  // 预约: refused without a time, then planned for tomorrow.
  await openNew(page, '走访登记')
  await page.getByRole('radio', { name: '预约', exact: true }).click()
  await pickHousehold(page, '5-2-301', '张三')
  await page.keyboard.press('Control+s')
  await expect(page.getByLabel('预约时间')).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('预约时间').fill('今天 0930')
  await page.keyboard.press('Control+s')
  await savedRecord(page)

  // 改期 asks for the time, and for nothing else.
  await page.getByRole('button', { name: '改期' }).click()
  await expect(page.getByLabel('预约时间')).toBeFocused()
  await page.getByLabel('预约时间').fill('今天 0905')
  await saveStep(page)
  await expect(page.getByRole('main').getByText('已预约').first()).toBeVisible()

  // 今日 knows the plan.
  await goTo(page, '今日')
  const row = page.getByRole('grid', { name: '待办列表' }).getByRole('row', { name: /FW-2026-0001/ })
  await expect(row).toContainText('5-2-301 张三')
  await expect(page.getByRole('region', { name: '走访目标' })).toContainText('0 / 4 户')
  await expect(page.getByRole('region', { name: '草稿' })).toHaveCount(0)
  await row.click()

  // What it brought: refused while nothing was said; 需反馈 asks by when.
  await setEstateTime(page, '2026-11-20T09:06')
  await takeNext(page, '登记走访')
  await expect(page.getByLabel('对物业管理工作的意见和建议')).toBeFocused()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('请至少填写一项内容；没有意见可以写“无意见”')).toBeVisible()
  await page.getByLabel('对物业管理工作的意见和建议').fill('希望增加夜间巡逻')
  await page.getByLabel('特殊困难和需求').fill('老人独住，换灯泡不便')
  await page.getByLabel('需反馈').check()
  await page.keyboard.press('Control+s')
  await expect(page.getByLabel('反馈期限')).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('反馈期限').fill('11-25')
  await page.getByRole('textbox', { name: '私密记录' }).fill('家中老人患病')
  await saveStep(page)
  await expect(page.getByText('希望增加夜间巡逻').first()).toBeVisible()

  // 反馈, then 接待员意见.
  await takeNext(page, '登记反馈')
  await expect(openForm(page)).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('textbox', { name: '反馈结果' })).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('textbox', { name: '反馈结果' }).fill('已增加两个夜班岗')
  await saveStep(page)
  await takeNext(page, '写接待员意见')
  await page.getByRole('textbox', { name: '接待员意见' }).fill('已转保安班，并告知工程部换灯')
  await saveStep(page)

  // 拒签: kept with its reason; the paper is filed all the same.
  await page.keyboard.press('Control+p')
  await printPreviewed(page)
  const paper = paperOf(page, VISIT_FORM)
  await expect(paper.getByText('已打印待签', { exact: true })).toBeVisible()
  await paper.getByRole('button', { name: '登记拒签' }).click()
  await paper.getByLabel('拒签原因').fill('不愿签名')
  await page.keyboard.press('Control+s')
  await expect(paper.getByText('拒签', { exact: true })).toBeVisible()
  await expect(page.getByText('业主拒签，已照实记录，不再要求签名。')).toBeVisible()
  await desk.answerOpenDialog([join(folder, '签字扫描件.pdf')])
  await paper.getByRole('button', { name: '上传签字扫描件' }).click()
  await expect(paper.getByText('已归档', { exact: true })).toBeVisible()
  await takeNext(page, '关闭走访')
  await expect(page.getByRole('main').getByText('关闭', { exact: true }).first()).toBeVisible()

  // The goals have followed.
  await goToVisits(page)
  await expect(goal(page, '2026-11 走访')).toContainText('1 / 4 户')
  await expect(goal(page, '2026-11 走访')).toContainText('已达成')
  await expect(goal(page, '2026 年上门')).toContainText('还差 3 户')
})

test('私密记录 are seen by the 访问人, 客服主管 and 主任 only, and found by no search (domain 8)', async ({
  desk,
}) => {
  const page = await openOffice(desk, { people: EVERYBODY, at: '2026-11-20T09:00' })
  await setSize(desk.app, 1280, 720)
  const other = { name: '王敏', pin: '480213', role: 'clerk' as const }
  await addUser(page, other)
  await importUnits(page)
  await switchTo(page, CLERK)
  await goToVisits(page)
  await openNew(page, '走访登记')
  await pickHousehold(page, '5-2-301', '张三')
  await page.getByRole('radio', { name: '电话', exact: true }).click()
  await page.getByLabel('对物业管理工作的意见和建议').fill('无意见')
  await page.getByRole('textbox', { name: '私密记录' }).fill('家中老人患病')
  await page.keyboard.press('Control+s')
  const number = await savedRecord(page)
  const secret = page.getByRole('region', { name: '私密记录' })
  await expect(secret).toContainText('家中老人患病')

  // What is added and not saved waits under 草稿, which names the visit and not what is written.
  await secret.getByRole('button', { name: '修改' }).click()
  await secret.getByRole('textbox', { name: '私密记录' }).fill('家中老人患病，夜间勿按门铃')
  await expect(page.getByLabel('草稿已存')).toBeVisible()
  await goTo(page, '今日')
  const drafts = page.getByRole('region', { name: '草稿' })
  await expect(drafts).not.toContainText('门铃')
  await drafts.getByRole('button', { name: new RegExp(`^私密记录 ${number}`) }).click()
  await secret.getByRole('button', { name: '修改' }).click()
  await expect(secret.getByRole('textbox', { name: '私密记录' })).toHaveValue('家中老人患病，夜间勿按门铃')
  await secret.getByRole('button', { name: '丢弃草稿' }).click()

  for (const [person, sees] of [
    [SUPERVISOR, true],
    [DIRECTOR, true],
    [other, false],
    [VIEWER, false],
  ] as const) {
    await switchTo(page, person)
    await goToVisits(page)
    await page
      .getByRole('grid', { name: '走访列表' })
      .getByRole('row', { name: new RegExp(number) })
      .click()
    await expect(page.getByRole('heading', { level: 1, name: number })).toBeVisible()
    await expect(page.getByRole('region', { name: '打印与签字' })).toBeVisible()
    await expect(secret).toHaveCount(sees ? 1 : 0)
    await expect(page.getByText('家中老人患病')).toHaveCount(sees ? 1 : 0)
  }
  await page.keyboard.press('Control+k')
  const search = page.getByRole('dialog', { name: '搜索' })
  await search.getByRole('combobox').fill('家中老人')
  await expect(search.getByText('没有找到“家中老人”')).toBeVisible()
  await search.getByRole('combobox').fill('无意见')
  await expect(search.getByRole('option', { name: new RegExp(number) })).toBeVisible()
})

test('whom to visit next, never at a time that the household declined (domain 8)', async ({ desk }) => {
  const page = await openOffice(desk, { at: '2026-11-20T10:00' })
  await setSize(desk.app, 1280, 720)
  await importUnits(page)
  await registerVisit(page, '5-2-301', '张三', '无')
  await goToVisits(page)
  await page.getByRole('button', { name: '建议走访' }).click()
  const dialog = page.getByRole('dialog', { name: '建议走访' })
  const lines = dialog.getByRole('list', { name: '建议走访的住户' }).getByRole('listitem')
  await expect(lines).toHaveCount(3)
  await expect(lines.first()).toContainText('5-2-302')
  await expect(lines.first()).toContainText('两年内没有走访过')
  // One key begins it: the first 预约 has the keyboard.
  await expect(lines.first().getByRole('button', { name: '预约' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: '预约', exact: true })).toBeChecked()
  await expect(page.getByLabel('房号', { exact: true })).toHaveValue('5-2-302')

  // The household declines Saturdays: a plan for tomorrow is refused, and said why.
  const declined = page.getByRole('region', { name: '不便时间' })
  await declined.getByRole('button', { name: '修改不便时间' }).click()
  await declined.getByRole('button', { name: '加一个不便时间' }).click()
  await declined.getByLabel('周六').check()
  await declined.getByRole('button', { name: '保存不便时间' }).press('Enter')
  await expect(declined).toContainText('周六 全天')
  await page.getByLabel('被访人').fill('李四')
  await page.getByLabel('预约时间').fill('明天 1000')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('住户说过这个时间不方便，请换一个时间')).toBeVisible()
  await page.getByLabel('预约时间').fill('今天 1500')
  await page.keyboard.press('Control+s')
  await savedRecord(page)

  // Tomorrow is a Saturday: 302 has a plan and declined it, 301 was visited.
  await setEstateTime(page, '2026-11-21T10:00')
  await page.reload()
  await signIn(page, DIRECTOR)
  await goToVisits(page)
  await page.getByRole('button', { name: '建议走访' }).click()
  await expect(lines).toHaveCount(2)
  await expect(dialog).not.toContainText('5-2-302')
})

test('接待员意见 by the 5th, 采纳/不采纳 and 访问总结 by the 10th (domain 8)', async ({ desk }) => {
  const page = await openOffice(desk, { people: EVERYBODY, at: '2026-12-20T09:00', env: cups.env })
  await setSize(desk.app, 1280, 720)
  await importUnits(page)
  await switchTo(page, CLERK)
  await registerVisit(page, '5-2-301', '张三', '希望增加夜间巡逻')
  await takeNext(page, '写接待员意见')
  await page.getByRole('textbox', { name: '接待员意见' }).fill('已转保安班')
  await saveStep(page)
  await registerVisit(page, '5-2-302', '李四', '电梯里贴广告太多')

  // The machine is off at the year's end: the count is that of the next start, and says so.
  await setEstateTime(page, '2027-01-04T09:00')
  await page.reload()
  await signIn(page, CLERK)
  await goTo(page, '今日')
  const month = page.getByRole('grid', { name: '待办列表' }).getByRole('row', { name: /2026-12/ })
  await expect(month).toContainText('送主任')
  await goToVisits(page, '访问总结')
  await page.getByRole('link', { name: '2026-12' }).click()
  await expect(page.getByText('月末入住 4 户（2027-01-04 09:00 补记）')).toBeVisible()
  await expect(page.getByRole('button', { name: '送主任（还有 1 条走访缺接待员意见）' })).toBeDisabled()
  const missing = page.getByRole('listitem').filter({ hasText: '缺接待员意见' })
  await missing.getByRole('link').click()
  await takeNext(page, '写接待员意见')
  await page.getByRole('textbox', { name: '接待员意见' }).fill('请工程部清理')
  await saveStep(page)
  await goToVisits(page, '访问总结')
  await page.getByRole('link', { name: '2026-12' }).click()
  await takeNext(page, '送主任')
  await page.getByRole('textbox', { name: '接待员意见' }).fill('安全和环境意见最多')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已送主任，关闭 2 条走访')).toBeVisible()
  await expect(page.getByRole('button', { name: /写访问总结（需要主任）/ })).toBeDisabled()

  await switchTo(page, DIRECTOR)
  await goToVisits(page, '访问总结')
  await page.getByRole('link', { name: '2026-12' }).click()
  await expect(page.getByRole('button', { name: '写访问总结（还有 2 条建议没有决定）' })).toBeDisabled()
  const first = page.getByRole('listitem', { name: '希望增加夜间巡逻' })
  await first.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已记为采纳')).toBeVisible()
  const second = page.getByRole('listitem', { name: '电梯里贴广告太多' })
  await second.getByRole('radio', { name: '不采纳' }).click()
  await second.getByRole('button', { name: '保存' }).click()
  await expect(second.getByText('不采纳请写明原因')).toBeVisible()
  await second.getByLabel('说明').fill('广告合同到三月底')
  await second.getByRole('button', { name: '保存' }).click()
  await expect(second.getByText('广告合同到三月底')).toBeVisible()
  await takeNext(page, '写访问总结')
  await page.getByRole('textbox', { name: '访问总结' }).fill('本月走访两户，意见集中在安全和环境。')
  await saveStep(page)
  await expect(page.getByRole('main').getByText('已总结').first()).toBeVisible()
  await page.keyboard.press('Control+p')
  await printPreviewed(page)
  await expect(paperOf(page, '《访问总结》').getByText('已打印待签', { exact: true })).toBeVisible()
})
