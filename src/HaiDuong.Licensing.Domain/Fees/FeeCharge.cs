namespace HaiDuong.Licensing.Domain.Fees;

/// <summary>One line of what a dossier owes (khoản phải nộp), in đồng.</summary>
/// <param name="Key">The fee line.</param>
/// <param name="Label">The fee in Vietnamese.</param>
/// <param name="Unit">The unit counted.</param>
/// <param name="Quantity">How many units.</param>
/// <param name="UnitPrice">Đồng per unit on the day.</param>
/// <param name="Amount">Quantity times unit price.</param>
/// <param name="Source">The source keys of the rate.</param>
public sealed record FeeCharge(string Key, string Label, string Unit, long Quantity, long UnitPrice, long Amount, string Source);
