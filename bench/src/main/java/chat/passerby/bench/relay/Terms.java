package chat.passerby.bench.relay;

/// The load that both get, and for how long. Immutable, and within bounds: the constructor refuses what is not.
///
/// @param rounds      that count
/// @param perSecond   packets, both ways together, while CPU is counted
/// @param seconds     for which
/// @param clients     each with one allocation, one channel and one peer
/// @param bytes       of payload in each packet
/// @param allocations while memory is measured
record Terms(int rounds, int perSecond, double seconds, int clients, int bytes, int allocations) {
    /// Of allocations: each takes one of the ports that a server has here.
    static final int MOST = 2_500;

    Terms {
        require(1 <= rounds && rounds <= 20, "rounds", "1 to 20");
        require(1_000 <= perSecond && perSecond <= 1_000_000, "rate", "1000 to 1000000");
        require(0.2 <= seconds && seconds <= 60, "seconds", "0.2 to 60");
        require(1 <= clients && clients <= 1_000, "clients", "1 to 1000");
        require(1 <= bytes && bytes <= 1_400, "bytes", "1 to 1400");
        require(100 <= allocations && allocations <= MOST, "allocations", "100 to " + MOST);
    }

    private static void require(boolean right, String option, String range) {
        if (!right) throw new IllegalArgumentException("--" + option + " must be from " + range);
    }

    @Override
    public String toString() {
        return "UDP on loopback, %d clients, each with a channel to a peer of its own; packets of %,d bytes, both ways"
                .formatted(clients, bytes);
    }
}
