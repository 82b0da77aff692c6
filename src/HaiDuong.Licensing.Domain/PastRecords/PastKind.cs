namespace HaiDuong.Licensing.Domain.PastRecords;

/// <summary>Loại dữ liệu cũ: what a file from before the software holds.</summary>
public enum PastKind
{
    /// <summary>Giấy phép đã cấp: they enter the licence register.</summary>
    Licences,

    /// <summary>Hồ sơ đã giải quyết: they are found by the search and count in no statistics.</summary>
    Dossiers,
}
