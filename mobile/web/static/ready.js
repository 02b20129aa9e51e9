// What Python has made of its modules is kept for the next start: it need not read them again.
const CACHE = "hp-siap", BASE = "/hp/siap/";

const key = (archive) => BASE + archive.split("/").pop();

// For this very archive, or null; any other is of an older version.
export async function found(archive) {
  const kept = await (await caches.open(CACHE)).match(key(archive));
  return kept ? kept.arrayBuffer() : null;
}

// Only for speed: where there is no room for it, all goes on as before.
export async function keep(archive, bytes) {
  try {
    await caches.delete(CACHE);
    await (await caches.open(CACHE)).put(key(archive), new Response(bytes));
    return true;
  } catch {
    return false;
  }
}

export const drop = () => caches.delete(CACHE);
