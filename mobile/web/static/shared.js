// What another app has handed over: the service worker has put it aside for the next start.
const SHARED = "hp-bagian", BASE = "/hp/bagi/";

export async function take() {
  const cache = await caches.open(SHARED);
  const words = await cache.match(BASE + "teks"), pictures = [];
  for (let number = 0; ; number++) {
    const kept = await cache.match(BASE + "foto-" + number);
    if (!kept) break;
    pictures.push(new Uint8Array(await kept.arrayBuffer()));
  }
  return {words: words ? await words.text() : "", pictures};
}

// It lies in a draft now.
export const done = () => caches.delete(SHARED);
