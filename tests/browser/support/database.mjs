// What tests read from the database and put there, behind the widget's back.

/** Every text that the database keeps, oldest first. */
export const texts = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open("tour-de-table");
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const asked = request.result.transaction("texts").objectStore("texts").getAll();
          asked.onsuccess = () => resolve((request.result.close(), asked.result));
        };
      }),
  );

/** The titles of the projects that the database keeps, oldest first. */
export const titles = async (page) => (await texts(page)).map((text) => JSON.parse(text).project.title);

/**
 * Puts a text as revision `at` of the stand-alone page, made like the first one, with the checksum that any script of the
 * page can work out as well as we can.
 */
export const plant = (page, text, at = 1, fields = {}) =>
  page.evaluate(
    ([text, at, fields]) =>
      new Promise((resolve, reject) => {
        let crc = ~0;
        for (const byte of new TextEncoder().encode(text)) {
          crc ^= byte;
          for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
        }
        const request = indexedDB.open("tour-de-table");
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const transaction = request.result.transaction(["revisions", "texts"], "readwrite");
          const asked = transaction.objectStore("revisions").get(["page:/", 1]);
          asked.onsuccess = () => {
            if (!asked.result) return reject(new Error("no first revision to make it like"));
            transaction.objectStore("revisions").put({ ...asked.result, ...fields, crc: ~crc >>> 0 }, ["page:/", at]);
            transaction.objectStore("texts").put(text, ["page:/", at]);
          };
          transaction.oncomplete = () => resolve(request.result.close());
        };
      }),
    [text, at, fields],
  );

/** For the pages to come, what opens the database hears of its success so many milliseconds late. */
export const openLate = (context, late) =>
  context.addInitScript((ms) => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (...names) {
      const request = open.apply(this, names);
      Object.defineProperty(request, "onsuccess", {
        set(heard) {
          this.addEventListener("success", (event) => setTimeout(() => heard.call(this, event), ms));
        },
      });
      return request;
    };
  }, late);
