import { beforeEach, describe, expect, it } from 'vitest';

import type {
  AgentId,
  CustomFieldId,
  InteractionId,
  SiteId,
  VisitorId,
} from '../../../plugins/attendance/protocol/schemas/ids';
import type { NewMessage } from '../../../plugins/attendance/server/src/application/messages/ports';
import {
  createDepartment,
  removeDepartment,
  updateDepartment,
} from '../../../plugins/attendance/server/src/application/departments/configure';
import { takeOver } from '../../../plugins/attendance/server/src/application/supervision/take-over';
import { setField } from '../../../plugins/attendance/server/src/application/tools/set-field';
import { mergeVisitors } from '../../../plugins/attendance/server/src/application/known-visitors/merge-visitors';
import { SLOT_COUNT } from '../../../plugins/attendance/server/src/domain/routing/capacity';
import { byNumber } from '../../support/by-number';
import { CAPTURED, codeOf, dataOf, openScene, START, type ChatScene, type OpenChatWorld } from '../world';

const BY = { userId: 1, userName: 'Ana' };

/** What is asked for at once is done in any order: these hold for each. */
export function describeRaces(open: OpenChatWorld): void {
  let scene: ChatScene;
  let ana: AgentId;
  beforeEach(async () => {
    scene = await openScene(open);
    ana = await scene.online('Ana', SLOT_COUNT);
  });
  const opened = async (agentId = ana): Promise<InteractionId> => {
    const id = await scene.assigned(agentId);
    dataOf(await scene.apply(id, { kind: 'open', agentId }));
    return id;
  };
  const fromVisitor = (id: InteractionId, visitorId: VisitorId, name: string): NewMessage => ({
    interactionId: id,
    clientMessageId: name,
    body: name,
    author: { side: 'visitor', visitorId },
  });
  const fromAgent = (id: InteractionId, name: string): NewMessage => ({
    interactionId: id,
    clientMessageId: name,
    body: name,
    author: { side: 'agent', agentId: ana, agentName: 'Ana' },
  });
  const sequencesOf = async (id: InteractionId): Promise<number[]> =>
    (await scene.messages.after(id, 0, 100)).messages.map(({ sequence }) => sequence);
  const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
  /** An agent's slots, each with the interaction that holds it. */
  const heldBy = async (agentId: AgentId) => (await scene.slots()).filter((slot) => slot.agentId === agentId);

  describe('at once', () => {
    it('[R6] [R2] of ten claims for the last two slots two win, and the others leave nothing behind', async () => {
      const bruno = await scene.online('Bruno', 2);
      const ids: InteractionId[] = [];
      for (let one = 0; one < 10; one += 1) ids.push(await scene.waiting());
      const outcomes = await Promise.all(ids.map((id) => scene.interactions.claim(id, bruno, START)));
      expect(outcomes.map(codeOf).sort()).toEqual([...Array<string>(8).fill('conflict'), 'ok', 'ok']);
      const won = ids.filter((_, index) => outcomes[index]?.ok);
      const held = await heldBy(bruno);
      expect(held.map(({ slot }) => slot)).toEqual([0, 1]);
      expect(held.map(({ interactionId }) => interactionId).sort(byNumber)).toEqual(won);
      expect(await scene.assignments()).toHaveLength(2);
      expect(await scene.interactions.waiting()).toHaveLength(8);
    });

    it('[R6] of five agents for one interaction one gets it', async () => {
      const agents: AgentId[] = [];
      for (const name of ['Bruno', 'Carla', 'Davi', 'Eva', 'Fabio']) agents.push(await scene.online(name));
      const id = await scene.waiting();
      const outcomes = await Promise.all(agents.map((one) => scene.interactions.claim(id, one, START)));
      expect(outcomes.map(codeOf).sort()).toEqual([...Array<string>(4).fill('conflict'), 'ok']);
      const winner = agents.find((_, index) => outcomes[index]?.ok);
      expect(await scene.slots()).toEqual([{ agentId: winner, slot: 0, interactionId: id }]);
    });

    it('[C3] a message that is posted ten times is one message', async () => {
      const id = await opened();
      const visitorId = await scene.visitorOf(id);
      const same = fromVisitor(id, visitorId, 'message-1');
      const outcomes = await Promise.all(Array.from({ length: 10 }, () => scene.messages.post(same)));
      const posted = outcomes.map(dataOf);
      expect(posted.filter(({ isNew }) => isNew)).toHaveLength(1);
      expect(new Set(posted.map(({ message }) => message.sequence))).toEqual(new Set([2]));
      expect(await sequencesOf(id)).toEqual([1, 2]);
    });

    it('[C3] messages of both sides, pages and watermarks share one dense order', async () => {
      const id = await opened();
      const visitorId = await scene.visitorOf(id);
      await Promise.all([
        ...upTo(8).map((one) => scene.messages.post(fromVisitor(id, visitorId, `question-${one}`))),
        ...upTo(8).map((one) => scene.messages.post(fromAgent(id, `answer-${one}`))),
        ...upTo(4).map((one) =>
          scene.interactions.recordPage(
            id,
            { url: `https://shop.example/${one}`, title: '', referrer: '' },
            START,
          ),
        ),
        ...upTo(4).map((one) => scene.interactions.advanceWatermark(id, 'agent', 'read', one)),
      ]);
      expect(await sequencesOf(id)).toEqual(upTo(21));
      const { lastSequence, revision } = await scene.stored(id);
      // Claimed and opened, sixteen messages, four pages: each is one step.
      expect({ lastSequence, revision }).toEqual({ lastSequence: 21, revision: 23 });
    });

    it('[C3] [K7] what a command without effect answers is of one moment, whatever is posted meanwhile', async () => {
      const id = await opened();
      const visitorId = await scene.visitorOf(id);
      const answers = await Promise.all(
        upTo(8).map(async (one) => {
          const [, answer] = await Promise.all([
            scene.messages.post(fromVisitor(id, visitorId, `message-${one}`)),
            scene.apply(id, { kind: 'open', agentId: ana }),
          ]);
          return answer;
        }),
      );
      const { messages } = await scene.messages.after(id, 0, 100);
      for (const { hasChanged, stored } of answers.map(dataOf)) {
        expect(hasChanged).toBe(false);
        const { lastPreview, lastSequence, unreadCount } = stored;
        expect(unreadCount).toBe(lastSequence - 1);
        const last = messages[lastSequence - 1];
        expect(lastPreview?.body).toBe(last?.side === 'visitor' ? last.body : undefined);
      }
    });

    it('[C3] [P5] messages and the visitor’s end: what is accepted stands before the end, the rest is refused', async () => {
      const id = await opened();
      const visitorId = await scene.visitorOf(id);
      const posting = (one: number) => scene.messages.post(fromVisitor(id, visitorId, `message-${one}`));
      const [before, ended, after] = await Promise.all([
        Promise.all(upTo(4).map(posting)),
        scene.apply(id, { kind: 'visitor-end' }),
        Promise.all([5, 6, 7, 8].map(posting)),
      ]);
      const outcomes = [...before, ...after];
      const end = dataOf(ended).lines[0]?.sequence ?? 0;
      const accepted = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.data.message.sequence] : []));
      expect(accepted.sort(byNumber)).toEqual(upTo(end - 1).slice(1));
      const refused = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.code]));
      expect(refused).toEqual(Array<string>(8 - accepted.length).fill('conflict'));
      expect(await sequencesOf(id)).toEqual(upTo(end));
    });

    it('[P3] a visitor who asks in five tabs has one interaction', async () => {
      const { interactions, siteId } = scene;
      const visitorId = await scene.visitor();
      const request = { siteId, visitorId, departmentId: null, channel: 'chat', captured: CAPTURED } as const;
      const started = await Promise.all(upTo(5).map(() => interactions.start(request, START)));
      expect(started.filter(({ isNew }) => isNew)).toHaveLength(1);
      expect(new Set(started.map(({ stored }) => stored.interaction.id)).size).toBe(1);
    });

    it('[R17] [R6] [K4] [Z170] two supervisors, the agent’s own end and the visitor’s: each chat ends up with one, and no capacity is exceeded', async () => {
      const [sofia, tiago] = [await scene.online('Sofia', 3), await scene.online('Tiago', 2)];
      const ids = [];
      for (let one = 0; one < 8; one += 1) ids.push(await opened());
      const calls = [await scene.waiting('voice'), await scene.waiting('voice')];
      const take = (id: InteractionId, by: AgentId) =>
        scene.database.transact((tx) => takeOver(tx, id, by, START));
      const all = await Promise.all([
        ...[...ids, ...calls].flatMap((id) => [take(id, sofia), take(id, tiago)]),
        ...ids.slice(0, 3).map((id) => scene.apply(id, { kind: 'agent-end', agentId: ana })),
        ...ids.slice(2, 5).map((id) => scene.apply(id, { kind: 'supervisor-end' })),
        ...ids.slice(4, 6).map((id) => scene.apply(id, { kind: 'visitor-end' })),
      ]);
      expect(
        all.filter((outcome) => !outcome.ok && !['conflict', 'not_found'].includes(outcome.code)),
      ).toEqual([]);
      const slots = await scene.slots();
      expect(new Set(slots.map(({ agentId, slot }) => `${agentId}/${slot}`)).size).toBe(slots.length);
      for (const [supervisor, capacity] of [
        [sofia, 3],
        [tiago, 2],
      ] as const) {
        const theirs = slots.filter(({ agentId }) => agentId === supervisor);
        const held = new Set(theirs.map(({ interactionId }) => interactionId));
        const holdsCall = calls.some((id) => held.has(id));
        expect(theirs.length).toBe(holdsCall ? SLOT_COUNT : held.size);
        expect(held.size).toBeLessThanOrEqual(holdsCall ? 1 : capacity);
      }
      for (const id of [...ids, ...calls]) {
        const { interaction } = await scene.stored(id);
        const holders = new Set(
          slots.filter((slot) => slot.interactionId === id).map(({ agentId }) => agentId),
        );
        expect([...holders]).toEqual(interaction.status === 'assigned' ? [interaction.agentId] : []);
        const held = (await scene.assignments()).filter(
          (one) => one.interactionId === id && one.releasedAt === null,
        );
        expect(held.map(({ agentId }) => agentId)).toEqual([...holders]);
      }
    });

    it('[R15] [R6] transfers against each other and against claims: nobody waits for ever, and every slot is of one', async () => {
      const bruno = await scene.online('Bruno', SLOT_COUNT);
      const ofAna = [await opened(), await opened(), await opened()];
      const ofBruno = [await opened(bruno), await opened(bruno), await opened(bruno)];
      const waiting = [await scene.waiting(), await scene.waiting()];
      const move = (id: InteractionId, from: AgentId, to: AgentId) =>
        scene.interactions.transfer(
          id,
          { agentId: from, agentName: 'X', note: '', to: { kind: 'agent', agentId: to } },
          START,
        );
      const claim = (id: InteractionId, agentId: AgentId) => scene.interactions.claim(id, agentId, START);
      // A claim of what is transferred is refused at every moment: whoever gets it has it already.
      const moveAmidClaims = async (id: InteractionId, from: AgentId, to: AgentId) => {
        const [before, moved, after] = await Promise.all([claim(id, to), move(id, from, to), claim(id, to)]);
        return [before, moved, after].map(codeOf);
      };
      const [moved, claimed] = await Promise.all([
        Promise.all([
          ...ofAna.map((id) => moveAmidClaims(id, ana, bruno)),
          ...ofBruno.map((id) => moveAmidClaims(id, bruno, ana)),
        ]),
        Promise.all(waiting.map((id) => claim(id, ana))),
      ]);
      expect(moved).toEqual(Array.from({ length: 6 }, () => ['conflict', 'ok', 'conflict']));
      expect(claimed.map(codeOf)).toEqual(['ok', 'ok']);
      const heldIds = async (agentId: AgentId) =>
        (await heldBy(agentId)).map(({ interactionId }) => interactionId).sort(byNumber);
      expect(await heldIds(ana)).toEqual([...ofBruno, ...waiting].sort(byNumber));
      expect(await heldIds(bruno)).toEqual(ofAna);
    });

    it('[M1] [R4] a call that takes its agent whole and a claim: one of them is refused', async () => {
      const bruno = await scene.online('Bruno');
      const id = await opened(bruno);
      const other = await scene.waiting();
      const by = { side: 'agent', agentId: bruno } as const;
      const [asked, claimed] = await Promise.all([
        scene.apply(id, { kind: 'call-ask', by, medium: 'voice' }),
        scene.interactions.claim(other, bruno, START),
      ]);
      expect([codeOf(asked), codeOf(claimed)].sort()).toEqual(['conflict', 'ok']);
      expect(await heldBy(bruno)).toHaveLength(asked.ok ? SLOT_COUNT : 2);
    });

    it('[A4] fields of one visitor, each set from another site, are all kept', async () => {
      const { database } = scene;
      const visitorId = await scene.visitor();
      const subjects: { id: InteractionId; field: CustomFieldId }[] = [];
      for (const name of ['A', 'B', 'C', 'D', 'E', 'F']) {
        const siteId = await scene.site(name);
        const request = {
          siteId,
          visitorId,
          departmentId: null,
          channel: 'chat',
          captured: CAPTURED,
        } as const;
        const { id } = (await scene.interactions.start(request, START)).stored.interaction;
        dataOf(await scene.interactions.claim(id, ana, START));
        subjects.push({ id, field: await scene.field('visitor') });
      }
      const outcomes = await Promise.all(
        subjects.map(({ field, id }) => database.transact((tx) => setField(tx, id, ana, field, `of ${id}`))),
      );
      expect(outcomes.map(codeOf)).toEqual(Array<string>(6).fill('ok'));
      expect(await database.transact((tx) => tx.fields.ofVisitor(visitorId))).toEqual(
        Object.fromEntries(subjects.map(({ field, id }) => [String(field), `of ${id}`])),
      );
    });

    it('[R11] an agent who is taken into two departments at once is in both', async () => {
      const keys = ['vendas', 'suporte', 'obras'];
      const made = [];
      for (const key of keys)
        made.push(dataOf(await scene.database.transact((tx) => createDepartment(tx, { key, name: key }))));
      const changes = made.map(({ id, key, name, version }) =>
        scene.database.transact((tx) => updateDepartment(tx, id, { agentIds: [ana], key, name, version })),
      );
      expect((await Promise.all(changes)).map(codeOf)).toEqual(['ok', 'ok', 'ok']);
      const departmentIds = (await scene.agents.find(ana))?.departmentIds ?? [];
      expect([...departmentIds].sort(byNumber)).toEqual(made.map(({ id }) => id).sort(byNumber));
    });

    it('[R15] [R11] a transfer to a department that is removed meanwhile: nobody waits for one that is gone', async () => {
      for (const key of ['vendas', 'suporte', 'obras', 'trocas']) {
        const {
          id: departmentId,
          name,
          version,
        } = dataOf(await scene.database.transact((tx) => createDepartment(tx, { key, name: key })));
        const members = { agentIds: [ana], key, name, version };
        dataOf(await scene.database.transact((tx) => updateDepartment(tx, departmentId, members)));
        const ids = [await opened(), await opened(), await opened()];
        const request = {
          ...{ agentId: ana, agentName: 'Ana', note: '' },
          to: { kind: 'department', departmentId },
        } as const;
        // They are of the department already: whoever removes it changes them too.
        for (const one of ids) {
          dataOf(await scene.interactions.transfer(one, request, START));
          dataOf(await scene.interactions.claim(one, ana, START));
          dataOf(await scene.apply(one, { kind: 'open', agentId: ana }));
        }
        const [removed, ...moved] = await Promise.all([
          scene.database.transact((tx) => removeDepartment(tx, departmentId)),
          ...ids.map((one) => scene.interactions.transfer(one, request, START)),
        ]);
        const codes = moved.map(codeOf);
        expect(codes).toEqual(ids.map(() => (removed.ok ? 'not_found' : 'ok')));
        for (const one of ids) {
          const department = (await scene.interactions.find(one))?.department ?? null;
          expect(department?.id ?? null).toBe(removed.ok ? null : departmentId);
          if (removed.ok) dataOf(await scene.apply(one, { kind: 'agent-end', agentId: ana }));
        }
      }
    });

    it('[Z73] [P3] two who become one while theirs are claimed, begun and tagged with fields: all of it is the kept one’s', async () => {
      const { database } = scene;
      const begin = async (visitorId: VisitorId, siteId: SiteId) => {
        const request = {
          siteId,
          visitorId,
          departmentId: null,
          channel: 'chat',
          captured: CAPTURED,
        } as const;
        return (await scene.interactions.start(request, START)).stored.interaction.id;
      };
      const [kept, gone] = [await scene.visitor(), await scene.visitor()];
      const elsewhere = await scene.site('Outra');
      const [waiting, held] = [await begin(gone, scene.siteId), await begin(gone, elsewhere)];
      dataOf(await scene.interactions.claim(held, ana, START));
      const field = await scene.field('visitor');
      const third = await scene.site('Terceira');
      const request = { keptId: kept, goneId: gone, choices: { fieldValues: {} }, by: BY };
      const [merged, claimed, begun, set] = await Promise.all([
        database.transact((tx) => mergeVisitors(tx, request, START)),
        scene.interactions.claim(waiting, ana, START),
        begin(gone, third),
        database.transact((tx) => setField(tx, held, ana, field, 'ouro')),
      ]);
      expect([merged, claimed, set].map(codeOf)).toEqual(['ok', 'ok', 'ok']);
      for (const id of [waiting, held, begun]) expect(await scene.visitorOf(id)).toBe(kept);
      expect((await scene.interactions.openOf(kept)).map(({ interaction }) => interaction.id)).toHaveLength(
        3,
      );
      expect(await database.transact((tx) => tx.fields.ofVisitor(kept))).toEqual({ [String(field)]: 'ouro' });
      expect(await database.transact((tx) => tx.visitors.lock(gone))).toBeNull();
    });
  });
}
