import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type Desk, expect, test } from '../fixtures/desk'
import { EVERYBODY, openOffice } from '../fixtures/offices'
import { keptAt, onePagePdf, picture, silence, writeInbox } from '../fixtures/files'
import { draftsOf, keptFile } from '../fixtures/vault'
import { SMALL_PICTURE_EDGE } from '../../shared/domain/register/picture'
import { attachments, comeBack, hand, lineOf, openPreview } from '../pages/attachments'
import { openIntake, registerComplaint, savedNumber } from '../pages/complaints'
import { DIRECTOR, goTo, signIn, switchTo, VIEWER } from '../pages/office'

const PHOTO = picture(1200, 800, 210)
const LETTER = onePagePdf('Letter')
const CALL = silence()

async function choose(desk: Desk, page: Page, files: Record<string, Uint8Array>): Promise<void> {
  await desk.answerOpenDialog(await writeInbox(join(desk.dataDir, 'inbox'), files))
  await attachments(page).getByRole('button', { name: '添加附件' }).click()
}

async function openRecord(page: Page, number: string): Promise<void> {
  await goTo(page, '投诉')
  await page.getByRole('row', { name: new RegExp(number) }).click()
  await expect(page.getByRole('heading', { name: new RegExp(number) })).toBeVisible()
}

test('pictures, PDF and audio: added, looked at, still there after a restart (domain 10)', async ({
  desk,
}) => {
  const page = await openOffice(desk)
  const number = await registerComplaint(page, '楼上漏水，天花板滴水')
  await choose(desk, page, { '漏水照片.png': PHOTO, '来信.pdf': LETTER, '通话.wav': CALL })
  for (const name of ['漏水照片.png', '来信.pdf', '通话.wav']) await expect(lineOf(page, name)).toBeVisible()
  await expect(lineOf(page, '漏水照片.png')).toContainText(DIRECTOR.name)
  expect(await keptFile(desk, PHOTO)).toEqual(PHOTO)

  await test.step('a list shows small pictures, drawn once and kept', async () => {
    const small = lineOf(page, '漏水照片.png').locator('img')
    const width = () => small.evaluate((img: HTMLImageElement) => img.naturalWidth)
    await expect.poll(width).toBe(SMALL_PICTURE_EDGE)
    expect(await readdir(desk.ledger('attachments.small'))).toEqual([keptAt(PHOTO)[0]])
  })

  await test.step('the same file once more is said and kept once', async () => {
    await choose(desk, page, { '又一次.png': PHOTO })
    await expect(page.getByText('同样的文件已经在附件里：漏水照片.png。')).toBeVisible()
    await expect(attachments(page).getByRole('listitem')).toHaveCount(3)
  })

  await test.step('a dropped and a pasted picture', async () => {
    await hand(page, 'drop', { name: '走廊.png', type: 'image/png', bytes: picture(60, 90, 120) })
    await expect(lineOf(page, '走廊.png')).toBeVisible()
    await hand(page, 'paste', { name: 'image.png', type: 'image/png', bytes: picture(90, 60, 90) })
    await expect(lineOf(page, '截图 \\d{4}-\\d\\d-\\d\\d \\d{4}.png')).toBeVisible()
  })

  await test.step('the preview by keyboard', async () => {
    const dialog = await openPreview(page, '漏水照片.png')
    const image = dialog.getByRole('img', { name: '漏水照片.png' })
    await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1200)
    const before = await image.boundingBox()
    await page.keyboard.press('r')
    // As high as before, and as wide as its shorter side asks for: it stands on end.
    await expect.poll(async () => (await image.boundingBox())?.width).toBeLessThan(before?.width ?? 0)
    await page.keyboard.press('+')
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('dialog', { name: /^来信.pdf/ }).locator('canvas[data-drawn]')).toBeVisible()
    await page.keyboard.press('ArrowRight')
    const player = page.getByRole('dialog', { name: /^通话.wav/ }).locator('audio')
    await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.duration)).toBe(1)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(lineOf(page, '通话.wav')).toBeFocused()
    // At the end of the row the button turns off under the mouse: the keys go on.
    const last = await openPreview(page, '走廊.png')
    await last.getByRole('button', { name: '下一个' }).click()
    await expect(page.getByRole('dialog', { name: /^截图/ })).toBeVisible()
    await page.keyboard.press('ArrowLeft')
    await expect(page.getByRole('dialog', { name: /^走廊.png/ })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  })

  await test.step('a copy elsewhere', async () => {
    const dialog = await openPreview(page, '来信.pdf')
    const target = join(desk.dataDir, '另存.pdf')
    await desk.answerSaveDialog(target)
    await dialog.getByRole('button', { name: '另存…' }).click()
    await expect(page.getByText(`已另存到 ${target}`)).toBeVisible()
    expect(await readFile(target)).toEqual(LETTER)
    await page.keyboard.press('Escape')
  })

  await test.step('renamed, and void with its reason', async () => {
    const dialog = await openPreview(page, '走廊.png')
    await dialog.getByRole('button', { name: '改名' }).click()
    await page.getByRole('textbox', { name: '名称' }).fill('五楼走廊.png')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: /^五楼走廊.png/ })).toBeVisible()
    await page.getByRole('button', { name: '作废', exact: true }).click()
    await page.getByLabel('作废原因').fill('拍错了楼层')
    await page.getByRole('button', { name: '作废并保留文件' }).click()
    await expect(page.getByRole('dialog', { name: /已作废：拍错了楼层/ })).toBeVisible()
    await expect(page.getByText('已作废附件 五楼走廊.png')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(lineOf(page, '五楼走廊.png')).toContainText('已作废：拍错了楼层')
    const timeline = page.getByRole('region', { name: '时间线' })
    for (const did of ['添加附件', '附件改名', '作废附件']) await expect(timeline).toContainText(did)
  })

  const again = await desk.restart()
  await signIn(again, DIRECTOR)
  await openRecord(again, number)
  await expect(attachments(again).getByRole('listitem')).toHaveCount(5)
  await expect(lineOf(again, '五楼走廊.png')).toContainText('已作废')
})

test('what is too big, of a wrong kind, or empty is refused by what it is, not by its name', async ({
  desk,
}) => {
  const page = await openOffice(desk)
  await registerComplaint(page, '门口有可疑文件')
  const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(2000, 7)])
  const big = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(20 * 1024 * 1024)])
  await choose(desk, page, {
    '照片.jpg': program,
    '太大.pdf': big,
    '空.png': Buffer.alloc(0),
    '其实是图片.exe': picture(20, 20, 20),
  })
  await expect(lineOf(page, '其实是图片.exe.png')).toBeVisible()
  const said = page.getByRole('alert').filter({ hasText: '照片.jpg' })
  await expect(said).toContainText('只能添加图片（JPEG、PNG、WebP、GIF）、PDF 和录音')
  await expect(said).toContainText('文件超过 20 MB，没有添加')
  await expect(said).toContainText('这是一个空文件，没有添加')
  await expect(attachments(page).getByRole('listitem')).toHaveCount(1)
  // Nothing of what was refused stays on disk, not even in part.
  const [folder] = keptAt(picture(20, 20, 20))
  expect(await readdir(desk.ledger('attachments'))).toEqual([folder])
})

test('a file that vanished or was altered behind the app’s back is said', async ({ desk }) => {
  const page = await openOffice(desk)
  await registerComplaint(page, '车位被占')
  await choose(desk, page, { '车位.png': PHOTO, '说明.pdf': LETTER })
  await expect(lineOf(page, '说明.pdf')).toBeVisible()
  await rm(desk.ledger('attachments', ...keptAt(PHOTO)))
  await writeFile(desk.ledger('attachments', ...keptAt(LETTER)), onePagePdf('Forged'))
  await comeBack(page)
  await expect(lineOf(page, '车位.png')).toContainText('文件不见了')
  await expect(lineOf(page, '说明.pdf')).toContainText('文件被改动或已损坏')
  const dialog = await openPreview(page, '说明.pdf')
  await expect(dialog.getByRole('alert')).toContainText('与添加时不一样')
  await expect(dialog.getByRole('button', { name: '另存…' })).toBeDisabled()
  await page.keyboard.press('Escape')
  // The original once more mends it.
  await choose(desk, page, { '原件.png': PHOTO })
  await expect(lineOf(page, '车位.png')).not.toContainText('文件不见了')
})

test('chosen at the intake: kept through a kill, saved with the complaint, back after recovery', async ({
  desk,
}) => {
  const page = await openOffice(desk)
  await openIntake(page)
  await page.getByLabel('投诉内容').fill('电梯里的广告脱落')
  await choose(desk, page, { '电梯.png': PHOTO, '信.pdf': LETTER })
  await expect(lineOf(page, '信.pdf')).toBeVisible()
  await expect(page.getByLabel('草稿已存')).toBeVisible()
  await page.getByRole('button', { name: '不要 信.pdf' }).click()
  await page.getByLabel('投诉人', { exact: true }).fill('王建国')
  await page.getByLabel('电话', { exact: true }).fill('13912345678')
  await expect.poll(() => draftsOf(desk, page)).toContain('王建国')
  await desk.kill()

  const again = await desk.start()
  await signIn(again, DIRECTOR)
  await openIntake(again)
  await expect(lineOf(again, '电梯.png')).toBeVisible()
  await expect(lineOf(again, '信.pdf')).toHaveCount(0)
  await again.getByLabel('投诉内容').click()
  await again.keyboard.press('Control+s')
  const number = await savedNumber(again)
  await expect(lineOf(again, '电梯.png')).toContainText(DIRECTOR.name)
  await desk.close()
  await rm(desk.profile('IndexedDB'), { recursive: true })

  const third = await desk.start()
  await third.getByRole('button', { name: '从流水账恢复' }).click()
  await signIn(third, DIRECTOR)
  await openRecord(third, number)
  const dialog = await openPreview(third, '电梯.png')
  const image = dialog.getByRole('img', { name: '电梯.png' })
  await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1200)
})

test('查阅 sees attachments and adds none', async ({ desk }) => {
  const page = await openOffice(desk, { people: EVERYBODY })
  const number = await registerComplaint(page, '健身器材松动')
  await choose(desk, page, { '器材.png': PHOTO })
  await expect(lineOf(page, '器材.png')).toBeVisible()
  await switchTo(page, VIEWER)
  await openRecord(page, number)
  await expect(lineOf(page, '器材.png')).toBeVisible()
  await expect(attachments(page).getByRole('button', { name: /添加附件|录音/ })).toHaveCount(0)
  const dialog = await openPreview(page, '器材.png')
  await expect(dialog.getByRole('button', { name: /改名|作废/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await hand(page, 'drop', { name: '偷放.png', type: 'image/png', bytes: picture(30, 30, 30) })
  expect(await readdir(desk.ledger('attachments'))).toEqual([keptAt(PHOTO)[0]])
})

test('录音: an audio note from the microphone, which alone is allowed', async ({ desk }) => {
  const page = await openOffice(desk, { switches: ['--use-fake-device-for-media-stream'] })
  await registerComplaint(page, '深夜施工，录音为证')
  await attachments(page).getByRole('button', { name: '录音', exact: true }).click()
  await expect(attachments(page).getByRole('timer')).toHaveText('0:02')
  const bar = attachments(page).getByRole('img', { name: '音量' }).locator('div')
  await expect(bar).not.toHaveCSS('transform', 'matrix(0, 0, 0, 1, 0, 0)')
  await page.getByRole('button', { name: '停止并保存' }).click()
  const dialog = await openPreview(page, '录音 ')
  const player = dialog.locator('audio')
  await expect
    .poll(() =>
      player.evaluate((audio: HTMLAudioElement) => Number.isFinite(audio.duration) && audio.duration),
    )
    .toBeGreaterThan(1)
  await page.keyboard.press('Escape')

  await test.step('leaving the record in the middle keeps what was said', async () => {
    await attachments(page).getByRole('button', { name: '录音', exact: true }).click()
    await expect(attachments(page).getByRole('timer')).toHaveText('0:01')
    await page.keyboard.press('Escape')
    await page.getByRole('row', { name: /深夜施工/ }).click()
    await expect(attachments(page).getByRole('listitem')).toHaveCount(2)
  })

  const answers = await page.evaluate(async () => {
    const ask = (wanted: MediaStreamConstraints): Promise<string> =>
      navigator.mediaDevices.getUserMedia(wanted).then(
        (stream) => {
          for (const track of stream.getTracks()) track.stop()
          return 'granted'
        },
        (error: Error) => error.name,
      )
    return [await ask({ audio: true }), await ask({ video: true }), await ask({ audio: true, video: true })]
  })
  expect(answers).toEqual(['granted', 'NotAllowedError', 'NotAllowedError'])
})

test('without a microphone the clerk is told in a sentence', async ({ desk }) => {
  const page = await openOffice(desk)
  await registerComplaint(page, '没有麦克风的前台')
  await page.evaluate(() => {
    const none = () => Promise.reject(new DOMException('none', 'NotFoundError'))
    Object.defineProperty(navigator.mediaDevices, 'getUserMedia', { value: none })
  })
  await attachments(page).getByRole('button', { name: '录音', exact: true }).click()
  await expect(attachments(page).getByRole('alert')).toContainText('没有找到麦克风')
  await page.getByRole('button', { name: '知道了' }).click()
  await expect(attachments(page).getByRole('button', { name: '添加附件' })).toBeVisible()
})

test('kept files are served for reading only, by their whole name, as what they are', async ({ desk }) => {
  const page = await openOffice(desk)
  await registerComplaint(page, '检查附件的地址')
  await choose(desk, page, { '通话.wav': CALL })
  await expect(lineOf(page, '通话.wav')).toBeVisible()
  const [, name] = keptAt(CALL)
  const found = await page.evaluate(async (sha256) => {
    const url = `app://desk/attachments/${sha256}`
    const whole = await fetch(url)
    const part = await fetch(url, { headers: { Range: 'bytes=0-3' } })
    const paths = [sha256.slice(1), sha256.toUpperCase(), `..%2f${sha256}`, `${sha256}/`, 'a'.repeat(64)]
    const others = paths.map(async (path) => (await fetch(`app://desk/attachments/${path}`)).status)
    return {
      type: whole.headers.get('content-type'),
      sniff: whole.headers.get('x-content-type-options'),
      policy: whole.headers.get('content-security-policy'),
      part: [part.status, part.headers.get('content-range'), await part.text()],
      written: (await fetch(url, { method: 'DELETE' })).status,
      others: await Promise.all(others),
    }
  }, name)
  expect(found).toEqual({
    type: 'audio/wav',
    sniff: 'nosniff',
    policy: "default-src 'none'; sandbox",
    part: [206, `bytes 0-3/${CALL.length}`, 'RIFF'],
    written: 405,
    others: [404, 404, 404, 404, 404],
  })
})
