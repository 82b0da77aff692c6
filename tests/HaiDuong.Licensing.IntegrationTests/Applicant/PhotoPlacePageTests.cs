using System.Net;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Desks;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Files;
using HaiDuong.Licensing.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Applicant;

/// <summary>
/// A photo that tells where it was taken (fault 41): the applicant is told before sending and takes it out with one button; who reads it is told.
/// </summary>
public sealed class PhotoPlacePageTests
{
    private DeskHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await DeskHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task Photo_ThatTellsItsPlace_IsToldOf_AndLosesItByOneButton()
    {
        var applicant = host.Visitor();
        var (page, sent) = await SendAsync(applicant);

        var told = await applicant.OpenAsync(page);
        var pressed = await applicant.SendFilesAsync(page, [("withoutPlace", $"{sent.Id}")]);
        var kept = (await PapersAsync(page)).Single();
        var after = await applicant.OpenAsync(page);

        Assert.That(sent.ShowsPlace, Is.True);
        Assert.That(told.Text, Does.Contain("ghi lại nơi chụp").And.Contain("Bỏ nơi chụp"));
        Assert.That(pressed.Status, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That((kept.ShowsPlace, kept.FileName, kept.Key), Is.EqualTo((false, sent.FileName, sent.Key)));
        Assert.That(PhotoPlace.IsIn(await ReadAsync(kept)), Is.False);
        Assert.That(after.Text, Does.Not.Contain("ghi lại nơi chụp"));
    }

    [Test]
    public async Task Photo_SentWithItsPlace_IsMarkedForWhoReadsIt()
    {
        var applicant = host.Visitor();
        var (page, sent) = await SendAsync(applicant);
        var review = page.Replace("/giay-to/", "/xem-lai/", StringComparison.Ordinal);
        var told = await applicant.OpenAsync(review);
        await applicant.SendAsync(review);
        var id = await host.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>()
                .Dossiers.Where(dossier => dossier.Reference == ReferenceOf(page))
                .Select(dossier => dossier.Id)
                .SingleAsync()
        );

        var clerk = await (await host.AsAsync("mot-cua")).GetAsync($"/ho-so/{id}");

        Assert.That(told.Text, Does.Contain("ghi lại nơi chụp"));
        Assert.That(clerk.Html, Does.Contain("ảnh ghi nơi chụp"));
        Assert.That(PhotoPlace.IsIn(await ReadAsync(sent)), Is.True, "what was not asked for is not changed");
    }

    private async Task<(string Page, Paper Sent)> SendAsync(PageVisitor applicant)
    {
        var page = $"{PermitApplication.Start}/giay-to/{await PermitApplication.DeclareAsync(applicant)}";
        await applicant.OpenAsync(page);
        await applicant.SendFilesAsync(page, [("go", "stay")], ("papers.manuscript", "IMG_2041.jpg", SamplePhoto.Jpeg(withPlace: true)));
        return (page, (await PapersAsync(page)).Single());
    }

    private static string ReferenceOf(string page) => page.Split('/')[^1];

    private Task<IReadOnlyList<Paper>> PapersAsync(string page) =>
        host.AtDeskAsync(async desk =>
            (await desk.GetRequiredService<OfficeDbContext>().Dossiers.AsNoTracking().SingleAsync(dossier => dossier.Reference == ReferenceOf(page))).Papers
        );

    private Task<byte[]> ReadAsync(Paper paper) =>
        host.AtDeskAsync(async desk =>
        {
            await using var content = await desk.GetRequiredService<FileStore>().OpenAsync(paper.FileHash!, CancellationToken.None);
            using var memory = new MemoryStream();
            await content.CopyToAsync(memory);
            return memory.ToArray();
        });
}
