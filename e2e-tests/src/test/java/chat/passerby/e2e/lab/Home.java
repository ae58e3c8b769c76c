package chat.passerby.e2e.lab;

import chat.passerby.e2e.stage.Machine;
import java.util.List;

/// Where visitors live: one machine each, and a router.
public enum Home {
    A("a", Machine.RED, "192.168.1.2", "198.51.100.11"),
    B("b", Machine.BLUE, "192.168.2.2", "198.51.100.12");

    private final String site;
    private final Machine machine;
    private final String own;
    private final String router;

    Home(String site, Machine machine, String own, String router) {
        this.site = site;
        this.machine = machine;
        this.own = own;
        this.router = router;
    }

    /// Its machine's own, and that of its router.
    List<String> addresses() {
        return List.of(own, router);
    }

    String site() {
        return site;
    }

    /// The machine's name in the lab.
    String node() {
        return site + "1";
    }

    Machine machine() {
        return machine;
    }
}
