/** A month of visits (domain 8): 接待员意见 by the 5th, 访问总结 by the 10th, the month-end's snapshot. Commands: `./commands`. */
export * from './facets'
export * from './lifecycle'
export * from './paper'
export * from './suggestions'
export * from './types'
