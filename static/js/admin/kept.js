// What is typed into a form and not saved stays in this browser: written down every two seconds,
// offered again when the form is next opened, wiped once it is saved and on logging out.
const KEPT = "desk-kept:", SENT = "desk-sent";
const WEEK = 7 * 24 * 3600e3, MOST = 1e6;   // ms; signs, of two bytes each
const TYPED = ":is(select,textarea,input:not([type=hidden],[type=password],[type=file],[type=submit]))[name]:not([name*=__prefix__])";
const find = (place) => document.querySelector(place);
const { staff } = find("script[data-staff]").dataset;
const form = find(".change-form:not(.popup) #content-main form[id$=_form]");
const inputs = form?.elements;
const version = inputs?._version?.value;
const here = `${KEPT}${staff}:${location.pathname}#`;
let key = here + Math.random();   // of this page alone: two windows never write over each other
let written, shown, refused, sending, gone;

const forget = (name) => localStorage.removeItem(name);
const entries = (start) => Object.keys(localStorage).filter((name) => name.startsWith(start))
  .map((name) => ({ name, size: localStorage[name].length, ...JSON.parse(localStorage[name]) }))
  .sort((one, other) => other.at - one.at);
const tidy = () => entries(KEPT).reduce((sum, { name, size, at }) => {
  if (sum + size > MOST || at < Date.now() - WEEK) forget(name);
  return sum + size;
}, 0);

// Every box of the form by a name that stays its own when rows come and go: a row is known by its
// id, a new one by its turn.
const boxes = () => [...form.querySelectorAll(TYPED)].map((box) => {
  const [, part, place, rest] = box.name.match(/^(.+)-(\d+)-(.+)$/) ?? [];
  if (!part) return [box.name, box];
  const id = inputs[`${part}-${place}-id`]?.value || `+${place - inputs[`${part}-INITIAL_FORMS`].value}`;
  return [`${part} ${id} ${rest}`, box];
});
const ticks = (box) => /checkbox|radio/.test(box.type);
const values = () => boxes().reduce((found, [name, box]) => {
  const own = found[name] ??= [];
  if (box.options) own.push(...[...box.selectedOptions].map((option) => [option.value, option.text]));
  else if (!ticks(box) || box.checked) own.push(box.value);
  return found;
}, {});
const state = () => JSON.stringify(values());
const differs = (kept, now = values()) => Object.keys(kept)
  .some((name) => now[name] ? `${now[name]}` !== `${kept[name]}` : name.includes(" "));

const put = (box, kept) => {
  if (ticks(box)) box.checked = kept.includes(box.value);
  else if (!box.options) box.value = kept[0];
  else {
    const chosen = new Map(kept);
    for (const option of box.options) option.selected = chosen.delete(option.value);
    for (const [value, text] of chosen) box.add(new Option(text, value, true, true));
  }
  box.dispatchEvent(new Event("change", { bubbles: true }));
};
// Puts KEPT back; what is left over stood in rows that someone deleted meanwhile.
const restore = (kept) => {
  for (const name of Object.keys(kept)) {
    const [, part] = name.match(/^(.+) \+/) ?? [];
    if (part && !(name in values())) find(`#${part}-group .add-row a`)?.click();
  }
  for (const [name, box] of boxes()) if (kept[name]) put(box, kept[name]);
  for (const [name] of boxes()) delete kept[name];
  return Object.values(kept).flat(2).join(" ");
};

const write = () => {
  const now = state();
  if (now === written || gone) return;
  written = now;
  sending = false;
  if (now === shown && !refused) return forget(key);
  const text = `{"at":${Date.now()},"version":"${version}","values":${now}}`;
  try { localStorage[key] = text; } catch { forget(entries(KEPT).pop()?.name); }
  tidy();
};

const offer = ({ name, at, version: old, values: kept }) => {
  form.insertAdjacentHTML("beforebegin", '<div class="kept" role="status"><p></p><p class="bar"><button class="button">放回来</button><button class="button quiet">不要了</button></p></div>');
  const bar = form.previousSibling, [said, buttons] = bar.children, [back, away] = buttons.children, when = new Date(at);
  said.textContent = `上次没保存的文字还在（${when.getMonth() + 1}月${when.getDate()}日${when.getHours()}点${when.getMinutes()}分）。`
    + (old === `${version}` ? "" : "后来有人保存过这一条，放回来以后请再看一遍。");
  back.onclick = () => {
    const left = restore(kept);
    write();
    forget(name);
    said.textContent = `放回来了，还没有保存。${left && `有几行已经被删掉，原来写的是：${left}`}`;
    buttons.remove();
  };
  away.onclick = () => {
    forget(name);
    bar.remove();
  };
};

const watch = () => {
  written = shown = state();
  refused = find(".errornote");
  for (const kept of entries(here)) {
    if (differs(kept.values)) {
      offer(kept);
      break;
    }
    if (refused) key = kept.name;   // this page still holds it
    else forget(kept.name);
  }
  setInterval(write, 2000);
  document.addEventListener("visibilitychange", write);
  form.addEventListener("submit", () => {
    write();
    sending = true;
    sessionStorage[SENT] = key;
  });
  addEventListener("beforeunload", (leaving) => {
    if (!sending && (refused || state() !== shown)) leaving.preventDefault();
  });
};

find("#logout-form")?.addEventListener("submit", () => addEventListener("pagehide", () => {
  gone = true;
  entries(`${KEPT}${staff}:`).forEach(({ name }) => forget(name));
}));
addEventListener("load", () => {
  if (find(".messagelist .success")) forget(sessionStorage[SENT]);
  sessionStorage.removeItem(SENT);
  tidy();
  if (form && boxes().length) watch();
});
