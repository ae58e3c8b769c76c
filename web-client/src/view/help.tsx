import { Modal } from "./modal";

export function HelpPanel({ close }: { close: () => void }) {
  return (
    <Modal test="help" title="Help" close={close}>
      <p />
    </Modal>
  );
}
