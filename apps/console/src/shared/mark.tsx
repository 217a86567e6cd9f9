/** The sign of the house: a roof over an open book. */
export const Mark = () => (
  <svg className="mark" viewBox="0 0 512 512" aria-hidden>
    <rect width="512" height="512" rx="116" fill="#2f7d6b" />
    <path
      d="M106 236 256 112l150 124"
      fill="none"
      stroke="#faf8f3"
      strokeWidth="34"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
    <path
      d="M256 288c-30-22-70-30-112-26v110c42-4 82 4 112 26 30-22 70-30 112-26V262c-42-4-82 4-112 26Z"
      fill="#faf8f3"
    />
    <path d="M256 288v110" stroke="#2f7d6b" strokeWidth="14" strokeLinecap="round" />
  </svg>
)
