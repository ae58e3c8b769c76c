import "../styles/judged.css";
import { useState } from "preact/hooks";
import { judgedWords } from "./judged.words";

/** A code to keep, in one piece however it is selected; copied where the browser lets a page do so. */
export function Code({ code, test }: { code: string; test: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () => {
    void navigator.clipboard.writeText(code).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <span class="code-line row">
      <span class="code" data-testid={test}>
        {code}
      </span>
      {"clipboard" in navigator && (
        <button class="button small" type="button" data-testid={`${test}-copy`} aria-live="polite" onClick={copy}>
          {copied ? judgedWords.copied : judgedWords.copy}
        </button>
      )}
    </span>
  );
}
