import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { type Desk, expect, test } from '../fixtures/desk'
import { openOffice } from '../fixtures/offices'
import { picture, writeInbox } from '../fixtures/files'
import { keptFile, openedFile } from '../fixtures/vault'
import { jpegFrom, located } from '../fixtures/photos'
import { attachments, hand, lineOf } from '../pages/attachments'
import { openIntake, registerComplaint } from '../pages/complaints'
import { DIRECTOR, goTo } from '../pages/office'

/** A camera that shows a moving test picture. */
const CAMERA = ['--use-fake-device-for-media-stream']

/** What lies in the ledger, and how the pictures among it look when they are decoded. */
async function kept(
  desk: Desk,
  page: Page,
): Promise<{ bytes: Buffer; width: number; height: number; corner: string }[]> {
  const folders = await readdir(desk.ledger('attachments'))
  const names = await Promise.all(folders.map((folder) => readdir(desk.ledger('attachments', folder))))
  return Promise.all(
    names.flat().map(async (name) => ({
      bytes: await openedFile(desk, name),
      ...(await page.evaluate(async (sha256) => {
        const answer = await fetch(`/attachments/${sha256}`)
        const bitmap = await createImageBitmap(await answer.blob())
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
        const context = canvas.getContext('2d')
        context?.drawImage(bitmap, 0, 0)
        const [red = 0, green = 0, blue = 0] = context?.getImageData(10, 10, 1, 1).data ?? []
        const corner = red + green + blue < 250 ? 'dark' : 'light'
        return { width: bitmap.width, height: bitmap.height, corner }
      }, name)),
    })),
  )
}

async function choose(desk: Desk, page: Page, files: Record<string, Uint8Array>): Promise<void> {
  await desk.answerOpenDialog(await writeInbox(join(desk.dataDir, 'inbox'), files))
  await attachments(page).getByRole('button', { name: '添加附件' }).click()
}

/** How many cameras the page holds open, by the tracks it was given. */
async function watchCameras(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const tracks: MediaStreamTrack[] = []
    const devices = navigator.mediaDevices
    const ask = devices.getUserMedia.bind(devices)
    const watched = async (wanted: MediaStreamConstraints) => {
      const stream = await ask(wanted)
      tracks.push(...stream.getTracks())
      return stream
    }
    Object.defineProperty(devices, 'getUserMedia', { value: watched, configurable: true })
    Object.assign(globalThis, {
      openCameras: () => tracks.filter(({ readyState }) => readyState === 'live').length,
    })
  })
  return () => page.evaluate(() => (globalThis as unknown as { openCameras: () => number }).openCameras())
}

const mayFilm = (page: Page): Promise<string> =>
  page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ video: true }).then(
      (stream) => {
        for (const track of stream.getTracks()) track.stop()
        return 'granted'
      },
      (error: Error) => error.name,
    ),
  )

/**
 * The made-up camera begins its film anew each time: a picture of the same moment would be the same file, and is rightly
 * not kept twice. Its film is let run past what was shot before.
 */
const laterThanBefore = (live: Locator): Promise<void> =>
  expect.poll(() => live.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(4)

test('拍照: shot by the keyboard, kept, the camera shut as soon as it closes; one that does not open is said', async ({
  desk,
}) => {
  const page = await openOffice(desk, { switches: CAMERA })

  await test.step('shot by the keyboard, several in a row, kept; the camera shut as soon as it closes', async () => {
    await registerComplaint(page, '电梯门刮花，拍照为证')
    const open = await watchCameras(page)
    const dialog = page.getByRole('dialog', { name: '拍照' })
    const live = dialog.locator('video[data-live]')
    const take = attachments(page).getByRole('button', { name: '拍照', exact: true })
    expect(await mayFilm(page)).toBe('NotAllowedError')

    await take.click()
    await expect(live).toBeVisible()
    expect(await open()).toBe(1)
    await expect(dialog.getByRole('button', { name: '拍一张' })).toBeFocused()
    await page.keyboard.press('Space')
    await expect(dialog.getByRole('img', { name: /^照片/ })).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('img', { name: /^照片/ })).toHaveCount(2)
    await dialog.getByRole('button', { name: '重拍' }).click()
    await expect(dialog.getByRole('img', { name: /^照片/ })).toHaveCount(1)
    await page.keyboard.press('Space')
    await expect(dialog.getByRole('img', { name: /^照片/ })).toHaveCount(2)
    await dialog.getByRole('button', { name: '保存 2 张照片' }).click()
    await expect(dialog).toBeHidden()
    await expect(attachments(page).getByRole('listitem')).toHaveCount(2)
    await expect(lineOf(page, '照片 \\d{4}-\\d\\d-\\d\\d \\d{4}-2.jpg')).toBeVisible()
    expect(await open()).toBe(0)
    expect(await mayFilm(page)).toBe('NotAllowedError')
    for (const { width, height } of await kept(desk, page))
      expect([width > 300, height > 200]).toEqual([true, true])

    await test.step('Esc leaves; what was shot is asked for first', async () => {
      await take.click()
      await expect(live).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
      await expect(take).toBeFocused()
      await take.click()
      await expect(live).toBeVisible()
      await page.keyboard.press('Space')
      await expect(dialog.getByRole('img', { name: /^照片/ })).toHaveCount(1)
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: '丢弃照片' }).click()
      await expect(page.getByRole('dialog')).toHaveCount(0)
      expect(await open()).toBe(0)
      await expect(attachments(page).getByRole('listitem')).toHaveCount(2)
    })

    await test.step('an unseen window lets go of the camera, and has it again when it is seen', async () => {
      await take.click()
      await expect(live).toBeVisible()
      const hide = (hidden: boolean): Promise<void> =>
        page.evaluate((now) => {
          Object.defineProperty(document, 'hidden', { value: now, configurable: true })
          document.dispatchEvent(new Event('visibilitychange'))
        }, hidden)
      await hide(true)
      await expect.poll(open).toBe(0)
      await hide(false)
      await expect.poll(open).toBe(1)
    })

    await test.step('locking shuts it, and loses no shot', async () => {
      await expect(live).toBeVisible()
      await laterThanBefore(live)
      await page.keyboard.press('Space')
      await expect(dialog.getByRole('img', { name: /^照片/ })).toHaveCount(1)
      await page.keyboard.press('Control+l')
      await expect(page.getByRole('heading', { name: '已锁定' })).toBeVisible()
      await expect.poll(open).toBe(0)
      await page.getByLabel('PIN').fill(DIRECTOR.pin)
      await page.keyboard.press('Enter')
      await expect(live).toBeVisible()
      await dialog.getByRole('button', { name: '保存 1 张照片' }).click()
      await expect(attachments(page).getByRole('listitem')).toHaveCount(3)
      expect(await open()).toBe(0)
    })
  })

  await test.step('a camera that does not open is said in a sentence, and can be tried again', async () => {
    await registerComplaint(page, '摄像头被别的程序占用')
    await page.evaluate(() => {
      const devices = navigator.mediaDevices
      const ask = devices.getUserMedia.bind(devices)
      const errors = ['NotReadableError', 'NotAllowedError']
      const failing = (wanted: MediaStreamConstraints) => {
        const name = errors.shift()
        return name ? Promise.reject(new DOMException('no', name)) : ask(wanted)
      }
      Object.defineProperty(devices, 'getUserMedia', { value: failing })
    })
    await attachments(page).getByRole('button', { name: '拍照', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: '拍照' })
    await expect(dialog.getByRole('alert')).toContainText('摄像头正被别的程序使用')
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('alert')).toContainText('系统不允许使用摄像头')
    await dialog.getByRole('button', { name: '再试一次' }).click()
    await expect(dialog.locator('video[data-live]')).toBeVisible()
  })
})

test('pictures are scaled, set upright and tell no place, also where there is no camera; 保留原图 keeps every byte', async ({
  desk,
}) => {
  const page = await openOffice(desk)

  await test.step('without a camera there is no 拍照, and files can still be chosen', async () => {
    await openIntake(page)
    await expect(attachments(page).getByRole('button', { name: '录音' })).toBeVisible()
    expect(
      await page.evaluate(async () =>
        (await navigator.mediaDevices.enumerateDevices()).map(({ kind }) => kind),
      ),
    ).not.toContain('videoinput')
    await expect(attachments(page).getByRole('button', { name: '拍照' })).toHaveCount(0)
  })

  await test.step('pictures are scaled, set upright and tell no place; 保留原图 keeps every byte', async () => {
    await registerComplaint(page, '外墙渗水')
    // Lies on its side in the file: the dark corner is at the upper left there, at the upper right when upright.
    const photo = located(await jpegFrom(page, 4000, 3000), 6)
    expect(photo.includes('PLACE')).toBe(true)

    await choose(desk, page, { '外墙.jpg': photo })
    await expect(lineOf(page, '外墙.jpg')).toBeVisible()
    const [scaled, ...others] = await kept(desk, page)
    expect(others).toEqual([])
    expect(scaled).toMatchObject({ width: 1920, height: 2560, corner: 'light' })
    for (const word of ['Exif', 'PLACE']) expect(scaled?.bytes.includes(word)).toBe(false)

    await test.step('a small one with a place is drawn anew too; one without stays as it is', async () => {
      const small = await jpegFrom(page, 640, 480)
      await hand(page, 'drop', { name: '小图.jpg', type: 'image/jpeg', bytes: located(small, 1) })
      await expect(lineOf(page, '小图.jpg')).toBeVisible()
      await hand(page, 'drop', { name: '原样.jpg', type: 'image/jpeg', bytes: small })
      await expect(lineOf(page, '原样.jpg')).toBeVisible()
      expect(await keptFile(desk, small)).toEqual(small)
      for (const { bytes } of await kept(desk, page)) expect(bytes.includes('PLACE')).toBe(false)
    })

    await test.step('a drawing stays PNG', async () => {
      const drawing = picture(3000, 2000, 200)
      await hand(page, 'paste', { name: 'image.png', type: 'image/png', bytes: drawing })
      await expect(lineOf(page, '截图 [\\d -]+.png')).toBeVisible()
      const png = (await kept(desk, page)).filter(({ bytes }) => bytes.subarray(1, 4).toString() === 'PNG')
      expect(png).toMatchObject([{ width: 2560, height: 1707, corner: 'dark' }])
    })

    await test.step('what is too large, or of an iPhone, is said', async () => {
      const huge = Buffer.from(await jpegFrom(page, 64, 48))
      const frame = huge.indexOf(Buffer.from([0xff, 0xc0]))
      huge.writeUInt16BE(12_240, frame + 5)
      huge.writeUInt16BE(16_320, frame + 7)
      const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
      await choose(desk, page, { '两亿像素.jpg': huge, '苹果.heic': heic })
      const said = page.getByRole('alert').filter({ hasText: '两亿像素.jpg' })
      await expect(said).toContainText('200 百万像素')
      await expect(said).toContainText('HEIC')
    })

    await test.step('保留原图, remembered', async () => {
      await attachments(page).getByRole('checkbox', { name: '保留原图' }).check()
      await goTo(page, '今日')
      await openIntake(page)
      await expect(attachments(page).getByRole('checkbox', { name: '保留原图' })).toBeChecked()
      await choose(desk, page, { '外墙原图.jpg': photo })
      await expect(lineOf(page, '外墙原图.jpg')).toBeVisible()
      expect(await keptFile(desk, photo)).toEqual(photo)
    })
  })
})
