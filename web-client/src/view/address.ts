import { useSignal, type Signal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { takeCode } from "../storage";

/** The code of a statement that the address names, now or while the page is open; `found` is told of each. */
export function useCode(found: () => void): Signal<string | null> {
  const [first] = useState(takeCode);
  const code = useSignal(first);
  const tell = useRef(found);
  useEffect(() => {
    if (first !== null) tell.current();
    const look = () => {
      const given = takeCode();
      if (given === null) return;
      code.value = given;
      tell.current();
    };
    addEventListener("hashchange", look);
    return () => removeEventListener("hashchange", look);
  }, [code, first]);
  return code;
}
