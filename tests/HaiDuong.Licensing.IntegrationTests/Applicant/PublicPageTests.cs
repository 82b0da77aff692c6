using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Workflows;
using HaiDuong.Licensing.Tests.WorkflowFiles;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Applicant;

/// <summary>Every public page of every procedure in force, as it comes over HTTP, is in plain words.</summary>
public sealed partial class PublicPageTests
{
    private OfficeHost office = null!;
    private IReadOnlyList<Procedure> procedures = [];

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        office = await OfficeHost.StartAsync();
        procedures = office.Services.GetRequiredService<ProcedureCatalogue>().All(office.Services.GetRequiredService<OfficeClock>().Today);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await office.DisposeAsync();

    [TestCase("/thu-tuc/{0}")]
    [TestCase("/nop-ho-so/{0}")]
    [TestCase("/nop-ho-so/{0}/to-khai")]
    public async Task PageOfEveryProcedure_IsInPlainWords(string address)
    {
        var visitor = office.Visitor();
        var faults = new List<string>();
        foreach (var procedure in procedures)
        {
            var page = await visitor.OpenAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, procedure.Slug));
            var html = await page.Response.Content.ReadAsStringAsync();
            faults.AddRange(PlainWords.Faults(PlainWords.OfPage(html)).Select(fault => $"{procedure.Slug}: {fault}"));
        }

        Assert.That(procedures, Has.Count.EqualTo(59));
        Assert.That(faults, Is.Empty);
    }

    [Test]
    public async Task PageOfEveryProcedure_MarksWhatIsNotConfirmedOnceASection()
    {
        var visitor = office.Visitor();
        foreach (var procedure in procedures)
        {
            var html = (await visitor.OpenAsync($"/thu-tuc/{procedure.Slug}")).Text;

            Assert.That(
                Heading().Matches(html).Select(heading => Regex.Count(heading.Value, "chưa xác nhận", RegexOptions.None, TimeSpan.FromSeconds(1))),
                Is.All.LessThan(2),
                procedure.Slug
            );
            Assert.That(Badge().Count(html), Is.InRange(1, 4), procedure.Slug);
        }
    }

    [GeneratedRegex("<h2.*?</h2>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("<span class=\"hd-badge\">chưa xác nhận</span>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Badge();
}
