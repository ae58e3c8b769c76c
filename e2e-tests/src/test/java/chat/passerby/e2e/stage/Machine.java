package chat.passerby.e2e.stage;

import java.awt.Color;

/// The computers that visitors sit at, told apart by what their cameras see and their microphones hear.
public enum Machine {
    RED(new Color(0xd23c3c), 500),
    GREEN(new Color(0x2f9e4f), 800),
    BLUE(new Color(0x3558d0), 1_300),
    /// Has neither camera nor microphone.
    BARE(Color.BLACK, 0);

    private final Color color;
    private final int hertz;

    Machine(Color color, int hertz) {
        this.color = color;
        this.hertz = hertz;
    }

    Color color() {
        return color;
    }

    int hertz() {
        return hertz;
    }

    boolean hasDevices() {
        return hertz > 0;
    }
}
