import { createCanvas, loadImage } from '@napi-rs/canvas'
import { type PrivateCups, startPrivateCups } from '../fixtures/cups'
import { expect, test } from '../fixtures/desk'
import { openOffice } from '../fixtures/offices'
import { hugeJpeg } from '../fixtures/scans/hugeJpeg'
import { registerComplaint } from '../pages/complaints'
import { goTo } from '../pages/office'
import { printVisit } from '../pages/paper'
import { dropOnWindow, fileSure, glance, newestSheet, scanned } from '../pages/scans'

let cups: PrivateCups
test.beforeEach(async () => {
  cups = await startPrivateCups()
})
test.afterEach(() => cups.stop())

/** The same picture laid down otherwise, as another kind of file. */
async function turnedAs(type: 'image/png' | 'image/webp', turn: number, jpeg: Buffer): Promise<Buffer> {
  const image = await loadImage(jpeg)
  const [width, height] = turn % 180 === 0 ? [image.width, image.height] : [image.height, image.width]
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.translate(width / 2, height / 2)
  context.rotate((turn / 180) * Math.PI)
  context.drawImage(image, -image.width / 2, -image.height / 2)
  return type === 'image/png' ? canvas.toBuffer('image/png') : canvas.toBuffer('image/webp', 80)
}

test('reads jpeg, png and webp whichever way up, at 300 dpi; the window stays free (domain 10)', async ({
  desk,
}) => {
  const page = await openOffice(desk, { env: cups.env })
  const sheets: Buffer[] = []
  for (const at of [1, 2, 3]) {
    await registerComplaint(page, `第 ${at} 件`, '王建国')
    await printVisit(page)
    sheets.push(await scanned(await newestSheet(cups, at), 300))
  }
  const [first, second, third] = sheets as [Buffer, Buffer, Buffer]
  const files = [
    { name: '1.jpg', bytes: first },
    { name: '2.png', bytes: await turnedAs('image/png', 180, second) },
    { name: '3.webp', bytes: await turnedAs('image/webp', 90, third) },
  ]
  await goTo(page, '今日')
  await page.evaluate(() => {
    const kept = window as unknown as { longest: number }
    kept.longest = 0
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) kept.longest = Math.max(kept.longest, duration)
    }).observe({ entryTypes: ['longtask'] })
  })
  const start = Date.now()
  await dropOnWindow(page, files)
  await expect(glance(page).getByRole('button', { name: '归档 3 张', exact: true })).toBeFocused()
  const took = Date.now() - start
  const longest = await page.evaluate(() => (window as unknown as { longest: number }).longest)
  test.info().annotations.push({ type: 'figures', description: JSON.stringify({ took, pages: 3, longest }) })
  await fileSure(page, 3)
})

test('a photo of 200 megapixels and a damaged picture wait in the tray, and the app lives (quality 6)', async ({
  desk,
}) => {
  const page = await openOffice(desk, { env: cups.env })
  await registerComplaint(page, '电梯异响', '王建国')
  await printVisit(page)
  const sheet = await scanned(await newestSheet(cups, 1))
  await goTo(page, '今日')
  await dropOnWindow(page, [
    { name: '巨幅.jpg', bytes: hugeJpeg(16_384, 12_288) },
    { name: '残缺.jpg', bytes: Buffer.concat([sheet.subarray(0, 400), Buffer.alloc(600, 7)]) },
    { name: '好的.jpg', bytes: sheet },
  ])
  const lines = glance(page).getByRole('listitem')
  await expect(lines).toHaveCount(3)
  await expect(lines.filter({ hasText: '巨幅.jpg' })).toContainText('没有读出二维码')
  await expect(lines.filter({ hasText: '残缺.jpg' })).toContainText('没有读出二维码')
  await fileSure(page, 1)
})
