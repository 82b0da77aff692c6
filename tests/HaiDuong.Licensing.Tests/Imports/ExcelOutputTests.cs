using HaiDuong.Licensing.OneStop.Imports;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Imports;

/// <summary>What is written to Excel is read back as it was.</summary>
public sealed class ExcelOutputTests
{
    private static readonly string[] Header = ["Số", "Người được cấp", "Hết hạn"];

    private static readonly ImportColumn[] Columns = [new("number", true, "Số"), new("holder", false, "Người được cấp"), new("end", false, "Hết hạn")];

    [Test]
    public async Task Table_IsReadBack_DaysAsDays_AndNothingAsAFormula()
    {
        var table = await WriteAsync(["05/GP-STTTT", "=1+1", new LocalDate(2027, 1, 4)], ["0912", "Đường dây số ư", null]);

        Assert.That(
            table.Rows.Select(row => (row["number"], row["holder"], row["end"])),
            Is.EqualTo(((string, string, string)[])[("05/GP-STTTT", "=1+1", "04/01/2027"), ("0912", "Đường dây số ư", "")])
        );
    }

    [Test]
    public async Task EmptyTable_StillHasItsHeader() =>
        Assert.That(
            (await ReadAsync(await ExcelOutput.WriteAsync("Sổ giấy phép", Header, [], default))).Refusals.Select(refusal => refusal.Code),
            Is.EqualTo((string[])["ImportNoRows"])
        );

    private static async Task<ImportTable> WriteAsync(params object?[][] rows) =>
        (await ReadAsync(await ExcelOutput.WriteAsync("Sổ giấy phép", Header, rows, default))).Table!;

    private static Task<ImportReading> ReadAsync(byte[] file) => ImportReader.ReadAsync(new MemoryStream(file), Columns, default);
}
