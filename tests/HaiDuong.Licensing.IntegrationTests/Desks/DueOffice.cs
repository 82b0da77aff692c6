using System.Text.RegularExpressions;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>Dossiers brought by their own verbs to any state at any minute, in one office; all are of one account, which follows them.</summary>
internal sealed partial class DueOffice(DeskHost host)
{
    /// <summary>The account that owns the dossiers.</summary>
    public const string Owner = "ke-toan";

    public const string Permit = "publishing-permit";

    public LocalDateTime Now
    {
        get => OfficeClock.ToLocal(host.Clock.GetCurrentInstant());
        set => host.Clock.Reset(OfficeClock.ToInstant(value));
    }

    public async Task<Guid> SubmittedAsync(string slug = Permit)
    {
        var id = Guid.CreateVersion7();
        TestOffice.Sure(await Driver(slug).OpenAsync(id, SubmissionChannel.Online, host.Actors[Owner]));
        return id;
    }

    public async Task<Guid> AcceptedAsync(string slug = Permit)
    {
        var id = await SubmittedAsync(slug);
        TestOffice.Sure(await Driver(slug).DoAsync(id, "accept"));
        return id;
    }

    private DossierDriver Driver(string slug = Permit) => new(host.Services, [.. host.Actors.Values], slug);

    /// <summary>Does verbs on the dossier at a moment, each by whoever may.</summary>
    public async Task<Guid> DoAsync(Guid id, LocalDateTime at, params Func<Dossier, Func<string, ActContext>, IReadOnlyList<Refusal>>[] verbs)
    {
        Now = at;
        await host.AtDeskAsync(async desk =>
            TestOffice.Sure(
                await desk.GetRequiredService<ActDesk>()
                    .DoAsync(
                        id,
                        null,
                        Actor.System,
                        (dossier, act) =>
                            verbs.Select(verb => verb(dossier, name => act with { Actor = host.Actors[name] })).FirstOrDefault(refusals => refusals.Count > 0)
                            ?? [],
                        CancellationToken.None
                    )
            )
        );
        return id;
    }

    public async Task<Guid> ToSignAsync(Guid id, LocalDateTime at)
    {
        Now = at;
        while ((await FindAsync(id)).Work.All(item => item.StepId != "sign"))
            TestOffice.Sure(await Driver().NextAsync(id));
        return id;
    }

    public async Task<Guid> SignedAsync(Guid id, LocalDateTime at)
    {
        TestOffice.Sure(await Driver().DoAsync(await ToSignAsync(id, at), "sign"));
        return id;
    }

    public async Task<Guid> IssuedAsync(Guid id, LocalDateTime at)
    {
        TestOffice.Sure(await Driver().DoAsync(await SignedAsync(id, at), "issue"));
        return id;
    }

    public Assignee Specialist => new(host.Actors["chuyen-vien"].AccountId!.Value, host.Actors["chuyen-vien"].Name, Units.Press);

    public Task<Dossier> FindAsync(Guid id) => host.DossierAsync(id);

    /// <summary>
    /// The words of the due badge of a dossier that stands after a text of a page, before the next row; null when there is none. Beside that of a step it
    /// has its own column.
    /// </summary>
    public async Task<string?> BadgeAsync(string person, string page, string after = "<h1")
    {
        var html = (await (await host.AsAsync(person)).GetAsync(page)).Html;
        var from = html.IndexOf(after, StringComparison.Ordinal);
        if (from < 0)
            return null;
        var end = html.IndexOf("</tr>", from, StringComparison.Ordinal);
        var row = html[from..(end < 0 ? html.Length : end)];
        var own = row.IndexOf("data-label=\"Hạn hồ sơ\"", StringComparison.Ordinal);
        return Badge().Match(row[Math.Max(0, own)..]) is { Success: true } found ? Tag().Replace(found.Groups["words"].Value, "") : null;
    }

    public async Task<string> PageAsync(string person, string page) => (await (await host.AsAsync(person)).GetAsync(page)).Html;

    [GeneratedRegex("<span[^>]*hd-due[^>]*>(?<words>.*?)</span>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 5000)]
    private static partial Regex Badge();

    [GeneratedRegex("<[^>]+>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Tag();
}
