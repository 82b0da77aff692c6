using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Access;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Doors;

/// <summary>
/// Who sent a denunciation is behind every door of the program for whoever may not know it (Luật Tố cáo): page, list, search, export, file and property of a
/// file.
/// </summary>
public sealed partial class HiddenDossierDoorTests
{
    private const string SuspectsNumber = "030085009999";

    /// <summary>
    /// Whoever may know a sender after the assignment, by hand: the leaders, the head of the inspectorate, the assigned specialist, the sender.
    /// </summary>
    private static readonly string[] Strangers =
    [
        "doanh-nghiep",
        "truong-phong-bao-chi",
        "chuyen-vien-vien-thong",
        "van-thu",
        "ke-toan",
        "thanh-tra",
        "trung-tam",
        "quan-tri",
        "mot-cua-2",
        "cong-an",
    ];

    /// <summary>What the files say that were opened, by their hash: each is read once, whoever gets it.</summary>
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Pdfs = new();

    private DoorHost host = null!;
    private IReadOnlyList<Door> doors = null!;

    [OneTimeSetUp]
    public async Task ListAsync()
    {
        host = await DoorsOpen.HostAsync();
        doors = await EveryDoor.OfAsync(host.Services);
    }

    [Test]
    public void EveryDoor_IsListedByTheProgramItself()
    {
        Assert.That(
            doors.Select(door => door.Template),
            Is.SupersetOf(
                (string[])["tra-cuu/{code?}", "theo-doi/{reference}", "kiem-tra/{code}/tep", "so-giay-phep", "theo-doi/{reference}/thoi-han/{handler?}"]
            )
        );
        Assert.That(doors.SelectMany(door => door.GetHandlers), Is.SupersetOf((string[])["Csv", "Excel", "Slip", "Paper", "Result"]));
    }

    [Test]
    public async Task NoDoor_TellsAVisitorWhoSentIt()
    {
        using var nobody = host.Client();

        Assert.That(await TellingAsync(nobody, host.Hidden, withReference: true), Is.Empty);
    }

    [TestCaseSource(nameof(Strangers))]
    public async Task NoDoor_TellsSomebodyElseWhoSentIt(string name)
    {
        using var stranger = await host.LoggedInAsync(name);
        // The counter knows a sender until the dossier is assigned, for it hands out the receipt: its searches find those.
        var isCounter = name.StartsWith("mot-cua", StringComparison.Ordinal);

        var telling = await TellingAsync(stranger, isCounter ? [host.Settled] : host.Hidden, withReference: !isCounter);

        Assert.That(telling.Where(address => !isCounter || address.Split('?') is not ["/tim" or "/tim/nhanh", ['q', '=', ..]]), Is.Empty);
    }

    [Test]
    public async Task PublicDoor_AnswersARightNumberLikeAWrongOne()
    {
        var differing = new List<string>();
        foreach (var door in doors.Where(door => door.TakesPosts && door.IsPublic))
        {
            foreach (var dossier in host.Hidden)
            {
                foreach (var code in new[] { dossier.Code ?? dossier.Reference, dossier.Reference })
                {
                    var address = EveryDoor.AddressesFor(door, dossier).First(address => !address.Contains('?', StringComparison.Ordinal));
                    var right = await PostedAsync(address, code, dossier.Applicant.IdentityNumber);
                    var wrong = await PostedAsync(address, code, SuspectsNumber);
                    if (right != wrong)
                        differing.Add($"{address} with {code}:\n{right}\n--- and ---\n{wrong}");
                }
            }
        }

        Assert.That(differing, Is.Empty);
    }

    [TestCase("/tra-cuu")]
    [TestCase("/tiep-tuc")]
    public async Task Code_WithTheRightNumber_OpensNothing(string page)
    {
        var visitor = host.Visitor();
        await visitor.OpenAsync(page);

        var answer = await visitor.SendAsync(page, ("code", host.Settled.Code!), ("number", host.Settled.Applicant.IdentityNumber));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(answer.Response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], Has.None.Contains(VisitorPass.Folder));
    }

    [TestCase("")]
    [TestCase(SuspectsNumber)]
    public async Task Reference_OpensWhateverTheNumber(string number)
    {
        var visitor = host.Visitor();
        await visitor.OpenAsync("/tra-cuu");

        var found = await visitor.SendAsync("/tra-cuu", ("code", host.Settled.Reference), ("number", number));

        Assert.That(found.Location, Is.EqualTo(VisitorPass.Folder + host.Settled.Reference));
        Assert.That((await visitor.OpenAsync(found.Location!)).Text, Does.Contain(host.Settled.Applicant.Name));
    }

    [Test]
    public async Task Owner_OpensByTheAccount()
    {
        using var owner = await host.LoggedInAsync("nguoi-nop");

        Assert.That(await TextAsync(await owner.GetAsync(VisitorPass.Folder + host.Settled.Reference)), Does.Contain(host.Settled.Applicant.Name));
    }

    [Test]
    public async Task NoticeToTheOffice_NamesNoSender()
    {
        var told = await host.NoticesAsync();

        Assert.That(told.Where(notice => !notice.IsForApplicant), Is.Not.Empty);
        Assert.That(
            told.Where(notice =>
                !notice.IsForApplicant
                && host.Hidden.Any(dossier => notice.Facts.Values.Any(fact => Secrets(dossier).Any(secret => fact.Contains(secret, StringComparison.Ordinal))))
            ),
            Is.Empty
        );
    }

    /// <summary>The addresses whose answer holds something of a sender. What several dossiers lead to is opened once.</summary>
    private async Task<List<string>> TellingAsync(HttpClient client, IReadOnlyList<Dossier> dossiers, bool withReference)
    {
        var telling = new List<string>();
        var shut = new HashSet<Door>(ReferenceEqualityComparer.Instance);
        var addresses = from door in doors from dossier in dossiers from address in EveryDoor.AddressesFor(door, dossier) group dossier by (door, address);
        foreach (var leading in addresses)
        {
            var (door, address) = leading.Key;
            if (shut.Contains(door))
                continue;
            using var answer = await client.GetAsync(address);
            // A page for other roles is shut before it reads anything of its address.
            if (answer.Headers.Location?.ToString().Contains("/loi/403", StringComparison.Ordinal) == true && !door.IsPublic)
                shut.Add(door);
            Assert.That(answer.StatusCode, Is.Not.EqualTo(HttpStatusCode.TooManyRequests).And.LessThan(HttpStatusCode.InternalServerError), address);
            var text = await TextAsync(answer);
            var secrets = dossiers.SelectMany(dossier => withReference ? [.. Secrets(dossier), dossier.Reference] : Secrets(dossier));
            telling.AddRange(
                secrets
                    .Where(secret =>
                        !Uri.UnescapeDataString(address).Contains(secret, StringComparison.Ordinal) && text.Contains(secret, StringComparison.Ordinal)
                    )
                    .Select(secret => $"{address}: {secret}")
            );
        }

        return telling;
    }

    private static IEnumerable<string> Secrets(Dossier dossier) =>
        [dossier.Applicant.Name, dossier.Applicant.Address, dossier.Applicant.Phone!, dossier.Applicant.Email!];

    /// <summary>An answer with its headers and cookies, without what is new in each.</summary>
    private async Task<string> PostedAsync(string address, string code, string number)
    {
        var visitor = host.Visitor();
        await visitor.OpenAsync("/tra-cuu");
        var answer = await visitor.SendAsync(
            address,
            ("code", code),
            ("reference", code),
            ("number", number),
            ("identityNumber", number),
            ("applicant.identityNumber", number),
            ("submitter.identityNumber", number),
            ("go", "next"),
            ("q", number)
        );
        var headers = answer
            .Response.Headers.Concat(answer.Response.Content.Headers)
            .OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"{header.Key}: {string.Join("; ", header.Value)}");
        var whole = $"{(int)answer.Status}\n{string.Join('\n', headers)}\n{answer.Text}";
        return Sealed()
            .Replace(
                NewReference().Replace(whole.Replace(number, "NUMBER", StringComparison.Ordinal), match => match.Value == code ? match.Value : "REFERENCE"),
                "SEALED"
            );
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var headers = Uri.UnescapeDataString(string.Join('\n', answer.Headers.Concat(answer.Content.Headers).SelectMany(header => header.Value)));
        var body = answer.Content.Headers.ContentType?.MediaType switch
        {
            "application/pdf" => await PdfAsync(bytes),
            "application/json" => JsonSerializer.Deserialize<JsonElement>(bytes).ToString()
                + Regex.Unescape(Encoding.UTF8.GetString(bytes).Replace("\\/", "/", StringComparison.Ordinal)),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => Unzipped(bytes),
            _ => WebUtility.HtmlDecode(Encoding.UTF8.GetString(bytes)),
        };
        return headers + body;
    }

    /// <summary>What stands on the pages and in the properties.</summary>
    private static Task<string> PdfAsync(byte[] bytes) =>
        Pdfs.GetOrAdd(Convert.ToHexString(SHA256.HashData(bytes)), _ => new Lazy<Task<string>>(() => ReadPdfAsync(bytes))).Value;

    private static async Task<string> ReadPdfAsync(byte[] bytes)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, bytes);
        var text = await Tool.ReadAsync("pdftotext", file, "-") + await Tool.ReadAsync("pdfinfo", file) + await Tool.ReadAsync("pdfinfo", "-meta", file);
        File.Delete(file);
        return Blanks().Replace(text, " ");
    }

    private static string Unzipped(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        return string.Concat(archive.Entries.Select(entry => WebUtility.HtmlDecode(new StreamReader(entry.Open()).ReadToEnd())));
    }

    [GeneratedRegex(
        "CfDJ8[A-Za-z0-9_-]+|[0-9a-f]{32}-[0-9a-f]{16}|nonce-[A-Za-z0-9+/=]+|expires=[^;]+|[A-Za-z0-9+/=]{22,24}(?=\")",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Sealed();

    [GeneratedRegex("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NewReference();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blanks();
}
