using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.PastRecords;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.Tests.PastRecords;

/// <summary>Lines of old registers that can enter, to be spoilt one cell at a time.</summary>
internal static class PastRows
{
    public static readonly LocalDate Today = new(2026, 4, 13);

    private static readonly ProcedureCatalogue Catalogue = ProcedureCatalogue.Load(WorkflowsFolder.Find(AppContext.BaseDirectory));
    private static readonly ProcedureNames Kinds = new(Catalogue.Versions.Where(version => version.Licence?.Act == LicenceAct.New));
    private static readonly ProcedureNames Procedures = new(Catalogue.Versions);

    private static readonly Dictionary<string, string> LicenceCells = new()
    {
        ["number"] = "05/GP-STTTT",
        ["procedure"] = "publishing-permit",
        ["issuedOn"] = "12/03/2019",
        ["holder"] = "Công ty cổ phần Văn hóa Thành Đông",
        ["taxCode"] = "0800111238",
        ["address"] = "Số 15 phố Bạch Đằng, thành phố Hải Dương",
        ["subject"] = "Kỷ yếu 50 năm",
        ["validTo"] = "12/03/2024",
    };

    private static readonly Dictionary<string, string> DossierCells = new()
    {
        ["code"] = "STTTT-2019-00125",
        ["procedure"] = "publishing-permit",
        ["holder"] = "Công ty cổ phần Văn hóa Thành Đông",
        ["taxCode"] = "0800111238",
        ["receivedOn"] = "04/03/2019",
        ["dueOn"] = "14/03/2019",
        ["finishedOn"] = "12/03/2019",
        ["result"] = "Đã cấp giấy phép",
        ["number"] = "05/GP-STTTT",
    };

    public static PastReading Licence(params (string Key, string Text)[] spoilt) => Licence(2, spoilt);

    public static PastReading Licence(int line, params (string Key, string Text)[] spoilt) => Read(PastKind.Licences, Row(line, LicenceCells, spoilt));

    public static PastReading Dossier(params (string Key, string Text)[] spoilt) => Read(PastKind.Dossiers, Row(2, DossierCells, spoilt));

    public static PastReading Read(PastKind kind, PastRow row) =>
        kind == PastKind.Licences ? PastLicence.Read(row, Kinds, Today) : PastDossier.Read(row, Procedures, Today);

    /// <summary>As the reader hands it out: a cell whose cleaning changed it has what was typed beside it.</summary>
    private static PastRow Row(int line, Dictionary<string, string> cells, (string Key, string Text)[] spoilt)
    {
        var all = new Dictionary<string, string>(cells);
        foreach (var (key, text) in spoilt)
            all[key] = text;
        var clean = all.ToDictionary(cell => cell.Key, cell => VietnameseText.Clean(cell.Value));
        return new PastRow(line, clean, all.Where(cell => cell.Value != clean[cell.Key]).ToDictionary());
    }
}
