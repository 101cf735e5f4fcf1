import { expect, it } from 'vitest'
import { forms } from '../../../shared/documents/registry'
import { expectedSigner } from '../../../shared/domain/lostItem'
import { stated, stored } from '../../../shared/domain/lostItem/testing'
import { screenRoles } from './screenRoles'

const FORM = forms.lostClaim

it.each([
  ['the finder, while nobody claims it', stored(), '孙二娘', '拾获人'],
  ['the claimant afterwards, in their own box', stated(), '宋江', '认领人'],
])('《失物认领单》 is signed on the screen by %s (domain 6, forms)', (_, record, name, box) => {
  const expected = expectedSigner(record)
  expect(expected).toEqual({ name, role: box })
  expect(screenRoles(FORM, expected.role)[0]).toBe(box)
})

it('keeps every box to choose from', () => {
  expect([...screenRoles(FORM, '认领人')].sort()).toEqual([...screenRoles(FORM)].sort())
  expect(screenRoles(FORM, '邻居')).toEqual(FORM.signOnScreen)
})
