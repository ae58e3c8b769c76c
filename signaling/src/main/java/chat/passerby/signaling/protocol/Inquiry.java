package chat.passerby.signaling.protocol;

import jakarta.validation.constraints.Size;

/// What a visitor asks over HTTP, by a code, and so without a session: who is banned has none. As strict as a message.
public sealed interface Inquiry {

    /// What became of my report?
    record Outcome(@Size(min = 1, max = Bounds.CODE) String receipt) implements Inquiry {
        public Outcome {
            Check.text("receipt", receipt, Bounds.CODE);
        }

        /// Not the code: it belongs in no log.
        @Override
        public String toString() {
            return "Outcome";
        }
    }

    /// What was decided about me, and why?
    record Reasons(@Size(min = 1, max = Bounds.CODE) String code) implements Inquiry {
        public Reasons {
            Check.text("code", code, Bounds.CODE);
        }

        @Override
        public String toString() {
            return "Reasons";
        }
    }

    /// Somebody else shall look at it.
    ///
    /// @param text why
    record Appeal(
            @Size(min = 1, max = Bounds.CODE) String code,
            @Size(min = 1, max = Bounds.TEXT) String text) implements Inquiry {
        public Appeal {
            Check.text("code", code, Bounds.CODE);
            Check.text("text", text, Bounds.TEXT);
        }

        @Override
        public String toString() {
            return "Appeal";
        }
    }
}
