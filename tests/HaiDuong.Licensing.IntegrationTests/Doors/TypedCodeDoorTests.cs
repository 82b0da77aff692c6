using System.Net;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Access;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Doors;

/// <summary>Codes as people type them, at every box that takes one.</summary>
public sealed class TypedCodeDoorTests
{
    private static readonly Func<string, string>[] Typings =
    [
        code => code,
        code => code.Replace("-", "", StringComparison.Ordinal),
        code => code.Replace('-', ' '),
        code => code.Replace('-', '–'),
        code => $" {code.ToLowerInvariant()} ",
        code => string.Concat(code.Select(letter => letter is > ' ' and <= '~' ? (char)(letter + 0xFEE0) : letter)),
    ];

    private DoorHost host = null!;

    [OneTimeSetUp]
    public async Task OpenDoorsAsync() => host = await DoorsOpen.HostAsync();

    [Test]
    public async Task Check_OfAGenuineDecision_KnowsItHoweverItsCodeIsTyped([ValueSource(nameof(Typings))] Func<string, string> type)
    {
        var typed = Uri.EscapeDataString(type(host.Settled.Decision!.VerificationCode));

        foreach (var address in new[] { $"/kiem-tra?code={typed}", $"/kiem-tra/{typed}", $"/kiem-tra/{typed}/tep" })
            Assert.That((await host.Visitor().OpenAsync(address)).Status, Is.EqualTo(HttpStatusCode.OK), address);
    }

    [TestCase("ABCD-2345-WXY", "Chưa đọc được mã này")]
    [TestCase("ABCD-2345-WXY0", "Chưa đọc được mã này")]
    [TestCase("ABCD-2345-WXYZ", "Không có văn bản nào mang mã này")]
    public async Task Check_OfACodeThatIsNotThere_AccusesNobody(string typed, string said)
    {
        var page = await host.Visitor().OpenAsync("/kiem-tra/" + typed);

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(page.Text, Does.Contain(said).And.Not.Contain("không do hệ thống này phát hành"));
    }

    [Test]
    public async Task Track_TakesTheReferenceAndTheCodeHoweverTheyAreTyped([ValueSource(nameof(Typings))] Func<string, string> type)
    {
        var dossier = host.Ordinary;
        var visitor = host.Visitor();
        await visitor.OpenAsync("/tra-cuu");

        var byReference = await visitor.SendAsync("/tra-cuu", ("code", type(dossier.Reference)), ("number", dossier.Applicant.IdentityNumber));
        await visitor.OpenAsync("/tra-cuu");
        var byCode = await visitor.SendAsync("/tra-cuu", ("code", type(dossier.Code!)), ("number", dossier.Applicant.IdentityNumber));

        Assert.That((byReference.Location, byCode.Location), Is.EqualTo((VisitorPass.Folder + dossier.Reference, VisitorPass.Folder + dossier.Code)));
    }

    [Test]
    public async Task Desk_TakesTheCodeHoweverItIsTyped([ValueSource(nameof(Typings))] Func<string, string> type)
    {
        var typed = Uri.EscapeDataString(type(host.Ordinary.Code!));
        var clerk = new PageVisitor(await host.LoggedInAsync("mot-cua"));

        foreach (var address in new[] { $"/tim?q={typed}", $"/mot-cua?ma={typed}", $"/d/{typed}" })
            Assert.That((await clerk.OpenAsync(address)).Location, Does.EndWith($"/ho-so/{host.Ordinary.Id}"), address);
    }

    [TestCase(4)]
    [TestCase(11)]
    public async Task Search_ByTheEndOfACode_FindsTheDossier(int letters)
    {
        var clerk = new PageVisitor(await host.LoggedInAsync("mot-cua"));

        var found = await clerk.OpenAsync("/tim?q=" + host.Ordinary.Code![^letters..]);

        // The day and the serial name the dossier alone, so they open it.
        Assert.That(letters == 4 ? found.Text : found.Location, Does.Contain($"/ho-so/{host.Ordinary.Id}"));
    }

    [Test]
    public async Task Search_ByTheNumberOfADocument_FindsItsDossierHoweverItIsTyped([ValueSource(nameof(Typings))] Func<string, string> type)
    {
        var clerk = new PageVisitor(await host.LoggedInAsync("giam-doc"));

        var found = await clerk.OpenAsync("/tim?q=" + Uri.EscapeDataString(type(host.Settled.Decision!.Number!)));

        Assert.That(found.Text, Does.Contain($"/ho-so/{host.Settled.Id}"));
    }

    [TestCase("000.00.12.H23-190905-0001")]
    [TestCase("oOl.iI–Đ ơ 12")]
    [TestCase("")]
    public async Task Key_InTheDatabase_IsThatOfTheProgram(string code)
    {
        // What is stored was made by the program: ASCII alone.
        var stored = string.Concat(code.Where(char.IsAscii));

        Assert.That(await host.AskAsync<string>($"SELECT code_key('{stored}')"), Is.EqualTo(TypedCode.Read(stored).Key));
    }
}
