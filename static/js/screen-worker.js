// Keeps the screen's own page, so that it comes up again after a power cut without network.
const SHELF = "screen", PATIENCE = 5000;   // milliseconds
const OURS = '<main id="screen"';
const isOurs = async (answer) => answer.ok && !answer.redirected && (await answer.clone().text()).includes(OURS);
const keep = async (request, answer) => {
  if (await isOurs(answer)) await (await caches.open(SHELF)).put(request.url, answer);
};
const fresh = async (event) => {
  const answer = await fetch(event.request);
  event.waitUntil(keep(event.request, answer.clone()).catch(() => {}));
  return answer;
};
// A 404 is the site's own word; a fault, or the page of a hotel's network, is not what to show.
const freshOrKept = async (event) => {
  const kept = await (await caches.open(SHELF)).match(event.request.url);
  if (!kept) return fresh(event);
  const late = new Promise((done) => setTimeout(done, PATIENCE, kept.clone()));
  const answered = fresh(event).then(
    async (answer) => ((answer.status >= 400 && answer.status < 500) || (await isOurs(answer)) ? answer : kept),
    () => kept,
  );
  return Promise.race([answered, late]);
};
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { pathname, searchParams } = new URL(event.request.url);
  if (event.request.method !== "GET" || !pathname.endsWith("/screen/") || searchParams.has("slide")) return;
  event.respondWith(event.request.mode === "navigate" ? freshOrKept(event) : fresh(event));
});
