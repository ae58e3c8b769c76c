package chat.passerby.turn.check;

import chat.passerby.turn.TurnServer;
import java.util.List;

/// How a TURN server is. Immutable.
///
/// @param findings one for each of its addresses, in their order
public record RelayHealth(TurnServer server, List<Finding> findings) {
    public RelayHealth {
        findings = List.copyOf(findings);
    }

    /// Whether visitors are served at one of its addresses at least.
    public boolean works() {
        return findings.stream().anyMatch(Finding::works);
    }
}
