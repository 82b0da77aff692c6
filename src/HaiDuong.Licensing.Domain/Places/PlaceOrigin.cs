namespace HaiDuong.Licensing.Domain.Places;

/// <summary>Căn cứ của một địa điểm: what the office knows that a place rests on.</summary>
public enum PlaceOrigin
{
    /// <summary>Văn bản của cơ quan: a decision of this office, of which there is a dossier.</summary>
    Decision,

    /// <summary>Số văn bản ghi trong sổ được nhập: the register that was imported names a paper, which the office has not seen.</summary>
    NumberInRegister,

    /// <summary>Sổ được nhập: a register that names no paper.</summary>
    Register,

    /// <summary>Dữ liệu trình diễn: invented, so that it rests on nothing.</summary>
    Demo,
}
