using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fees;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Features.Shared;

/// <summary>Mã chuyển khoản: what a dossier owes, where it is transferred to and what has to stand in it.</summary>
/// <param name="Account">The account.</param>
/// <param name="Amount">Đồng.</param>
/// <param name="Purpose">Nội dung chuyển khoản, by which the statement of the bank names the dossier (<see cref="BankReconciliation"/>).</param>
/// <param name="IsSample">True in a demo office: nothing must be transferred.</param>
public sealed record TransferCode(FeeAccount Account, decimal Amount, string Purpose, bool IsSample)
{
    public string Payload => VietQr.Transfer(Account, Amount, Purpose);
}

/// <summary>The code of a dossier whose fee may be transferred.</summary>
public sealed class TransferCodes(OfficeOptions options, ProcedureCatalogue catalogue, OfficeClock clock)
{
    /// <summary>The account of the examples that NAPAS published.</summary>
    private static readonly FeeAccount Sample = new("970403", "Ngân hàng mẫu", "0011012345678", "TAI KHOAN MAU");

    /// <summary>Null where nothing is owed, or the office has no account.</summary>
    public TransferCode? Of(Dossier dossier)
    {
        if (dossier.FeesAsked(clock.Today) is not (> 0 and var amount))
            return null;
        var office = catalogue.Organisation.For(dossier.DivisionKey, clock.Today).Key;
        return options.FeeAccounts.GetValueOrDefault(office) is { } own ? new TransferCode(own, amount, PurposeOf(dossier), false)
            : options.Demo == true ? new TransferCode(Sample, amount, PurposeOf(dossier), true)
            : null;
    }

    private static string PurposeOf(Dossier dossier) => "HS " + VietnameseText.Bare(dossier.Code ?? dossier.Reference).ToUpperInvariant();
}
