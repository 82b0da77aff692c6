using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.IntegrationTests.Desks;
using HaiDuong.Licensing.IntegrationTests.Filing;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Applicant;

/// <summary>The frame of a page names the department that will issue what the page is about, and the counter with address and hours.</summary>
public sealed class PageOfficeTests
{
    private DeskHost office = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => office = await DeskHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await office.DisposeAsync();

    [TestCase("publishing-permit", "/thu-tuc/{0}", "Văn hóa")]
    [TestCase("publishing-permit", "/nop-ho-so/{0}", "Văn hóa")]
    [TestCase("publishing-permit", "/nop-ho-so/{0}/to-khai", "Văn hóa")]
    [TestCase("postal-licence", "/thu-tuc/{0}", "Khoa học")]
    [TestCase("postal-licence", "/nop-ho-so/{0}/to-khai", "Khoa học")]
    public async Task PageOfAProcedure_NamesTheDepartmentThatWillIssue(string slug, string address, string known)
    {
        var department = office.Services.GetRequiredService<ProcedureCatalogue>().Organisation.For(office.Procedure(slug).DivisionKey, DeskHost.Morning.Date);

        var page = (await office.Visitor().OpenAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, slug))).Text;

        Assert.That(department.Name, Does.Contain(known));
        Assert.That(
            page,
            Does.Contain($"<span class=\"hd-brand-name\">{department.Name}</span>")
                .And.Contain($"<p class=\"hd-footer-name\" lang=\"vi\">{department.Name}</p>")
                .And.Contain($"– {department.Name}</title>")
        );
    }

    [TestCase("/")]
    [TestCase("/thu-tuc/publishing-permit")]
    public async Task Page_TellsWhereTheCounterIsAndWhenItIsOpen(string address)
    {
        var page = (await office.Visitor().OpenAsync(address)).Text;
        var footer = page[page.IndexOf("<footer", StringComparison.Ordinal)..];

        Assert.That(footer, Does.Contain("Nơi nộp hồ sơ và nhận kết quả: Trung tâm Phục vụ hành chính công"));
        Assert.That(footer, Does.Match($@"ngày {VietnameseDate.Print(DeskHost.Morning.Date)}: \d\d:\d\d–\d\d:\d\d, \d\d:\d\d–\d\d:\d\d"));
        Assert.That(footer.Split("<dt>Địa chỉ</dt>"), Has.Length.EqualTo(3), "of the department and of the counter");
    }

    [Test]
    public async Task PageAboutNoProcedure_NamesEveryDepartment()
    {
        var page = (await office.Visitor().OpenAsync("/")).Text;

        Assert.That(page[page.IndexOf("<footer", StringComparison.Ordinal)..], Does.Contain("Sở Khoa học và Công nghệ").And.Contain("Sở Văn hóa"));
    }
}
