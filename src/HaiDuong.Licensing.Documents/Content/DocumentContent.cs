namespace HaiDuong.Licensing.Documents.Content;

/// <summary>The words of one document (nội dung văn bản): a filled template, before agency, number and signers are added.</summary>
public sealed record DocumentContent
{
    public required DocumentForm Form { get; init; }

    public required PageFormat Page { get; init; }

    /// <summary>Name of the kind (tên loại), printed as written; letters have none.</summary>
    public string? Title { get; init; }

    /// <summary>Trích yếu; for letters the line beginning with "V/v".</summary>
    public string? Subject { get; init; }

    /// <summary>Kính gửi.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>Nơi nhận.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>A line at the foot of page 1, in place of the agency's address.</summary>
    public string? Footer { get; init; }

    internal IReadOnlyList<Block> Blocks { get; init; } = [];
}
