/** 回访 (domain 8): types, states, rounds, lists, search, print content. Commands: `./commands`. */
export * from './facets'
export * from './lifecycle'
export * from './paper'
export * from './round'
export * from './searchText'
export * from './types'
