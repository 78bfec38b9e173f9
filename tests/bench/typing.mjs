// From a keystroke to the frame that shows it, and frames of a scroll.
//
// Two figures for a key. "Work": a key is given at the start of a frame, and the clock stops when that frame is laid
// out and painted: what the main thread does, without any wait for the screen. "Felt": a real key from the browser,
// at the pace of a hand, from the time stamp of the event to the same end of frame; it adds the wait for the screen
// (up to 16.7 ms at 60 Hz, whatever the widget does) and for whatever runs when the key comes: analysis, autosave.

const KEYS = 20;

const widget = (page) => page.locator("tour-de-table");
const goTo = (page, step) => page.evaluate((step) => document.querySelector("tour-de-table").goTo(step), step);

/** The fields where people type, with what they type there. */
export const FIELDS = {
  "table of values": {
    keys: "210",
    events: true,
    async open(page) {
      await goTo(page, "qualification");
      await widget(page).locator('tr[data-actor="a0"] td[data-c="0"]').click();
    },
  },
  "matrix of positions": {
    keys: "213",
    events: true,
    async open(page) {
      await goTo(page, "coherence");
      await widget(page).locator('tr[data-r="0"] td[data-c="0"]').click();
    },
  },
  "quick entry": {
    keys: "abcdefghij",
    async open(page) {
      await goTo(page, "actors");
      await widget(page).locator("#tdt-actors-new").click();
    },
  },
  "name of an actor": {
    keys: "abcdefghij",
    async open(page) {
      await widget(page).locator("#tdt-actors-new").fill("");
      await widget(page).locator("#tdt-actor-a0").click();
      await widget(page).locator("#tdt-sheet-identity").click();
      await widget(page).locator("#tdt-a-name").click();
    },
  },
  "interests": {
    keys: "abcdefghij",
    async open(page) {
      await widget(page).locator("#tdt-a-interests").click();
    },
  },
};

/** Milliseconds of each key where the focus is: `work` and `felt`, see above. */
export async function typing(page, { keys, events = false }) {
  const work = await page.evaluate(
    async ({ keys, events, count }) => {
      const root = document.querySelector("tour-de-table")?.shadowRoot ?? document;
      const times = [];
      for (let key = 0; key < count; key += 1) {
        await new Promise((done) => setTimeout(done, 300));
        await new Promise((done) => {
          requestAnimationFrame(() => {
            const from = performance.now();
            const channel = new MessageChannel();
            channel.port1.onmessage = () => {
              times.push(performance.now() - from);
              done();
            };
            // Asked for before the key, so that nothing is counted that only follows the frame: the browser's own check
            // of spelling, the event that tells of the caret.
            channel.port2.postMessage(null);
            const letter = keys[key % keys.length];
            if (events) {
              const init = { key: letter, bubbles: true, composed: true, cancelable: true };
              root.activeElement.dispatchEvent(new KeyboardEvent("keydown", init));
            } else {
              document.execCommand("insertText", false, letter);
            }
          });
        });
      }
      return times;
    },
    { keys, events, count: KEYS },
  );
  await page.evaluate(() => {
    globalThis.__felt = [];
    globalThis.__key = ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => globalThis.__felt.push(performance.now() - timeStamp);
        channel.port2.postMessage(null);
      });
    };
    addEventListener("keydown", globalThis.__key, { capture: true });
  });
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press(keys[key % keys.length]);
    // Neither always before what waits for a pause, nor always after.
    await page.waitForTimeout(110 + ((key * 53) % 200));
  }
  await page.waitForTimeout(300);
  const felt = await page.evaluate(() => {
    removeEventListener("keydown", globalThis.__key, { capture: true });
    return globalThis.__felt;
  });
  return { work, felt };
}

/** Milliseconds of work of each frame while the step is scrolled from its top to its end. */
export const scroll = (page) =>
  page.evaluate(async () => {
    const step = document.querySelector("tour-de-table").shadowRoot.querySelector(".step");
    const times = [];
    step.scrollTop = 0;
    await new Promise((done) => setTimeout(done, 300));
    let before = -1;
    while (step.scrollTop !== before && times.length < 400) {
      before = step.scrollTop;
      await new Promise((done) => {
        requestAnimationFrame(() => {
          const from = performance.now();
          step.scrollTop += 120;
          // The browser's own event comes at the next frame: what it sets off belongs to this one.
          step.dispatchEvent(new Event("scroll"));
          const channel = new MessageChannel();
          channel.port1.onmessage = () => {
            times.push(performance.now() - from);
            done();
          };
          channel.port2.postMessage(null);
        });
      });
    }
    step.scrollTop = 0;
    return times;
  });

/** The share of frames that take longer than a frame of 60 Hz. */
export const frames = (times) =>
  ` ${Math.round((100 * times.filter((time) => time > 1000 / 60).length) / Math.max(1, times.length))} %`;
