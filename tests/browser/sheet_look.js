// What is wrong with the sheets of a page as a printer lays them out: parts over the edge, over one
// another, or wider than their column.
(() => {
  const INSIDE = "p, li, h1, h2, figure, section, .zi";
  const wrong = new Set();
  const name = (part) => `${part.tagName}.${part.className} ${part.textContent.trim().slice(0, 20)}`;
  const edge = (sheet, part) => {
    const a = sheet.getBoundingClientRect(), b = part.getBoundingClientRect();
    const out = b.bottom > a.bottom - 20 || b.right > a.right - 12 || b.left < a.left + 12 || b.top < a.top + 20;
    if (b.width && out && !part.matches(".qr, .tick, .panel")) wrong.add(`over the edge: ${name(part)}`);
  };
  const wide = (part) => {
    if (getComputedStyle(part).display !== "inline" && part.clientWidth && part.scrollWidth > part.clientWidth + 1) wrong.add(`too wide: ${name(part)}`);
  };
  const apart = (box) => {
    let last = null;
    for (const part of box.children) {
      const here = part.getBoundingClientRect();
      if (!here.height || part.matches(".tick, .panel, .column")) continue;
      if (last && here.top < last.bottom - 1) wrong.add(`over the part before it: ${name(part)}`);
      const foot = Math.max(...[...part.querySelectorAll(INSIDE)].map((one) => one.getBoundingClientRect().bottom));
      if (foot > here.bottom + 2) wrong.add(`higher than reckoned by ${Math.round(foot - here.bottom)}: ${name(part)}`);
      last = here;
    }
  };
  const sheets = [...document.querySelectorAll(".sheet")];
  for (const sheet of sheets) {
    for (const part of sheet.querySelectorAll("*:not(svg *)")) { edge(sheet, part); wide(part); }
    for (const box of [sheet, ...sheet.querySelectorAll(".panel, .column")]) apart(box);
  }
  const sizes = [...document.querySelectorAll(".sheet *:not(svg *)")]
    .filter((part) => [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .map((part) => parseFloat(getComputedStyle(part).fontSize));
  return {
    count: sheets.length, wrong: [...wrong], smallest: Math.min(...sizes),
    text: document.querySelector("main").innerText,
  };
})()
