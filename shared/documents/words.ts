/**
 * Words that live in the locales and stand on paper too: names and definitions of figures, lines of the checklist,
 * states. Asked for by `namespace:key`; a document is given those of zh-CN, a chart on the screen those of the user.
 */
export type Words = (key: string, params?: Record<string, string | number>) => string
