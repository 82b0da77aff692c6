using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>
/// Thời hạn thông báo trước sự kiện: a notice must come so long before the event it announces (Luật Báo chí 2016 Điều 41: 24 hours before a press conference).
/// </summary>
public static class NoticeBeforeEvent
{
    /// <summary>So far back the calendar tells of the time before an event; an earlier one is a slip of the hand.</summary>
    private static LocalDateTime Counted => WorkingCalendar.FirstDay.PlusYears(1).AtMidnight();

    /// <summary>The start of the event that the form announces; null when the procedure has none or it is not filled in.</summary>
    public static LocalDateTime? EventStart(Procedure procedure, FormData form) =>
        procedure.NoticeBefore is { } notice ? FieldValue.Moment(form[notice.EventField]) : null;

    /// <summary>The last moment at which the notice is in time; null when the procedure asks for none.</summary>
    public static LocalDateTime? LatestMoment(DossierRules rules, FormData form) =>
        EventStart(rules.Procedure, form) is { } start && start >= Counted ? rules.Procedure.NoticeBefore!.Lead.LatestFor(start, rules.Calendar).Latest : null;

    public static IReadOnlyList<Refusal> Check(DossierRules rules, FormData form, LocalDateTime receivedAt)
    {
        if (EventStart(rules.Procedure, form) is not { } start)
            return [];
        var notice = rules.Procedure.NoticeBefore!;
        var term = notice.Lead;
        if (start < Counted)
            return [new Refusal(nameof(RefusalCode.EventLongOver), notice.EventField, VietnameseDate.Print(term.EarliestEvent(receivedAt, rules.Calendar)))];
        return term.IsInTime(receivedAt, start, rules.Calendar)
            ? []
            :
            [
                new Refusal(
                    nameof(RefusalCode.NoticeTooLate),
                    notice.EventField,
                    notice.Text,
                    VietnameseDate.Print(term.LatestFor(start, rules.Calendar).Latest),
                    VietnameseDate.Print(term.EarliestEvent(receivedAt, rules.Calendar))
                ),
            ];
    }
}
