package chat.passerby.turn;

import java.time.Instant;

/// How visitors log in at a TURN server. Immutable.
public sealed interface Login permits Credentials, Login.Fixed {
    /// What one visitor presents, for one negotiation.
    ///
    /// @param tag names the negotiation, and says nothing about a person
    Credential credential(String tag, Instant now);

    /// The same for everybody and for ever, as some who let TURN servers want it.
    record Fixed(Credential credential) implements Login {
        @Override
        public Credential credential(String tag, Instant now) {
            return credential;
        }
    }
}
