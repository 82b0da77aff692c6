using System.Globalization;
using System.Text;
using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.IntegrationTests.Acts;
using HaiDuong.Licensing.OneStop.Features.Places;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Places;

/// <summary>A register of places is tried, comes onto the map as a whole, and leaves it as a whole.</summary>
public sealed class PlaceImportTests : OfficeTest
{
    private const string Header = "Mã trạm;Chủ sở hữu;Địa chỉ;Vĩ độ;Kinh độ;Hết hạn\n";
    private const string Good = "HD-1;Viễn thông Hải Dƣơng;Thị trấn Gia Lộc, huyện Gia Lộc;20,871250;106,291480;31/12/2030\n";

    [Test]
    public async Task Trial_TellsWhatIsWrongWithEveryLine_AndPutsNothingOntoTheMap()
    {
        await KeepAsync(Header + Good.Replace("HD-1", "HD-0", StringComparison.Ordinal));

        var import = await ReadAsync(
            Header
                + Good
                + Good
                + Good.Replace("HD-1", "HD-0", StringComparison.Ordinal)
                + ";;;;;\nHD-2;;;106,29;20,87;30/02/2030\nHD-3;Viễn thông;Gia Lộc;\"20°52'16.5\"\"N\";\"106°17'29.3\"\"E\";\nHD-4;Viễn thông;Gia Lộc;10,5;106,7;\n"
        );

        Assert.That(
            import.Accepted.Select(row => (row.Line, row.Code, row.Owner)),
            Is.EqualTo(((int, string?, string)[])[(2, "HD-1", "Viễn thông Hải Dương"), (7, "HD-3", "Viễn thông")])
        );
        Assert.That(
            import.Rejected.Select(row => (row.Line, string.Join(' ', row.Codes))),
            Is.EqualTo(
                ((int, string)[])
                    [
                        (3, "PlaceTwice"),
                        (4, "PlaceKnown"),
                        (6, "PlaceOwnerMissing PlaceAddressMissing PositionSwapped PlaceDateUnreadable"),
                        (8, "PositionOutside"),
                    ]
            )
        );
        Assert.That(import.Accepted[0].District, Does.Contain("Gia Lộc"));
        Assert.That(await StandingAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task Confirm_PutsAllOntoTheMapOnce_AndUndoTakesThemOff()
    {
        var import = await ReadAsync(Header + Good + Good.Replace("HD-1", "HD-2", StringComparison.Ordinal));

        Assert.That(await ConfirmAsync(import.Id), Is.Empty);
        Assert.That(await ConfirmAsync(import.Id), Is.EqualTo((string[])["PlaceImportConfirmed"]));
        Assert.That(await StandingAsync(), Is.EqualTo(2));

        Assert.That(await UndoAsync(import.Id), Is.EqualTo((2, 0)));
        Assert.That(await StandingAsync(), Is.Zero);
        Assert.That((await UndoWholeAsync(import.Id)).Refusals.Select(refusal => refusal.Code), Is.EqualTo((string[])["PlaceImportUndone"]));
    }

    [Test]
    public async Task Undo_LeavesWhatALaterPaperHasReplaced()
    {
        var import = await ReadAsync(Header + Good + Good.Replace("HD-1", "HD-2", StringComparison.Ordinal));
        await ConfirmAsync(import.Id);
        await Office.AskAsync<long>("WITH ended AS (UPDATE places SET ended_at = now() WHERE code = 'HD-1' RETURNING 1) SELECT count(*) FROM ended");

        Assert.That(await UndoAsync(import.Id), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Confirm_AfterOnePlaceHasComeOntoTheMap_IsRefusedAsAWhole()
    {
        var first = await ReadAsync(Header + Good + Good.Replace("HD-1", "HD-2", StringComparison.Ordinal));
        await KeepAsync(Header + Good);

        Assert.That(await ConfirmAsync(first.Id), Is.EqualTo((string[])["PlaceImportStale"]));
        Assert.That(await StandingAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task Confirm_OfTwoListsOfTheSamePlacesAtOnce_LetsOneIn()
    {
        var lists = Header + string.Concat(Enumerable.Range(1, 200).Select(number => Good.Replace("HD-1", $"HD-{number}", StringComparison.Ordinal)));
        var (first, second) = (await ReadAsync(lists), await ReadAsync(lists));

        var refusals = await Task.WhenAll(Task.Run(() => ConfirmAsync(first.Id)), Task.Run(() => ConfirmAsync(second.Id)));

        Assert.That(refusals.Select(codes => string.Join(' ', codes)).Order(), Is.EqualTo((string[])["", "PlaceImportStale"]));
        Assert.That(await StandingAsync(), Is.EqualTo(200));
    }

    [Test]
    public async Task List_OfTheWholeProvince_IsReadAndPutOntoTheMap()
    {
        const int masts = 2_952;
        var list = new StringBuilder(Header);
        for (var number = 0; number < masts; number++)
        {
            var (latitude, longitude) = (20.70 + (number / 60 * 0.006), 106.10 + (number % 60 * 0.008));
            list.AppendLine(
                CultureInfo.InvariantCulture,
                $"BTS-{number};Doanh nghiệp {number % 5};Xã {number % 200}, huyện Kim Thành;{latitude:0.000000};{longitude:0.000000};"
            );
        }

        var import = await ReadAsync(list.ToString());

        Assert.That(import.RejectedCount, Is.Zero);
        Assert.That(await ConfirmAsync(import.Id), Is.Empty);
        Assert.That(await StandingAsync(), Is.EqualTo(masts));
    }

    [Test]
    public async Task Import_ByWhoeverAppraisesNoPlaces_IsRefused()
    {
        await using var scope = Office.CreateScope();
        var result = await scope
            .ServiceProvider.GetRequiredService<ReadPlaceImport>()
            .DoAsync(PlaceKind.Mast, "tram.csv", File(Header + Good), OfficeStaff.Clerk, default);

        Assert.That(result.Refusals.Select(refusal => refusal.Code), Is.EqualTo((string[])["PlaceImportNotYours"]));
    }

    [Test]
    public async Task GamePoint_WhoseOwnerIsNotSaidToBeAnOrganisation_KeepsTheOwnersName()
    {
        const string header = "Tên điểm;Chủ điểm;Loại chủ sở hữu;Địa chỉ;Tọa độ\n";
        var import = await ReadAsync(
            header
                + "Sao Mai;Chủ hộ A;;Gia Lộc;20,871250; 106,291480\nSao Hôm;Công ty B;Doanh nghiệp;Gia Lộc;\"20,8713; 106,2915\"\nSao Chổi;Hộ C;Hộ kinh doanh;Gia Lộc;\"20.8713, 106.2915\"\nSao Kim;Hộ D;HKD;Gia Lộc;\"20.8714, 106.2915\"\n",
            PlaceKind.GamePoint
        );

        Assert.That(
            import.Accepted.Select(row => (row.Name, row.OwnerIsPerson)),
            Is.SupersetOf(((string, bool)[])[("Sao Hôm", false), ("Sao Chổi", true), ("Sao Kim", true)])
        );
    }

    private static MemoryStream File(string text) => new(Encoding.UTF8.GetBytes(text));

    private async Task<PlaceImport> ReadAsync(string text, PlaceKind kind = PlaceKind.Mast)
    {
        await using var scope = Office.CreateScope();
        var result = await scope
            .ServiceProvider.GetRequiredService<ReadPlaceImport>()
            .DoAsync(kind, "danh-sach.csv", File(text), OfficeStaff.Specialist, default);
        Assert.That(result.Refusals, Is.Empty);
        return result.Import!;
    }

    private async Task KeepAsync(string text) => Assert.That(await ConfirmAsync((await ReadAsync(text)).Id), Is.Empty);

    private async Task<IReadOnlyList<string>> ConfirmAsync(Guid id)
    {
        await using var scope = Office.CreateScope();
        return
        [
            .. (await scope.ServiceProvider.GetRequiredService<ConfirmPlaceImport>().DoAsync(id, OfficeStaff.Specialist, default)).Select(refusal =>
                refusal.Code
            ),
        ];
    }

    private async Task<PlaceImportUndone> UndoWholeAsync(Guid id)
    {
        await using var scope = Office.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<UndoPlaceImport>().DoAsync(id, OfficeStaff.Specialist, default);
    }

    private async Task<(int Ended, int Replaced)> UndoAsync(Guid id)
    {
        var undone = await UndoWholeAsync(id);
        return (undone.Ended, undone.Replaced);
    }

    private Task<long> StandingAsync() => Office.AskAsync<long>("SELECT count(*) FROM places WHERE ended_at IS NULL");
}
