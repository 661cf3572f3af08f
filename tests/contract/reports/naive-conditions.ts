import type { ReportConditions } from '../../../plugins/attendance/protocol/reports/report-filter';
import type { ReportSelection } from '../../../plugins/attendance/server/src/application/reports/report-scope';
import { ZONE, type Holding, type Lived } from './generated-interactions';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const clock = new Intl.DateTimeFormat('en-US', {
  timeZone: ZONE,
  weekday: 'short',
  hour: 'numeric',
  hourCycle: 'h23',
});

function partOf(at: number, type: 'weekday' | 'hour'): string {
  return clock.formatToParts(at).find((part) => part.type === type)?.value ?? '';
}

/** What was answered and never responded to would be responded to after any time. */
function neverIn({ durations, outcome }: Lived) {
  return outcome === 'answered' && durations.firstResponse === null ? { firstResponse: Infinity } : {};
}

type Test = (lived: Lived, selection: ReportSelection) => boolean;

const OWN: Readonly<
  Record<Exclude<NonNullable<ReportConditions['own']>, 'rated' | 'level'>, (holding: Holding) => boolean>
> = {
  attended: ({ openedAt }) => openedAt !== null,
  missed: ({ openedAt, outcome }) => outcome === 'missed' || (outcome === 'reassigned' && openedAt === null),
  transferred: ({ outcome }) => outcome === 'transferred',
  firstResponse: ({ measured }) => measured.firstResponse !== null,
  response: ({ measured }) => measured.responseCount > 0,
  handling: ({ measured }) => measured.handling !== null,
  wrapUp: ({ measured }) => measured.wrapUp !== null,
};

const CONDITIONS: Readonly<Record<keyof ReportConditions, Test>> = {
  outcome: (lived, { outcome }) => lived.outcome === outcome,
  endedBy: (lived, { endedBy }) => lived.endedBy === endedBy,
  weekday: ({ requestedAt }, { weekday }) => WEEKDAYS.indexOf(partOf(requestedAt, 'weekday')) === weekday,
  hour: ({ requestedAt }, { hour }) => Number(partOf(requestedAt, 'hour')) === hour,
  has: (lived, { has }) => {
    if (has === 'missed') return lived.missed > 0;
    if (has === 'transfer') return lived.transfers > 0;
    return has === 'call' ? lived.callCount > 0 : lived.rating !== null;
  },
  rating: ({ isRatingAsked, rating }, asked) => {
    if (asked.rating === 'none') return isRatingAsked && rating === null;
    if (rating === null) return false;
    const told = rating.scale === 'stars' ? String(rating.score) : ['down', 'up'][rating.score];
    return told === asked.rating;
  },
  level: (lived, { callLevelMs, chatLevelMs, level }) => {
    const most = lived.beganAs === 'chat' ? chatLevelMs : callLevelMs;
    const { firstResponse, waiting } = { ...lived.durations, ...neverIn(lived) };
    const isMet = firstResponse !== null && firstResponse <= most;
    if (lived.outcome === 'abandoned') return level !== 'met' && waiting !== null && waiting >= most;
    if (level === 'met') return isMet;
    if (level === 'measured') return firstResponse !== null;
    return firstResponse !== null && !isMet;
  },
  measured: ({ durations, outcome }, selection) => {
    const { measured } = selection;
    if (measured === undefined || durations[measured] === null) return false;
    return measured !== 'waiting' || selection.outcome !== undefined || outcome !== 'abandoned';
  },
  raised: ({ beganAs, channel }) => beganAs === 'chat' && channel !== 'chat',
  handedTo: ({ holdings }, { agentId, handedTo }) =>
    holdings.some(
      (holding, index) =>
        holding.agentId === agentId &&
        holding.outcome === 'transferred' &&
        (holdings[index + 1]?.agentId ?? null) === (handedTo === 'none' ? null : handedTo),
    ),
  own: (lived, { agentId, own }) => {
    const { durations, holdings, outcome, rating } = lived;
    if (own === undefined) return false;
    if (own === 'rated') return rating !== null && holdings.at(-1)?.agentId === agentId;
    const theirs = holdings.filter((holding) => holding.agentId === agentId);
    if (own !== 'level') return theirs.some((holding) => OWN[own](holding));
    const isUnheard = outcome === 'answered' && durations.firstResponse === null;
    return theirs.some((holding) => OWN.firstResponse(holding) || (isUnheard && OWN.attended(holding)));
  },
};

const FILTERS: Readonly<
  Record<'channel' | 'siteId' | 'departmentId' | 'agentId' | 'tagId' | 'origin', Test>
> = {
  channel: (lived, { channel }) => lived.channel === channel,
  siteId: (lived, { siteId }) => lived.siteId === siteId,
  departmentId: (lived, { departmentId }) =>
    lived.departmentId === (departmentId === 'none' ? null : departmentId),
  agentId: ({ holdings }, { agentId }) => holdings.some((holding) => holding.agentId === agentId),
  tagId: ({ tags }, { tagId }) => tags.some(({ id }) => id === tagId),
  origin: (lived, { origin }) => lived.origin === origin,
};

/** Whether an interaction belongs to a selection, as the definitions say it: from what was lived, without a database. */
export function belongsTo(lived: Lived, selection: ReportSelection): boolean {
  if (lived.requestedAt < selection.since || lived.requestedAt >= selection.until) return false;
  return Object.entries({ ...FILTERS, ...CONDITIONS }).every(
    ([name, test]) => selection[name as keyof ReportSelection] === undefined || test(lived, selection),
  );
}
