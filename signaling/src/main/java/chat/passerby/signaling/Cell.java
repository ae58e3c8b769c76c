package chat.passerby.signaling;

/// A cell of a CSV file (RFC 4180) that no spreadsheet takes for a formula and no terminal for a command.
final class Cell {
    private Cell() {}

    static String of(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        boolean formula = !plain.equals(text) || (!plain.isEmpty() && "=+-@".indexOf(plain.charAt(0)) >= 0);
        String harmless = formula ? "'" + plain : plain;
        return harmless.matches("[^\",]*") ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
