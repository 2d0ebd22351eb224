// 大字版 is remembered on this phone only. Runs before the first paint, so that nothing jumps.
try {
  var wanted = /[?&]size=(\w+)/.exec(location.search);
  if (wanted) {
    if (wanted[1] === "large") localStorage.setItem("size", "large");
    else localStorage.removeItem("size");
  }
  if (localStorage.getItem("size") === "large") document.documentElement.dataset.size = "large";
} catch (e) {}
