using System.Globalization;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Fees;

/// <summary>Computes what a dossier owes (tính phí, lệ phí) from the procedure's dated fee lines and the form.</summary>
public static class FeeCalculator
{
    /// <summary>
    /// The charges of a form on a day. A line whose condition does not hold, that counts or costs nothing, or that has no rate on the day gives no
    /// charge: without a rate in force nothing may be collected. Answers to questions that the form no longer asks count for nothing.
    /// </summary>
    /// <exception cref="OverflowException">The declared number of units is beyond any amount of money.</exception>
    public static IReadOnlyList<FeeCharge> Charges(Procedure procedure, FormData form, LocalDate date)
    {
        var asked = FormRules.Visible(procedure.Form, form);
        return [.. procedure.FeeLines.Select(line => ChargeOf(line, asked, date)).OfType<FeeCharge>()];
    }

    private static FeeCharge? ChargeOf(FeeLine line, FormData form, LocalDate date)
    {
        if (line.When is { } condition && !condition.Holds(form))
            return null;

        if (line.RateOn(date) is not { } rate)
            return null;

        var quantity = line.CountedBy is null ? 1 : Units(form.Values.GetValueOrDefault(line.CountedBy));
        var amount = checked(quantity * rate.Amount);
        return amount == 0 ? null : new FeeCharge(line.Key, line.Label, line.Unit, quantity, rate.Amount, amount, rate.Source);
    }

    private static long Units(string? value) => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var units) ? units : 0;
}
