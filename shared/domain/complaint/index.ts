/** 投诉 (domain 5): types, states, deadlines, duties, lists, search, print content, routing. Commands: `./commands`. */
export * from './content'
export * from './deadlines'
export * from './duty'
export * from './facets'
export * from './routing'
export * from './searchText'
export * from './states'
export * from './types'
