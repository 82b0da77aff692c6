using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Features;
using HaiDuong.Licensing.Web.Storage;
using HaiDuong.Licensing.Web.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.Web.Demo;

/// <summary>Văn phòng trình diễn: accounts of every role and dossiers in every state, made by the real acts at the times they would have happened.</summary>
public static class DemoOffice
{
    /// <summary>Makes it in an office that has no account of its own and no dossier; true when the office is a demo office.</summary>
    public static async Task<bool> PrepareAsync(IServiceProvider services, OfficeOptions options, string connectionString, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDbContext>();
        var isDemo = await db.Users.AnyAsync(account => account.UserName == DemoPeople.Applicant, cancel);
        if (!isDemo && await db.Users.AnyAsync(cancel))
            return false;
        if (isDemo && await db.Dossiers.AnyAsync(cancel))
            return true;
        await Console.Out.WriteLineAsync(SampleTexts.Get("sign.making"));
        var now = services.GetRequiredService<OfficeClock>().Local;
        await using var office = OfficeInTime.Open(options, connectionString, OfficeClock.ToInstant(now.PlusYears(-1)), services);
        await MakeAsync(office, now, cancel);
        return true;
    }

    /// <summary>Fills an empty office: every act of every story, in the order of time, up to <paramref name="now"/>.</summary>
    public static async Task MakeAsync(OfficeInTime office, LocalDateTime now, CancellationToken cancel)
    {
        IReadOnlyDictionary<string, Actor> people;
        await using (var desk = office.Desk())
        {
            var db = desk.ServiceProvider.GetRequiredService<OfficeDbContext>();
            if (!await db.Users.AnyAsync(cancel))
                await DemoPeople.CreateAsync(desk.ServiceProvider, now.Date, cancel);
            people = await DemoPeople.ActorsAsync(db, cancel);
        }

        var ids = DemoStories.All.ToDictionary(story => story.Number, _ => Guid.CreateVersion7());
        var acts = DemoStories.All
            .SelectMany(story => story.Acts.Select((act, index) => (Story: story, Act: act, IsFirst: index == 0, At: act.At(now, office.Rulebooks.Calendar))))
            .OrderBy(act => act.At);
        foreach (var (story, act, isFirst, at) in acts)
        {
            office.Clock.Now = OfficeClock.ToInstant(at);
            await DoAsync(office, people, story, ids[story.Number], act.Verb, isFirst, at, cancel);
        }
    }

    /// <summary>Writes where the office is and who may come in.</summary>
    public static void Announce(IEnumerable<string> addresses)
    {
        Console.WriteLine();
        Console.WriteLine(SampleTexts.Get("sign.open"), string.Join(", ", addresses));
        foreach (var person in DemoPeople.All)
            Console.WriteLine($"  {person.UserName,-26}{person.DisplayName}");
        Console.WriteLine(SampleTexts.Get("sign.password"), DemoPeople.Password);
        Console.WriteLine();
    }

    private static async Task DoAsync(
        OfficeInTime office, IReadOnlyDictionary<string, Actor> people, DemoStory story, Guid id, string verb, bool isFirst, LocalDateTime at, CancellationToken cancel)
    {
        await using var desk = office.Desk();
        var services = desk.ServiceProvider;
        ActResult result;
        if (isFirst)
        {
            var rules = office.Rulebooks.InForce(story.Slug, at.Date) ?? throw new InvalidOperationException($"{story.Slug} is not in force on {at.Date}.");
            result = await DemoCounter.OpenAsync(services, people, story, id, rules, at, cancel);
        }
        else
        {
            var dossier = await services.GetRequiredService<DossierStore>().FindAsync(id, cancel) ?? throw new InvalidOperationException($"Demo dossier {story.Number} was not made.");
            result = await new DemoActs(services, people, story, dossier, office.Rulebooks.For(dossier)).DoAsync(verb, cancel);
        }

        if (!result.Done)
            throw new InvalidOperationException($"Demo dossier {story.Number} ({story.Slug}): '{verb}' was refused: {string.Join("; ", result.Refusals.Select(refusal => $"{refusal} {refusal.Sentence}"))}");
    }
}
