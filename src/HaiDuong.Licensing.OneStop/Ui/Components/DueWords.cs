using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Deadlines;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Ui.Components;

/// <summary>
/// A due state as a person says it: "còn 2 ngày", "hôm nay 17:00", "quá 3 giờ", "trước hạn". A way of speaking about what the clock has decided; it
/// decides nothing.
/// </summary>
/// <param name="Tone">Colour of the badge.</param>
/// <param name="Text">The words.</param>
/// <param name="Exact">The exact date behind them; null when nothing is due.</param>
/// <param name="Moment">The moment that the words are about, while it is open.</param>
public sealed record DueWords(string Tone, string Text, string? Exact, LocalDateTime? Moment)
{
    public static DueWords Of(DueState? state, LocalDateTime now, IStringLocalizer words)
    {
        var kind = state?.ClassAt(now) ?? DueClass.None;
        var exact = state is { Due: { } told, Stands: true } ? ExactOf(state, told, words) : null;
        return kind switch
        {
            DueClass.InTerm or DueClass.Soon => Ahead(state!.Due!.Value, now, kind == DueClass.Soon, words) with { Exact = exact },
            DueClass.Overdue => new("late", Late(state!, now, words), exact, state!.FirstDue),
            DueClass.Waiting => new("paused", words["Due.Waiting"], exact, null),
            DueClass.Late => new("late", words["Due.Late"], exact, null),
            DueClass.Early or DueClass.OnTime => new("done", words["Due." + kind], exact, null),
            _ => new("none", words["Due." + kind], kind == DueClass.None ? null : exact, null),
        };
    }

    private static DueWords Ahead(LocalDateTime due, LocalDateTime now, bool soon, IStringLocalizer words)
    {
        var days = Period.DaysBetween(now.Date, due.Date);
        var text = days switch
        {
            <= 0 => words["Due.Today", VietnameseTime.Print(due.TimeOfDay)],
            1 => words["Due.Tomorrow", VietnameseTime.Print(due.TimeOfDay)],
            _ => words["Due.InDays", days],
        };
        return new(
            !soon ? "calm"
                : days <= 0 ? "today"
                : "soon",
            text,
            null,
            due
        );
    }

    private static string Late(DueState state, LocalDateTime now, IStringLocalizer words)
    {
        var late = Period.Between(state.FirstDue!.Value, now, PeriodUnits.Ticks).ToDuration();
        string said = late.TotalMinutes switch
        {
            < 60 => words["Due.LateMinutes", Math.Max(1, (int)late.TotalMinutes)],
            < 24 * 60 => words["Due.LateHours", (int)late.TotalHours],
            _ => words["Due.LateDays", late.Days],
        };
        return state.IsRePromised ? words["Due.RePromised", said, VietnameseDate.Print(state.Due!.Value)] : said;
    }

    private static string ExactOf(DueState state, LocalDateTime due, IStringLocalizer words) =>
        state.IsRePromised
            ? words["Due.ExactRePromised", VietnameseDate.Print(state.FirstDue!.Value), VietnameseDate.Print(due)]
            : words["Due.Exact", VietnameseDate.Print(due)];
}
