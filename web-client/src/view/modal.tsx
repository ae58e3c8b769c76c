import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "./icons";
import { words } from "./words";

interface ModalProps {
  test: string;
  title: string;
  close: () => void;
  children: ComponentChildren;
}

/** A native modal dialog: it keeps the focus, gives it back, and Esc closes it, all by itself. */
export function Modal({ test, title, close, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const gone = useRef(false);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => {
      gone.current = true;
      element?.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="modal"
      data-testid={test}
      aria-labelledby={`${test}-title`}
      onClose={() => gone.current || close()}
    >
      <div class="stack">
        <div class="modal-head row">
          <h2 id={`${test}-title`} tabIndex={-1} autofocus>
            {title}
          </h2>
          <button class="button plain square" type="button" aria-label={words.close} onClick={close}>
            <Icon name="close" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
