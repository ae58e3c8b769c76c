package chat.passerby.e2e.lab;

import chat.passerby.e2e.stage.Machine;

/// Where visitors live: one machine each, and a router.
public enum Home {
    A("a", Machine.RED),
    B("b", Machine.BLUE);

    private final String site;
    private final Machine machine;

    Home(String site, Machine machine) {
        this.site = site;
        this.machine = machine;
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
