package chat.passerby.signaling.moderation;

/// A report as it lies in the database. Immutable.
///
/// @param id counts up
public record StoredReport(long id, Report report) {}
