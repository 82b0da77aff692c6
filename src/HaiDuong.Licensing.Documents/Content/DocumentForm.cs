namespace HaiDuong.Licensing.Documents.Content;

/// <summary>The kind of paper (thể thức văn bản), which decides its header and how it is signed. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I.</summary>
public enum DocumentForm
{
    /// <summary>Giấy phép, quyết định: name of the kind in the middle, number and date in the header.</summary>
    Licence,

    /// <summary>Công văn: "V/v" under the number, "Kính gửi" instead of a name.</summary>
    Letter,

    /// <summary>Giấy chứng nhận: like a licence, without the căn cứ of a decision, mostly on landscape paper.</summary>
    Certificate,

    /// <summary>Phiếu, giấy tiếp nhận: handed over at the counter and signed by two persons.</summary>
    Slip,
}
