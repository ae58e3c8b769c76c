import "../styles/judged.css";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { appeal, askStatement } from "../ask";
import type { Statement } from "../protocol.generated";
import { TEXT } from "../state";
import { Code } from "./code";
import { judgedWords } from "./judged.words";

/** A statement of reasons, whole: what, why, who, how long, and what one can do about it. */
export function Reasons({ statement }: { statement: Statement }) {
  const [newer, setNewer] = useState<readonly [Statement, Statement] | null>(null);
  // What the server said since about this very one; not about one that it told us later.
  const now = newer?.[0] === statement ? newer[1] : statement;
  const { rule, facts, automatic, decided, until, code } = now;
  return (
    <div class="reasons-given stack" data-testid="statement" data-measure={now.measure} data-appeal={now.appeal}>
      <dl>
        <Row name={judgedWords.rule}>
          <a href={`/rules#${rule}`} target="_blank" rel="noopener">
            {judgedWords.rules[rule]}
          </a>
        </Row>
        <Row name={judgedWords.facts}>
          <bdi class="words" data-testid="statement-facts">
            {facts}
          </bdi>
        </Row>
        <Row name={judgedWords.by}>{automatic ? judgedWords.byItself(decided) : judgedWords.byPerson(decided)}</Row>
        {until !== undefined && <Row name={judgedWords.until}>{judgedWords.day(until)}</Row>}
        <Row name={judgedWords.code}>
          <Code code={code} test="statement-code" />
          <span class="block small soft">{judgedWords.codeLine}</span>
        </Row>
      </dl>
      <Appeal statement={now} told={(next) => setNewer([statement, next])} />
    </div>
  );
}

function Row({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt class="small soft">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Appeal({ statement, told }: { statement: Statement; told: (next: Statement) => void }) {
  const { appeal: state, appealUntil, answer } = statement;
  return (
    <section class="appeal stack" aria-label={judgedWords.appeal}>
      <p role="status" data-testid="appeal-state">
        {judgedWords.appeals[state](appealUntil)}
      </p>
      {answer !== undefined && (
        <blockquote data-testid="appeal-answer">
          <p class="small soft">{judgedWords.answer}</p>
          <p class="words">
            <bdi>{answer}</bdi>
          </p>
        </blockquote>
      )}
      {state === "open" && <AppealForm code={statement.code} told={told} />}
    </section>
  );
}

/** Folded up at first: who has just been sent away is seldom at their best. */
function AppealForm({ code, told }: { code: string; told: (next: Statement) => void }) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const [trouble, setTrouble] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const send = async () => {
    setSending(true);
    setTrouble(null);
    const answer = await appeal(code, text.trim());
    // Made already, perhaps in another tab: see how it stands.
    const now = answer.is === "closed" ? await askStatement(code) : answer;
    setSending(false);
    if (now.is === "here") told(now.value);
    else setTrouble(now.is === "too-fast" ? judgedWords.tooFast(now.retryAfter) : judgedWords.troubles[now.is]);
  };
  if (!open) {
    return (
      <button class="button" type="button" data-testid="appeal" onClick={() => setOpen(true)}>
        {judgedWords.appeal}
      </button>
    );
  }
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label for="appeal-text">{judgedWords.appealText}</label>
      <textarea
        id="appeal-text"
        data-testid="appeal-text"
        rows={5}
        maxLength={TEXT}
        value={text}
        disabled={sending}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <p class="warning" role="alert">
        {trouble}
      </p>
      <button class="button primary" data-testid="appeal-send" disabled={sending || text.trim() === ""}>
        {sending ? judgedWords.sending : judgedWords.appealSend}
      </button>
    </form>
  );
}
