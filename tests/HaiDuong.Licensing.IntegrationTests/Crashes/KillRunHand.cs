using System.Net;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.IntegrationTests.Applicant;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.Web.Demo;

namespace HaiDuong.Licensing.IntegrationTests.Crashes;

/// <summary>A clerk who takes dossiers in one after the other and sends a form again until it is answered, as a person at a bad line does.</summary>
internal sealed class KillRunHand(Uri address, string name, Action<(Guid Dossier, string Applicant)> answered, Action<string> wrong, Action again)
{
    private const string Page = "/mot-cua/tiep-nhan/publishing-permit";
    private const string Receipt = "/mot-cua/bien-nhan/";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    public async Task WorkAsync(CancellationToken end)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        for (var number = 1; !end.IsCancellationRequested; number++)
        {
            try
            {
                await TakeInAsync(client, $"Hội số {name}.{number}", end);
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>Sees the fees and takes in. What was sent once is sent as it was, until it is answered; the end of the run waits for that.</summary>
    private async Task TakeInAsync(HttpClient client, string applicant, CancellationToken end)
    {
        var visitor = new PageVisitor(client);
        (string, string)[] typed = [.. Typed(applicant)];
        var opened = await UntilAsync(() => visitor.OpenAsync(Page), HttpStatusCode.OK, end);
        if (opened.Status != HttpStatusCode.OK)
        {
            await UntilAsync(() => visitor.OpenAsync("/dang-nhap"), HttpStatusCode.OK, end);
            await UntilAsync(() => visitor.SendAsync("/dang-nhap", ("Name", "mot-cua"), ("Password", DemoPeople.Password)), HttpStatusCode.Found, end);
            return;
        }

        await UntilAsync(() => visitor.SendAsync(Page, typed), HttpStatusCode.OK, end);
        var sent = await UntilAsync(() => visitor.SendAsync(Page, typed), HttpStatusCode.Found, CancellationToken.None);
        if (sent.Location?.StartsWith(Receipt, StringComparison.Ordinal) == true)
            answered((Guid.Parse(sent.Location[Receipt.Length..]), applicant));
        else
            wrong($"Taking in was answered with {sent.Status} to {sent.Location}");
    }

    /// <summary>Tries until there is an answer other than "not now".</summary>
    private async Task<VisitedPage> UntilAsync(Func<Task<VisitedPage>> ask, HttpStatusCode wanted, CancellationToken end)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var page = await ask();
                if (page.Status == wanted && attempt > 1 && wanted == HttpStatusCode.Found)
                    again();
                if (page.Status != HttpStatusCode.ServiceUnavailable)
                {
                    if (page.Status != wanted && page.Status != HttpStatusCode.Found)
                        wrong($"{page.Response.RequestMessage!.Method} {page.Response.RequestMessage.RequestUri!.AbsolutePath} was answered with {(int)page.Status}");
                    if (page.Status != HttpStatusCode.InternalServerError)
                        return page;
                }
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException or TaskCanceledException)
            {
                // Killed under the question.
            }

            await Task.Delay(Pause, end);
        }
    }

    private static IEnumerable<(string Name, string Value)> Typed(string applicant) =>
    [
        .. PermitApplication.Answers.Where(answer => answer.Name is not ("applicant.name" or "returnBy")),
        ("applicant.kind", nameof(ApplicantKind.Organisation)), ("applicant.name", applicant), ("returnBy", nameof(ReturnBy.Counter)),
        ("intake.channel", nameof(SubmissionChannel.Post)), ("papers.application.originals", "1"), ("papers.manuscript.originals", "3"),
    ];
}
