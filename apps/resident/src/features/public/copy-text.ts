/** Puts words into the clipboard, the old way where the page is not served by https; answers whether it worked. */
export async function copyText(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words)
    return true
  } catch {
    const area = document.createElement('textarea')
    area.value = words
    area.setAttribute('readonly', '')
    area.className = 'zg-unseen'
    document.body.append(area)
    area.select()
    // oxlint-disable-next-line typescript/no-deprecated -- the only way without a secure context
    const copied = document.execCommand('copy')
    area.remove()
    return copied
  }
}
