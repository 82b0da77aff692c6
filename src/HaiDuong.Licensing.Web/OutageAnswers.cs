using System.Globalization;
using System.Resources;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Entry;

namespace HaiDuong.Licensing.Web;

/// <summary>
/// What a request is told when the database is away, its disk is full, or too many ask at once: 503, when to come again, what became of what
/// was sent, and everything that was typed.
/// </summary>
internal sealed partial class OutageAnswers(RequestDelegate next, IWebHostEnvironment environment, ILogger<OutageAnswers> log)
{
    /// <summary>
    /// More requests than these at once are not begun. What runs waits for the connections of the <see cref="ConnectionBudget"/>; what waits for
    /// its own sender does no work and is not counted.
    /// </summary>
    public const int MostAtOnce = 600;

    public const string ComeAgainAfterSeconds = "10";

    private static readonly ResourceManager Words = new("HaiDuong.Licensing.Web.OutageAnswers", typeof(OutageAnswers).Assembly);
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    private int atOnce;

    public async Task InvokeAsync(HttpContext context)
    {
        var watch = CommitWatch.Begin();
        try
        {
            context.Request.Body = new AwaitedBody(context.Request.Body, () => Interlocked.Decrement(ref atOnce), () => Interlocked.Increment(ref atOnce));
            if (
                Interlocked.Increment(ref atOnce) > MostAtOnce
                && !context.Request.Path.StartsWithSegments(HealthPages.Short, StringComparison.OrdinalIgnoreCase)
            )
                await AnswerAsync(context, OutageKind.DatabaseAway, mayHaveWritten: false);
            else
                await next(context);
        }
        catch (Exception failure) when (!context.Response.HasStarted && Outage.Of(failure) is not OutageKind.None)
        {
            var kind = Outage.Of(failure);
            LogOutage(kind, failure);
            await AnswerAsync(context, kind, watch.MayHaveWritten);
        }
        finally
        {
            Interlocked.Decrement(ref atOnce);
        }
    }

    private async Task AnswerAsync(HttpContext context, OutageKind kind, bool mayHaveWritten)
    {
        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = ComeAgainAfterSeconds;
        var sends = HttpMethods.IsPost(context.Request.Method);
        var outcome =
            !sends ? "Read"
            : mayHaveWritten ? "Unknown"
            : "Nothing";
        if (!context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            await context.Response.WriteAsync(Say(kind, outcome, "en", ShownForm.None), context.RequestAborted);
            return;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        using var reader = new StreamReader(environment.WebRootFileProvider.GetFileInfo("outage.html").CreateReadStream());
        var shown = sends ? await ShowAsync(context.Request, maySendAgain: !mayHaveWritten) : ShownForm.None;
        var page = new StringBuilder(await reader.ReadToEndAsync(context.RequestAborted))
            .Replace("<!--vi-->", Html.Encode(Say(kind, outcome, "vi", shown)))
            .Replace("<!--en-->", Html.Encode(Say(kind, outcome, "en", shown)))
            .Replace("<!--typed-->", shown.Html);
        await context.Response.WriteAsync(page.ToString(), context.RequestAborted);
    }

    /// <summary>What was typed, to be seen and copied, and to be sent again where nothing was written. Another site's form is never sent for it.</summary>
    private static async Task<ShownForm> ShowAsync(HttpRequest request, bool maySendAgain)
    {
        if (!request.HasFormContentType)
            return ShownForm.None;
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync();
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException or BadHttpRequestException)
        {
            return ShownForm.None;
        }

        var fields = TypedAgain.Fields(form);
        var page = new StringBuilder();
        var canSend = fields.Count > 0 && maySendAgain && form.Files.Count == 0 && request.Headers["Sec-Fetch-Site"] == "same-origin";
        if (canSend)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<form method=\"post\" action=\"{Html.Encode(request.PathBase + request.Path + request.QueryString)}\">"
            );
            // The token goes along: the page that is asked again checks it.
            foreach (var (name, value) in fields.Append(KeyValuePair.Create(TypedAgain.Token, form[TypedAgain.Token].ToString())))
                page.Append(CultureInfo.InvariantCulture, $"<input type=\"hidden\" name=\"{Html.Encode(name)}\" value=\"{Html.Encode(value)}\">");
            page.Append(CultureInfo.InvariantCulture, $"<button>{Html.Encode(Word("Send", "vi"))}</button></form>");
        }

        var texts = TypedAgain.Texts(fields).ToList();
        if (texts.Count > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>{Html.Encode(Word("Typed", "vi"))}</h2><ul>");
            foreach (var text in texts)
                page.Append(CultureInfo.InvariantCulture, $"<li>{Html.Encode(text)}</li>");
            page.Append("</ul>");
        }

        return new ShownForm(page.ToString(), canSend, texts.Count > 0);
    }

    /// <summary>What happened, what became of what was sent, and what to do with what is there to be done it with.</summary>
    private static string Say(OutageKind kind, string outcome, string language, ShownForm shown)
    {
        var next =
            outcome == "Read" ? ""
            : outcome == "Nothing" && shown.CanSend ? "Nothing.Send"
            : shown.HasTexts ? $"{outcome}.Copy"
            : $"{outcome}.Again";
        return string.Join(
            ' ',
            new[] { kind.ToString(), outcome, next }.Where(name => name.Length > 0).Select(name => Word(name, language)).Where(word => word.Length > 0)
        );
    }

    private static string Word(string name, string language) => Words.GetString(name, CultureInfo.GetCultureInfo(language)) ?? name;

    /// <summary>What the page shows of the form: whether it can be sent again from there, and whether there is something to copy.</summary>
    private sealed record ShownForm(string Html, bool CanSend, bool HasTexts)
    {
        public static ShownForm None { get; } = new("", false, false);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request was answered with 503: {Kind}.")]
    private partial void LogOutage(OutageKind kind, Exception failure);
}
