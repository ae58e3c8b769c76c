import { Icon } from "../../view/icons";
import { words } from "../words";
import type { Dispatch } from "./app";

export function Back({ dispatch }: { dispatch: Dispatch }) {
  return (
    <div>
      <button
        class="button plain back"
        type="button"
        data-testid="back"
        onClick={() => dispatch({ type: "go", to: "queue" })}
      >
        <Icon name="back" />
        {words.back}
      </button>
    </div>
  );
}
