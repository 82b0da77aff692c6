using System.Net;
using System.Text.RegularExpressions;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.IntegrationTests.Support;

namespace HaiDuong.Licensing.IntegrationTests.Crashes;

/// <summary>An account of the office with its cookies, which everybody who works under it shares: it logs in once.</summary>
internal sealed record KillRunAccount(string UserName)
{
    public CookieContainer Cookies { get; } = new();

    public SemaphoreSlim LoggingIn { get; } = new(1);
}

/// <summary>Somebody at a bad line, with an address of their own: logs in when asked to, and sends a form again, as it was, until it is answered.</summary>
internal sealed class KillRunPerson : IDisposable
{
    private const string LogInPage = "/dang-nhap";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private readonly HttpClient client;
    private readonly PageVisitor visitor;
    private readonly KillRunAccount? account;
    private readonly KillRunDiary diary;

    /// <param name="address">Where the office is.</param>
    /// <param name="from">The address that the person comes from, as the proxy tells it.</param>
    /// <param name="account">The account of staff; null of an applicant without one.</param>
    /// <param name="diary">Where what is wrong is written down.</param>
    public KillRunPerson(Uri address, string from, KillRunAccount? account, KillRunDiary diary)
    {
        (this.account, this.diary) = (account, diary);
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = account?.Cookies ?? new() })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromSeconds(20),
        };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", from);
        visitor = new PageVisitor(client);
    }

    /// <summary>Opens a page, after logging in if that is asked.</summary>
    /// <exception cref="KillRunException">The page does not open to this person.</exception>
    public async Task<VisitedPage> OpenAsync(string page, CancellationToken end)
    {
        var opened = await UntilAsync(() => visitor.OpenAsync(page), end);
        if (account is not null && AsksToLogIn(opened))
        {
            await account.LoggingIn.WaitAsync(end);
            try
            {
                opened = await LogInAsync(account.UserName, page, end);
            }
            finally
            {
                account.LoggingIn.Release();
            }
        }

        Expect(opened, HttpStatusCode.OK, page);
        return opened;
    }

    /// <summary>Opens the page that another one links to.</summary>
    public async Task OpenByLinkAsync(string on, string page, CancellationToken end)
    {
        var opened = await OpenAsync(on, end);
        var link = Regex.Match(opened.Text, $"href=\"(?<to>{Regex.Escape(page)}[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        await OpenAsync(link.Success ? link.Groups["to"].Value : throw new KillRunException($"{on} of {Name} has no link to {page}"), end);
    }

    /// <summary>Sends the form of the page last opened.</summary>
    /// <exception cref="KillRunException">The answer is another than was to be expected.</exception>
    public async Task<VisitedPage> SendAsync(
        string page,
        IEnumerable<(string Name, string Value)> typed,
        HttpStatusCode wanted,
        CancellationToken end,
        params IEnumerable<(string Field, string Name, byte[] Bytes)> files
    )
    {
        var tries = 0;
        var sent = await UntilAsync(
            () =>
            {
                tries++;
                return visitor.SendFilesAsync(page, typed, files);
            },
            end
        );
        Expect(sent, wanted, page);
        if (tries > 1)
            diary.Again();
        return sent;
    }

    public void Dispose() => client.Dispose();

    private string Name => account?.UserName ?? "the applicant";

    private static bool AsksToLogIn(VisitedPage page) => page.Location?.Contains(LogInPage, StringComparison.Ordinal) == true;

    /// <summary>Whoever had the account before may have logged in meanwhile.</summary>
    private async Task<VisitedPage> LogInAsync(string userName, string page, CancellationToken end)
    {
        if (await UntilAsync(() => visitor.OpenAsync(page), end) is var opened && !AsksToLogIn(opened))
            return opened;
        await UntilAsync(() => visitor.OpenAsync(LogInPage), end);
        await UntilAsync(() => visitor.SendAsync(LogInPage, ("Name", userName), ("Password", DemoPeople.Password)), end);
        return await UntilAsync(() => visitor.OpenAsync(page), end);
    }

    private void Expect(VisitedPage answer, HttpStatusCode wanted, string page)
    {
        if (answer.Status != wanted || AsksToLogIn(answer))
            throw new KillRunException(
                $"{answer.Response.RequestMessage!.Method} {page} of {Name} was answered with {(int)answer.Status} to {answer.Location} {SaidBy(answer)}"
            );
    }

    /// <summary>
    /// The office is away, or a password that was being looked at when it was killed counts as tried and whoever gives it again is told to wait.
    /// </summary>
    private static bool SaysNotNow(VisitedPage page) =>
        page.Status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests
        || SaidBy(page).Contains("Nhập sai mật khẩu quá nhiều lần", StringComparison.Ordinal);

    private static string SaidBy(VisitedPage page) =>
        string.Join(
            ' ',
            Regex
                .Matches(page.Text, "hd-error-summary.*?</div>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
                .Select(summary => Regex.Replace(summary.Value, "<[^>]*>|\\s+", " ", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)))
        );

    /// <summary>Tries until there is an answer other than "not now".</summary>
    private async Task<VisitedPage> UntilAsync(Func<Task<VisitedPage>> ask, CancellationToken end)
    {
        while (true)
        {
            try
            {
                var page = await ask();
                if (page.Status == HttpStatusCode.InternalServerError)
                    diary.Failed($"{page.Response.RequestMessage!.Method} {page.Response.RequestMessage.RequestUri!.AbsolutePath} was answered with 500");
                else if (!SaysNotNow(page))
                    return page;
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException or TaskCanceledException)
            {
                // Killed under the question.
            }

            await Task.Delay(Pause, end);
        }
    }
}

/// <summary>A dossier cannot go on: the office has answered what it should not.</summary>
internal sealed class KillRunException(string message) : Exception(message);
