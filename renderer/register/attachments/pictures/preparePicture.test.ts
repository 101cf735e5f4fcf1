import { expect, it } from 'vitest'
import { refusalOf } from '../camera/refusalOf'
import { nameFor } from './preparePicture'

it.each([
  ['走廊.png', 'image/jpeg', '走廊.jpg'],
  ['IMG_1.WEBP', 'image/jpeg', 'IMG_1.jpg'],
  ['IMG_1.JPEG', 'image/jpeg', 'IMG_1.JPEG'],
  ['无名', 'image/jpeg', '无名.jpg'],
  ['截图.png', 'image/png', '截图.png'],
])('calls %s as %s %s', (name, type, called) => {
  expect(nameFor(name, type)).toBe(called)
})

it.each([
  ['NotAllowedError', 'cameraRefused'],
  ['NotReadableError', 'cameraInUse'],
  ['AbortError', 'cameraInUse'],
  ['NotFoundError', 'noCamera'],
  ['OverconstrainedError', 'noCamera'],
  ['TypeError', 'cameraFailed'],
])('says of a camera that answers %s: %s', (name, key) => {
  expect(refusalOf(new DOMException('', name))).toEqual({ key: `attachment.${key}` })
})

it('knows no other error', () => {
  expect(refusalOf('?')).toEqual({ key: 'attachment.cameraFailed' })
})
