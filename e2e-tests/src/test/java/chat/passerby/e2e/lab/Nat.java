package chat.passerby.e2e.lab;

import java.util.Locale;

/// What stands between a home and the internet. `natlab.sh` says what each does, in the words of RFC 4787.
public enum Nat {
    OPEN("open"),
    FULLCONE("full cone"),
    ADDRRESTRICTED("address-restricted"),
    PORTRESTRICTED("port-restricted"),
    SYMMETRIC("symmetric"),
    UDPBLOCKED("UDP blocked"),
    TCP443("443 only"),
    CGNAT("carrier NAT"),
    CGNAT_SYM("symmetric carrier NAT");

    private final String title;

    Nat(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /// In the words of `natlab.sh`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
