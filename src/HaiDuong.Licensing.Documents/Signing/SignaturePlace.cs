namespace HaiDuong.Licensing.Documents.Signing;

/// <summary>The place of a signature in a document (vị trí chữ ký số). Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 7c, 8.</summary>
public enum SignaturePlace
{
    /// <summary>Person with authority (người có thẩm quyền): certifies the document, number and date may still be filled in.</summary>
    Leader,

    /// <summary>Agency (chữ ký số của cơ quan, tổ chức): closes the form, nothing may change afterwards.</summary>
    Agency,
}
