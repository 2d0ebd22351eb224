// What a test wants to know of the page as it is laid out now. Lengths in CSS px.
window.look = (() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const name = (e) => `${e.tagName.toLowerCase()}${e.className.baseVal ?? e.className ? "." : ""}${e.className.baseVal ?? e.className} ${e.textContent.trim().slice(0, 20)}`;
  const shown = (e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest(".vh,.skip");
  const texts = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.data.trim() && shown(node.parentElement)) found.push(node);
    }
    return found;
  };

  // How far the page, or a box that hides its overflow, is wider than its window.
  const sideways = () => {
    const page = document.documentElement;
    const cut = all("body *").filter((e) =>
      shown(e) && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== "visible");
    const out = page.scrollWidth > page.clientWidth
      ? all("body *").filter((e) => shown(e) && e.getBoundingClientRect().right > page.clientWidth + 1)
      : [];
    return [...cut, ...out].map(name);
  };

  // Texts smaller than they may be: 16 px, and 18 px in the main part.
  const small = () => texts(document.body)
    .map((node) => [node.parentElement, parseFloat(getComputedStyle(node.parentElement).fontSize)])
    .filter(([e, size]) => size < (e.closest("main") ? 18 : 16))
    .map(([e, size]) => `${size} ${name(e)}`);

  // A link in a sentence is as high as its line; what stands alone must be a target.
  const alone = (e) => getComputedStyle(e).display !== "inline" || e.parentElement.textContent.trim() === e.textContent.trim();
  const low = () => all("a,button,input,textarea,select,summary").filter((e) => shown(e) && alone(e))
    .map((e) => [e, (e.closest("label") ?? e).getBoundingClientRect()])
    .filter(([e, box]) => box.height < (e.matches(".btn,input,textarea") ? 59.9 : 47.9) || box.width < 47.9)
    .map(([e, box]) => `${Math.round(box.width)}×${Math.round(box.height)} ${name(e)}`);

  // The lines of a heading as they are broken now.
  const lines = (heading) => {
    const found = [];
    let top;
    for (const node of texts(heading)) {
      for (let i = 0; i < node.length; i++) {
        const range = document.createRange();
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const box = range.getClientRects()[0];
        if (!box || !box.width) continue;
        if (top === undefined || Math.abs(box.top - top) > box.height / 2) found.push("");
        top = box.top;
        found[found.length - 1] += node.data[i];
      }
    }
    return found;
  };
  const closing = /^[，。、；：？！）】》」』”’…—%)\],.;:?!]/;
  const badly_broken = () => all("h1,h2,h3").filter(shown).map(lines)
    .filter((rows) => rows.slice(1).some((row) => closing.test(row)) || (rows.length > 1 && rows.at(-1).trim().length < 2))
    .map((rows) => rows.join("⏎"));

  // Paragraphs and list rows whose line holds more than MOST full-width characters.
  const long = (most) => all("main p,main li,main dd").filter((e) => shown(e) && texts(e).length)
    .map((e) => [e, e.clientWidth / parseFloat(getComputedStyle(e).fontSize)])
    .filter(([e, count]) => count > most && e.getClientRects().length)
    .map(([e, count]) => `${count.toFixed(1)} ${name(e)}`);

  return { sideways, small, low, badly_broken, long };
})();
