using System.Net;
using System.Text;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Applicant;

/// <summary>
/// Every kind of field posted with everything that people, pads, old programs and scripts put into boxes: never an error of the program, and nothing typed is
/// lost.
/// </summary>
public sealed class TypedInputTests
{
    private static readonly string[] People = ["applicant.name", "applicant.identityNumber", "applicant.address", "applicant.phone", "applicant.email"];

    private static readonly string[] Typed =
    [
        "１２",
        "２０.９３７３４１",
        "١٢٫٥",
        "०५/०९/२०१९",
        "𝟏𝟐",
        "๑๒",
        "5\u00A0000",
        "1\u3000250",
        "+5",
        "−5",
        "±5",
        "--5",
        "½",
        "Ⅻ",
        "1e400",
        "0x1F",
        "NaN",
        "1.250",
        "1,250",
        "12,5 kg",
        "14,5x20,5",
        "16 x 24 cm",
        "8h30",
        "1/12/2026 9h",
        "05092019",
        "99/99/9999",
        "20.937341,106.3146",
        "20°56'14\"",
        "1.500.000 đồng",
        "9999999999999999999999999999999999999999",
        "+84 (0)912\u2011345\u2011678",
        "a@b@c",
        "ten＠coquan．vn",
        "1\0 2",
        "\0",
        "\u202E12",
        "a\u200Bb",
        "dòng 1\r\ndòng 2",
        "'; DROP TABLE dossiers; --",
        "<b>12</b>",
        "{{ 7 * 7 }}",
    ];

    private OfficeHost office = null!;

    private static IEnumerable<string> Endless => [new string('1', 300_000), new string('ữ', 300_000)];

    [OneTimeSetUp]
    public async Task StartAsync() => office = await OfficeHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await office.DisposeAsync();

    [TestCaseSource(nameof(Typed))]
    [TestCaseSource(nameof(Endless))]
    public async Task Anything_InEveryKindOfField_IsReadOrRefused_AndNothingIsLost(string typed)
    {
        foreach (var procedure in Covering())
        {
            var visitor = office.Visitor();
            var address = $"/nop-ho-so/{procedure.Slug}/to-khai";
            await visitor.OpenAsync(address);

            var saved = await visitor.SendAsync(address, [.. Boxes(procedure.Form).Select(box => (box.Name, typed)), ("go", "draft")]);

            Assert.That((int)saved.Status, Is.LessThan(500), procedure.Slug);
            if (saved.Location is { } place)
                await AssertKeptAsync(procedure.Form, place.Split('/')[^1], typed);
            else
                Assert.That(saved.Text.Replace("\r", "", StringComparison.Ordinal), Does.Contain(VietnameseText.Clean(typed)), procedure.Slug);
        }
    }

    /// <summary>Half of a letter cannot be posted as text; these are the bytes that a broken program sends.</summary>
    [TestCase("%ED%A0%80")]
    [TestCase("1%ED%B0%802")]
    [TestCase("%FF%FE1")]
    [TestCase("%00%00")]
    public async Task BrokenBytes_InEveryField_AreReadOrRefused(string bytes)
    {
        foreach (var procedure in Covering())
        {
            var visitor = office.Visitor();
            var address = $"/nop-ho-so/{procedure.Slug}/to-khai";
            await visitor.OpenAsync(address);
            var body = string.Join(
                '&',
                Boxes(procedure.Form)
                    .Select(box => $"{WebUtility.UrlEncode(box.Name)}={bytes}")
                    .Concat(visitor.Hidden.Select(field => $"{WebUtility.UrlEncode(field.Key)}={WebUtility.UrlEncode(field.Value)}"))
                    .Append("go=draft")
            );

            var saved = await visitor.SendRawAsync(address, new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded"));

            Assert.That((int)saved.Status, Is.LessThan(500), procedure.Slug);
        }
    }

    /// <summary>
    /// More fields than a form may have, more in one of them than it may hold, or a form cut off: said so without a word of files, and no error of the program.
    /// </summary>
    [Test]
    public async Task FormThatCannotBeRead_IsRefusedInItsOwnWords()
    {
        var visitor = office.Visitor();
        await visitor.OpenAsync("/dang-nhap");

        var fields = await visitor.SendAsync("/dang-nhap", Enumerable.Range(0, 1100).Select(at => ($"field{at}", "1")));
        var endless = await visitor.SendRawAsync("/dang-nhap", new FormUrlEncodedContent([KeyValuePair.Create("Name", new string('1', 5_000_000))]));

        using var nothing = new MultipartFormDataContent();
        var cut = await visitor.SendRawAsync("/dang-nhap", nothing);

        foreach (var answer in new[] { fields, endless, cut })
        {
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(answer.Text, Does.Contain("Nội dung gửi lên không đọc được").And.Not.Contain("Tệp gửi lên quá lớn"));
        }
    }

    /// <summary>A few procedures whose forms have every kind of field between them.</summary>
    private List<Procedure> Covering()
    {
        var open = office.Services.GetRequiredService<ProcedureCatalogue>().All(office.Services.GetRequiredService<OfficeClock>().Today).ToList();
        var missing = open.SelectMany(procedure => Boxes(procedure.Form)).Select(box => box.Field.Type).ToHashSet();
        var chosen = new List<Procedure>();
        while (missing.Count > 0)
        {
            var best = open.MaxBy(procedure => Boxes(procedure.Form).Select(box => box.Field.Type).Distinct().Count(missing.Contains))!;
            missing.ExceptWith(Boxes(best.Form).Select(box => box.Field.Type));
            chosen.Add(best);
        }

        return chosen;
    }

    private static IEnumerable<(string Name, FormField Field)> Boxes(Form form) =>
        form
            .Fields.Select(field => (field.Key, field))
            .Concat(form.Tables.SelectMany(table => table.Fields.Select(field => ($"{table.Key}[0].{field.Key}", field))))
            .Concat(
                People.Select(name =>
                    (
                        name,
                        new FormField
                        {
                            Key = name,
                            Label = name,
                            Type = FieldType.Text,
                        }
                    )
                )
            );

    private async Task AssertKeptAsync(Form form, string reference, string typed)
    {
        var draft = (await office.ReadAsync(db => db.Dossiers.AsNoTracking().SingleOrDefaultAsync(dossier => dossier.Reference == reference)))!;
        Assert.That(draft.Applicant.Name, Is.EqualTo(VietnameseText.Clean(typed)));
        foreach (var field in form.Fields)
            Assert.That(draft.Form[field.Key] ?? "", Is.EqualTo(field.Read([typed])), field.Key);
        foreach (var table in form.Tables)
        {
            foreach (var field in table.Fields)
                Assert.That(
                    draft.Form.RowsOf(table.Key).Select(row => row.GetValueOrDefault(field.Key)).FirstOrDefault() ?? "",
                    Is.EqualTo(field.Read([typed])),
                    field.Key
                );
        }
    }
}
