// A pasted message is looked through here and nowhere else. Compared without spaces and without
// the signs that are put between characters to hide a word; full width counts as half width.
const $ = (id) => document.getElementById(id);
const all = (place, what) => [...place.querySelectorAll(what)];
const HIDING = /[\s\u00ad\u200b-\u200f\u2060\ufeff*_~·•'’‘-]/;
const DENIED = /(不要|请勿|請勿|切勿|不收|没收|沒收|do not |don['’]t |never )$/i;   // as real warnings say
const LATIN = /[a-z0-9]/i;
const MOST = 3; // types to name

// The comparable form of TEXT, and where in TEXT each of its signs stood.
const flat = (text) => {
  let signs = "", at = 0;
  const places = [];
  for (const one of text) {
    if (!HIDING.test(one)) {
      const same = one.normalize("NFKC").toLowerCase();
      signs += same;
      for (let i = 0; i < same.length; i++) places.push([at, at + one.length]);
    }
    at += one.length;
  }
  return { signs, places };
};

const signs = all($("signs"), "li").map((row) => ({
  row,
  kind: row.dataset.kind,
  terms: row.dataset.terms.split("|").map((term) => flat(term).signs).filter(Boolean),
}));

// A Latin word must stand by itself: not the otp in hotpot.
const whole = (text, term, start, end) =>
  !(LATIN.test(term[0]) && LATIN.test(text[start - 1] || "")) &&
  !(LATIN.test(term[term.length - 1]) && LATIN.test(text[end] || ""));

const find = (text) => {
  const { signs: plain, places } = flat(text);
  const hits = [];
  for (const sign of signs) {
    for (const term of sign.terms) {
      for (let i = plain.indexOf(term); i >= 0; i = plain.indexOf(term, i + 1)) {
        const start = places[i][0], end = places[i + term.length - 1][1];
        if (whole(text, term, start, end) && !DENIED.test(text.slice(0, start))) hits.push({ start, end, sign });
      }
    }
  }
  let last = 0;
  return hits.sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => start >= last && (last = end));
};

const element = (name, className, ...parts) => {
  const made = document.createElement(name);
  made.className = className;
  made.append(...parts);
  return made;
};
const fill = (place, parts) => {
  place.textContent = "";
  place.append(...parts);
};

const mark = (text, hits, found) => {
  const parts = [];
  let at = 0;
  for (const { start, end, sign } of hits) {
    const number = element("span", "n", found.indexOf(sign) + 1);
    parts.push(text.slice(at, start), element("mark", "cue", text.slice(start, end), "\u2060", number));
    at = end;
  }
  return [...parts, text.slice(at)];
};

const likely = (found) => all($("kinds"), "li")
  .map((row) => ({ row, count: found.filter((sign) => sign.kind === row.dataset.kind).length }))
  .filter(({ count }) => count)
  .sort((a, b) => b.count - a.count)
  .slice(0, MOST)
  .map(({ row }) => row.cloneNode(true));

$("seek").onclick = () => {
  const text = $("words").value.trim();
  if (!text) return $("words").focus();
  const hits = find(text);
  const found = [...new Set(hits.map(({ sign }) => sign))];
  const kinds = likely(found);
  fill($("message"), mark(text, hits, found));
  fill($("cues"), found.map(({ row }, place) => {
    const why = element("span", "", ...row.cloneNode(true).childNodes);
    if (row.lang) why.lang = row.lang;
    return element("li", "", element("span", "n", place + 1), why);
  }));
  fill($("likely"), kinds);
  $("likely").parentNode.hidden = !kinds.length;
  $("found").hidden = !found.length;
  $("nothing").hidden = found.length;
  $(found.length ? "found" : "nothing").querySelector("h2").focus();
};

$("wipe").onclick = () => {
  $("words").value = "";
  fill($("message"), []);
  fill($("cues"), []);
  $("found").hidden = $("nothing").hidden = true;
  $("words").focus();
};
