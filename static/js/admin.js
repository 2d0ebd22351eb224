// Small repairs of Django's pages, whenever a part of them is made.
const languages = { "zh-hans": "简体", "zh-hant": "繁體", en: "英文" };
const truths = { True: "是", False: "否", None: "不知道" };

const strip = (element, ...names) => names.forEach((name) => element.removeAttribute(name));

const repairs = {
  // The tabs of a text and the switch for all of them, by the languages' own names; each tab is
  // one control, not a link inside a tab.
  ".ui-tabs-anchor, .modeltranslation-switch option": (place) => {
    place.textContent = languages[place.textContent.trim()] ?? place.textContent;
    strip(place, "title", "href", "tabindex", "role");
  },
  // modeltranslation puts it into the heading, without a label.
  "h1 > .modeltranslation-switch": (choice) => {
    if (!choice.options.length) return choice.remove();
    const line = document.createElement("p");
    line.className = "language-switch";
    line.innerHTML = '<label for="modeltranslation-main-switch">各栏一起换成</label>';
    choice.parentElement.after(line);
    line.append(choice);
  },
  // A choice by typing is read out with the name of its field, and is one box, not two.
  ".select2-selection__rendered[role=textbox]": (box) => strip(box, "role", "aria-readonly", "title"),
  ".select2-selection[role=combobox], .select2-search--inline input": (box) => {
    const select = box.closest(".select2-container").previousElementSibling;
    const label = document.querySelector(`label[for="${select.id}"]`);
    if (!label) return;
    label.id ||= `label_${select.id}`;
    box.setAttribute("aria-labelledby", `${label.id} ${box.getAttribute("aria-labelledby") ?? ""}`.trim());
  },
  // A tab says its language already.
  ".ui-tabs-panel label, table:has(.ui-tabs) th": (label) => {
    for (const words of label.childNodes) {
      if (words.nodeType === 3) words.data = words.data.replace(/（(简体|繁體|英文)）/, "");
    }
  },
  // A label above its box needs no colon.
  "label, legend": ({ lastChild: words }) => { if (words?.nodeType === 3) words.data = words.data.replace(/:\s*$/, ""); },
  ".select2-search--dropdown input": (box) => box.setAttribute("aria-label", "输入几个字来找"),
  '.readonly img[src*="/admin/img/"]': (sign) => sign.replaceWith(truths[sign.alt] ?? sign.alt),
};

// The panel of a tab stands in the page already: jQuery UI need not fetch one for a tab without a link.
if (window.jQuery?.ui?.tabs) window.jQuery.ui.tabs.prototype._isLocal = () => true;

const jobs = Object.entries(repairs).map(([place, mend]) => {
  const done = new WeakSet();
  return () => {
    for (const found of document.querySelectorAll(place)) {
      if (!done.has(found)) mend(found);
      done.add(found);
    }
  };
});
const repair = () => jobs.forEach((job) => job());
repair();
new MutationObserver(repair).observe(document.body, { childList: true, subtree: true });

const menu = document.querySelector(".menu");
document.addEventListener("click", (tap) => { if (menu && !menu.contains(tap.target)) menu.open = false; });
document.addEventListener("keydown", (key) => {
  if (key.key !== "Escape" || !menu?.open) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
