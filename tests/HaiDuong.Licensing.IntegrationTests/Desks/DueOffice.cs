using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.OneStop.Filing;
using HaiDuong.Licensing.OneStop.Storage;
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

    private int serial;

    public LocalDateTime Now
    {
        get => OfficeClock.ToLocal(host.Clock.GetCurrentInstant());
        set => host.Clock.Reset(OfficeClock.ToInstant(value));
    }

    public Task<Guid> SubmittedAsync() => MadeAsync(Permit, isAccepted: false);

    public Task<Guid> AcceptedAsync(string slug = Permit) => MadeAsync(slug, isAccepted: true);

    private async Task<Guid> MadeAsync(string slug, bool isAccepted)
    {
        var id = Guid.CreateVersion7();
        await host.AtDeskAsync(async desk =>
        {
            var dossier = desk.GetRequiredService<NewDossier>().Open(id, slug, SubmissionChannel.Online, host.Actors[Owner].AccountId)!;
            var procedure = desk.GetRequiredService<Rulebooks>().For(dossier).Procedure;
            var applicant = SampleForms.Applicant(procedure, 2);
            var form = SampleForms.Fill(procedure.Form, applicant, Now, 2);
            ActContext As(Actor actor) => desk.GetRequiredService<ActDesk>().ContextFor(dossier, actor);
            var owner = As(Actor.ApplicantOf(id, applicant.Name));
            dossier.SaveDraft(applicant, null, ReturnBy.Counter, form, owner);
            foreach (var paper in PaperRules.Applicable(procedure, form).Where(paper => paper.Required && !paper.IsForm))
                dossier.AddPaper(new Paper(Guid.CreateVersion7(), paper.Key, new string('a', 64), "ban-thao.pdf", "application/pdf", 1000, 0, 0, host.Clock.GetCurrentInstant()), owner);
            Sure(dossier.Submit(owner));
            if (isAccepted)
                Sure(dossier.Accept($"000.00.13.H23-250908-{++serial:0000}", As(host.Actors["mot-cua"])));
            var db = desk.GetRequiredService<OfficeDbContext>();
            db.Dossiers.Add(dossier);
            return await db.SaveChangesAsync();
        });
        return id;
    }

    /// <summary>Does verbs on the dossier at a moment, each by whoever may.</summary>
    public async Task<Guid> DoAsync(Guid id, LocalDateTime at, params Func<Dossier, Func<string, ActContext>, IReadOnlyList<Refusal>>[] verbs)
    {
        Now = at;
        await host.AtDeskAsync(async desk => TestOffice.Sure(await desk.GetRequiredService<ActDesk>().DoAsync(id, null, Actor.System, (dossier, act) =>
            verbs.Select(verb => verb(dossier, name => act with { Actor = host.Actors[name] })).FirstOrDefault(refusals => refusals.Count > 0) ?? [], CancellationToken.None)));
        return id;
    }

    public Task<Guid> ToSignAsync(Guid id, LocalDateTime at) => DoAsync(id, at,
        (dossier, by) => dossier.Assign(Specialist, null, by("truong-phong")),
        (dossier, by) => dossier.Appraise("appraise", [.. by("chuyen-vien").Rules.Procedure.Checks.Select(check => new CheckResult(check.Key, true, null))], "Done", null, by("chuyen-vien")),
        (dossier, by) => dossier.FeesDue == 0 ? [] : dossier.RecordPayment(new Payment(dossier.FeesDue, "PT-0001", "Chuyển khoản", "Kế toán", Now), by("ke-toan")),
        (dossier, by) => dossier.DraftResult("draft", new DecisionDraft(DecisionKind.Grant, SampleForms.Result(by("chuyen-vien").Rules.Procedure, dossier, null, Now, 2), [], null, "Chuyên viên", Now), by("chuyen-vien")),
        (dossier, by) => dossier.ApproveDraft("review", null, by("truong-phong")));

    public async Task<Guid> SignedAsync(Guid id, LocalDateTime at) => await DoAsync(await ToSignAsync(id, at), at,
        (dossier, by) => dossier.Sign("sign", new Decision(DecisionKind.Grant, new string('b', 64), "Giám đốc", "GIÁM ĐỐC", Now, $"CODE{serial}"), by("giam-doc")));

    public async Task<Guid> IssuedAsync(Guid id, LocalDateTime at) => await DoAsync(await SignedAsync(id, at), at,
        (dossier, by) => dossier.Issue("issue", $"{serial}/GP-STTTT", Now.Date, new string('c', 64), by("van-thu")));

    public Assignee Specialist => new(host.Actors["chuyen-vien"].AccountId!.Value, host.Actors["chuyen-vien"].Name, Units.Press);

    public Task<Dossier> FindAsync(Guid id) => host.DossierAsync(id);

    /// <summary>The words of the due badge that stands after a text of a page, before the next row; null when there is none.</summary>
    public async Task<string?> BadgeAsync(string person, string page, string after = "<h1")
    {
        var html = (await (await host.AsAsync(person)).GetAsync(page)).Html;
        var from = html.IndexOf(after, StringComparison.Ordinal);
        if (from < 0)
            return null;
        var end = html.IndexOf("</tr>", from, StringComparison.Ordinal);
        return Badge().Match(html[from..(end < 0 ? html.Length : end)]) is { Success: true } found ? Tag().Replace(found.Groups["words"].Value, "") : null;
    }

    public async Task<string> PageAsync(string person, string page) => (await (await host.AsAsync(person)).GetAsync(page)).Html;

    private static void Sure(IReadOnlyList<Refusal> refusals)
    {
        if (refusals.Count > 0)
            throw new InvalidOperationException(string.Join("; ", refusals));
    }

    [GeneratedRegex("<span[^>]*hd-due[^>]*>(?<words>.*?)</span>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 5000)]
    private static partial Regex Badge();

    [GeneratedRegex("<[^>]+>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Tag();
}
