using System.Net;
using System.Text.RegularExpressions;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>What came back.</summary>
public sealed record DeskAnswer(HttpStatusCode Status, string Html, string? Location, HttpResponseMessage Raw);

/// <summary>A browser without JavaScript: keeps cookies, sends the hidden fields of the page last shown.</summary>
public sealed partial class DeskBrowser(HttpClient client)
{
    private readonly Dictionary<string, string> hidden = [];

    public async Task<DeskAnswer> GetAsync(string path)
    {
        var answer = await ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative)));
        hidden.Clear();
        foreach (Match match in HiddenField().Matches(answer.Html))
            hidden[Attribute(match.Value, "name")] = Attribute(match.Value, "value");
        return answer;
    }

    /// <summary>Sends the form of the page last got, with what was typed; <paramref name="typed"/> wins over hidden fields.</summary>
    public async Task<DeskAnswer> PostAsync(string path, Dictionary<string, string> typed)
    {
        var all = hidden.Where(field => !typed.ContainsKey(field.Key)).Concat(typed);
        using var content = new FormUrlEncodedContent(all);
        return await ReadAsync(await client.PostAsync(new Uri(path, UriKind.Relative), content));
    }

    /// <summary>Sends a form in which a name may stand several times.</summary>
    public async Task<DeskAnswer> PostSeveralAsync(string path, IReadOnlyList<(string Name, string Value)> typed)
    {
        var all = hidden.Where(field => !typed.Any(one => one.Name == field.Key)).Concat(typed.Select(one => KeyValuePair.Create(one.Name, one.Value)));
        using var content = new FormUrlEncodedContent(all);
        return await ReadAsync(await client.PostAsync(new Uri(path, UriKind.Relative), content));
    }

    /// <summary>Sends a form with a file.</summary>
    public async Task<DeskAnswer> PostFileAsync(string path, Dictionary<string, string> typed, string field, string name, byte[] bytes)
    {
        using var content = new MultipartFormDataContent { { new ByteArrayContent(bytes), field, name } };
        foreach (var (key, value) in hidden.Where(one => !typed.ContainsKey(one.Key)).Concat(typed))
            content.Add(new StringContent(value), key);
        return await ReadAsync(await client.PostAsync(new Uri(path, UriKind.Relative), content));
    }

    private static async Task<DeskAnswer> ReadAsync(HttpResponseMessage raw)
    {
        var text = raw.Content.Headers.ContentType?.MediaType == "text/html" ? WebUtility.HtmlDecode(await raw.Content.ReadAsStringAsync()) : "";
        return new DeskAnswer(raw.StatusCode, text, raw.Headers.Location?.OriginalString, raw);
    }

    private static string Attribute(string tag, string name) =>
        Regex.Match(tag, $"{name}=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["value"].Value;

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>|<input[^>]*name=\"xsrf\"[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HiddenField();
}
