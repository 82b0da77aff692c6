using System.Net;
using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Desks;
using Microsoft.AspNetCore.Mvc.Testing;

namespace HaiDuong.Licensing.IntegrationTests.Attack;

/// <summary>What came back to an intruder.</summary>
internal sealed record Loot(int Status, string? Location, string Text)
{
    public bool Opened => Status == 200;
}

/// <summary>One person's session, with a token that is good for any form: who sends what nobody offered.</summary>
internal sealed partial class Intruder(string name, HttpClient client, string token)
{
    private int requests;

    public string Name => name;

    /// <summary>How many requests this person has made.</summary>
    public int Requests => requests;

    public static async Task<Intruder> EnterAsync(AttackOffice office, string name)
    {
        var client = office.Host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });
        if (AttackOffice.People[name] is { } account)
        {
            using var form = new FormUrlEncodedContent([
                new("Name", account),
                new("Password", DeskHost.Password),
                new("xsrf", await TokenAsync(client, "/dang-nhap")),
            ]);
            using var answer = await client.PostAsync(new Uri("/dang-nhap", UriKind.Relative), form);
            if (answer.StatusCode != HttpStatusCode.Redirect)
                throw new InvalidOperationException($"{account} could not log in: {answer.StatusCode}");
        }

        return new Intruder(name, client, await TokenAsync(client, AttackOffice.People[name] is null ? "/tra-cuu" : "/tai-khoan"));
    }

    public async Task<Loot> SendAsync(HttpMethod method, string address, HttpContent? content = null)
    {
        Interlocked.Increment(ref requests);
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = content };
        using var answer = await client.SendAsync(request);
        var isText =
            answer.Content.Headers.ContentType?.MediaType is { } type
            && (type.StartsWith("text/", StringComparison.Ordinal) || type.Contains("json", StringComparison.Ordinal));
        return new Loot(
            (int)answer.StatusCode,
            answer.Headers.Location?.OriginalString,
            isText ? WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()) : ""
        );
    }

    /// <summary>Sends a form as if its page had been open: with the token, the count of acts and everything filled in.</summary>
    public async Task<Loot> PostAsync(ActPost post, Dossier dossier)
    {
        using var content = new MultipartFormDataContent
        {
            { new StringContent(token), "xsrf" },
            { new StringContent($"{dossier.Revision}"), "Revision" },
            { new StringContent($"{dossier.Revision}"), "seenRevision" },
        };
        foreach (var (field, value) in post.Fields)
        {
            if (value == "{file}")
                content.Add(new ByteArrayContent(ActPosts.Letter), field, "don-rut.pdf");
            else
                content.Add(new StringContent(Filled(value, dossier)), field);
        }

        return await SendAsync(HttpMethod.Post, post.AddressFor(dossier), content);
    }

    private static string Filled(string value, Dossier dossier) =>
        value switch
        {
            "{paper}" => dossier.Papers is [var paper, ..] ? $"{paper.Id}" : "",
            "{opinion}" => dossier.Opinions is [var opinion, ..] ? $"{opinion.Id}" : "",
            _ => value,
        };

    private static async Task<string> TokenAsync(HttpClient client, string page)
    {
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative));
        return Token().Match(html).Groups["token"].Value;
    }

    [GeneratedRegex("name=\"xsrf\"[^>]*value=\"(?<token>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
