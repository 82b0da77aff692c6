using NodaTime;

namespace HaiDuong.Licensing.OneStop.Letters;

/// <summary>
/// Dòng sổ theo dõi hồ sơ: what the form says of one dossier (Thông tư 01/2018/TT-VPCP, Mẫu số 06; Thông tư 03/2025/TT-VPCP, Mẫu số 07).
/// </summary>
public sealed record RegisterRow
{
    /// <summary>Số thứ tự in the period, from 1.</summary>
    public required int Number { get; init; }

    public required string Code { get; init; }

    public required string Procedure { get; init; }

    /// <summary>Số bộ hồ sơ.</summary>
    public required int Sets { get; init; }

    public required string Applicant { get; init; }

    /// <summary>Địa chỉ, số điện thoại; empty for a sender who is kept secret.</summary>
    public required string Contact { get; init; }

    /// <summary>Cơ quan chủ trì giải quyết.</summary>
    public required string Agency { get; init; }

    public required LocalDate? ReceivedOn { get; init; }

    public required LocalDate? DueOn { get; init; }

    public required LocalDate? ReturnedOn { get; init; }

    public required string ReturnMethod { get; init; }

    /// <summary>Ký nhận: who took the result.</summary>
    public required string SignedBy { get; init; }

    public required string Note { get; init; }
}
