// A button with data-copy="#id" copies what that place says; data-copied and data-failed: what is said then.
const buttons = navigator.clipboard ? document.querySelectorAll("[data-copy]") : [];
for (const button of buttons) {
  const answer = document.createElement("span");
  answer.className = "copied";
  answer.setAttribute("role", "status");
  button.after(answer);
  button.hidden = false;
  button.addEventListener("click", async () => {
    answer.textContent = "";
    try {
      await navigator.clipboard.writeText(document.querySelector(button.dataset.copy).textContent.trim());
      answer.textContent = button.dataset.copied;
    } catch {
      answer.textContent = button.dataset.failed;
    }
  });
}
