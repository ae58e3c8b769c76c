package chat.passerby.signaling.moderation;

/// Where the sessions of the last hour came from, as far as it gives away a reverse proxy that nobody declared: then
/// all visitors seem to be in its network. Immutable.
///
/// @param sessions all
/// @param largest  those from the network that most came from
/// @param declared whether the hoster names proxies (`proxy.trusted`)
public record Peers(int sessions, int largest, boolean declared) {
    /// Whether a network's ban might shut out everybody: half or more came from one network, and no proxy is declared.
    /// After an hour without visitors nobody knows, and the answer is yes.
    public boolean lookLikeAProxy() {
        return !declared && largest * 2 >= sessions;
    }
}
