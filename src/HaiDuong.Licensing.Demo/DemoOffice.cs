using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.Demo;

/// <summary>Văn phòng trình diễn: accounts of every role and dossiers in every state, made by the real acts at the times they would have happened.</summary>
public static class DemoOffice
{
    /// <summary>
    /// Makes it in an office that has no account, or goes on with one whose making was cut short; true when the office is a demo office.
    /// </summary>
    public static async Task<bool> PrepareAsync(IServiceProvider services, OfficeOptions options, string connectionString, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDbContext>();
        var begun = await db.Database.SqlQuery<LocalDateTime>($"""SELECT made_for AS "Value" FROM demo_office WHERE finished_at IS NULL""").ToListAsync(cancel);
        if (begun.Count == 0 && await db.Users.AnyAsync(cancel))
            return await db.Users.AnyAsync(account => account.UserName == DemoPeople.Applicant, cancel);
        await Console.Out.WriteLineAsync(SampleTexts.Get("sign.making"));
        var now = begun.Count > 0 ? begun[0] : services.GetRequiredService<OfficeClock>().Local;
        await using var office = OfficeInTime.Open(options, connectionString, OfficeClock.ToInstant(now.PlusYears(-1)), services);
        await MakeAsync(office, now, cancel);
        return true;
    }

    /// <summary>Fills an office: every act of every story that is not done yet, in the order of time, up to <paramref name="now"/>.</summary>
    public static async Task MakeAsync(OfficeInTime office, LocalDateTime now, CancellationToken cancel)
    {
        var (people, reached) = await BeginAsync(office, now, cancel);
        var acts = DemoStories
            .All.SelectMany(story =>
                story.Acts.Select((act, index) => (Story: story, Act: act, IsFirst: index == 0, At: act.At(now, office.Rulebooks.Calendar)))
            )
            .OrderBy(act => act.At)
            .ToList();
        var ids = acts.Where(act => act.IsFirst).ToDictionary(act => act.Story.Number, act => IdOf(act.Story.Number, OfficeClock.ToInstant(act.At)));
        var handOvers = new Queue<(DemoAct Act, LocalDateTime At)>(DemoTransfers.Moments.Select(act => (act, act.At(now, office.Rulebooks.Calendar))));
        foreach (var (story, act, isFirst, at) in acts)
        {
            var moment = OfficeClock.ToInstant(at);
            while (handOvers.TryPeek(out var next) && next.At <= at)
                await HandOverAsync(office, people, handOvers.Dequeue(), cancel);
            if (reached.TryGetValue(ids[story.Number], out var last) && last >= moment)
                continue;
            await office.GoToAsync(moment, cancel);
            await DoAsync(office, people, story, ids[story.Number], act.Verb, isFirst, cancel);
        }

        await office.GoToAsync(OfficeClock.ToInstant(now), cancel);
        await using var desk = office.Desk();
        await desk.ServiceProvider.GetRequiredService<OfficeDbContext>().Database.ExecuteSqlAsync($"UPDATE demo_office SET finished_at = now()", cancel);
    }

    private static async Task HandOverAsync(
        OfficeInTime office,
        IReadOnlyDictionary<string, Actor> people,
        (DemoAct Act, LocalDateTime At) handOver,
        CancellationToken cancel
    )
    {
        var moment = OfficeClock.ToInstant(handOver.At);
        if (await DemoTransfers.IsDoneAsync(office, moment, cancel))
            return;
        await office.GoToAsync(moment, cancel);
        await DemoTransfers.DoAsync(office, people, handOver.Act.Verb, cancel);
    }

    /// <summary>The accounts, made with the mark of a demo office or not at all, and the moment of the newest act on each dossier.</summary>
    private static async Task<(IReadOnlyDictionary<string, Actor> People, IReadOnlyDictionary<Guid, Instant> Reached)> BeginAsync(
        OfficeInTime office,
        LocalDateTime now,
        CancellationToken cancel
    )
    {
        await using var desk = office.Desk();
        var db = desk.ServiceProvider.GetRequiredService<OfficeDbContext>();
        if (!await db.Users.AnyAsync(cancel))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await db.Database.ExecuteSqlAsync($"INSERT INTO demo_office (made_for) VALUES ({now})", cancel);
            await DemoPeople.CreateAsync(desk.ServiceProvider, now.Date, now.Date, cancel);
            await DemoPlaces.WriteAsync(db, desk.ServiceProvider.GetRequiredService<ProvinceMap>(), office.Clock.Now, cancel);
            DemoLicences.Write(db, desk.ServiceProvider.GetRequiredService<ProcedureCatalogue>(), (await DemoPeople.ActorsAsync(db, cancel))["van-thu"], now);
            DemoReasons.Write(db, office.Clock.Now);
            await db.SaveChangesAsync(cancel);
            var (catalogue, accountant) = (
                desk.ServiceProvider.GetRequiredService<ProcedureCatalogue>(),
                (await DemoPeople.ActorsAsync(db, cancel))["ke-toan"]
            );
            var seat = catalogue.Organisation.Seat(now.Date).Key;
            await DemoReceipts.WriteAsync(db, desk.ServiceProvider.GetRequiredService<ReceiptNumbers>(), seat, accountant, office.Clock.Now, now.Date);
            await transaction.CommitAsync(cancel);
        }

        var reached = await db
            .History.GroupBy(line => line.DossierId)
            .Select(lines => new { lines.Key, Last = lines.Max(line => line.At) })
            .ToDictionaryAsync(dossier => dossier.Key, dossier => dossier.Last, cancel);
        return (await DemoPeople.ActorsAsync(db, cancel), reached);
    }

    /// <summary>A version 7 id that is always the same, so that a story that was begun is found again.</summary>
    private static Guid IdOf(int story, Instant begun) => Guid.ParseExact($"{begun.ToUnixTimeMilliseconds():x12}70008000{story:x12}", "N");

    /// <summary>Writes where the office is and who may come in.</summary>
    public static void Announce(IEnumerable<string> addresses)
    {
        Console.WriteLine();
        Console.WriteLine(SampleTexts.Get("sign.open"), string.Join(", ", addresses));
        foreach (var person in DemoPeople.All)
            Console.WriteLine($"  {person.UserName, -26}{person.DisplayName}");
        Console.WriteLine(SampleTexts.Get("sign.password"), DemoPeople.Password);
        Console.WriteLine();
    }

    private static async Task DoAsync(
        OfficeInTime office,
        IReadOnlyDictionary<string, Actor> people,
        DemoStory story,
        Guid id,
        string verb,
        bool isFirst,
        CancellationToken cancel
    )
    {
        var driver = new DossierDriver(office.Services, [.. people.Values], story.Slug, story.Number);
        var result = isFirst
            ? await driver.OpenAsync(id, story.Channel, story.Owner is { } owner ? people[owner] : null, cancel)
            : await driver.DoAsync(id, verb, cancel);
        DossierDriver.Sure($"{verb} ({story.Number}, {story.Slug})", result);
    }
}
