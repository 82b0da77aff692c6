using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>Whatever a page offers, it opens: each row of each list, each tab, and behind each number as many as it says.</summary>
public sealed partial class DossierListTests
{
    /// <summary>Answers to a click: the page, a file, or another address.</summary>
    private static readonly HashSet<HttpStatusCode> Opened = [HttpStatusCode.OK, HttpStatusCode.Found, HttpStatusCode.SeeOther];

    /// <summary>One of each role; of the heads the one who knows who sent a denunciation too.</summary>
    private static readonly string[] Clickers =
    [
        "mot-cua",
        "chuyen-vien-bao-chi",
        "truong-phong-bao-chi",
        "chanh-thanh-tra",
        "giam-doc",
        "van-thu",
        "ke-toan",
        "thanh-tra",
        "trung-tam",
        "quan-tri",
        "huyen",
        "nguoi-nop",
    ];

    /// <summary>The first page, its menu, and what the pages of the menu offer; behind that the numbers alone.</summary>
    private const int Depth = 3;

    /// <summary>Of the rows and numbers, which several readers are offered, one of so many of each.</summary>
    private const int Part = 3;

    [Test]
    public async Task Links_OfEveryPage_OpenForWhoeverIsOfferedThem_AndNumbersAsManyAsTheySay()
    {
        await using var program = new TestOfficeHost(office);
        var (wrong, numbers) = (new ConcurrentBag<string>(), 0);
        using var visitor = program.Client();
        var open = await ClickAsync(visitor, "/", new HashSet<string>(StringComparer.Ordinal), "visitor");
        await Parallel.ForEachAsync(Clickers, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (name, _) =>
        {
            using var client = await program.LoggedInAsync(name);
            await ClickAsync(client, SitePaths.Start, open, name);
        });

        Assert.That(string.Join('\n', wrong.Order(StringComparer.Ordinal)), Is.Empty);
        Assert.That(numbers, Is.GreaterThan(100), "Numbers were opened.");

        async Task<HashSet<string>> ClickAsync(HttpClient client, string start, HashSet<string> known, string name)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal) { start };
            var next = new List<(string Address, string From, int? Number)> { (start, "", null) };
            for (var depth = 0; next.Count > 0; depth++)
            {
                var found = new List<(string, string, int?)>();
                foreach (var (address, from, number) in next.Where(link => depth < Depth || StablePart.Takes(Part, $"{link.Address} {name}")))
                {
                    using var answer = await client.GetAsync(address);
                    if (!Opened.Contains(answer.StatusCode) || answer.Headers.Location?.OriginalString.StartsWith("/loi/", StringComparison.Ordinal) == true)
                        wrong.Add($"{name}: {address} of {from}: {(int)answer.StatusCode} {answer.Headers.Location}");
                    if (answer.Headers.Location is { } on && depth == 0)
                        found.Add((on.OriginalString, address, null));
                    var html = answer.Content.Headers.ContentType?.MediaType == "text/html" ? await answer.Content.ReadAsStringAsync() : "";
                    if (number is { } said && Interlocked.Increment(ref numbers) > 0 && RowsOf(html) is var rows && rows != said)
                        wrong.Add($"{name}: {address} of {from}: says {said}, holds {rows}");
                    found.AddRange(
                        LinksOf(html, answer.RequestMessage!.RequestUri!)
                            .Where(link => (depth < Depth || link.Number is not null) && !known.Contains(link.To) && seen.Add(link.To))
                            .Select(link => (link.To, address, link.Number))
                    );
                }

                next = found;
            }

            return seen;
        }
    }

    /// <summary>The addresses that a page offers, and the number where a link to a list of dossiers is nothing but one.</summary>
    private static IEnumerable<(string To, int? Number)> LinksOf(string html, Uri page)
    {
        foreach (Match link in Link().Matches(html))
        {
            var to = new Uri(page, WebUtility.HtmlDecode(link.Groups["href"].Value));
            if (to.Host != page.Host || to.Scheme != page.Scheme)
                continue;
            var words = link.Groups["words"].Value.Replace(".", "", StringComparison.Ordinal).Trim();
            yield return (
                to.PathAndQuery,
                to.AbsolutePath == DossierFilter.Address && int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null
            );
        }
    }

    /// <summary>The dossiers of a list, and those of which it says that the reader may not know them.</summary>
    private static int RowsOf(string html) =>
        DossierRowLink().Matches(html).Select(match => match.Groups["id"].Value).Distinct().Count()
        + (
            Unshown().Match(WebUtility.HtmlDecode(html)) is { Success: true } unshown
                ? int.Parse(unshown.Groups["count"].Value, CultureInfo.InvariantCulture)
                : 0
        );

    [GeneratedRegex("<a [^>]*?href=\"(?<href>[^\"#]+)[^>]*>(?<words>[^<]*)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<count>\d+) hồ sơ trong số này giữ bí mật người gửi", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unshown();

    [GeneratedRegex("<tr[^>]*>.*?href=\"/ho-so/(?<id>[0-9a-f-]{36})", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex DossierRowLink();
}
