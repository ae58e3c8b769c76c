package chat.passerby.bench.relay;

import chat.passerby.bench.Unavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How much memory a server takes. Of ours, what lives on the heap after a collection, and what is allocated beside it:
/// how far the heap grows before it is collected is the JVM's choice. Of coturn, what is resident. What the kernel has
/// for their sockets is in neither. Stateless.
final class Footprint {
    /// The last line of a class histogram: objects, bytes.
    private static final Pattern LIVE = Pattern.compile("^Total +\\d+ +(\\d+)", Pattern.MULTILINE);

    /// Where the JVM counts direct buffers.
    private static final Pattern DIRECT = Pattern.compile("Other \\(reserved=\\d+KB, committed=(\\d+)KB\\)");
    private static final Pattern RESIDENT = Pattern.compile("^VmRSS:\\s+(\\d+) kB", Pattern.MULTILINE);
    private static final int KB = 1_024;

    private Footprint() {}

    static long bytes(TurnProcess server) throws IOException {
        return switch (server.brand()) {
            case OURS -> live(server.pid());
            case COTURN -> resident(Files.readString(Path.of("/proc/" + server.pid() + "/status")));
        };
    }

    private static long live(long pid) throws IOException {
        return liveHeap(jcmd(pid, "GC.class_histogram")) + direct(jcmd(pid, "VM.native_memory", "summary"));
    }

    static long liveHeap(String histogram) throws Unavailable {
        return found(LIVE, histogram);
    }

    static long direct(String summary) throws Unavailable {
        return KB * found(DIRECT, summary);
    }

    static long resident(String status) throws Unavailable {
        return KB * found(RESIDENT, status);
    }

    private static long found(Pattern pattern, String text) throws Unavailable {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) throw new Unavailable("Cannot tell how much memory is used from:\n" + text.strip());
        return Long.parseLong(matcher.group(1));
    }

    private static String jcmd(long pid, String... question) throws IOException {
        var command = new ProcessBuilder(Brand.java("jcmd"), String.valueOf(pid)).redirectErrorStream(true);
        command.command().addAll(java.util.List.of(question));
        Process process = command.start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
