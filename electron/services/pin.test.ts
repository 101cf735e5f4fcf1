import { expect, it } from 'vitest'
import { hashPin, verifyPin } from './pin'

it('verifies what it hashed, and nothing else', async () => {
  const hash = await hashPin('135790')
  expect(hash).toMatch(/^scrypt\$32768\$8\$1\$[\w+/=]{24}\$[\w+/=]{44}$/)
  expect(await verifyPin('135790', hash)).toBe(true)
  expect(await verifyPin('１３５７９０', hash)).toBe(true)
  for (const wrong of ['135791', '13579', '', '135790 ']) expect(await verifyPin(wrong, hash)).toBe(false)
})

it('salts: one PIN never gives one hash twice', async () => {
  expect(await hashPin('111111')).not.toBe(await hashPin('111111'))
})

it.each([
  '',
  'plain',
  'scrypt$32768$8$1$$',
  'scrypt$32767$8$1$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  'scrypt$99999999$99$1$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  'scrypt$32768$8$1$AAAA$AA',
])('matches nothing against the text "%s"', async (hash) => {
  expect(await verifyPin('', hash)).toBe(false)
})
