const largest = 4 * 1024 * 1024
const longestSide = 2560

/**
 * A photo small enough to send: up to 4 MB it stays as it is, above that it is drawn again with its long side at
 * most 2,560 px. A picture this browser can not draw (HEIC on Android) is answered unchanged.
 */
export async function shrinkPhoto(photo: Blob): Promise<Blob> {
  if (photo.size <= largest) return photo
  const url = URL.createObjectURL(photo)
  try {
    const image = await load(url)
    const scale = Math.min(1, longestSide / Math.max(image.naturalWidth, image.naturalHeight))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(image.naturalWidth * scale)
    canvas.height = Math.round(image.naturalHeight * scale)
    const pen = canvas.getContext('2d')
    if (!pen) return photo
    pen.drawImage(image, 0, 0, canvas.width, canvas.height)
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.86))
    return drawn && drawn.size < photo.size ? drawn : photo
  } catch {
    return photo
  } finally {
    URL.revokeObjectURL(url)
  }
}

function load(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    image.addEventListener('load', () => resolve(image))
    image.addEventListener('error', () => reject(new Error('not a picture this browser can draw')))
    image.src = url
  })
}
