// The step of governance: seats shared out, presets that propose whom to seat, quorum, plans, admission of associations.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { assertAccessible, browserTest } from "./support/browser-test.mjs";
import { bodies, drawn, empty, example, open, settles, value } from "./support/governance.mjs";

browserTest("seats or votes are shared out by two methods, seen first, with the ties said", { width: 1440, height: 900 }, async (tools) => {
  const { page, widget, screenshot } = tools;
  await open(tools, drawn());
  const dialog = widget.getByRole("dialog");
  // The textbook case: 41,000, 29,000, 17,000 and 13,000 for 8 seats: 4, 2, 1, 1 by highest averages, 3, 2, 2, 1 by
  // largest remainder.
  const fill = async () => {
    await widget.getByRole("button", { name: "Répartir les sièges ou les voix" }).click();
    for (const [name, figure] of [["Région", 41], ["Grand Annecy", 29], ["DDETS", 17], ["France Travail", 13]]) {
      await dialog.getByLabel(`Chiffre : ${name}`).fill(String(figure));
    }
  };
  const shared = async () => (await dialog.locator("tbody td.num:last-child").allInnerTexts()).slice(0, 4).join(" ");
  await fill();
  await dialog.getByText("Indiquez le total", { exact: false }).waitFor();
  await dialog.getByLabel("Sièges à répartir").fill("8");
  await settles(shared, "4 2 1 1");
  // Nine seats today: three more for the first, one more for the second; the five without a figure go.
  await dialog.getByText("4 sièges en plus.", { exact: false }).waitFor();
  await dialog.getByText("5 sièges en moins : Maison de l’emploi", { exact: false }).waitFor();
  await dialog.getByRole("button", { name: "Plus fort reste" }).click();
  await settles(shared, "3 2 2 1");
  await assertAccessible(page);
  await screenshot("governance-share");
  await dialog.getByRole("button", { name: "Appliquer ces sièges" }).click();
  const seats = async () => (await bodies(tools))[0].seats.map((seat) => `${seat.actor}:${seat.votes}`).join(" ");
  await settles(seats, "a0:1 a0:1 a0:1 a1:1 a1:1 a2:1 a2:1 a3:1");
  const ids = (await bodies(tools))[0].seats.map((seat) => seat.id);
  assert.equal(new Set(ids).size, 8);
  await widget.evaluate((element) => element.undo());
  await settles(async () => (await bodies(tools))[0].seats.length, 9);
  // The same in votes.
  await fill();
  await dialog.getByRole("button", { name: "Des voix" }).click();
  await dialog.getByLabel("Voix à répartir").fill("8");
  await dialog.getByRole("button", { name: "Appliquer ces voix" }).click();
  await settles(async () => (await bodies(tools))[0].seats.map((seat) => seat.votes), [4, 2, 1, 1, 0, 0, 0, 0, 0]);
  await widget.evaluate((element) => element.undo());
  await settles(async () => (await bodies(tools))[0].seats[0].votes, 4);
});

browserTest("a preset proposes whom to seat, keeps named holes, and enters at once", { width: 1440, height: 900 }, async (tools) => {
  const { page, widget, screenshot } = tools;
  await open(tools, { ...empty, actors: drawn().actors });
  await widget.getByRole("button", { name: "Partir d’un modèle" }).click();
  await widget.getByRole("button", { name: "Prendre ce modèle : Conseil d’un partenariat de gestion" }).click();
  const dialog = widget.getByRole("dialog", { name: /^Qui siège/ });
  // No actor says its sub-kind: no local authority is known. One association; then the best mobilised of the others.
  await dialog.getByText("3 sièges sur 8 ont une proposition", { exact: false }).waitFor();
  await assertAccessible(page);
  await screenshot("governance-review");
  const first = dialog.getByLabel("Collectivité locale, siège 1");
  assert.equal(await first.inputValue(), "");
  await first.selectOption({ label: "Grand Annecy" });
  await dialog.getByText("4 sièges sur 8 ont une proposition", { exact: false }).waitFor();
  await dialog.getByRole("button", { name: "Créer cette instance" }).click();
  const seated = async () => (await bodies(tools))[0]?.seats.map((seat) => seat.actor ?? "-").join(" ");
  await settles(seated, "a1 - - a8 - - a4 a3");
  // A hole is named by its college.
  await widget.locator(".gov-rows").getByText("Collectivité locale – siège 2 (à pourvoir)", { exact: false }).waitFor();
  await widget.evaluate((element) => element.undo());
  await settles(() => bodies(tools), []);
});

browserTest("the quorum is read as it is written, and kept", { width: 1440, height: 900 }, async (tools) => {
  const { page, widget } = tools;
  await open(tools, drawn());
  await widget.getByText("Quorum, voix prépondérante, vote par collège").click();
  const quorum = widget.getByLabel("Quorum", { exact: false }).first();
  for (const [text, understood] of [
    ["la moitié", "Compris : la moitié des sièges au moins, soit 5 sièges présents sur les 9 qui votent."],
    ["2/3", "Compris : 2/3 des sièges au moins, soit 6 sièges présents sur les 9 qui votent."],
    ["4 membres", "Compris : 4 sièges au moins, soit 4 sièges présents sur les 9 qui votent."],
  ]) {
    await quorum.fill(text);
    await widget.getByText(understood).waitFor();
    assert.equal((await bodies(tools))[0].quorum, text);
  }
  // The four lightest hold 1 + 2 + 2 + 2, the four heaviest 4 + 4 + 4 + 2.
  await widget.getByText("de 7 à 14 voix, pour 12 requises", { exact: false }).waitFor();
  await quorum.fill("comme d’habitude");
  await widget.locator(".error", { hasText: "Quorum non compris." }).waitFor();
  await assertAccessible(page);
  assert.equal((await bodies(tools))[0].quorum, "comme d’habitude");
  await quorum.fill("30");
  await widget.locator(".error", { hasText: "il ne serait jamais atteint" }).waitFor();
});

browserTest("plans are adopted by a body, on a day, by keyboard", { width: 1440, height: 900 }, async (tools) => {
  const { page, widget } = tools;
  await open(tools, drawn());
  const state = widget.getByLabel("Où en est : Plan d’action");
  await state.focus();
  await page.keyboard.type("Adopt");
  const plans = async () => (await value(tools)).plans ?? [];
  await settles(async () => (await plans()).map(({ kind, status }) => [kind, status]), [["action", "adopted"]]);
  await widget.getByLabel("Adopté le", { exact: false }).fill("2026-10-05");
  await widget.getByLabel("Par quelle instance").focus();
  await page.keyboard.type("Comité");
  await settles(async () => {
    const [{ adoptedOn, adoptedBy }] = await plans();
    return [adoptedOn, adoptedBy];
  }, ["2026-10-05", "b"]);
  await assertAccessible(page);
  // Each is a change of its own to undo.
  await widget.evaluate((element) => element.undo());
  await settles(async () => (await plans()).map(({ adoptedOn, adoptedBy }) => [adoptedOn, adoptedBy]), [["2026-10-05", undefined]]);
  // No longer adopted: neither when nor by whom.
  await state.selectOption({ label: "Rédigé" });
  await settles(async () => (await plans()).map(({ status, adoptedOn, adoptedBy }) => [status, adoptedOn, adoptedBy]), [["draft", undefined, undefined]]);
});

browserTest("criteria of admission are set, and each association looked at", { width: 1440, height: 900 }, async (tools) => {
  const { page, widget, screenshot } = tools;
  const dossier = drawn();
  dossier.bodies[0].kind = "board";
  await open(tools, dossier);
  await widget.getByText("Fixez un critère", { exact: false }).waitFor();
  await widget.getByRole("button", { name: "Ajouter le critère : Liens établis avec les habitants" }).click();
  await widget.getByRole("button", { name: "Ajouter un critère", exact: true }).focus();
  await page.keyboard.press("Enter");
  await widget.getByLabel("Critère 2").focus();
  await page.keyboard.type("Comptes publiés");
  const criteria = async () => (await value(tools)).admissionCriteria ?? [];
  await settles(async () => (await criteria()).map(({ title }) => title), ["Liens établis avec les habitants", "Comptes publiés"]);
  await widget.getByText("0 sur 2 remplis", { exact: false }).waitFor();
  await widget.getByLabel("Association Passerelle : Liens établis avec les habitants").selectOption("met");
  await widget.getByLabel("Association Passerelle : Comptes publiés").focus();
  await page.keyboard.type("non");
  await widget.getByLabel("Ce qui le montre : Comptes publiés, Association Passerelle").fill("Aucun dépôt depuis 2024");
  await widget.getByText("1 sur 2 remplis", { exact: false }).waitFor();
  await settles(async () => (await criteria()).map(({ checks }) => checks?.map(({ actor, status, evidence }) => [actor, status, evidence])), [
    [["a8", "met", undefined]],
    [["a8", "notMet", "Aucun dépôt depuis 2024"]],
  ]);
  await assertAccessible(page);
  await screenshot("governance-settled");
  await page.setViewportSize({ width: 375, height: 800 });
  await assertAccessible(page);
  await screenshot("governance-settled-narrow");
  // V19 is among the points of vigilance.
  await page.setViewportSize({ width: 1440, height: 900 });
  await widget.locator(".finding-title", { hasText: "Association Passerelle ne remplit pas les critères d’admission" }).first().waitFor({ state: "attached" });
});

browserTest("alternates, experts, capacity, college and casting vote, by keyboard", {}, async (tools) => {
  const { page, widget } = tools;
  const dossier = drawn();
  dossier.bodies[0].colleges = [{ id: "g1", title: "Financeurs" }];
  await open(tools, dossier);
  const seat = async (n) => (await bodies(tools))[0].seats[n];
  const choose = async (label, letters) => {
    await widget.getByLabel(label, { exact: true }).focus();
    await page.keyboard.type(letters);
  };
  await widget.getByRole("button", { name: "Détail du siège : CCI" }).focus();
  await page.keyboard.press("Enter");
  await choose("Suppléance de", "Club");
  await settles(async () => (await seat(5)).alternateOf, "s6");
  // An alternate has no vote of its own: one voter fewer.
  await settles(() => widget.locator("tr[data-member]").count(), 8);
  await choose("Siège en qualité de", "usager");
  await choose("Collège", "Fin");
  await settles(async () => [(await seat(5)).capacity, (await seat(5)).college], ["user", "g1"]);
  await widget.getByText("Quorum, voix prépondérante, vote par collège").focus();
  await page.keyboard.press("Enter");
  await choose("Voix prépondérante", "Rég");
  await settles(async () => (await bodies(tools))[0].rule, { majority: "simple", castingVote: "s0" });
  // The slider of the quota answers the arrows: 21 votes are left, 11 needed, then 12.
  await widget.getByLabel("Voix requises, curseur").focus();
  await page.keyboard.press("ArrowRight");
  await settles(async () => (await bodies(tools))[0].rule.quota, 12);
});

browserTest("what changes in A changes in B too", { width: 1440, height: 900 }, async (tools) => {
  const { widget } = tools;
  await open(tools, drawn());
  await widget.getByRole("button", { name: "Fractions exactes" }).click();
  // The next action of the step opens the comparison: Passerelle's vote has no power.
  const next = widget.getByRole("button", { name: "1 voix sans pouvoir : comparer les variantes" });
  await next.click();
  await widget.getByRole("button", { name: "Abandonner B" }).click();
  // As often as it is asked for.
  await next.click();
  await widget.getByRole("button", { name: "Adopter B" }).waitFor();
  await widget.getByRole("button", { name: "Variante A", exact: true }).click();
  await widget.getByRole("button", { name: "Unanimité", exact: false }).click();
  const fractions = async (column) => {
    const cells = await widget.locator("tr[data-member] .gov-exact").allInnerTexts();
    return cells.filter((_, place) => place % 2 === column).join(" ");
  };
  // All nine needed: each turns the one coalition that wins. B keeps its 13 votes needed.
  await settles(() => fractions(0), Array(9).fill("1/9").join(" "));
  await settles(() => fractions(1), "98/570 98/570 46/570 98/570 46/570 46/570 46/570 46/570 46/570");
  // A vote taken from Passerelle in A is taken in B: 22 votes of eight even holders, 13 needed is 14.
  await widget.getByRole("button", { name: "Une voix de moins : Association Passerelle" }).click();
  await settles(async () => [(await fractions(0)).split(" ").at(-1), (await fractions(1)).split(" ").at(-1)].map((text) => text.split("/")[0]), ["0", "0"]);
});

browserTest("the hemicycle is saved as a file, and its table says the same", { width: 1440, height: 900 }, async (tools) => {
  const { page, widget } = tools;
  await open(tools, drawn());
  const save = async (name) => {
    const [download] = await Promise.all([page.waitForEvent("download"), widget.locator(".gov-figure").getByRole("button", { name }).click()]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const svg = await save(/SVG/);
  assert.match(svg.name, /\.svg$/);
  const text = svg.bytes.toString();
  // One mark a vote, the total, the title of the body.
  assert.equal(text.match(/<path /g).length >= 23, true);
  assert.match(text, />23</);
  assert.match(text, /Comité de pilotage/);
  const png = await save(/^PNG$|PNG(?! 300)/);
  assert.equal(png.bytes.subarray(1, 4).toString(), "PNG");
  const sieges = widget.locator(".gov-figure").getByRole("button", { name: "Sièges", exact: true });
  await sieges.focus();
  await page.keyboard.press("Enter");
  const rows = widget.getByRole("table", { name: /^Sièges qui votent/ }).locator("tbody tr");
  assert.equal(await rows.count(), 9);
});

browserTest("every index, with what each means", { width: 1440, height: 900 }, async (tools) => {
  const { page, widget, screenshot } = tools;
  // The Council of 1958: 4, 4, 4, 2, 2, 1, 12 needed (published tables: Banzhaf 5/21 and 1/7, Shapley 7/30 and 3/20).
  const names = ["Allemagne", "France", "Italie", "Belgique", "Pays-Bas", "Luxembourg"];
  await open(tools, {
    ...empty,
    actors: names.map((name, n) => ({ id: `a${n}`, name })),
    bodies: [{ id: "b", title: "Conseil", rule: { majority: "custom", quota: 12 }, seats: [4, 4, 4, 2, 2, 1].map((votes, n) => ({ id: `s${n}`, actor: `a${n}`, votes })) }],
  });
  await widget.getByText("Tous les indices").focus();
  await page.keyboard.press("Enter");
  const table = widget.getByRole("table", { name: /^Tous les indices/ });
  await table.waitFor();
  const row = async (name) => (await table.getByRole("row", { name }).locator("td").allInnerTexts()).map((text) => text.replaceAll(/\s/g, " "));
  assert.deepEqual((await row("Allemagne")).slice(0, 3), ["23,8 %", "31,3 %", "23,3 %"]);
  assert.deepEqual((await row("Belgique")).slice(0, 3), ["14,3 %", "18,8 %", "15,0 %"]);
  assert.deepEqual((await row("Luxembourg")).slice(0, 3), ["0,0 %", "0,0 %", "0,0 %"]);
  // 14 of 64 coalitions win.
  await widget.getByText("21,9", { exact: false }).first().waitFor();
  await assertAccessible(page);
  await screenshot("governance-indices");
});

browserTest("the smallest change is looked for in pieces, and typing goes on", { timeout: 180_000 }, async (tools) => {
  const { page, widget } = tools;
  const members = Array.from({ length: 100 }, (_, n) => ({
    id: `a${n}`,
    name: `Structure ${n}`,
    readings: [{ criterion: "mobilisation", value: n % 2 === 0 ? 0 : 3, on: "2026-10-02" }],
  }));
  await open(tools, {
    ...empty,
    actors: members,
    bodies: [{ id: "b", title: "Assemblée", rule: { majority: "simple" }, seats: members.map(({ id }, n) => ({ id: `s${n}`, actor: id, votes: 50 + n })) }],
  });
  await widget.getByText("Un changement qui suffit", { exact: false }).waitFor();
  await page.evaluate(() => {
    window.long = [];
    new PerformanceObserver((list) => window.long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  });
  // 100 members, 9,950 votes: neither the figures nor the search keep a letter waiting.
  await widget.getByLabel("Intitulé", { exact: true }).focus();
  await page.keyboard.press("End");
  await page.keyboard.type(" générale du bassin", { delay: 60 });
  await page.waitForTimeout(2_500);
  assert.equal((await bodies(tools))[0].title, "Assemblée générale du bassin");
  const longest = Math.max(0, ...(await page.evaluate(() => window.long)));
  tools.t.diagnostic(`longest task: ${longest} ms`);
  assert.ok(longest < 500, `${longest} ms`);
});
