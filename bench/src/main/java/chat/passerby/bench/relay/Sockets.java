package chat.passerby.bench.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What Linux says of our own UDP sockets. Stateless.
final class Sockets {
    static final Path TABLE = Path.of("/proc/net/udp");
    private static final int LOCAL = 1;

    private Sockets() {}

    /// Packets that arrived and found their socket full.
    static long dropped(List<Road> roads) throws IOException {
        Set<String> ours = new HashSet<>();
        for (Road road : roads) {
            ours.add(name(road.client()));
            ours.add(name(road.peer()));
        }
        return dropped(Files.readAllLines(TABLE), ours);
    }

    /// @param table the lines of `/proc/net/udp`
    static long dropped(List<String> table, Set<String> names) {
        long all = 0;
        for (String line : table.subList(1, table.size())) {
            String[] columns = line.strip().split("\\s+", -1);
            if (names.contains(columns[LOCAL])) all += Long.parseLong(columns[columns.length - 1]);
        }
        return all;
    }

    private static String name(DatagramChannel socket) throws IOException {
        return name((InetSocketAddress) socket.getLocalAddress());
    }

    /// As the table has it: the address as the machine's own number, in hexadecimal.
    static String name(InetSocketAddress at) {
        byte[] ip = at.getAddress().getAddress();
        return String.format(Locale.ROOT, "%02X%02X%02X%02X:%04X", ip[3], ip[2], ip[1], ip[0], at.getPort());
    }
}
