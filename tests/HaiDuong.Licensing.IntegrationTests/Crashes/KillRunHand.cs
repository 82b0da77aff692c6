using System.Net;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.IntegrationTests.Applicant;

namespace HaiDuong.Licensing.IntegrationTests.Crashes;

/// <summary>Carries dossiers the whole way, one after the other, as every person who has to do with them.</summary>
internal sealed class KillRunHand(
    Uri address,
    int number,
    KillRunWays ways,
    Func<string, KillRunAccount> accountOf,
    Func<string, CancellationToken, Task<Guid>> idOf,
    KillRunDiary diary
) : IDisposable
{
    private const string TakeInPage = "/mot-cua/tiep-nhan/publishing-permit";
    private const string Receipt = "/mot-cua/bien-nhan/";
    private readonly Dictionary<string, KillRunPerson> staff = new(StringComparer.Ordinal);

    /// <summary>
    /// Begins no new dossier after <paramref name="end"/>; the one that is on its way goes to its end, or as far as <paramref name="latest"/>.
    /// </summary>
    public async Task WorkAsync(CancellationToken end, CancellationToken latest)
    {
        for (var count = 0; !end.IsCancellationRequested; count++)
        {
            using var applicant = new KillRunPerson(address, $"10.{number}.{count / 250}.{count % 250}", null, diary);
            try
            {
                await CarryAsync(KillRunWays.All[(number + count) % KillRunWays.All.Count], $"Hội số {number}.{count}", applicant, latest);
                diary.Finish();
            }
            catch (KillRunException wrong)
            {
                diary.Wrong(wrong.Message);
            }
            catch (OperationCanceledException) when (latest.IsCancellationRequested)
            {
                return;
            }
        }
    }

    public void Dispose()
    {
        foreach (var person in staff.Values)
            person.Dispose();
    }

    private async Task CarryAsync((bool AtCounter, IReadOnlyList<DossierAct> Acts) way, string name, KillRunPerson applicant, CancellationToken cancel)
    {
        var dossier = way.AtCounter ? await TakeInAsync(name, cancel) : await SubmitAsync(name, applicant, cancel);
        foreach (var act in way.Acts)
        {
            var form = ways.FormOf(act, dossier);
            var person = form.Person is { } userName ? Person(userName) : applicant;
            if (form.FoundOn is { } list)
                await person.OpenByLinkAsync(list, form.Page, cancel);
            else
                await person.OpenAsync(form.Page, cancel);
            await person.SendAsync(form.Address, form.Typed, form.Done, cancel, form.Files);
            diary.Answered(dossier.Id, act);
            dossier = dossier with { IsAccepted = dossier.IsAccepted || act == DossierAct.Accept };
        }
    }

    /// <summary>Sees the fees and takes in.</summary>
    private async Task<KillRunDossier> TakeInAsync(string name, CancellationToken cancel)
    {
        var clerk = Person(KillRunWays.Clerk);
        (string, string)[] typed =
        [
            .. Typed(name),
            ("applicant.kind", nameof(ApplicantKind.Organisation)),
            ("intake.channel", nameof(SubmissionChannel.Post)),
            ("papers.application.originals", "1"),
            ("papers.manuscript.originals", "3"),
        ];
        await clerk.OpenAsync(TakeInPage, cancel);
        await clerk.SendAsync(TakeInPage, typed, HttpStatusCode.OK, cancel);
        var id = Guid.Parse((await clerk.SendAsync(TakeInPage, typed, HttpStatusCode.Found, cancel)).Location![Receipt.Length..]);
        diary.Answered(id, KillRunWays.TakenIn);
        return new KillRunDossier(id, "", true);
    }

    /// <summary>Declares, attaches the manuscript and submits.</summary>
    private async Task<KillRunDossier> SubmitAsync(string name, KillRunPerson applicant, CancellationToken cancel)
    {
        await applicant.OpenAsync(PermitApplication.Start + "/to-khai", cancel);
        var reference = (
            await applicant.SendAsync(PermitApplication.Start + "/to-khai", [.. Typed(name), ("go", "next")], HttpStatusCode.Found, cancel)
        ).Location!.Split('/')[^1];
        var papers = $"{PermitApplication.Start}/giay-to/{reference}";
        await applicant.OpenAsync(papers, cancel);
        await applicant.SendAsync(papers, [("go", "next")], HttpStatusCode.Found, cancel, ("papers.manuscript", "Bản thảo.pdf", PermitApplication.Pdf));
        var review = $"{PermitApplication.Start}/xem-lai/{reference}";
        await applicant.OpenAsync(review, cancel);
        await applicant.SendAsync(review, [], HttpStatusCode.Found, cancel);
        var id = await idOf(reference, cancel);
        diary.Answered(id, DossierAct.Submit);
        return new KillRunDossier(id, reference, false);
    }

    private KillRunPerson Person(string userName) =>
        staff.TryGetValue(userName, out var known)
            ? known
            : staff[userName] = new KillRunPerson(address, $"10.{number}.255.{staff.Count}", accountOf(userName), diary);

    /// <summary>A hundred standard pages cost what the accountant records.</summary>
    private static IEnumerable<(string Name, string Value)> Typed(string name) =>
        [
            .. PermitApplication.Answers.Where(answer =>
                answer.Name is not ("applicant.name" or "applicant.identityNumber" or "documentTitle" or "returnBy" or "standardPages")
            ),
            .. PermitApplication.Alone(),
            ("applicant.name", name),
            ("returnBy", nameof(ReturnBy.Counter)),
            ("standardPages", "100"),
        ];
}
