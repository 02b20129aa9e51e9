// Keeps the app on the phone and serves it from there: one version whole, or the one before.
// Every file is kept under the address that its content gives it, so an update fetches only what
// is new. The words below the line are put in when the app is packed.
const VERSION = "__VERSION__";
const FILES = __FILES__;

const BASE = "/hp/", CACHE = "hp", SHARED = "hp-bagian";
const REMIND = "hp-ingat", TAG = "belum-terkirim";
const KIND = new URL(location.href).searchParams.get("k") === "c" ? "chromium" : "others";

const wanted = () => Object.values(FILES).filter((file) => file[3] === "first" || file[3] === KIND);

async function fetched(address) {
  const answer = await fetch(address, {credentials: "omit"});
  if (!answer.ok) throw new Error(address + " " + answer.status);
  return answer;
}

async function keep(cache, [address]) {
  if (!await cache.match(address)) await cache.put(address, await fetched(address));
}

// All of it, or the version stays the one that is there: a promise that fails ends the install.
self.addEventListener("install", (event) => event.waitUntil((async () => {
  const cache = await caches.open(CACHE);
  for (const file of wanted()) await keep(cache, file);
})()));

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  const cache = await caches.open(CACHE), kept = new Set(wanted().map((file) => file[0]));
  for (const request of await cache.keys())
    if (!kept.has(new URL(request.url).pathname)) await cache.delete(request);
  await self.clients.claim();
})()));

// The page asks for it before the app runs, and only the last window may: never under a draft.
self.addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil((async () => {
    const windows = await self.clients.matchAll({type: "window", includeUncontrolled: true});
    if (windows.length <= 1) await self.skipWaiting();
  })());
});

// Pictures and words from another app: put aside for the page that opens now.
async function shared(request) {
  const form = await request.formData(), cache = await caches.open(SHARED);
  const said = ["judul", "teks", "alamat"].map((name) => form.get(name)).filter(Boolean);
  await cache.put(BASE + "bagi/teks", new Response(said.join("\n")));
  let number = 0;
  for (const picture of form.getAll("foto"))
    await cache.put(BASE + "bagi/foto-" + number++, new Response(picture));
  return Response.redirect(BASE + "?buka=bagi", 303);
}

// There is a signal again: whoever has the app open sends by itself, and is asked about later;
// else a word about what still waits, where the person has asked for it (`remind.js`).
async function reminded() {
  const flag = await (await caches.open(REMIND)).match(BASE + "ingat");
  if (!flag) return;
  if ((await self.clients.matchAll({type: "window"})).length) throw new Error("still open");
  const {title, body} = await flag.json();
  await self.registration.showNotification(title, {body, tag: TAG, icon: BASE + "icon-192.png"});
}

self.addEventListener("sync", (event) => event.tag === TAG && event.waitUntil(reminded()));

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.matchAll({type: "window"}).then(
    ([there]) => there ? there.focus() : self.clients.openWindow(BASE)));
});

async function served(request, path) {
  const file = FILES[path];
  const kept = await (await caches.open(CACHE)).match(file[0]);
  // Not kept: the browser made room. The address names the content, so nothing else can come.
  return kept || fetched(file[0]).catch(() => Response.error());
}

self.addEventListener("fetch", (event) => {
  const request = event.request, url = new URL(request.url);
  if (url.origin !== location.origin || !url.pathname.startsWith(BASE)) return;
  let path = url.pathname.slice(BASE.length);
  if (request.method === "POST" && path === "bagi") return event.respondWith(shared(request));
  if (request.method !== "GET") return;
  if (request.mode === "navigate") path = "index.html";
  if (path === "files.json")
    return event.respondWith(Response.json({version: VERSION, files: FILES}));
  if (FILES[path]) event.respondWith(served(request, path));
  else if (path.startsWith("b/"))
    event.respondWith(caches.match(url.pathname).then((kept) => kept || fetch(request)));
});
