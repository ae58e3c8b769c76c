package chat.passerby.signaling.moderation;

import chat.passerby.signaling.moderation.FiledReport.Evidence;

/// A report as it lies in the database. Immutable.
///
/// @param id       counts up
/// @param docket   the case it belongs to
/// @param report   without note and lines where they cannot be read
/// @param evidence whether they can
/// @param frame    whether there is a picture of the reporter's screen
public record StoredReport(long id, CaseId docket, Report report, Evidence evidence, boolean frame) {}
