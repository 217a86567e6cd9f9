/** The demonstration can not move in; the message says why in both languages and is fit to be shown as it is. */
export class DemoProblem extends Error {
  constructor(text: { zh: string; en: string }) {
    super(`${text.zh}\n${text.en}`)
    this.name = 'DemoProblem'
  }
}
