using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.Domain.PastRecords;

/// <summary>Một giấy phép hoặc hồ sơ cũ đọc được: what tells it from others, and whose it is.</summary>
public interface IPastRecord
{
    /// <summary>Two with one key are the same thing.</summary>
    string Key { get; }

    Applicant Party { get; }

    /// <summary>The same with the name spelt in another way.</summary>
    IPastRecord With(string name);
}

/// <summary>Dòng đã đọc: the record, or every reason why there is none, and what was mended on the way.</summary>
/// <param name="Row">As it stood in the file.</param>
/// <param name="Record">Null when the line is refused.</param>
/// <param name="Refusals">Every reason.</param>
/// <param name="Repairs">What was mended, of a refused line too.</param>
public sealed record PastReading(PastRow Row, IPastRecord? Record, IReadOnlyList<Refusal> Refusals, IReadOnlyList<CellRepair> Repairs)
{
    public int Line => Row.Line;

    internal static PastReading Of(PastCells cells, PastRow row, Func<IPastRecord> record) =>
        new(row, cells.Refusals.Count == 0 ? record() : null, cells.Refusals, cells.Repairs);

    internal PastReading Refused(Refusal refusal) => this with { Record = null, Refusals = [.. Refusals, refusal] };
}
