using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Features.Calendars;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Calendars;

/// <summary>A change of the calendar after reception: listed, moved by nobody but the head, told to the applicant (rule V1).</summary>
public sealed class CalendarChangeTests
{
    private static readonly LocalDateTime Monday = new(2026, 11, 16, 9, 0);
    private static readonly LocalDate Friday = new(2026, 11, 20);

    private TestOffice office = null!;

    [SetUp]
    public async Task OpenAsync() => office = await TestOffice.OpenAsync(Monday);

    [TearDown]
    public async Task CloseAsync() => await office.DisposeAsync();

    [Test]
    public async Task Announcement_ListsOldAndNewDate_AndMovesNothing()
    {
        var id = await office.AcceptedAsync();
        var before = await office.ReadAsync(id);
        office.SetTime(Monday.PlusHours(2));

        var refusals = await office.AnnounceAsync(CalendarOffice.Closure(Friday));
        var seen = await office.ReviewAsync();

        var listed = (await office.ListedAsync()).Single();
        var after = await office.ReadAsync(id);
        Assert.That(refusals, Is.Empty);
        Assert.That(seen, Is.EqualTo(1));
        Assert.That(
            (listed.OldStatutory, listed.NewStatutory),
            Is.EqualTo((before.StatutoryDue, before.StatutoryDue!.Value.PlusDays(1))),
            "ten working days end on Monday 30/11, without Friday on Tuesday 01/12"
        );
        Assert.That((after.StatutoryDue, after.PromisedDue, after.Revision), Is.EqualTo((before.StatutoryDue, before.PromisedDue, before.Revision)));
    }

    [Test]
    public async Task Adopt_MovesTheDates_WritesTheHistory_AndTellsTheApplicant()
    {
        var id = await office.AcceptedAsync();
        var before = await office.ReadAsync(id);
        await office.AnnounceAsync(CalendarOffice.Closure(Friday));
        await office.ReviewAsync();

        await office.DecideAsync(new((await office.ListedAsync())[0].KnownAt, null, DueDateDecision.Adopt, null));
        var (first, second) = (await office.ApplyAsync(), await office.ApplyAsync());
        await office.ReviewAsync();

        var after = await office.ReadAsync(id);
        var line = after.History[^1];
        var notice = await NoticeAsync(id);
        Assert.That((first, second), Is.EqualTo((1, 0)));
        Assert.That(after.StatutoryDue, Is.EqualTo(before.StatutoryDue!.Value.PlusDays(1)));
        Assert.That((line.Act, line.ActorName, line.ActorId), Is.EqualTo((DossierAct.AdoptCalendar, CalendarOffice.Head.Name, CalendarOffice.Head.AccountId)));
        Assert.That(line.Note, Does.Contain("Công điện 12/CĐ-UBND"));
        Assert.That(notice.Facts["due"], Is.EqualTo("17:00 01/12/2026"));
        Assert.That(notice.Facts["old"], Is.EqualTo("17:00 30/11/2026"));
        Assert.That((await office.ListedAsync()).Where(change => change.Decision is null), Is.Empty);
    }

    [Test]
    public async Task Keep_NeedsAReason_LeavesTheDates_AndIsNotAskedAgain()
    {
        var id = await office.AcceptedAsync();
        var before = await office.ReadAsync(id);
        await office.AnnounceAsync(CalendarOffice.Closure(Friday));
        await office.ReviewAsync();
        var knownAt = (await office.ListedAsync())[0].KnownAt;

        var without = await office.DecideAsync(new(knownAt, [id], DueDateDecision.Keep, " "));
        await office.DecideAsync(new(knownAt, [id], DueDateDecision.Keep, "Kết quả đã ký"));
        await office.ApplyAsync();
        office.SetTime(Monday.PlusDays(1));
        await office.ReviewAsync();

        var after = await office.ReadAsync(id);
        Assert.That(without.Refusals.Single().Code, Is.EqualTo("ReasonRequired"));
        Assert.That(after.StatutoryDue, Is.EqualTo(before.StatutoryDue));
        Assert.That(after.History[^1].Act, Is.EqualTo(DossierAct.KeepDueDate));
        Assert.That((await office.ListedAsync()).Single().Decision, Is.EqualTo(DueDateDecision.Keep));
    }

    [Test]
    public async Task Decision_OfSomebodyElse_IsRefused()
    {
        await office.AcceptedAsync();
        await office.AnnounceAsync(CalendarOffice.Closure(Friday));
        await office.ReviewAsync();

        var result = await office.DecideAsync(new((await office.ListedAsync())[0].KnownAt, null, DueDateDecision.Adopt, null), TestOffice.Clerk);

        Assert.That(result.Refusals.Single().Code, Is.EqualTo("CalendarDeciderOnly"));
    }

    [Test]
    public async Task Decision_OnAListThatHasChanged_IsRefused_OnTheNewOneIsCounted()
    {
        await office.AcceptedAsync();
        await office.AcceptedAsync(1);
        await office.AnnounceAsync(CalendarOffice.Closure(Friday));
        await office.ReviewAsync();
        var seen = (await office.ListedAsync())[0].KnownAt;
        office.SetTime(Monday.PlusHours(1));
        await office.AnnounceAsync(CalendarOffice.Closure(Friday.PlusDays(-1)));
        await office.ReviewAsync();

        var stale = await office.DecideAsync(new(seen, null, DueDateDecision.Adopt, null));
        var fresh = await office.DecideAsync(new((await office.ListedAsync())[0].KnownAt, null, DueDateDecision.Adopt, null));

        Assert.That(stale.Refusals.Single().Code, Is.EqualTo("DueDateListChanged"));
        Assert.That((fresh.Refusals.Count, fresh.Decided), Is.EqualTo((0, 2)));
    }

    [Test]
    public async Task DossierReceivedAfterTheAnnouncement_IsCountedWithIt()
    {
        var earlier = await office.AcceptedAsync();
        office.SetTime(Monday.PlusHours(1));
        await office.AnnounceAsync(CalendarOffice.Closure(Friday));
        office.SetTime(Monday.PlusHours(2));
        var later = await office.AcceptedAsync(1);

        await office.ReviewAsync();

        Assert.That((await office.ReadAsync(later)).StatutoryDue, Is.EqualTo(new LocalDateTime(2026, 12, 1, 17, 0)));
        Assert.That((await office.ListedAsync()).Select(change => change.DossierId), Is.EqualTo(new[] { earlier }), "same day, other hour");
    }

    [Test]
    public async Task ClosureOfAnotherUnit_TouchesNobody_OfTheHandlingOneDoes()
    {
        var id = await office.AcceptedAsync();
        var unit = (await office.ReadAsync(id)).DivisionKey;

        await office.AnnounceAsync(CalendarOffice.Closure(Friday, unit: Units.Digital));
        await office.ReviewAsync();
        var others = (await office.ListedAsync()).Count;
        office.SetTime(Monday.PlusHours(1));
        await office.AnnounceAsync(CalendarOffice.Closure(Friday, unit: unit));
        await office.ReviewAsync();

        Assert.That(others, Is.Zero);
        Assert.That(await office.ListedAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Preview_OfAFurtherChange_CountsOnlyWhatThatOneMoves()
    {
        await office.AcceptedAsync();
        await office.AnnounceAsync(CalendarOffice.Closure(Friday));
        office.SetTime(Monday.PlusHours(1));
        Task<CalendarEffect> EffectAsync(LocalDate day) =>
            office.AtDeskAsync(desk => desk.GetRequiredService<CalendarEffectQuery>().ReadAsync(CalendarOffice.Closure(day), CancellationToken.None));

        var far = await EffectAsync(new LocalDate(2027, 3, 2));
        var near = await EffectAsync(Friday.PlusDays(4));

        Assert.That((far.Open, far.Moved), Is.EqualTo((1, 0)));
        Assert.That((near.Later, near.Earlier, near.First.Single().Change.NewStatutory), Is.EqualTo((1, 0, new LocalDateTime(2026, 12, 2, 17, 0))));
    }

    [Test]
    public async Task Review_BrokenOff_GoesOnWhereItStopped_AndRunTwice_ChangesNothing()
    {
        var ids = new[] { await office.AcceptedAsync(), await office.AcceptedAsync(1), await office.AcceptedAsync(2) }.Order().ToArray();
        await office.AnnounceAsync(CalendarOffice.Closure(Friday));
        await office.ReviewAsync();
        await office.SqlAsync($"DELETE FROM due_date_changes WHERE dossier_id > {ids[0]}");
        await office.SqlAsync($"UPDATE due_date_reviews SET after = {ids[0]}, seen = 1, finished_at = NULL");

        var rest = await office.ReviewAsync();
        var listed = await office.ListedAsync();
        var again = await office.ReviewAsync();

        Assert.That(rest, Is.EqualTo(2));
        Assert.That(listed.Select(change => change.DossierId), Is.EqualTo(ids));
        Assert.That(again, Is.Zero);
    }

    [Test]
    public async Task LaterAnnouncement_TakesTheChangeBack()
    {
        await office.AcceptedAsync();
        await office.AnnounceAsync(CalendarOffice.Closure(Friday));
        await office.ReviewAsync();
        office.SetTime(Monday.PlusHours(3));

        await office.AnnounceAsync(CalendarOffice.Closure(Friday) with { Kind = CalendarChangeKind.WorkingDay, Name = "Không nghỉ nữa" });
        await office.ReviewAsync();

        Assert.That(await office.ListedAsync(), Is.Empty);
    }

    [Test]
    public async Task Announcement_ByTheClerk_OrWithoutEffect_IsRefused()
    {
        var clerk = await office.AtDeskAsync(desk =>
            desk.GetRequiredService<AnnounceCalendar>().DoAsync(CalendarOffice.Closure(Friday), TestOffice.Clerk, CancellationToken.None)
        );
        var sunday = await office.AnnounceAsync(CalendarOffice.Closure(new LocalDate(2026, 11, 22)) with { Source = "" });

        Assert.That(clerk.Single().Code, Is.EqualTo("CalendarAdministratorOnly"));
        Assert.That(sunday.Select(refusal => refusal.Code), Is.EqualTo(new[] { "CalendarSourceRequired", "CalendarDayAlreadyOff" }));
    }

    [TestCase(CalendarChangeKind.Closure, "2062-11-20", null, null, "CalendarDayTooFar", "from")]
    [TestCase(CalendarChangeKind.Closure, "2026-11-20", "2062-11-20", null, "CalendarDayTooFar", "to")]
    [TestCase(CalendarChangeKind.Swap, "2026-11-20", null, "2062-11-21", "CalendarDayTooFar", "makeUp")]
    [TestCase(CalendarChangeKind.Swap, "2026-11-20", null, "2006-11-21", "CalendarDayLongAgo", "makeUp")]
    [TestCase(CalendarChangeKind.Closure, "0026-11-20", "2026-11-20", null, "CalendarDayLongAgo", "from")]
    public async Task Announcement_OfADayFarOff_IsRefused(CalendarChangeKind kind, string from, string? to, string? makeUp, string code, string field)
    {
        static LocalDate? Day(string? text) => text is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

        var refusals = await office.AnnounceAsync(CalendarOffice.Closure(Day(from)!.Value, Day(to)) with { Kind = kind, MakeUp = Day(makeUp) });

        Assert.That(refusals.Select(refusal => (refusal.Code, refusal.Field)), Is.EqualTo(new[] { (code, field) }));
    }

    [Test]
    public async Task Announcement_ThatBecomesVisibleAfterALaterOne_IsTaken()
    {
        await office.AnnounceAsync(CalendarOffice.Closure(Friday));
        office.SetTime(Monday.PlusHours(1));
        await office.AnnounceAsync(CalendarOffice.Closure(Friday.PlusDays(3)));

        var taken = await office.AtDeskAsync(async desk =>
        {
            var calendar = desk.GetRequiredService<OfficeCalendar>();
            var later = await desk.GetRequiredService<OfficeDbContext>()
                .CalendarAnnouncements.OrderByDescending(announcement => announcement.Id)
                .Take(1)
                .ToListAsync();
            calendar.Take(later);
            await desk.GetRequiredService<AnnouncedCalendar>().RefreshAsync(CancellationToken.None);
            return calendar.Whole;
        });

        Assert.That((taken.IsWorkingDay(Friday), taken.IsWorkingDay(Friday.PlusDays(3))), Is.EqualTo((false, false)));
    }

    private Task<Notice> NoticeAsync(Guid id) =>
        office.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>()
                .Notices.AsNoTracking()
                .SingleAsync(notice => notice.DossierId == id && notice.Kind == NoticeKind.DueDateMoved)
        );
}
