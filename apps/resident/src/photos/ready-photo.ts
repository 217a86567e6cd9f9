const largest = 4 * 1024 * 1024
const longestSide = 2560
/** What the server takes. */
const taken = ['image/jpeg', 'image/png', 'image/webp']

/** A picture in a form (often HEIC) that neither the server takes nor this browser can draw. */
export class PhotoUnreadable extends Error {}

/**
 * A photo as the server takes it: one it knows stays as it is up to 4 MB; any other, and any larger one, is drawn
 * again as a JPEG with its long side at most 2,560 px. Fails with `PhotoUnreadable` where the browser can not draw it.
 */
export async function readyPhoto(photo: Blob): Promise<Blob> {
  const known = taken.includes(photo.type)
  if (known && photo.size <= largest) return photo
  const drawn = await draw(photo).catch(() => null)
  if (known) return drawn && drawn.size < photo.size ? drawn : photo
  if (!drawn) throw new PhotoUnreadable()
  return drawn
}

async function draw(photo: Blob): Promise<Blob | null> {
  const url = URL.createObjectURL(photo)
  try {
    const image = await load(url)
    const scale = Math.min(1, longestSide / Math.max(image.naturalWidth, image.naturalHeight))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(image.naturalWidth * scale)
    canvas.height = Math.round(image.naturalHeight * scale)
    const pen = canvas.getContext('2d')
    if (!pen) return null
    // A JPEG has no see-through parts; black would hide what is drawn in ink.
    pen.fillStyle = '#ffffff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.86))
  } finally {
    URL.revokeObjectURL(url)
  }
}

function load(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    image.addEventListener('load', () => resolve(image))
    image.addEventListener('error', () => reject(new PhotoUnreadable()))
    image.src = url
  })
}
