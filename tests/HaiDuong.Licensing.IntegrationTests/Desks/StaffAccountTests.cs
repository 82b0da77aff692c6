using System.Net;
using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

public sealed partial class StaffAccountTests
{
    private const string List = "/quan-tri/tai-khoan";
    private DeskHost host = null!;

    [SetUp]
    public async Task StartAsync() => host = await DeskHost.StartAsync();

    [TearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task NewMember_ChangesTheTemporaryPassword_BeforeTheDeskOpens()
    {
        var (path, password) = await OpenAsync("van-thu-2", StaffRole.RegistryClerk, Units.Bureau);
        var member = await LogInAsync("van-thu-2", password);

        Assert.That((await member.GetAsync("/phat-hanh")).Location, Is.EqualTo("/tai-khoan"));
        await member.GetAsync("/tai-khoan");
        var wrong = await member.PostAsync("/tai-khoan", Passwords("sai mật khẩu", "câu của riêng tôi"));
        Assert.That(wrong.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        var changed = await member.PostAsync("/tai-khoan", Passwords(password, "câu của riêng tôi"));
        Assert.That(changed.Location, Is.EqualTo("/trang-cua-toi"));

        Assert.That((await member.GetAsync("/phat-hanh")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await (await host.AsAsync("quan-tri")).GetAsync(path)).Html, Does.Not.Contain(password), "the password is shown once");
        Assert.That(
            await host.AtDeskAsync(desk =>
                desk.GetRequiredService<OfficeDbContext>().AccessChanges.Where(change => change.ByName != "").Select(change => change.What).ToListAsync()
            ),
            Is.EquivalentTo(new[] { AccessChangeKind.Opened, AccessChangeKind.RoleGiven, AccessChangeKind.PasswordChanged })
        );
    }

    [Test]
    public async Task TemporaryPassword_OpensNothingElse_AndIsNotGuessed()
    {
        var (_, password) = await OpenAsync("quan-tri-2", StaffRole.Administrator, Units.Bureau);
        var member = await LogInAsync("quan-tri-2", password);
        foreach (var path in new[] { "/quan-tri/cong-viec-nen", "/studio-api/features/installed" })
            Assert.That((await member.GetAsync(path)).Status, Is.Not.EqualTo(HttpStatusCode.OK), path);

        await member.GetAsync("/tai-khoan");
        for (var guess = 0; guess < 5; guess++)
            await member.PostAsync("/tai-khoan", Passwords($"đoán lần {guess}", "câu của riêng tôi"));
        var right = await member.PostAsync("/tai-khoan", Passwords(password, "câu của riêng tôi"));

        host.Machine.Pass(TimeSpan.FromSeconds(2));
        var later = await member.PostAsync("/tai-khoan", Passwords(password, "câu của riêng tôi"));

        Assert.That(later.Location, Is.EqualTo("/trang-cua-toi"));
        Assert.That(right.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(right.Html, Does.Contain(new Domain.Refusal("PasswordTriedTooOften", null, 1).Sentence));
    }

    [Test]
    public async Task Role_GivenAndEnded_OpensAndClosesTheDesk()
    {
        var id = host.Actors["ke-toan"].AccountId!.Value;
        var administrator = await host.AsAsync("quan-tri");
        var accountant = await host.AsAsync("ke-toan");
        Assert.That((await accountant.GetAsync("/ky")).Location, Does.Contain("/loi/403"));

        await administrator.GetAsync($"{List}/{id}");
        var given = await administrator.PostAsync($"{List}/{id}?handler=Give", Role(StaffRole.Leader, Units.Leadership, "deputyDirector"));
        Assert.That(given.Status, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That((await accountant.GetAsync("/ky")).Status, Is.EqualTo(HttpStatusCode.OK));

        var leading = await host.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>().RoleAssignments.SingleAsync(held => held.AccountId == id && held.Role == StaffRole.Leader)
        );
        await administrator.GetAsync($"{List}/{id}");
        await administrator.PostAsync($"{List}/{id}?handler=End", new() { ["assignment"] = leading.Id.ToString() });
        Assert.That((await accountant.GetAsync("/ky")).Location, Does.Contain("/loi/403"));
    }

    [Test]
    public async Task WrongPlaces_AreRefused_AndTheFormKeepsWhatWasTyped()
    {
        var administrator = await host.AsAsync("quan-tri");
        await administrator.GetAsync($"{List}/moi");
        var typed = Role(StaffRole.Leader, Units.Digital, "");
        typed["Input.Name"] = "Phó Giám đốc phụ trách";
        typed["Input.UserName"] = "quan-tri";

        var answer = await administrator.PostAsync($"{List}/moi", typed);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(answer.Html, Does.Contain("Phó Giám đốc phụ trách"));
        foreach (var code in new[] { "RoleUnit", "RoleTitle", "UserNameTaken" })
            Assert.That(answer.Html, Does.Contain(new Domain.Refusal(code).Sentence), code);
    }

    [Test]
    public async Task LastAdministrator_CannotBeLockedOut()
    {
        var id = host.Actors["quan-tri"].AccountId!.Value;
        var administrator = await host.AsAsync("quan-tri");
        await administrator.GetAsync($"{List}/{id}");

        Assert.That((await administrator.PostAsync($"{List}/{id}?handler=Lock", [])).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await administrator.GetAsync(List)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task LockedAccount_CannotLogIn_UntilItIsOpened()
    {
        var id = host.Actors["ke-toan"].AccountId!.Value;
        var administrator = await host.AsAsync("quan-tri");
        await administrator.GetAsync($"{List}/{id}");
        await administrator.PostAsync($"{List}/{id}?handler=Lock", []);
        Assert.That(async () => await LogInAsync("ke-toan", DeskHost.Password), Throws.InvalidOperationException);

        await administrator.GetAsync($"{List}/{id}");
        await administrator.PostAsync($"{List}/{id}?handler=Unlock", []);
        Assert.That(async () => await LogInAsync("ke-toan", DeskHost.Password), Throws.Nothing);
    }

    [Test]
    public async Task Accounts_AreForAdministratorsOnly()
    {
        var id = host.Actors["ke-toan"].AccountId!.Value;
        var head = await host.AsAsync("truong-phong");

        Assert.That((await head.GetAsync($"{List}/moi")).Location, Does.Contain("/loi/403"));
        await head.GetAsync("/tai-khoan");
        Assert.That((await head.PostAsync($"{List}/{id}?handler=Password", [])).Location, Does.Contain("/loi/403"));
    }

    private async Task<(string Path, string Password)> OpenAsync(string userName, StaffRole role, string unit)
    {
        var administrator = await host.AsAsync("quan-tri");
        await administrator.GetAsync($"{List}/moi");
        var typed = Role(role, unit, "");
        typed["Input.Name"] = "Văn thư thứ hai";
        typed["Input.UserName"] = userName;
        var path = (await administrator.PostAsync($"{List}/moi", typed)).Location!;
        return (path, TemporaryPassword().Match((await administrator.GetAsync(path)).Html).Value);
    }

    private async Task<DeskBrowser> LogInAsync(string name, string password)
    {
        var browser = new DeskBrowser(host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true }));
        await browser.GetAsync("/dang-nhap");
        var answer = await browser.PostAsync("/dang-nhap", new() { ["Name"] = name, ["Password"] = password });
        return answer.Location is null ? throw new InvalidOperationException($"{name} could not log in.") : browser;
    }

    private static Dictionary<string, string> Role(StaffRole role, string unit, string title) =>
        new()
        {
            ["Input.Role"] = role.ToString(),
            ["Input.Unit"] = unit,
            ["Input.TitleKey"] = title,
        };

    private static Dictionary<string, string> Passwords(string old, string password) =>
        new()
        {
            ["old"] = old,
            ["password"] = password,
            ["passwordAgain"] = password,
        };

    [GeneratedRegex("[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}(?=<)", RegexOptions.None, 1000)]
    private static partial Regex TemporaryPassword();
}
