// Keys that come faster than the page draws.
const CODES = { PageDown: 34, PageUp: 33, End: 35, Home: 36, ArrowUp: 38, ArrowDown: 40, ArrowLeft: 37, ArrowRight: 39 };

/** Sends keys one after the other without waiting for any of them; `^` before a name is the control key. */
export async function send({ context, page }, keys) {
  const session = await context.newCDPSession(page);
  const sent = keys.flatMap((name) => {
    const key = name.replace("^", "");
    const modifiers = name.startsWith("^") ? 2 : 0;
    const code = CODES[key] ?? key.charCodeAt(0);
    const one = { key, modifiers, windowsVirtualKeyCode: code, ...(key in CODES ? { code: key } : { text: key }) };
    return ["keyDown", "keyUp"].map((type) => session.send("Input.dispatchKeyEvent", { type, ...one, ...(type === "keyUp" ? { text: undefined } : {}) }));
  });
  await Promise.all(sent);
}
