using System.Net;
using System.Text.RegularExpressions;

namespace HaiDuong.Licensing.IntegrationTests.Support;

/// <summary>A page as it came: status, where it sends one on to, and its text with entities resolved.</summary>
public sealed record VisitedPage(HttpStatusCode Status, string? Location, string Text, HttpResponseMessage Response);

/// <summary>Opens pages and sends their forms the way a browser without JavaScript does: hidden fields of the last page go along.</summary>
public sealed partial class PageVisitor(HttpClient client)
{
    public Dictionary<string, string> Hidden { get; private set; } = [];

    public async Task<VisitedPage> OpenAsync(string address) => await TakeAsync(await client.GetAsync(address), remember: true);

    public async Task<VisitedPage> SendAsync(string address, params IEnumerable<(string Name, string Value)> fields) =>
        await TakeAsync(await client.PostAsync(address, Content(fields, [])), remember: false);

    /// <summary>As the page saves by itself while somebody types.</summary>
    public async Task<VisitedPage> SendByItselfAsync(string address, IEnumerable<(string Name, string Value)> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = Content(fields, []), Headers = { { "X-Autosave", "1" } } };
        return await TakeAsync(await client.SendAsync(request), remember: false);
    }

    public async Task<VisitedPage> SendRawAsync(string address, HttpContent content) =>
        await TakeAsync(await client.PostAsync(address, content), remember: false);

    public async Task<VisitedPage> SendFilesAsync(
        string address,
        IEnumerable<(string Name, string Value)> fields,
        params IEnumerable<(string Field, string Name, byte[] Bytes)> files
    ) => await TakeAsync(await client.PostAsync(address, Content(fields, files)), remember: false);

    private MultipartFormDataContent Content(IEnumerable<(string Name, string Value)> fields, IEnumerable<(string Field, string Name, byte[] Bytes)> files)
    {
        var typed = fields.ToList();
        var content = new MultipartFormDataContent();
        foreach (
            var (name, value) in Hidden.Where(pair => typed.TrueForAll(field => field.Name != pair.Key)).Select(pair => (pair.Key, pair.Value)).Concat(typed)
        )
            content.Add(new StringContent(value), $"\"{name}\"");
        foreach (var (field, name, bytes) in files)
            content.Add(new ByteArrayContent(bytes), $"\"{field}\"", $"\"{name}\"");
        return content;
    }

    private async Task<VisitedPage> TakeAsync(HttpResponseMessage response, bool remember)
    {
        // A page that only gives itself an address of its own is followed there.
        if (
            response.Headers.Location?.ToString() is { } own
            && (own.Contains("draftKey=", StringComparison.Ordinal) || own.Contains("?go=", StringComparison.Ordinal))
        )
            (response, remember) = (await client.GetAsync(own), true);
        var html = await response.Content.ReadAsStringAsync();
        // Nobody goes on from the page of a fault: they go back to the form they had.
        if (response.StatusCode != HttpStatusCode.InternalServerError && (remember || html.Contains("name=\"xsrf\"", StringComparison.Ordinal)))
            Hidden = HiddenFields(html);
        return new VisitedPage(response.StatusCode, response.Headers.Location?.ToString(), WebUtility.HtmlDecode(html), response);
    }

    // Forms of the frame (language, log-out) stand outside the main part; theirs are not taken along.
    private static Dictionary<string, string> HiddenFields(string html)
    {
        var main = html.IndexOf("<main", StringComparison.Ordinal);
        var end = html.IndexOf("</main", StringComparison.Ordinal);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var input in Input()
                .Matches(main < 0 ? html : html[main..end])
                .Select(match => match.Value)
                .Where(tag => tag.Contains("type=\"hidden\"", StringComparison.Ordinal))
        )
            fields[Attribute(input, "name")] = Attribute(input, "value");
        return fields;
    }

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, name + "=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["value"].Value);

    [GeneratedRegex("<input[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Input();
}
