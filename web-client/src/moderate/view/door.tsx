import { Street } from "../../view/street";
import { words } from "../words";
import type { Dispatch } from "./app";

interface DoorProps {
  invited: boolean;
  able: boolean;
  busy: boolean;
  dispatch: Dispatch;
}

/** Nobody is signed in: a passkey opens, an invitation makes one. */
export function Door({ invited, able, busy, dispatch }: DoorProps) {
  return (
    <div class="door">
      <div class="card" data-testid="door">
        <h1 tabIndex={-1}>{invited ? words.invited : words.door}</h1>
        <p>{invited ? words.invitedLine : words.doorLine}</p>
        {able ? (
          <button
            class="button primary"
            type="button"
            data-testid={invited ? "register" : "sign-in"}
            disabled={busy}
            onClick={() => dispatch({ type: "sign-in" })}
          >
            {invited ? words.register : words.signIn}
          </button>
        ) : (
          <p class="warning">{words.noPasskeys}</p>
        )}
      </div>
      <Street online={invited ? 40 : 6} />
    </div>
  );
}
