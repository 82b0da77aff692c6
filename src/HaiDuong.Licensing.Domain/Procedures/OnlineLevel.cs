namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>How far the procedure runs online (mức độ dịch vụ công trực tuyến; Nghị định 42/2022/NĐ-CP): toàn trình or một phần.</summary>
public enum OnlineScope
{
    InformationOnly,
    Partial,
    Full,
}

/// <summary>The online level with the old scale of four beside it (mức độ 1–4 trước 15/08/2022).</summary>
public sealed record OnlineLevel : Sourced
{
    public required OnlineScope Scope { get; init; }

    public required string Text { get; init; }

    internal override string Statement => Text;
}
