import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { axeFinds } from '../fixtures/axe'
import { setTime } from '../fixtures/clock'
import { expect, test } from '../fixtures/desk'
import { EVERYBODY, openOffice } from '../fixtures/offices'
import { cutOff, setSize } from '../fixtures/look'
import { choose, mainButton, saveStep, takeNext } from '../pages/complaintSteps'
import { stepButton } from '../pages/complaints'
import {
  fillItem,
  goToLost,
  keepAsPdf,
  lostPart,
  noteClaim,
  openItemIntake,
  picture,
  registerItem,
  savedLost,
  stepForm,
} from '../pages/lost'
import { CLERK, DIRECTOR, goTo, SUPERVISOR, signIn, switchTo } from '../pages/office'
import { paperOf } from '../pages/paper'

let folder: string

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'front-desk-lost-'))
  await writeFile(join(folder, '委托书.pdf'), PAPER)
  await writeFile(join(folder, '签字扫描件.pdf'), PAPER)
})

test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** The smallest PDF that is one. */
const PAPER = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj',
  'trailer<</Root 1 0 R>>',
  '%%EOF',
].join('\n')

const DAY = 24 * 60 * 60_000

/** So many days later; the screen has locked meanwhile. */
async function daysLater(page: Page, days: number, who = CLERK): Promise<void> {
  await setTime(page, Date.now() + days * DAY)
  await signIn(page, who)
}

test('a found thing from the counter to the archive (domain 6)', async ({ desk }) => {
  const page = await openOffice(desk, { people: EVERYBODY, as: CLERK })
  await setSize(desk.app, 1280, 720)

  await test.step('收存登记 says how long it is kept, and refuses what is missing beside its field', async () => {
    const form = await openItemIntake(page)
    await page.keyboard.press('Control+s')
    await expect(form.getByLabel('物品名称')).toHaveAttribute('aria-invalid', 'true')
    await fillItem(form, { yuan: '260' })
    await expect(form.getByText('保管 12 个月（超过 100 元）')).toBeVisible()
    await form.getByLabel('清点人').fill(CLERK.name)
    await page.keyboard.press('Control+s')
    await expect(form.getByLabel('清点人')).toHaveAccessibleDescription(/清点人不能与接收人是同一个人/)
    await form.getByLabel('清点人').fill('石秀')
    await picture(page, 'lost-intake')
    expect(await cutOff(page)).toEqual([])
    await page.keyboard.press('Control+s')
    expect(await savedLost(page)).toMatch(/^客服-SW-\d{4}-0001$/)
    await expect(page.getByRole('main').getByText('在库', { exact: true }).first()).toBeVisible()
    await expect(lostPart(page, '保管与公告').getByText('未发布招领公告，尚未起算')).toBeVisible()
  })

  await test.step('招领公告 begins the legal year beside the clock of the house', async () => {
    await takeNext(page, '发布招领公告')
    await expect(stepForm(page, '发布招领公告')).toBeVisible()
    await page.keyboard.press('Control+s')
    await expect(stepForm(page, '发布招领公告').getByLabel('张贴地点')).toHaveAttribute(
      'aria-invalid',
      'true',
    )
    await stepForm(page, '发布招领公告').getByLabel('张贴地点').fill('南门公告栏')
    await saveStep(page)
    await expect(page.getByRole('main').getByText('公告中', { exact: true }).first()).toBeVisible()
    await expect(lostPart(page, '保管与公告').getByText(/届满（民法典第 318 条）/)).toBeVisible()
    await expect(lostPart(page, '保管与公告').getByText(/到期（管理处规定）/)).toBeVisible()
  })

  await test.step('nothing is given out before features were stated', async () => {
    await expect(page.getByRole('button', { name: /核对并认领（.*登记认领/ })).toBeDisabled()
    await takeNext(page, '登记认领')
    await noteClaim(page)
    await stepForm(page, '登记认领').getByLabel('认领人说明的特征').fill('')
    await page.keyboard.press('Control+s')
    await expect(stepForm(page, '登记认领').getByLabel('认领人说明的特征')).toBeFocused()
    await noteClaim(page)
    await picture(page, 'lost-state')
    await saveStep(page)
    await expect(lostPart(page, '认领').getByText('待出示核对')).toBeVisible()
  })

  await test.step('shown before it was stated: refused; four of a paper, no more, no less', async () => {
    await takeNext(page, '核对并认领')
    const form = stepForm(page, '核对并认领')
    await expect(form.getByRole('note', { name: '认领人说明的特征' })).toHaveText(/便条/)
    await form.getByRole('radio', { name: '相符', exact: true }).click()
    await form.getByLabel('证件末四位').fill('123')
    await page.keyboard.press('Control+s')
    await expect(form.getByLabel('证件末四位')).toHaveAccessibleDescription(/证件末四位要正好四位/)
    await form.getByLabel('证件末四位').fill('123X')
    const shown = await form.getByLabel('出示时间').inputValue()
    await form.getByLabel('出示时间').fill('昨天 0900')
    await page.keyboard.press('Control+s')
    await expect(form.getByLabel('出示时间')).toHaveAccessibleDescription(/出示时间不能早于说明时间/)
    await form.getByLabel('出示时间').fill(shown)
    await picture(page, 'lost-claim')
    expect(await axeFinds(page)).toEqual([])
    await saveStep(page)
    await expect(page.getByRole('main').getByText('已认领', { exact: true }).first()).toBeVisible()
    await expect(mainButton(page)).toHaveCount(0)
  })

  await test.step('《失物认领单》 is printed, signed and filed', async () => {
    const paper = paperOf(page, '《失物认领单》')
    await paper.getByRole('button', { name: /^屏幕签字/ }).click()
    const pad = page.getByRole('dialog', { name: '屏幕签字：《失物认领单》' })
    await expect(pad.getByLabel('签字人')).toHaveValue('宋江')
    await expect(pad.getByLabel('签在哪一栏')).toHaveValue('认领人')
    await page.keyboard.press('Escape')
    await expect(pad).toBeHidden()
    await page.keyboard.press('Control+p')
    expect((await keepAsPdf(desk, page, folder, 'lost-form')).length).toBeGreaterThan(10_000)
    await expect(paper.getByText('已打印待签', { exact: true })).toBeVisible()
    await paper.getByRole('button', { name: '登记签字' }).click()
    await expect(paper.getByLabel('签字人')).toHaveValue('宋江')
    await page.keyboard.press('Control+s')
    await expect(paper.getByText('已签', { exact: true })).toBeVisible()
    await desk.answerOpenDialog([join(folder, '签字扫描件.pdf')])
    await paper.getByRole('button', { name: '上传签字扫描件' }).click()
    await expect(paper.getByText('已归档', { exact: true })).toBeVisible()
    await picture(page, 'lost-record')
  })

  await test.step('it is read as well in a narrow window, and in the dark', async () => {
    await setSize(desk.app, 1024, 720)
    await expect(page.getByRole('main').getByText('已认领', { exact: true }).first()).toBeVisible()
    expect(await cutOff(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    await lostPart(page, '认领').scrollIntoViewIfNeeded()
    expect(await axeFinds(page)).toEqual([])
    await picture(page, 'lost-record-dark')
    await page.emulateMedia({ colorScheme: 'light' })
  })
})

test('a blank 《失物认领单》 is filled in later; on behalf of somebody, not the right thing, and what may not be kept (domain 6)', async ({
  desk,
}) => {
  const page = await openOffice(desk, { people: EVERYBODY, as: CLERK })

  await test.step('a blank 《失物认领单》 with its number is filled in later (forms, "On every form")', async () => {
    await goToLost(page)
    await page.getByRole('button', { name: '打印空白表' }).click()
    const asked = page.getByRole('dialog', { name: '打印空白《失物认领单》' })
    await asked.getByLabel('张数').fill('1')
    await asked.getByRole('button', { name: '留号并打印' }).click()
    await keepAsPdf(desk, page, folder, 'lost-blank')
    await page.getByRole('row', { name: /-SW-\d{4}-0001/ }).dblclick()
    const form = page.getByRole('form', { name: '补录表单' })
    await fillItem(form, { name: '雨伞', category: '眼镜雨伞' })
    await page.keyboard.press('Control+s')
    // When it was handed in stands on the paper: the desk does not guess it.
    await expect(form.getByLabel('上交时间')).toHaveAttribute('aria-invalid', 'true')
    await form.getByLabel('上交时间').fill('昨天 0900')
    await page.keyboard.press('Control+s')
    await expect(form.getByLabel('上交时间')).toHaveAccessibleDescription(/上交时间早于留号的时间/)
    await form.getByLabel('上交时间').fill('现在')
    await page.keyboard.press('Control+s')
    await expect(page.getByRole('main').getByText('在库', { exact: true }).first()).toBeVisible()
    await expect(paperOf(page, '《失物认领单》').getByText('打印后有改动')).toBeHidden()
  })

  await test.step('on behalf of somebody, not the right thing, and things that may not be kept', async () => {
    await test.step('不符: the item stays, with what differs', async () => {
      await registerItem(page)
      await stepButton(page, '登记认领').click()
      await noteClaim(page, '家属', '林冲')
      await saveStep(page)
      await takeNext(page, '核对并认领')
      const form = stepForm(page, '核对并认领')
      await form.getByRole('radio', { name: '不符', exact: true }).click()
      await expect(form.getByText('不符：物品不交付，继续保管。')).toBeVisible()
      await page.keyboard.press('Control+s')
      await expect(form.getByLabel('核对说明')).toHaveAttribute('aria-invalid', 'true')
      await form.getByLabel('核对说明').fill('说不出便条内容')
      await saveStep(page)
      await expect(page.getByRole('main').getByText('在库', { exact: true }).first()).toBeVisible()
    })

    await test.step('on behalf of somebody: 委托书 or nothing', async () => {
      await stepButton(page, '再登记认领').click()
      await noteClaim(page, '家属')
      await saveStep(page)
      await takeNext(page, '核对并认领')
      const form = stepForm(page, '核对并认领')
      await form.getByRole('radio', { name: '相符', exact: true }).click()
      await form.getByLabel('证件末四位').fill('1234')
      await page.keyboard.press('Control+s')
      await expect(form.getByText('代失主认领要有委托书，请拍照或扫描后加上。')).toBeVisible()
      await desk.answerOpenDialog([join(folder, '委托书.pdf')])
      await form.getByRole('button', { name: '添加附件' }).click()
      await expect(form.getByText('委托书.pdf')).toBeVisible()
      await picture(page, 'lost-behalf')
      await saveStep(page)
      await expect(page.getByRole('main').getByText('已认领', { exact: true }).first()).toBeVisible()
      await expect(lostPart(page, '认领').getByText(/委托书 1 份/)).toBeVisible()
    })

    await test.step('证件 asks for hand-over at once, with a receipt', async () => {
      const form = await openItemIntake(page)
      await fillItem(form, { name: '身份证', category: '证件' })
      await expect(form.getByText(/证件须立即移交/)).toBeVisible()
      await page.keyboard.press('Control+s')
      await savedLost(page)
      await expect(page.getByText('证件：请立即移交公安机关或发证、发卡单位。')).toBeVisible()
      await takeNext(page, '移交')
      const handOver = stepForm(page, '移交')
      await handOver.getByLabel('接收单位').fill('城南派出所')
      await page.keyboard.press('Control+s')
      await expect(handOver.getByLabel('回执编号')).toHaveAttribute('aria-invalid', 'true')
      await handOver.getByLabel('回执编号').fill('2026-117')
      await saveStep(page)
      await expect(page.getByRole('main').getByText('已移交', { exact: true }).first()).toBeVisible()
    })

    await test.step('作废 is for the supervisor, and keeps the number', async () => {
      const number = await registerItem(page, { name: '雨伞', category: '眼镜雨伞' })
      await switchTo(page, SUPERVISOR)
      await choose(page, /^作废/)
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(/原因/).fill('重复登记')
      await dialog.getByRole('button', { name: /作废/ }).click()
      await expect(page.getByRole('heading', { name: number })).toBeVisible()
      await expect(page.getByRole('main').getByText('作废', { exact: true }).first()).toBeVisible()
    })
  })
})

test('the clocks at their edges: exactly 100 元, expiry by itself, the legal year running on (domain 6)', async ({
  desk,
}) => {
  const page = await openOffice(desk, { people: EVERYBODY, as: CLERK })
  let small = ''

  await test.step('exactly 100 元 belongs to the three months; a cent more does not', async () => {
    const form = await openItemIntake(page)
    await fillItem(form, { yuan: '100.01' })
    await expect(form.getByText('保管 12 个月（超过 100 元）')).toBeVisible()
    await form.getByLabel('估价', { exact: true }).fill('100')
    await expect(form.getByText('保管 3 个月（100 元以内）')).toBeVisible()
    await page.keyboard.press('Control+s')
    small = await savedLost(page)
    await takeNext(page, '发布招领公告')
    await stepForm(page, '发布招领公告').getByLabel('张贴地点').fill('南门公告栏')
    await saveStep(page)
  })

  await test.step('after three months it is 逾期待处理 by itself, while the legal year runs on', async () => {
    await daysLater(page, 95)
    await expect(page.getByRole('main').getByText('逾期待处理', { exact: true }).first()).toBeVisible()
    await expect(page.getByText(/公告未满一年（至 .*），失主仍可依法认领/)).toBeVisible()
    await expect(page.getByRole('button', { name: /主任意见（需要主任/ })).toBeDisabled()
    await expect(page.getByRole('button', { name: /^处置（.*主任意见/ })).toBeDisabled()
    await goTo(page, '今日')
    await expect(page.getByRole('row', { name: new RegExp(small) })).toContainText('主任处理')
  })

  await test.step('the director is warned before disposing, and says why', async () => {
    await switchTo(page, DIRECTOR)
    await page.getByRole('row', { name: new RegExp(small) }).dblclick()
    await takeNext(page, '主任意见')
    const form = stepForm(page, '主任意见')
    await form.getByRole('radio', { name: '处置', exact: true }).click()
    await form.getByLabel('主任意见').fill('易腐物品，予以处置')
    await expect(form.getByText(/公告未满一年（至 .*确要处置，请写明理由/)).toBeVisible()
    await page.keyboard.press('Control+s')
    await expect(form.getByLabel('提前处置的理由')).toHaveAttribute('aria-invalid', 'true')
    await picture(page, 'lost-decide')
    await form.getByLabel('提前处置的理由').fill('食品已变质')
    await saveStep(page)
    await expect(page.getByText('主任决定处置：易腐物品，予以处置')).toBeVisible()
  })

  await test.step('a clerk carries it out, with a witness', async () => {
    await switchTo(page, CLERK)
    await takeNext(page, '处置')
    const form = stepForm(page, '处置')
    await form.getByLabel('处置方式').selectOption({ label: '销毁' })
    await form.getByLabel('处置经过').fill('装袋后交垃圾房')
    await page.keyboard.press('Control+s')
    await expect(form.getByLabel('见证人')).toHaveAttribute('aria-invalid', 'true')
    await form.getByLabel('见证人').fill('石秀')
    await saveStep(page)
    await expect(page.getByRole('main').getByText('已处置', { exact: true }).first()).toBeVisible()
  })
})
