// Ticks are weighed on this page: nothing is sent. Every word of the answer is copied from the
// page, so that it reads as the server's does; if a line here fails, the form goes to the server.
const $ = (id) => document.getElementById(id);
const all = (place, what) => [...place.querySelectorAll(what)];
const copy = (part) => part.cloneNode(true);
const form = $("ticks"), how = $("how"), result = $("result");
const fill = (id, parts) => {
  $(id).replaceChildren(...parts);
  $(id).parentNode.hidden = !parts.length;
};
const reason = (place, box) => place.querySelector(`[data-s="${box.value}"]`);
const steps = (box) => box.closest("label").nextElementSibling?.querySelector(".now");
const show = (box) => { if (steps(box)) steps(box).hidden = !box.checked; };

form.onchange = (event) => show(event.target);
form.onsubmit = (event) => {
  const boxes = all(form, "[name=s]:checked");
  const { from, most, share } = how.dataset;
  const kinds = all(how, "[data-kind]").map((section) => {
    const kind = copy(section);
    kind.points = kind.heavy = 0;
    for (const row of all(kind, "li")) {
      const { s, p } = row.dataset;
      if (boxes.some((box) => box.value === s)) { kind.points += +p; kind.heavy += p > 2; }
      else row.remove();
    }
    return kind;
  }).sort((a, b) => b.points - a.points || b.heavy - a.heavy);
  const top = kinds[0]?.points || 0;
  const named = kinds.filter(({ points }) => points && points >= from && points * 100 >= top * share)
    .slice(0, most);
  const rest = boxes.filter((box) => reason(how, box) && !named.some((kind) => reason(kind, box)));
  const urgent = boxes.map(steps).filter(Boolean).map(copy);
  const level = all(how, "[data-min]").find((one) => top >= one.dataset.min);

  fill("urgent", urgent.sort((a, b) => a.dataset.rank - b.dataset.rank));
  fill("level", level && (named.length || rest.length || !urgent.length) ? [level.querySelector("h3").textContent] : []);
  fill("do", level ? all(level, "li").map(copy) : []);
  fill("names", named.map((kind) => copy(kind.querySelector("a"))));
  fill("named", named);
  fill("rest", rest.map((box) => copy(reason(how, box))));
  fill("traits", all(how, "[data-trait]").filter((trait) => form.querySelector(`:checked[data-traits~="${trait.dataset.trait}"]`)).map(copy));
  result.hidden = false;
  all(result, "h2").find((heading) => heading.offsetParent).focus();
  event.preventDefault();
};
all(form, "[name=s]").forEach(show);
