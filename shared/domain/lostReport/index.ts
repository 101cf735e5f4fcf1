/** 寻物 (domain 6): types, states, lists, search, matching with found items. Commands: `./commands`. */
export * from './facets'
export * from './match'
export * from './searchText'
export * from './states'
export * from './types'
