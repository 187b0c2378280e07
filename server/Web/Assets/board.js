// On a narrow screen the navigation begins where the reader is.
document.querySelector("nav [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });

// Refreshes the marked parts of a page when the event stream tells of a change; without it the page works as it is.
(() => {
  const live = () => document.querySelectorAll("[data-live]");
  if (!live().length || !window.EventSource) return;
  // What somebody has typed is not there a second time.
  const isTypedInto = part =>
    [...part.querySelectorAll("input, textarea")].some(field => field.value !== field.defaultValue);
  let pending;
  const refresh = async () => {
    pending = undefined;
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    // Another page answers when the session has ended: this one stays, and its forms can still be sent.
    if (!answer.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelectorAll("[data-live]");
    const old = live();
    if (fresh.length !== old.length) {
      const isInUse = document.activeElement?.form || document.querySelector("details[open] form");
      if (!isInUse && !isTypedInto(document)) location.reload();
      return;
    }
    old.forEach((part, index) => {
      // Nothing moves under the hands of somebody who is in it with the keyboard or has something open.
      const isInUse = part.contains(document.activeElement) || part.querySelector("details[open]");
      if (!isInUse && !isTypedInto(part)) part.replaceWith(fresh[index]);
    });
  };
  // Only pages that are looked at listen: a browser has few connections for a site.
  let events;
  const listen = () => {
    events?.close();
    if (document.hidden) return;
    events = new EventSource("/events");
    events.addEventListener("change", () => { pending ??= setTimeout(refresh, 1000); });
  };
  document.addEventListener("visibilitychange", () => {
    listen();
    if (!document.hidden) refresh();
  });
  listen();
})();

// Shows how an answer would be read while it is typed; without it the button of the form does the same.
(() => {
  const form = document.querySelector("[data-explains]");
  if (!form) return;
  const typed = () => new URLSearchParams(new FormData(form)).toString();
  let pending;
  form.addEventListener("input", () => {
    clearTimeout(pending);
    pending = setTimeout(async () => {
      const asked = typed();
      const answer = await fetch(`${form.action}?${asked}`);
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-explain]");
      // What has been typed meanwhile gets an answer of its own.
      if (fresh && asked === typed()) document.querySelector("[data-explain]").replaceChildren(...fresh.childNodes);
    }, 400);
  });
})();
