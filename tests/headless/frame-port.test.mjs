// The channel between a frame and its host, without either.
import assert from "node:assert/strict";
import test from "node:test";
import { Channel, PROTOCOL } from "../../www/frame/frame-port.js";

/** A channel whose handler waits until it is let go, and what its other end hears. */
function slow(t, room) {
  const { port1, port2 } = new MessageChannel();
  // An open port keeps the process alive.
  t.after(() => port2.close());
  let open;
  const gate = new Promise((resolve) => (open = resolve));
  new Channel(port1, { get: () => gate }, room);
  const heard = [];
  port2.onmessage = ({ data }) => heard.push(data);
  const say = (id, type = "get") => port2.postMessage({ v: PROTOCOL, type, id, payload: {} });
  return { say, heard, open };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

test("T11: beyond the room, a request is refused at once; the others are answered, each once", async (t) => {
  const { say, heard, open } = slow(t, 3);
  for (let id = 1; id <= 5; id += 1) say(id);
  await settled();
  assert.deepEqual(heard.map(({ type, re, payload }) => [type, re, payload.code]), [["error", 4, "busy"], ["error", 5, "busy"]]);
  open({ held: true });
  await settled();
  assert.deepEqual(heard.slice(2).map(({ type, re, payload }) => [type, re, payload.held]), [1, 2, 3].map((id) => ["get", id, true]));
  say(6);
  await settled();
  assert.equal(heard.at(-1).re, 6, "there is room again");
});

test("T11: an id that still waits for its reply is not dealt with twice", async (t) => {
  const { say, heard, open } = slow(t, 9);
  say(1);
  say(1);
  await settled();
  open({});
  await settled();
  assert.deepEqual(heard.map(({ re }) => re), [1]);
});
