using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.IntegrationTests.Desks;
using HaiDuong.Licensing.IntegrationTests.Filing;
using HaiDuong.Licensing.OneStop.Features.Licences;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Licences;

/// <summary>How the register tells until when, or for what, a licence holds: none without a last day is called unlimited.</summary>
public sealed class LicenceTermPageTests
{
    private const string Fair = "publication-fair-permit";
    private static readonly LocalDate Closes = new(2026, 5, 12);
    private DeskHost office = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => office = await DeskHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await office.DisposeAsync();

    [TestCase("printing-registration", "Không ghi thời hạn, trừ khi trong giấy có ghi", "Còn hiệu lực")]
    [TestCase("publication-import-permit", "Chỉ cho một lần nhập khẩu", "sổ không ghi đã dùng hay chưa")]
    [TestCase(Fair, "Chỉ cho một lần tổ chức", "sổ không ghi đã dùng hay chưa")]
    public async Task Register_OfALicenceWithoutALastDay_SaysWhatItIsFor(string kind, string end, string state)
    {
        await office.KeepAsync(null, kind: kind, number: $"77/{kind}");

        var shown = await office.Visitor().OpenAsync($"/tra-cuu-giay-phep?q=77/{kind}");

        Assert.That(shown.Text, Does.Contain(end).And.Contain(state).And.Not.Contain("không thời hạn"));
    }

    [TestCase(0, "đến hết ngày 12/05/2026")]
    [TestCase(1, "kết thúc ngày 12/05/2026")]
    public void State_OfAPermitWhoseOccasionIsKnown_SaysWhetherItIsOver(int daysAfter, string said) =>
        Assert.That(
            office.Services.GetRequiredService<LicenceTerms>().State(Fair, LicenceState.InForce, null, Closes, Closes.PlusDays(daysAfter)),
            Does.Contain(said)
        );
}
