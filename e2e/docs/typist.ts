import { expect, type Page } from '@playwright/test'

/** What an intake cost. */
export interface Pace {
  /** Keys pressed but those of the input method. */
  keys: number
  /** Chinese characters written. */
  han: number
  /** Estimated by the keystroke-level model, seconds. */
  handSeconds: number
  /** Measured: waiting for the household list and for 已保存, ms. */
  machineMs: number
}

/** Card, Moran and Newell: an average typist's key, and a moment of thought. */
const KEY_SECONDS = 0.28
const THOUGHT_SECONDS = 1.35
const THOUGHTS = 3
const KEYS_A_CHARACTER = 3

/** A clerk at the keyboard: counts what is pressed, and how long the machine keeps them waiting. */
export class Typist {
  private keys = 0
  private han = 0
  private machineMs = 0

  constructor(private readonly page: Page) {}

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.keys += 1
      await this.page.keyboard.press(key)
    }
  }

  /** Western characters key by key, Chinese ones as an input method hands them over. */
  async type(text: string): Promise<void> {
    const han = text.match(/[^\u0020-\u007e]/g)?.length ?? 0
    this.han += han
    this.keys += text.length - han
    if (han > 0) await this.page.keyboard.insertText(text)
    else await this.page.keyboard.type(text)
  }

  /** Finds the household: the first of the list, or one further down. */
  async find(words: string, down = 0): Promise<void> {
    await this.type(words)
    await this.waiting(() => expect(this.page.getByRole('listbox').getByRole('option').first()).toBeVisible())
    for (let step = 0; step < down; step += 1) await this.press('ArrowDown')
    await this.press('Enter')
    await expect(this.page.getByLabel('投诉内容')).toBeFocused()
  }

  /** Tab until the field has the focus. */
  async toField(label: string): Promise<void> {
    const field = this.page.getByLabel(label)
    while (!(await field.evaluate((element) => element === document.activeElement))) await this.press('Tab')
  }

  /** Ctrl+S, until the number is said. */
  async save(saved: () => Promise<unknown>): Promise<void> {
    await this.press('Control+s')
    await this.waiting(saved)
  }

  pace(): Pace {
    const { keys, han, machineMs } = this
    const handSeconds = (keys + han * KEYS_A_CHARACTER) * KEY_SECONDS + THOUGHTS * THOUGHT_SECONDS
    return { keys, han, handSeconds, machineMs }
  }

  private async waiting(until: () => Promise<unknown>): Promise<void> {
    const startedAt = performance.now()
    await until()
    this.machineMs += performance.now() - startedAt
  }
}
