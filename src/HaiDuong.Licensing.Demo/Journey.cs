using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.Demo;

/// <summary>
/// Hành trình của một hồ sơ: drives one dossier from the applicant's form to its end through the acts that the pages use, each done by a
/// holder of the waiting work's role, at the hours of a moving clock.
/// </summary>
public sealed class Journey(OfficeInTime office, string slug, JourneyPath path)
{
    /// <summary>More acts than any route has: a journey that needs them turns in a circle.</summary>
    private const int MostActs = 60;

    /// <summary>An even number: the director signs.</summary>
    private const int Number = 2;

    private readonly Guid id = Guid.CreateVersion7();
    private readonly JourneyTimeline timeline = new();

    /// <summary>Walks to the end, beginning at the office's present moment.</summary>
    /// <exception cref="JourneyException">An act was refused, or the procedure is not in force.</exception>
    public async Task<JourneyResult> WalkAsync(CancellationToken cancel)
    {
        var now = OfficeClock.ToLocal(office.Clock.Now);
        var rules = office.Rulebooks.InForce(slug, now.Date) ?? throw new JourneyException($"{slug} is not in force on {now.Date}.");
        var people = await EmployAsync(now.Date, cancel);
        var driver = new DossierDriver(office.Services, [.. people.Values], slug, Number);
        var dossier = await FollowedAsync(
            driver,
            "submit",
            await driver.OpenAsync(id, SubmissionChannel.Online, people[Owner(rules.Procedure)], cancel),
            cancel
        );
        var plan = new JourneyPlan(path, rules);
        for (var acts = 0; plan.Next(dossier, OfficeClock.ToLocal(office.Clock.Now)) is (var verb, var at); acts++)
        {
            if (acts == MostActs)
                throw new JourneyException($"{slug} did not come to an end in {MostActs} acts; '{verb}' is next.");
            await office.GoToAsync(OfficeClock.ToInstant(at), cancel);
            dossier = await FollowedAsync(driver, verb, await driver.DoAsync(id, verb, cancel), cancel);
        }

        return new JourneyResult(path, rules.Procedure, dossier, timeline.Lines);
    }

    private async Task<IReadOnlyDictionary<string, Actor>> EmployAsync(LocalDate today, CancellationToken cancel)
    {
        await using var desk = office.Desk();
        var db = desk.ServiceProvider.GetRequiredService<OfficeDbContext>();
        if (!await db.Users.AnyAsync(cancel))
            await DemoPeople.CreateAsync(desk.ServiceProvider, today, today.PlusYears(1), cancel);
        return await DemoPeople.ActorsAsync(db, cancel);
    }

    /// <summary>The dossier as the act left it, read again, and its new lines of history.</summary>
    private async Task<Dossier> FollowedAsync(DossierDriver driver, string verb, ActResult result, CancellationToken cancel)
    {
        DossierDriver.Sure(verb, result);
        var dossier = await driver.FindAsync(id, cancel) ?? throw new JourneyException($"'{verb}' left no dossier.");
        timeline.Follow(dossier);
        return dossier;
    }

    private static string Owner(Procedure procedure) =>
        procedure.Eligible.Kinds.Contains(ApplicantKind.Organisation) ? DemoPeople.Enterprise : DemoPeople.Applicant;
}

/// <summary>A journey that could not go on; the message says at which act and why.</summary>
public sealed class JourneyException : Exception
{
    public JourneyException() { }

    public JourneyException(string message)
        : base(message) { }

    public JourneyException(string message, Exception innerException)
        : base(message, innerException) { }
}
