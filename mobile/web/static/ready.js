// Python's memory as it stands once all is read is kept for the next start: that one need not read.
const CACHE = "hp-siap", BASE = "/hp/siap/", TRIES = 2, PARTS = ["memory", "app", "library"];

const key = (archive, part) => BASE + archive.split("/").pop() + "." + part;
const kept = async (address) => (await caches.open(CACHE)).match(address);
const put = async (address, what) => (await caches.open(CACHE)).put(
  address, new Response(what, {headers: {"X-Size": String(what.length)}}));

// Piece by piece into one place, which can be given back at once.
async function read(answer) {
  const whole = new Uint8Array(Number(answer.headers.get("X-Size")));
  let at = 0;
  for (const reader = answer.body.getReader(); ;) {
    const {done, value} = await reader.read();
    if (done) break;
    whole.set(value, at);
    at += value.length;
  }
  if (at !== whole.length) throw new Error("cut");
  return whole;
}

// What the app is called today: its address names its content.
export async function archive() {
  const {files} = await (await fetch("/hp/files.json")).json();
  return files["app.zip"][0];
}

// All parts of this very archive, or null; any other is of an older version.
export async function found(archive) {
  const there = await Promise.all(PARTS.map((part) => kept(key(archive, part))));
  if (!there.every(Boolean)) return null;
  const bytes = await Promise.all(there.map(read));
  return Object.fromEntries(PARTS.map((part, k) => [part, bytes[k]]));
}

// Only for speed: where there is no room for it, all goes on as before.
export const keep = (archive, made) =>
  Promise.all(PARTS.map((part) => put(key(archive, part), made[part])));

export const drop = () => caches.delete(CACHE);

// A phone that died of the making is asked once more, not at every start.
export async function mayTry(archive) {
  const count = key(archive, "kali"), there = await kept(count);
  const before = there ? Number(await there.text()) : 0;
  if (!there) await drop();
  await put(count, String(before + 1));
  return before < TRIES;
}
