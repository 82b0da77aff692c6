namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>How a dossier comes in (kênh thực hiện); the numbers are the national portal's KenhThucHien.</summary>
public enum SubmissionChannel
{
    /// <summary>Trực tiếp.</summary>
    Counter = 1,

    /// <summary>Trực tuyến.</summary>
    Online = 2,

    /// <summary>Bưu chính công ích.</summary>
    Post = 3,
}
