// A button with data-copy="#id" copies what that box or place says; data-copied: what is said then.
const buttons = navigator.clipboard ? document.querySelectorAll("[data-copy]") : [];
for (const button of buttons) {
  const answer = document.createElement("span");
  answer.className = "copied";
  answer.setAttribute("role", "status");
  button.after(answer);
  button.hidden = false;
  button.addEventListener("click", async () => {
    const place = document.querySelector(button.dataset.copy);
    answer.textContent = "";
    try {
      await navigator.clipboard.writeText(place.value ?? place.textContent.trim());
      answer.textContent = button.dataset.copied ?? "复制了，去微信里粘贴。";
    } catch {
      answer.textContent = "没有复制成，请按住上面的字自己复制。";
    }
  });
}
