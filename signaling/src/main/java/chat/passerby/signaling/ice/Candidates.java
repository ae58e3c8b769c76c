package chat.passerby.signaling.ice;

import org.jspecify.annotations.Nullable;

/// What may stand in the candidates of a room, whatever a client sends: one by one, or in a session description. What
/// passes is written anew, so that a browser reads in it what was judged here and nothing else. No name is looked up.
/// Immutable.
///
/// In every room only addresses pass at which a stranger can live: none of this machine, of this link, of many, or of
/// nobody. In a relayed room only candidates at a relay pass, and all other addresses are taken out.
public final class Candidates {
    private final boolean relayed;
    private final Addresses addresses;

    private Candidates(boolean relayed, boolean loopback) {
        this.relayed = relayed;
        addresses = new Addresses(loopback);
    }

    /// For a room whose two may learn each other's address.
    ///
    /// @param loopback whether this machine's own addresses pass, since nobody comes from elsewhere
    public static Candidates direct(boolean loopback) {
        return new Candidates(false, loopback);
    }

    /// For a room in which one of the two hides.
    ///
    /// @param loopback whether this machine's own addresses pass, since nobody comes from elsewhere
    public static Candidates relayed(boolean loopback) {
        return new Candidates(true, loopback);
    }

    /// Whether only relays pass.
    public boolean relayed() {
        return relayed;
    }

    /// The candidate as it may pass, or null if it may not. The empty one, which ends the candidates, always may.
    public @Nullable String pass(String candidate) {
        if (candidate.isEmpty()) return candidate;
        @Nullable Candidate read = Candidate.parse(candidate);
        if (read == null || !addresses.pass(read)) return null;
        if (!relayed) return read.toString();
        return read.relayed() ? read.withoutBase().toString() : null;
    }

    /// The session description as it may pass.
    public String passDescription(String sdp) {
        return new Description(this, relayed).clean(sdp);
    }
}
