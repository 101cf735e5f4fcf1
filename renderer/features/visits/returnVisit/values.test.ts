import { expect, it } from 'vitest'
import { blankReturnVisit } from './values'

it('takes nobody for satisfied before they were asked (domain 8: 用户满意度)', () => {
  expect(blankReturnVisit('2026-11-20T01:00:00.000Z', '李晓')).not.toHaveProperty('satisfaction')
})
