using System.Net;
using HaiDuong.Licensing.Documents.Signing;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>A stolen cookie signs nothing: the password is given again first, and the signature names who gave it.</summary>
public sealed class SigningProofTests
{
    private DeskHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        host = await DeskHost.StartAsync();
        await host.AtDeskAsync(async desk =>
        {
            var account = new Account
            {
                Id = Guid.CreateVersion7(),
                UserName = "pho-giam-doc",
                DisplayName = "Tài khoản pho-giam-doc",
            };
            await desk.GetRequiredService<UserManager<Account>>().CreateAsync(account, DeskHost.Password);
            var db = desk.GetRequiredService<OfficeDbContext>();
            db.RoleAssignments.Add(
                new RoleAssignment
                {
                    Id = Guid.CreateVersion7(),
                    AccountId = account.Id,
                    Role = StaffRole.Leader,
                    Unit = Units.Leadership,
                    TitleKey = "deputyDirector",
                    ValidFrom = new LocalDate(2020, 1, 1),
                }
            );
            var director = host.Actors["giam-doc"];
            db.StandIns.Add(
                new StandIn
                {
                    PersonId = director.AccountId!.Value,
                    PersonName = director.Name,
                    IsAway = false,
                    SubstituteId = account.Id,
                    SubstituteName = account.DisplayName,
                    ValidFrom = new LocalDate(2020, 1, 1),
                    Form = SigningForm.InPlaceOf,
                    Position = "PHÓ GIÁM ĐỐC",
                    DocumentNumber = "15/QĐ-STTTT",
                    DocumentDate = new LocalDate(2020, 1, 1),
                    RecordedAt = DeskHost.Morning,
                    RecordedById = null,
                    RecordedBy = "Quản trị",
                }
            );
            return await db.SaveChangesAsync();
        });
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task Sign_AsksForThePassword_AndThenHoldsAFewMinutes()
    {
        var (first, second, third) = (await host.ReadyToSignAsync(), await host.ReadyToSignAsync(), await host.ReadyToSignAsync());
        var leader = await LoggedInAsync("giam-doc");
        var page = await leader.GetAsync($"/ky/{first}");

        var without = await leader.PostAsync($"/ky/{first}", []);
        var wrong = await leader.PostAsync($"/ky/{first}", new() { ["proof"] = "mật khẩu của ai đó" });
        Assert.That(await SignedAsync(first), Is.False);
        var right = await leader.PostAsync($"/ky/{first}", new() { ["proof"] = DeskHost.Password });

        Assert.That(page.Html, Does.Contain("name=\"proof\""));
        Assert.That(without.Html, Does.Contain(new Domain.Refusal("ProofRequired").Sentence));
        Assert.That(
            (without.Status, wrong.Status, right.Status),
            Is.EqualTo((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect))
        );
        Assert.That((await leader.GetAsync($"/ky/{second}")).Html, Does.Not.Contain("name=\"proof\""));
        Assert.That((await leader.PostAsync($"/ky/{second}", [])).Status, Is.EqualTo(HttpStatusCode.Redirect));
        host.Machine.Pass(TimeSpan.FromMinutes(5));
        await leader.GetAsync($"/ky/{third}");
        Assert.That((await leader.PostAsync($"/ky/{third}", [])).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await SignedAsync(first), await SignedAsync(second), await SignedAsync(third)), Is.EqualTo((true, true, false)));
    }

    [Test]
    public async Task DirectorAndDeputy_SignUnderCertificatesOfTheirOwn()
    {
        var (first, second) = (await host.ReadyToSignAsync(), await host.ReadyToSignAsync());
        await (await SignedByAsync("giam-doc", first)).GetAsync("/ky");
        await (await SignedByAsync("pho-giam-doc", second)).GetAsync("/ky");

        Assert.That(await SignerAsync(first), Does.Contain("Tài khoản giam-doc"));
        Assert.That(await SignerAsync(second), Does.Contain("Tài khoản pho-giam-doc"));
        Assert.That((await host.DossierAsync(second)).Decision!.SignerTitle, Is.EqualTo("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC"));
    }

    private async Task<DeskBrowser> SignedByAsync(string name, Guid id)
    {
        var leader = await LoggedInAsync(name);
        await leader.GetAsync($"/ky/{id}");
        Assert.That((await leader.PostAsync($"/ky/{id}", new() { ["proof"] = DeskHost.Password })).Status, Is.EqualTo(HttpStatusCode.Redirect));
        return leader;
    }

    private async Task<string> SignerAsync(Guid id)
    {
        var decision = (await host.DossierAsync(id)).Decision!;
        return await host.AtDeskAsync(async desk =>
            PdfSignatures
                .Verify(await desk.GetRequiredService<KeptFiles>().ReadAsync(decision.SignedFile, default), desk.GetRequiredService<SigningKeys>().TrustedRoots)
                .Single()
                .Signer
        );
    }

    private async Task<bool> SignedAsync(Guid id) => (await host.DossierAsync(id)).Decision is not null;

    private async Task<DeskBrowser> LoggedInAsync(string name)
    {
        var browser = host.Browser();
        await browser.GetAsync("/dang-nhap");
        await browser.PostAsync("/dang-nhap", new() { ["Name"] = name, ["Password"] = DeskHost.Password });
        return browser;
    }
}
