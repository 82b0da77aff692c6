using HaiDuong.Licensing.Domain.Fees;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Shared;

/// <summary>Phí, lệ phí dự tính: what a form will cost on a day, told before it is sent or taken in.</summary>
public sealed record FeesAsked(IReadOnlyList<FeeCharge> Charges)
{
    public decimal Total => Charges.Sum(charge => charge.Amount);

    /// <summary>A declared number beyond any amount of money is refused by the form; until then there is no sum to show.</summary>
    public static FeesAsked Of(Procedure procedure, FormData form, LocalDate date)
    {
        try
        {
            return new FeesAsked(FeeCalculator.Charges(procedure, form, date));
        }
        catch (OverflowException)
        {
            return new FeesAsked([]);
        }
    }
}
