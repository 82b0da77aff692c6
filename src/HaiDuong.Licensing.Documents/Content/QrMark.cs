namespace HaiDuong.Licensing.Documents.Content;

/// <summary>Mã QR of a paper, and beside it the code as text for whoever has no camera.</summary>
/// <param name="Address">ASCII text of the QR code, normally the address of a public page.</param>
/// <param name="Label">What the code is called, for example "Mã kiểm tra".</param>
/// <param name="Code">The code in readable groups; empty while there is none yet.</param>
public sealed record QrMark(string Address, string Label, string Code);
