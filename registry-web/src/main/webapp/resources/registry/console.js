// Shows the parts of a page marked data-live anew, every so many seconds, while somebody looks and
// until the page says 0.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const live = document.querySelector("[data-live]");
  if (!live || live.dataset.live === "0") {
    return;
  }
  const state = document.getElementById("liveState");
  const renew = async () => {
    if (document.hidden) {
      return;
    }
    try {
      const answer = await fetch(location.href, { credentials: "same-origin", redirect: "error" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(live.id);
      if (!answer.ok || !fresh) {
        throw new Error("no such part");
      }
      live.replaceChildren(...fresh.childNodes);
      state.hidden = true;
      if (fresh.dataset.live === "0") {
        clearInterval(timer);
      }
    } catch (failed) {
      state.hidden = false;
    }
  };
  const timer = setInterval(renew, Number(live.dataset.live) * 1000);
});
